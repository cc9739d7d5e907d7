#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace gainsay {

/// The bytes of a file or of standard input, from the first to the last; gzip and zstd (several members too) are
/// decompressed, known by their first bytes and not by the name. Holds a few hundred kB whatever the size. Every error
/// of reading throws InputError with the stream's name. One object a thread.
class ByteStream {
  public:
    /// What `read_line` and `read_all` found.
    enum class Outcome : std::uint8_t { done, too_long, end };

    /// `name` stands in messages.
    static ByteStream open(const std::filesystem::path &path, std::string name);
    static ByteStream standard_input();

    ByteStream(ByteStream &&) noexcept;
    ByteStream &operator=(ByteStream &&) noexcept;
    ByteStream(const ByteStream &) = delete;
    ByteStream &operator=(const ByteStream &) = delete;
    ~ByteStream();

    /// Up to `size` bytes that come next, without taking them; fewer only at the end. Valid until the next call.
    std::string_view peek(std::size_t size);
    /// The same, but waits for no more than what is `enough`, which is asked about all bytes that are there.
    std::string_view peek_until(std::size_t size, const std::function<bool(std::string_view)> &enough);
    /// Whether `read_line` would have to wait for a writer that has sent nothing for some milliseconds. Never known of
    /// packed streams.
    bool pauses() const;
    /// The same of standard input that is not opened yet.
    static bool standard_input_pauses();
    /// The next line without its LF. `too_long` when it has more than `limit` bytes: the line is passed over.
    Outcome read_line(std::string &line, std::size_t limit);
    /// All that is left. `too_long` when there are more than `limit` bytes; what was read is of no use then.
    Outcome read_all(std::string &bytes, std::size_t limit);

  private:
    class Source;
    ByteStream(std::unique_ptr<Source> source, std::string name);
    /// Appends to the buffer; false at the end.
    bool fill();

    std::unique_ptr<Source> source_;
    std::string name_;
    std::string buffer_;
    /// Start of what is not yet taken.
    std::size_t begin_ = 0;
};

} // namespace gainsay
