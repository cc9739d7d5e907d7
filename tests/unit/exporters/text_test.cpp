#include "base/utf8.h"
#include "exporters/text.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace gainsay;

TEST_CASE("printable text has no control characters and is valid UTF-8") {
    CHECK(printable("plain “text” 🦊") == "plain “text” 🦊");
    CHECK(printable("a\x01z\x7f") == "a\xEF\xBF\xBDz\xEF\xBF\xBD");
    CHECK(printable(std::string("a\0b", 3)) == "a\xEF\xBF\xBD"
                                               "b");
    CHECK(printable("a\r\nb\rc\td") == "a\nb\nc\td");
    CHECK(printable("\xff") == "\xEF\xBF\xBD");
    CHECK(printable("\xef\xbf\xbe") == "\xEF\xBF\xBD");
}

TEST_CASE("XML is escaped") {
    CHECK(xml_escape("<a href=\"x\">'&amp;]]>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;]]&gt;");
}

TEST_CASE("ids stay different") {
    CHECK(export_id("person:mira") == "person:mira");
    std::set<std::string> ids;
    for (const char *id : {"a\x01", "a\x02", "a\nb", "a b", "a\tb", "a\xEF\xBF\xBD"}) {
        const std::string shown = export_id(id);
        CHECK(ids.insert(shown).second);
        CHECK(shown.find('\n') == std::string::npos);
    }
}

TEST_CASE("text is wrapped at words") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("one two three four", 9, 5) == Lines{"one two", "three", "four"});
    CHECK(wrap("  one \n two  ", 20, 5) == Lines{"one two"});
    CHECK(wrap("", 20, 5).empty());
    CHECK(wrap(std::string(25, 'x'), 10, 5) == Lines{std::string(10, 'x'), std::string(10, 'x'), "xxxxx"});
    CHECK(wrap("aa bb cc dd ee", 5, 2) == Lines{"aa bb", "cc d…"});
    const Lines many = wrap(std::string(100000, 'x'), 30, 7);
    CHECK(many.size() == 7);
    CHECK(many.back().ends_with("…"));
    CHECK(count_code_points(many.back()) <= 31);
    // Letters of several bytes count once and are not cut.
    for (const std::string &line : wrap("مرحبا بالعالم مرحبا بالعالم", 8, 9)) {
        CHECK_FALSE(find_invalid_utf8(line));
        CHECK(count_code_points(line) <= 8);
    }
}

TEST_CASE("text is shortened by letters") {
    CHECK(shorten("abc", 3) == "abc");
    CHECK(shorten("abcd", 3) == "ab…");
    CHECK(shorten("ééé", 2) == "é…");
}
