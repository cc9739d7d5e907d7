#include "exporters/text.h"

#include "base/content_id.h"
#include "base/utf8.h"

namespace gainsay {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_noncharacter(char32_t point) {
    return (point & 0xFFFEU) == 0xFFFEU || (point >= 0xFDD0U && point <= 0xFDEFU);
}

std::string_view xml_entity(char32_t point) {
    switch (point) {
    case U'&':
        return "&amp;";
    case U'<':
        return "&lt;";
    case U'>':
        return "&gt;";
    case U'"':
        return "&quot;";
    case U'\'':
        return "&#39;";
    default:
        return {};
    }
}

/// Calls `take` with every code point of the printable text.
template <class Take>
void each_printable(std::string_view text, Take take) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        i += point.length;
        if (point.value == U'\r') {
            // Of "\r\n" the second is enough.
            if (i >= text.size() || text[i] != '\n') {
                take(U'\n');
            }
        } else if (point.value == U'\t' || point.value == U'\n') {
            take(point.value);
        } else {
            take(!point.valid || is_control(point.value) || is_noncharacter(point.value) ? replacement : point.value);
        }
    }
}

} // namespace

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    each_printable(text, [&](char32_t point) { append_utf8(result, point); });
    return result;
}

std::string xml_escape(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    each_printable(text, [&](char32_t point) {
        const std::string_view entity = xml_entity(point);
        if (entity.empty()) {
            append_utf8(result, point);
        } else {
            result += entity;
        }
    });
    return result;
}

std::string export_id(std::string_view id) {
    std::string shown = printable(id);
    if (shown == id && shown.find_first_of("\n\t") == std::string::npos) {
        return shown;
    }
    for (char &byte : shown) {
        if (byte == '\n' || byte == '\t') {
            byte = ' ';
        }
    }
    return shown + "~" + content_id({id});
}

std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t most_lines) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t line_length = 0;
    std::string word;
    std::size_t word_length = 0;
    const auto end_line = [&] {
        lines.push_back(std::move(line));
        line.clear();
        line_length = 0;
    };
    const auto end_word = [&] {
        if (word_length == 0) {
            return;
        }
        if (line_length > 0 && line_length + 1 + word_length > width) {
            end_line();
        }
        if (line_length > 0) {
            line += ' ';
            ++line_length;
        }
        line += word;
        line_length += word_length;
        word.clear();
        word_length = 0;
    };
    each_printable(text, [&](char32_t point) {
        // One line more than asked for shows that there is more.
        if (lines.size() > most_lines) {
            return;
        }
        if (is_space(point) && point != 0xA0 && point != 0x202F) {
            end_word();
            return;
        }
        append_utf8(word, point);
        if (++word_length == width) {
            end_word();
        }
    });
    end_word();
    if (line_length > 0) {
        end_line();
    }
    if (lines.size() > most_lines) {
        lines.resize(most_lines);
        lines.back() = shorten(lines.back() + " …", width);
        if (!lines.back().ends_with("…")) {
            lines.back() += "…";
        }
    }
    return lines;
}

std::string shorten(std::string_view text, std::size_t length) {
    std::size_t points = 0;
    std::size_t cut = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (points + 1 == length) {
            cut = i;
        }
        if (points == length) {
            return std::string(text.substr(0, cut)) + "…";
        }
        i += decode_utf8(text, i).length;
        ++points;
    }
    return std::string(text);
}

} // namespace gainsay
