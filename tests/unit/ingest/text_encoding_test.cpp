#include "ingest/sources/text_encoding.h"

#include "base/error.h"
#include "base/utf8.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

struct Decoded {
    std::string text;
    Diagnostics diagnostics;
};

Decoded decode(std::string bytes) {
    Decoded result;
    result.text = to_utf8(std::move(bytes), "a.txt", InvalidUtf8::repair, result.diagnostics);
    return result;
}

} // namespace

TEST_CASE("UTF-8 stays as it is, byte order mark and line ends included") {
    const std::string text = "\xEF\xBB\xBFGenève a dit «non».\r\nFin\r\n";
    const Decoded result = decode(text);
    CHECK(result.text == text);
    CHECK(result.diagnostics.empty());
}

TEST_CASE("Windows-1252 is read as such, with a warning at the first byte that tells it") {
    const Decoded result = decode("The mayor said \x93no\x94 to the caf\xE9 \x96 twice.");
    CHECK(result.text == "The mayor said “no” to the café – twice.");
    REQUIRE(result.diagnostics.entries().size() == 1);
    CHECK(result.diagnostics.entries()[0].offset == 15);
    CHECK(result.diagnostics.entries()[0].message.find("Windows-1252") != std::string::npos);
}

TEST_CASE("a few broken bytes in UTF-8 keep every offset") {
    const std::string text = "“One” – “two” \xE2\x80 and “three”";
    const Decoded result = decode(text);
    CHECK(result.text == "“One” – “two” ?? and “three”");
    CHECK(result.text.size() == text.size());
    REQUIRE(result.diagnostics.entries().size() == 1);
    CHECK(result.diagnostics.entries()[0].message.find("2 such bytes") != std::string::npos);
}

TEST_CASE("UTF-16 with its mark is converted") {
    CHECK(decode(std::string("\xFF\xFEH\0i\0 \0=\xD8\0\xDE", 12)).text == "Hi \U0001F600");
    CHECK(decode(std::string("\xFE\xFF\0H\0i", 6)).text == "Hi");
    CHECK_FALSE(find_invalid_utf8(decode(std::string("\xFE\xFF\xD8\0\0i", 6)).text));
}

TEST_CASE("what is no text is refused and named") {
    CHECK_THROWS_WITH(decode(std::string("Text with a\0 hole", 17)),
                      Catch::Contains("a.txt") && Catch::Contains("NUL byte at byte 11"));
    CHECK_THROWS_WITH(decode("\x01\x02\x03\x04 abc"), Catch::Contains("control characters"));
}

TEST_CASE("strict reading refuses what is not UTF-8, with its place") {
    Diagnostics diagnostics;
    CHECK_THROWS_WITH(to_utf8("caf\xE9", "b.txt", InvalidUtf8::refuse, diagnostics),
                      Catch::Contains("expected UTF-8, found 0xe9 at byte 3"));
}

TEST_CASE("a page's own charset is heeded where the page is not UTF-8") {
    Diagnostics diagnostics;
    CHECK(html_to_utf8("<meta charset=windows-1251>\xCC\xE8\xF0", "c.html", InvalidUtf8::repair, diagnostics) ==
          "<meta charset=windows-1251>Мир");
    CHECK(html_to_utf8("<meta charset='iso-8859-1'>Мир", "c.html", InvalidUtf8::repair, diagnostics) ==
          "<meta charset='iso-8859-1'>Мир");
    CHECK(diagnostics.empty());
    html_to_utf8("<meta charset=nonsense>caf\xE9", "c.html", InvalidUtf8::repair, diagnostics);
    CHECK(diagnostics.entries().size() == 2);
}
