#include "nlp/text_pieces.h"

#include <algorithm>
#include <istream>

namespace gainsay {
namespace {

constexpr std::size_t read_size = std::size_t{1} << 16U;

/// One past the line break of an empty line (or one with blanks only) at or after `from`; npos if there is none.
std::size_t after_empty_line(const std::string &text, std::size_t from) {
    for (std::size_t at = text.find('\n', from); at != std::string::npos; at = text.find('\n', at + 1)) {
        const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
        if (next != std::string::npos && text[next] == '\n') {
            return next + 1;
        }
    }
    return std::string::npos;
}

} // namespace

bool TextPieces::read_more() {
    const std::size_t before = buffer_.size();
    buffer_.resize(before + read_size);
    input_->read(buffer_.data() + before, static_cast<std::streamsize>(read_size));
    buffer_.resize(before + static_cast<std::size_t>(input_->gcount()));
    return buffer_.size() > before;
}

std::size_t TextPieces::cut() const {
    const std::size_t paragraph = after_empty_line(buffer_, wanted_);
    if (paragraph != std::string::npos && paragraph <= largest_) {
        return paragraph;
    }
    // One byte more must be known, to see whether it goes on with a character.
    if (buffer_.size() <= largest_) {
        return 0;
    }
    for (const char *border : {"\n", " "}) {
        const std::size_t at = buffer_.find_last_of(border, largest_ - 1);
        if (at != std::string::npos && at >= wanted_) {
            return at + 1;
        }
    }
    std::size_t at = largest_;
    while (at > largest_ - 4 && (static_cast<unsigned char>(buffer_[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return at;
}

std::optional<std::string> TextPieces::next() {
    std::size_t end = cut();
    while (end == 0 && read_more()) {
        end = cut();
    }
    if (end == 0) {
        end = buffer_.size();
    }
    if (end == 0) {
        return std::nullopt;
    }
    std::string piece = buffer_.substr(0, end);
    buffer_.erase(0, end);
    offset_ = next_offset_;
    next_offset_ += end;
    return piece;
}

} // namespace gainsay
