#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gainsay {

/// The one version of the container's layout that this program reads and writes.
inline constexpr std::uint32_t model_format_version = 1;

/// A model file, mapped into memory: a header (JSON text: recipe, data and licences, scores) and named sections of
/// bytes.
///
///     0   magic "GAINSAY\n", 8 bytes
///     8   format version, u32             12  byte order mark 0x01020304, u32
///    16   size of the file, u64           24  offset and size of the table, u64 each
///    40   offset and size of the header, u64 each
///    56   checksum of bytes 0 to 55, table and header, u64
///    64   header, table, sections; each section starts at a multiple of 64
///
/// A table row is: u32 length of the name, name, u64 offset, u64 size, u64 checksum. Numbers are little-endian.
///
/// Everything is checked at opening, at about the speed of memory. Const: any number of threads may read. Spans and
/// views live as long as the file object they came from, wherever it is moved.
class ModelFile {
  public:
    /// Throws ModelError that names the file, both versions, or the damage and its place.
    static ModelFile open(const std::filesystem::path &path);

    ~ModelFile();
    ModelFile(ModelFile &&other) noexcept;
    ModelFile &operator=(ModelFile &&other) noexcept;
    ModelFile(const ModelFile &) = delete;
    ModelFile &operator=(const ModelFile &) = delete;

    /// JSON text.
    std::string_view header() const { return header_; }
    bool has(std::string_view name) const;
    /// The section's bytes, aligned to 64. Throws ModelError if there is none of that name.
    std::span<const std::byte> section(std::string_view name) const;

    /// A section as an array of numbers. Throws ModelError if its size is no multiple of theirs.
    template <class T>
    std::span<const T> section_as(std::string_view name) const {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 64);
        const std::span<const std::byte> bytes = section(name);
        if (bytes.size() % sizeof(T) != 0) {
            fail_size(name, sizeof(T), bytes.size());
        }
        return {reinterpret_cast<const T *>(bytes.data()), bytes.size() / sizeof(T)};
    }

    /// Tells the contents from those of any other file: the checksum of the header and of all sections' checksums.
    std::uint64_t fingerprint() const { return fingerprint_; }

    /// In the order of the file.
    std::vector<std::string_view> names() const;
    const std::filesystem::path &path() const { return path_; }
    std::size_t size_bytes() const { return bytes_.size(); }

  private:
    struct Section {
        std::string_view name;
        std::span<const std::byte> bytes;
    };

    explicit ModelFile(std::filesystem::path path) : path_(std::move(path)) {}
    void map();
    void unmap() noexcept;
    void read_layout();
    const Section *find(std::string_view name) const;
    [[noreturn]] void fail_size(std::string_view name, std::size_t element, std::size_t size) const;
    [[noreturn]] void fail_damaged(const std::string &what) const;

    std::filesystem::path path_;
    std::span<const std::byte> bytes_;
    std::string_view header_;
    std::uint64_t fingerprint_ = 0;
    std::vector<Section> sections_;
};

/// Whose states a model reads stands in its section "states_of": that file's fingerprint. Throws ModelError with both
/// names where it is another's. A model without the section says nothing of it, and may read any.
void check_states_of(const ModelFile &reader, const ModelFile &states);

/// Makes a model file. The same sections in the same order give the same bytes.
class ModelFileWriter {
  public:
    /// Copies the bytes. Throws UsageError for a name that is empty or taken.
    void add(std::string name, std::span<const std::byte> bytes);

    template <class T>
    void add_numbers(std::string name, std::span<const T> numbers) {
        static_assert(std::is_trivially_copyable_v<T>);
        add(std::move(name), std::as_bytes(numbers));
    }

    /// Writes the file whole or not at all; throws OutputError. `header` is JSON text.
    void write(const std::filesystem::path &path, std::string_view header) const;

  private:
    struct Section {
        std::string name;
        std::vector<std::byte> bytes;
    };

    std::vector<Section> sections_;
};

/// Adds what check_states_of() asks for: the file whose states the new model was trained on.
void add_states_of(ModelFileWriter &writer, const ModelFile &states);

} // namespace gainsay
