#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

/// One code point cut out of UTF-8.
struct CodePoint {
    char32_t value = 0;
    /// Bytes it takes, at least 1.
    std::size_t length = 1;
    /// False for a byte that starts no well-formed sequence; `value` is U+FFFD then.
    bool valid = false;
};

/// The code point that starts at byte `offset < text.size()`. Refuses overlong forms, surrogates and values above
/// U+10FFFF; a refused sequence has the length of its longest well-formed beginning, as Unicode recommends.
CodePoint decode_utf8(std::string_view text, std::size_t offset);

/// The byte where the last code point before `offset` starts; `0 < offset <= text.size()`, text valid.
std::size_t previous_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string &text, char32_t code_point);

/// Offset of the first byte that is not valid UTF-8; nothing if all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The text with every ill-formed sequence replaced by U+FFFD. Offsets change where something is replaced.
std::string replace_invalid_utf8(std::string_view text);

/// Number of code points; an ill-formed sequence counts as one.
std::size_t count_code_points(std::string_view text);

// Categories, by ICU's Unicode data. All are thread-safe.
bool is_letter(char32_t code_point);
bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);
bool is_digit(char32_t code_point);
/// White space of any kind: line ends, tabs, no-break and other Unicode spaces, and the byte order mark U+FEFF.
bool is_space(char32_t code_point);
bool is_punctuation(char32_t code_point);
bool is_symbol(char32_t code_point);
/// Combining marks.
bool is_mark(char32_t code_point);
bool is_control(char32_t code_point);

char32_t to_lower(char32_t code_point);
char32_t to_upper(char32_t code_point);

/// Code point by code point (simple case mapping), so that the number of code points stays the same.
std::string lowercase(std::string_view text);
std::string uppercase(std::string_view text);

/// NFKC with case folding: one form for "ﬁ" and "fi", "Ａ" and "a", composed and decomposed accents. For comparing,
/// never for showing. Ill-formed UTF-8 becomes U+FFFD.
std::string fold_nfkc(std::string_view text);

/// The text without white space (`is_space`) at both ends; a view into `text`.
std::string_view trim(std::string_view text);

} // namespace gainsay
