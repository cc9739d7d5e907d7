#include "text/popover.h"

#include "base/utf8.h"

#include <array>
#include <cstddef>
#include <optional>

namespace gainsay {

namespace {

constexpr std::string_view last_word = "MORE";
constexpr std::size_t longest = 800;
constexpr std::size_t words_of_name = 6;

bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_letter(decode_utf8(text, at).value);
}

/// Where a word in small letters ends and a capital goes on without a blank: "LeeMayor".
std::optional<std::size_t> glued_at(std::string_view word) {
    constexpr std::size_t shortest = 3;
    bool small = false;
    std::optional<std::size_t> last;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_utf8(word, at);
        if (is_upper(point.value) && small && at >= shortest) {
            last = at;
        }
        small = is_lower(point.value);
        at += point.length;
    }
    return last;
}

/// The words before one, the last of them first.
class WordsBefore {
  public:
    void add(std::string_view word) { words_[count_++ % words_.size()] = word; }
    bool has(std::size_t back) const { return back <= words_.size() && back <= count_; }
    std::string_view at(std::size_t back) const { return words_[(count_ - back) % words_.size()]; }

    /// How far back the word stands.
    std::optional<std::size_t> find(std::string_view word) const {
        std::size_t back = 1;
        while (has(back) && at(back) != word) {
            ++back;
        }
        return has(back) ? std::optional(back) : std::nullopt;
    }

  private:
    std::array<std::string_view, words_of_name + 1> words_;
    std::size_t count_ = 0;
};

/// "Ann Lee Ann Marie (Lee) to visit": the whole name told again, with a blank behind it.
bool is_told_again(const WordsBefore &before, std::size_t back) {
    return back > 1 && before.has(back + 1) && before.at(back + 1) == before.at(back - 1);
}

/// The end of the name that is repeated last in `text`, which ends before the word MORE.
std::optional<std::size_t> end_of_shown_name(std::string_view text) {
    WordsBefore before;
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter_at(text, at)) {
            at += decode_utf8(text, at).length;
            continue;
        }
        std::size_t end = at;
        while (is_letter_at(text, end)) {
            end += decode_utf8(text, end).length;
        }
        const std::string_view word = text.substr(at, end - at);
        const bool is_before_digit = end < text.size() && text[end] >= '0' && text[end] <= '9';
        const std::optional<std::size_t> glued = is_before_digit ? std::optional(word.size()) : glued_at(word);
        const std::optional<std::size_t> back = before.find(word.substr(0, glued.value_or(word.size())));
        if (back && (glued || is_told_again(before, *back))) {
            const std::string_view shown = before.at(*back);
            found = static_cast<std::size_t>(shown.data() - text.data()) + shown.size();
        }
        before.add(word);
        at = end;
    }
    return found;
}

} // namespace

std::vector<ByteSpan> find_popovers(std::string_view text) {
    std::vector<ByteSpan> found;
    std::size_t done = 0;
    for (std::size_t at = text.find(last_word); at != std::string_view::npos; at = text.find(last_word, at + 1)) {
        const std::size_t end = at + last_word.size();
        if (at == 0 || text[at - 1] != ' ' || is_letter_at(text, end)) {
            continue;
        }
        std::size_t begin = at > longest ? at - longest : 0;
        begin = begin < done ? done : begin;
        if (const std::size_t line = text.rfind('\n', at); line != std::string_view::npos && line >= begin) {
            begin = line + 1;
        }
        while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
            ++begin;
        }
        if (const std::optional<std::size_t> shown = end_of_shown_name(text.substr(begin, at - begin))) {
            found.push_back({begin + *shown, end});
            done = end;
        }
    }
    return found;
}

} // namespace gainsay
