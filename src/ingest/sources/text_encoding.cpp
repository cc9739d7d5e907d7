#include "ingest/sources/text_encoding.h"

#include "base/error.h"
#include "base/utf8.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace gainsay {

namespace {

/// Code points of the bytes 0x80 to 0x9F in Windows-1252; the five unassigned ones as WHATWG's standard has them.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t offset) {
    return static_cast<unsigned char>(bytes[offset]);
}

std::string hex_byte(unsigned char byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    return {'0', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

/// NUL bytes never stand in text, and other control characters hardly ever.
void refuse_binary(std::string_view bytes, const std::string &source) {
    const std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        throw InputError(source, "text", "a NUL byte at byte " + std::to_string(nul) + " (a binary file?)");
    }
    constexpr std::size_t sample = std::size_t{64} << 10U;
    constexpr std::size_t most_in_hundred = 5;
    const std::string_view start = bytes.substr(0, sample);
    const auto controls = static_cast<std::size_t>(std::count_if(start.begin(), start.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    }));
    if (controls * 100 > start.size() * most_in_hundred) {
        throw InputError(source, "text",
                         std::to_string(controls) + " control characters in " + std::to_string(start.size()) +
                             " bytes (a binary file?)");
    }
}

/// What is no character becomes U+FFFD; `first_odd` is set to the byte where the first such thing stands.
std::string from_utf16(std::string_view bytes, bool big_endian, const std::string &source,
                       std::optional<std::size_t> &first_odd) {
    const auto unit_at = [=](std::size_t i) {
        const unsigned first = byte_at(bytes, i);
        const unsigned second = byte_at(bytes, i + 1);
        return static_cast<char32_t>(big_endian ? (first << 8U) | second : (second << 8U) | first);
    };
    constexpr std::size_t mark = 2;
    std::string text;
    for (std::size_t i = mark; i + 1 < bytes.size(); i += 2) {
        char32_t code = unit_at(i);
        if (code == 0) {
            throw InputError(source, "UTF-16 text", "a NUL at byte " + std::to_string(i) + " (a binary file?)");
        }
        if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = unit_at(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        const bool is_half = code >= 0xD800 && code < 0xE000;
        if (is_half && !first_odd) {
            first_odd = i;
        }
        append_utf8(text, is_half ? char32_t{0xFFFD} : code);
    }
    if (bytes.size() % 2 != 0) {
        first_odd = first_odd.value_or(bytes.size() - 1);
        append_utf8(text, 0xFFFD);
    }
    return text;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(text, byte >= 0x80 && byte < 0xA0 ? windows_1252.at(byte - 0x80U) : char32_t{byte});
    }
    return text;
}

struct Utf8Census {
    /// Well-formed sequences of two bytes and more.
    std::size_t good = 0;
    std::size_t bad_bytes = 0;
    std::size_t first_bad = 0;
};

Utf8Census take_census(std::string_view bytes) {
    Utf8Census census;
    for (std::size_t i = 0; i < bytes.size();) {
        if (byte_at(bytes, i) < 0x80) {
            ++i;
            continue;
        }
        const CodePoint point = decode_utf8(bytes, i);
        if (point.valid) {
            ++census.good;
        } else {
            if (census.bad_bytes == 0) {
                census.first_bad = i;
            }
            census.bad_bytes += point.length;
        }
        i += point.length;
    }
    return census;
}

std::string replace_bad_bytes(std::string bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const CodePoint point = decode_utf8(bytes, i);
        if (!point.valid) {
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(i), point.length, '?');
        }
        i += point.length;
    }
    return bytes;
}

std::string repair(std::string bytes, const Utf8Census &census, const std::string &source, Diagnostics &diagnostics) {
    const std::string found = hex_byte(byte_at(bytes, census.first_bad)) + " is no UTF-8";
    if (census.bad_bytes > census.good) {
        diagnostics.warn(source, found + "; read as Windows-1252, spans refer to the converted text", census.first_bad);
        return from_windows_1252(bytes);
    }
    diagnostics.warn(source,
                     found + "; " + std::to_string(census.bad_bytes) +
                         (census.bad_bytes == 1 ? " such byte" : " such bytes") + " read as '?'",
                     census.first_bad);
    return replace_bad_bytes(std::move(bytes));
}

/// The value of `charset=` in the page's first bytes, in lower case.
std::optional<std::string> declared_charset(std::string_view bytes) {
    constexpr std::size_t head = 4096; // browsers look at 1024
    std::string start(bytes.substr(0, head));
    std::transform(start.begin(), start.end(), start.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    constexpr std::string_view key = "charset=";
    const std::size_t at = start.find(key);
    if (at == std::string::npos) {
        return std::nullopt;
    }
    std::size_t begin = at + key.size();
    while (begin < start.size() && (start[begin] == '"' || start[begin] == '\'' || start[begin] == ' ')) {
        ++begin;
    }
    const std::size_t end = start.find_first_of("\"' ;/>", begin);
    std::string name = start.substr(begin, end == std::string::npos ? end : end - begin);
    return name.empty() ? std::nullopt : std::optional(std::move(name));
}

std::optional<std::string> from_charset(std::string_view bytes, const std::string &charset) {
    UErrorCode status = U_ZERO_ERROR;
    const auto size = static_cast<std::int32_t>(bytes.size());
    const std::int32_t needed = ucnv_convert("UTF-8", charset.c_str(), nullptr, 0, bytes.data(), size, &status);
    if (status != U_BUFFER_OVERFLOW_ERROR) {
        return std::nullopt;
    }
    std::string text(static_cast<std::size_t>(needed), '\0');
    status = U_ZERO_ERROR;
    ucnv_convert("UTF-8", charset.c_str(), text.data(), needed, bytes.data(), size, &status);
    if (U_FAILURE(status) != 0 || text.find('\0') != std::string::npos) {
        return std::nullopt;
    }
    return text;
}

} // namespace

std::string to_utf8(std::string bytes, const std::string &source, InvalidUtf8 policy, Diagnostics &diagnostics) {
    const std::string_view mark = std::string_view(bytes).substr(0, 2);
    const std::string_view long_mark = std::string_view(bytes).substr(0, 4);
    if (long_mark == std::string_view("\xFF\xFE\0\0", 4) || long_mark == std::string_view("\0\0\xFE\xFF", 4)) {
        throw InputError(source, "text in UTF-8 or UTF-16", "UTF-32");
    }
    if (mark == "\xFF\xFE" || mark == "\xFE\xFF") {
        std::optional<std::size_t> odd;
        std::string text = from_utf16(bytes, mark == "\xFE\xFF", source, odd);
        if (odd && policy == InvalidUtf8::refuse) {
            throw InputError(source, "UTF-16",
                             "half a surrogate pair or half a character at byte " + std::to_string(*odd));
        }
        diagnostics.warn(source, "UTF-16; spans refer to the text converted to UTF-8");
        if (odd) {
            diagnostics.warn(source, "half a surrogate pair or half a character; such are read as U+FFFD", *odd);
        }
        return text;
    }
    refuse_binary(bytes, source);
    const Utf8Census census = take_census(bytes);
    if (census.bad_bytes == 0) {
        return bytes;
    }
    if (policy == InvalidUtf8::refuse) {
        throw InputError(source, "UTF-8",
                         hex_byte(byte_at(bytes, census.first_bad)) + " at byte " + std::to_string(census.first_bad));
    }
    return repair(std::move(bytes), census, source, diagnostics);
}

std::string html_to_utf8(std::string bytes, const std::string &source, InvalidUtf8 policy, Diagnostics &diagnostics) {
    const std::optional<std::string> charset = declared_charset(bytes);
    const bool declares_utf8 = !charset || *charset == "utf-8" || *charset == "utf8";
    if (!declares_utf8 && find_invalid_utf8(bytes)) {
        refuse_binary(bytes, source);
        if (std::optional<std::string> text = from_charset(bytes, *charset)) {
            return *std::move(text);
        }
        diagnostics.warn(source, "the page's charset '" + replace_invalid_utf8(*charset) + "' is not known");
    }
    return to_utf8(std::move(bytes), source, policy, diagnostics);
}

} // namespace gainsay
