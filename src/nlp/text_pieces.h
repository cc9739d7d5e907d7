#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace gainsay {

/// Cuts a stream of text into pieces of bounded size, so that input of any length can be parsed: after an empty line
/// where one is near, else after a line, else after a blank, else between two characters. The pieces together are the
/// stream.
class TextPieces {
  public:
    /// Sizes in bytes: a piece ends at the first empty line after `wanted`, and nowhere later than at `largest`.
    static constexpr std::size_t default_wanted = std::size_t{1} << 18U;
    static constexpr std::size_t default_largest = std::size_t{1} << 21U;

    /// The stream must live as long as this.
    explicit TextPieces(std::istream &input, std::size_t wanted = default_wanted, std::size_t largest = default_largest)
        : input_(&input), wanted_(wanted), largest_(largest) {}

    /// Nothing at the end. Bytes come as they are, be they UTF-8 or not.
    std::optional<std::string> next();
    /// Offset in the stream of the piece that `next` gave last.
    [[nodiscard]] std::size_t offset() const { return offset_; }

  private:
    bool read_more();
    [[nodiscard]] std::size_t cut() const;

    std::istream *input_;
    std::size_t wanted_, largest_;
    std::string buffer_;
    std::size_t offset_ = 0;
    std::size_t next_offset_ = 0;
};

} // namespace gainsay
