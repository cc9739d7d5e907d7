#include "text/text_line.h"

#include "base/utf8.h"

#include <algorithm>

namespace gainsay {
namespace {

bool is_blank(char32_t code) {
    return is_space(code) || (code >= 0x1C && code <= 0x1F);
}

bool is_line_end(char32_t code) {
    return code == U'\n' || code == U'\r' || code == U'\f' || code == U'\u0085' || code == U'\u2028' ||
           code == U'\u2029';
}

bool is_no_break_space(char32_t code) {
    return code == U'\u00A0' || code == U'\u202F' || code == U'\u2007';
}

bool is_one_of(char32_t code, std::u32string_view set) {
    return set.find(code) != std::u32string_view::npos;
}

constexpr std::u32string_view closing_signs = U"\"'\u2019\u201D\u00BB)]}*_";
constexpr std::u32string_view opening_signs = U"\"'\u2018\u201C\u00AB([{*_";
constexpr std::u32string_view stop_signs = U".?!\u2026\u3002";
constexpr std::u32string_view hyphens = U"-\u2010\u2011";
constexpr std::u32string_view certain_bullets = U"*\u2022\u2023\u25A0\u25AA\u25CF\u25E6\u25BA\u2043\u00B7";
constexpr std::u32string_view possible_bullets = U"-\u2013\u2014+>";

/// Reads a line from either end, code point by code point.
class LineReader {
  public:
    LineReader(std::string_view text, ByteSpan span) : text_(text), span_(span) {}

    bool at_end() const { return span_.empty(); }
    char32_t front() const { return at_end() ? U'\0' : decode_utf8(text_, span_.begin).value; }
    void pop_front() { span_.begin += decode_utf8(text_, span_.begin).length; }
    char32_t back() const { return at_end() ? U'\0' : decode_utf8(text_, back_offset()).value; }
    void pop_back() { span_.end = back_offset(); }

  private:
    /// Where the last code point starts; ill-formed bytes are taken one by one.
    std::size_t back_offset() const {
        constexpr std::size_t longest = 4;
        for (std::size_t length = 1; length <= std::min(longest, span_.size()); ++length) {
            const CodePoint point = decode_utf8(text_, span_.end - length);
            if (point.valid && point.length == length) {
                return span_.end - length;
            }
        }
        return span_.end - 1;
    }

    std::string_view text_;
    ByteSpan span_;
};

bool looks_like_address(std::string_view line) {
    const std::string_view word = line.substr(0, line.find(' '));
    return word.find("://") != std::string_view::npos || word.substr(0, 4) == "www.";
}

void look_at_start(std::string_view text, TextLine &line) {
    LineReader reader(text, line.span);
    const char32_t first = reader.front();
    if (first == U'#') {
        while (reader.front() == U'#') {
            reader.pop_front();
        }
        line.is_heading = is_blank(reader.front());
        line.mark = line.is_heading ? LineMark::certain : LineMark::none;
    } else if (is_digit(first)) {
        // More digits are a year at the end of a sentence.
        constexpr std::size_t most_digits = 2;
        std::size_t digits = 0;
        while (is_digit(reader.front())) {
            reader.pop_front();
            ++digits;
        }
        if (digits <= most_digits && (reader.front() == U'.' || reader.front() == U')')) {
            reader.pop_front();
            line.mark = is_blank(reader.front()) ? LineMark::possible : LineMark::none;
        }
    } else if (is_one_of(first, certain_bullets) || is_one_of(first, possible_bullets)) {
        // A longer row is a rule across the page.
        const bool certain = is_one_of(first, certain_bullets);
        const std::size_t most = certain ? 1 : 3;
        std::size_t count = 0;
        while (reader.front() == first) {
            reader.pop_front();
            ++count;
        }
        if (count <= most && (is_blank(reader.front()) || (certain && first != U'*'))) {
            line.mark = certain ? LineMark::certain : LineMark::possible;
        }
    }

    reader = LineReader(text, line.span);
    if (looks_like_address(text.substr(line.span.begin, line.span.size()))) {
        return;
    }
    while (!reader.at_end() && (is_one_of(reader.front(), opening_signs) ||
                                is_one_of(reader.front(), possible_bullets) || is_blank(reader.front()))) {
        reader.pop_front();
    }
    const char32_t letter = reader.front();
    if (is_lower(letter) || is_one_of(letter, U",;)]\u2019\u201D")) {
        line.start = LineStart::lower;
    } else if (is_upper(letter)) {
        line.start = LineStart::upper;
    }
}

void look_at_end(std::string_view text, TextLine &line) {
    LineReader reader(text, line.span);
    const char32_t last = reader.back();
    if (last == U',') {
        line.ends_open = true;
    } else if (is_one_of(last, hyphens)) {
        reader.pop_back();
        line.ends_open = is_letter(reader.back()) || is_digit(reader.back());
    }
    reader = LineReader(text, line.span);
    while (is_one_of(reader.back(), closing_signs) && !reader.at_end()) {
        reader.pop_back();
    }
    line.ends_in_stop = is_one_of(reader.back(), stop_signs) && !reader.at_end();
}

} // namespace

std::vector<TextLine> find_lines(std::string_view text) {
    std::vector<TextLine> lines;
    bool after_gap = true;
    std::size_t at = 0;
    while (at < text.size()) {
        TextLine line;
        std::size_t column = 0;
        bool in_first_word = true;
        bool form_feed = false;
        while (at < text.size()) {
            const CodePoint point = decode_utf8(text, at);
            if (point.valid && is_line_end(point.value)) {
                form_feed = point.value == U'\f';
                at += point.value == U'\r' && text.substr(at, 2) == "\r\n" ? 2 : point.length;
                break;
            }
            ++column;
            const bool blank = point.valid && is_blank(point.value);
            if (blank && !line.span.empty() && !is_no_break_space(point.value)) {
                in_first_word = false;
            }
            if (!blank) {
                if (line.span.empty()) {
                    line.span.begin = at;
                    line.indent = column - 1;
                }
                line.span.end = at + point.length;
                line.width = column;
            }
            line.first_word_width += in_first_word && !line.span.empty() ? 1U : 0U;
            at += point.length;
        }
        if (line.span.empty()) {
            after_gap = true;
            continue;
        }
        line.after_gap = after_gap;
        line.single_word = line.first_word_width + line.indent >= line.width;
        look_at_start(text, line);
        look_at_end(text, line);
        lines.push_back(line);
        after_gap = form_feed;
    }
    return lines;
}

} // namespace gainsay
