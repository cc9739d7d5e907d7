#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

TEST_CASE("every length of sequence decodes and encodes back") {
    for (const char32_t value :
         {U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
        std::string text;
        append_utf8(text, value);
        const CodePoint point = decode_utf8(text, 0);
        CHECK(point.valid);
        CHECK(point.value == value);
        CHECK(point.length == text.size());
        CHECK(previous_utf8(text, text.size()) == 0);
    }
}

TEST_CASE("the first bad byte is found") {
    const std::string valid = "caf\xC3\xA9 \xE2\x80\x94 \xF0\x9F\x99\x82";
    CHECK_FALSE(find_invalid_utf8(valid));
    CHECK_FALSE(find_invalid_utf8(""));
    CHECK(find_invalid_utf8("ab\xFFgh") == 2);
    CHECK(find_invalid_utf8("\x80") == 0);
    CHECK(find_invalid_utf8("a\xC3") == 1);                       // cut off
    CHECK(find_invalid_utf8("a\xE2\x80") == 1);                   // cut off
    CHECK(find_invalid_utf8("\xC0\xAF") == 0);                    // overlong
    CHECK(find_invalid_utf8("\xE0\x80\xAF") == 0);                // overlong
    CHECK(find_invalid_utf8("\xF0\x80\x80\x80") == 0);            // overlong
    CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);                // surrogate
    CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);            // above U+10FFFF
    CHECK(find_invalid_utf8(std::string(1, '\0') + "\xF8") == 1); // NUL is a character
}

TEST_CASE("an ill-formed sequence becomes one replacement character") {
    CHECK(replace_invalid_utf8("a\xE2\x80z") == "a\xEF\xBF\xBDz");
    CHECK(replace_invalid_utf8("\xFF\xFE") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(replace_invalid_utf8("sound \xC3\xA9") == "sound \xC3\xA9");
    CHECK(count_code_points("a\xE2\x80z") == 3);
}

TEST_CASE("categories follow Unicode") {
    CHECK(is_letter(U'é'));
    CHECK(is_letter(U'Я'));
    CHECK_FALSE(is_letter(U'5'));
    CHECK(is_upper(U'É'));
    CHECK(is_lower(U'ß'));
    CHECK(is_digit(U'٣'));
    CHECK(is_space(U'\u00A0'));
    CHECK(is_space(U'\u2009'));
    CHECK(is_space(U'\uFEFF'));
    CHECK_FALSE(is_space(U'\u200B'));
    CHECK(is_punctuation(U'“'));
    CHECK(is_punctuation(U'—'));
    CHECK(is_symbol(U'€'));
    CHECK(is_mark(U'\u0301'));
    CHECK(is_control(U'\u0007'));
}

TEST_CASE("case mapping keeps the number of code points") {
    CHECK(lowercase("ÄÖ Kerry İ") == "äö kerry i");
    CHECK(uppercase("straße") == "STRAßE");
    CHECK(lowercase("A\xFF") == "a\xFF");
}

TEST_CASE("folding makes compatible forms equal") {
    CHECK(fold_nfkc("ﬁnance") == "finance");
    CHECK(fold_nfkc("Ｋerry") == "kerry");
    CHECK(fold_nfkc("e\xCC\x81") == fold_nfkc("É"));
    CHECK(fold_nfkc("Straße") == "strasse");
}

TEST_CASE("trim takes every kind of space, and nothing else") {
    CHECK(trim("\xC2\xA0 \t a b\xE2\x80\x83\r\n") == "a b");
    CHECK(trim(" \n").empty());
    CHECK(trim("\xFF") == "\xFF");
}
