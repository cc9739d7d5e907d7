#include "neural/model_file.h"

#include "base/atomic_file.h"
#include "base/error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

namespace gainsay {

static_assert(std::endian::native == std::endian::little, "model files are read in place");

namespace {

constexpr std::string_view magic = "GAINSAY\n";
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::size_t alignment = 64;
/// See check_states_of().
constexpr std::string_view states_section = "states_of";

std::string hexadecimal(std::uint64_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr unsigned bits_a_digit = 4;
    std::string text;
    for (unsigned shift = 64; shift > 0; shift -= bits_a_digit) {
        text += digits[(number >> (shift - bits_a_digit)) & 0xfU];
    }
    return text;
}

struct Prefix {
    std::array<char, 8> magic = {};
    std::uint32_t version = 0;
    std::uint32_t byte_order = 0;
    std::uint64_t file_size = 0;
    std::uint64_t table_offset = 0;
    std::uint64_t table_size = 0;
    std::uint64_t header_offset = 0;
    std::uint64_t header_size = 0;
    std::uint64_t checksum = 0;
};
static_assert(sizeof(Prefix) == alignment);

/// Four independent lanes of 64-bit multiplications, so that it runs at the speed of memory (a CRC by zlib would take
/// longer than all the rest of opening). A changed byte always changes its lane, as each step is a bijection of it.
std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed = 0) {
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15ULL;
    constexpr std::size_t lane_count = 4;
    std::array<std::uint64_t, lane_count> lanes = {seed ^ 1U, seed ^ 2U, seed ^ 3U, seed ^ 4U};
    std::array<std::uint64_t, lane_count> words = {};
    const auto mix = [&lanes, &words] {
        for (std::size_t i = 0; i < lane_count; ++i) {
            lanes[i] = std::rotl((lanes[i] ^ words[i]) * odd, 31);
        }
    };
    std::size_t at = 0;
    for (; at + sizeof(words) <= bytes.size(); at += sizeof(words)) {
        std::memcpy(words.data(), bytes.data() + at, sizeof(words));
        mix();
    }
    words = {};
    if (at < bytes.size()) {
        std::memcpy(words.data(), bytes.data() + at, bytes.size() - at);
        mix();
    }
    std::uint64_t sum = bytes.size();
    for (const std::uint64_t lane : lanes) {
        sum = std::rotl((sum ^ lane) * odd, 29);
    }
    return sum ^ (sum >> 32U);
}

std::span<const std::byte> as_bytes(std::string_view text) {
    return std::as_bytes(std::span(text));
}

std::uint64_t layout_checksum(const Prefix &prefix, std::string_view table, std::string_view header) {
    Prefix plain = prefix;
    plain.checksum = 0;
    const std::uint64_t first = checksum(std::as_bytes(std::span(&plain, 1)));
    return checksum(as_bytes(header), checksum(as_bytes(table), first));
}

template <class T>
void put(std::string &text, T value) {
    std::array<char, sizeof(T)> bytes = {};
    std::memcpy(bytes.data(), &value, sizeof(T));
    text.append(bytes.data(), bytes.size());
}

/// Takes numbers and names off the front of the table; `ok` turns false at its end.
class TableReader {
  public:
    explicit TableReader(std::string_view table) : rest_(table) {}

    template <class T>
    T number() {
        T value = 0;
        const std::string_view bytes = take(sizeof(T));
        if (bytes.size() == sizeof(T)) {
            std::memcpy(&value, bytes.data(), sizeof(T));
        }
        return value;
    }

    std::string_view take(std::size_t size) {
        if (size > rest_.size()) {
            ok_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }

    bool ok() const { return ok_; }
    bool at_end() const { return rest_.empty(); }

  private:
    std::string_view rest_;
    bool ok_ = true;
};

std::size_t aligned(std::size_t offset) {
    return (offset + alignment - 1) / alignment * alignment;
}

} // namespace

ModelFile ModelFile::open(const std::filesystem::path &path) {
    ModelFile file(path);
    file.map();
    file.read_layout();
    return file;
}

ModelFile::~ModelFile() {
    unmap();
}

ModelFile::ModelFile(ModelFile &&other) noexcept
    : path_(std::move(other.path_)), bytes_(std::exchange(other.bytes_, {})), header_(std::exchange(other.header_, {})),
      sections_(std::exchange(other.sections_, {})) {}

ModelFile &ModelFile::operator=(ModelFile &&other) noexcept {
    if (this != &other) {
        unmap();
        path_ = std::move(other.path_);
        bytes_ = std::exchange(other.bytes_, {});
        header_ = std::exchange(other.header_, {});
        sections_ = std::exchange(other.sections_, {});
    }
    return *this;
}

void ModelFile::map() {
    const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw ModelError(path_.string(), "cannot open this model file: " + system_message(errno));
    }
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        throw ModelError(path_.string(), "a model file", "something that is no regular file");
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size < sizeof(Prefix)) {
        ::close(descriptor);
        throw ModelError(path_.string(), "a model file of at least " + std::to_string(sizeof(Prefix)) + " bytes",
                         std::to_string(size) + " bytes");
    }
    // Populated at once: every page is read for its checksum anyway, and one call is faster than thousands of faults.
    void *address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
    const int error_number = errno;
    ::close(descriptor);
    if (address == MAP_FAILED) {
        throw ModelError(path_.string(), "cannot map this model file: " + system_message(error_number));
    }
    bytes_ = {static_cast<const std::byte *>(address), size};
}

void ModelFile::unmap() noexcept {
    if (!bytes_.empty()) {
        ::munmap(const_cast<std::byte *>(bytes_.data()),
                 bytes_.size()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        bytes_ = {};
    }
}

void ModelFile::fail_damaged(const std::string &what) const {
    throw ModelError(path_.string(), "this model file is damaged: " + what);
}

void ModelFile::fail_size(std::string_view name, std::size_t element, std::size_t size) const {
    throw ModelError(path_.string() + ": section '" + std::string(name) + "'",
                     "a multiple of " + std::to_string(element) + " bytes", std::to_string(size) + " bytes");
}

void ModelFile::read_layout() {
    Prefix prefix;
    std::memcpy(&prefix, bytes_.data(), sizeof(prefix));
    if (std::string_view(prefix.magic.data(), prefix.magic.size()) != magic) {
        throw ModelError(path_.string(), "a gainsay model file", "a file of another kind");
    }
    if (prefix.byte_order != byte_order) {
        fail_damaged("its byte order mark, at byte 12, is wrong");
    }
    if (prefix.version != model_format_version) {
        throw ModelError(path_.string(), "model format version " + std::to_string(model_format_version),
                         "version " + std::to_string(prefix.version) +
                             (prefix.version > model_format_version ? ", made for a newer gainsay"
                                                                    : ", made by an older gainsay; train it anew"));
    }
    if (prefix.file_size != bytes_.size()) {
        fail_damaged("it has " + std::to_string(bytes_.size()) + " bytes of " + std::to_string(prefix.file_size) +
                     (prefix.file_size > bytes_.size() ? " (cut off)" : " (something was added)"));
    }
    const auto inside = [this](std::uint64_t offset, std::uint64_t size) {
        return offset <= bytes_.size() && size <= bytes_.size() - offset;
    };
    if (!inside(prefix.table_offset, prefix.table_size) || !inside(prefix.header_offset, prefix.header_size)) {
        fail_damaged("its first 64 bytes point outside the file");
    }
    const std::string_view all(reinterpret_cast<const char *>(bytes_.data()), bytes_.size());
    const std::string_view table = all.substr(prefix.table_offset, prefix.table_size);
    header_ = all.substr(prefix.header_offset, prefix.header_size);
    if (layout_checksum(prefix, table, header_) != prefix.checksum) {
        fail_damaged("the checksum of its header and table, in the first " +
                     std::to_string(prefix.table_offset + prefix.table_size) + " bytes, does not match");
    }
    fingerprint_ = prefix.checksum;
    TableReader reader(table);
    while (!reader.at_end()) {
        const auto name_size = reader.number<std::uint32_t>();
        const std::string_view name = reader.take(name_size);
        const auto offset = reader.number<std::uint64_t>();
        const auto size = reader.number<std::uint64_t>();
        const auto sum = reader.number<std::uint64_t>();
        if (!reader.ok() || !inside(offset, size) || offset % alignment != 0) {
            fail_damaged("row " + std::to_string(sections_.size()) + " of its table makes no sense");
        }
        const std::span<const std::byte> section = bytes_.subspan(offset, size);
        if (checksum(section) != sum) {
            fail_damaged("the checksum of section '" + std::string(name) + "', bytes " + std::to_string(offset) +
                         " to " + std::to_string(offset + size) + ", does not match");
        }
        sections_.push_back({name, section});
    }
}

const ModelFile::Section *ModelFile::find(std::string_view name) const {
    const auto found = std::find_if(sections_.begin(), sections_.end(),
                                    [name](const Section &section) { return section.name == name; });
    return found == sections_.end() ? nullptr : &*found;
}

bool ModelFile::has(std::string_view name) const {
    return find(name) != nullptr;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
    const Section *found = find(name);
    if (found == nullptr) {
        throw ModelError(path_.string(), "a section '" + std::string(name) + "'", "none of that name");
    }
    return found->bytes;
}

std::vector<std::string_view> ModelFile::names() const {
    std::vector<std::string_view> names;
    names.reserve(sections_.size());
    for (const Section &section : sections_) {
        names.push_back(section.name);
    }
    return names;
}

void check_states_of(const ModelFile &reader, const ModelFile &states) {
    if (!reader.has(states_section)) {
        return;
    }
    const auto wanted = reader.section_as<std::uint64_t>(states_section);
    if (wanted.size() != 1 || wanted.front() != states.fingerprint()) {
        throw ModelError(reader.path().string(),
                         "the model whose states it was trained on" +
                             (wanted.size() == 1 ? " (" + hexadecimal(wanted.front()) + ")" : std::string()),
                         states.path().string() + " (" + hexadecimal(states.fingerprint()) + ")");
    }
}

void ModelFileWriter::add(std::string name, std::span<const std::byte> bytes) {
    const bool taken = std::any_of(sections_.begin(), sections_.end(),
                                   [&name](const Section &section) { return section.name == name; });
    if (name.empty() || taken) {
        throw UsageError("model file", "a new name for a section", "'" + name + "'");
    }
    sections_.push_back({std::move(name), {bytes.begin(), bytes.end()}});
}

void ModelFileWriter::write(const std::filesystem::path &path, std::string_view header) const {
    Prefix prefix;
    std::copy(magic.begin(), magic.end(), prefix.magic.begin());
    prefix.version = model_format_version;
    prefix.byte_order = byte_order;
    prefix.header_offset = sizeof(Prefix);
    prefix.header_size = header.size();
    prefix.table_offset = prefix.header_offset + prefix.header_size;
    for (const Section &section : sections_) {
        prefix.table_size += sizeof(std::uint32_t) + section.name.size() + 3 * sizeof(std::uint64_t);
    }
    std::string table;
    std::size_t end = prefix.table_offset + prefix.table_size;
    for (const Section &section : sections_) {
        const std::size_t offset = aligned(end);
        put(table, static_cast<std::uint32_t>(section.name.size()));
        table += section.name;
        put(table, std::uint64_t{offset});
        put(table, std::uint64_t{section.bytes.size()});
        put(table, checksum(section.bytes));
        end = offset + section.bytes.size();
    }
    prefix.file_size = end;
    prefix.checksum = layout_checksum(prefix, table, header);

    AtomicFile file(path);
    const auto text = [](std::span<const std::byte> bytes) {
        return std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    };
    file.write(text(std::as_bytes(std::span(&prefix, 1))));
    file.write(header);
    file.write(table);
    std::size_t written = prefix.table_offset + prefix.table_size;
    for (const Section &section : sections_) {
        file.write(std::string(aligned(written) - written, '\0'));
        file.write(text(section.bytes));
        written = aligned(written) + section.bytes.size();
    }
    file.commit();
}

void add_states_of(ModelFileWriter &writer, const ModelFile &states) {
    const std::uint64_t fingerprint = states.fingerprint();
    writer.add_numbers(std::string(states_section), std::span(&fingerprint, 1));
}

} // namespace gainsay
