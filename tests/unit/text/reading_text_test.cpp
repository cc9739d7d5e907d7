#include "text/popover.h"
#include "text/reading_text.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace gainsay;

namespace {

std::size_t rank(std::string_view word) {
    static const std::map<std::string, std::size_t, std::less<>> ranks = {
        {"company", 1}, {"well-known", 2}, {"wellknown", 9}, {"known", 3},
        {"based", 4},   {"war", 5},        {"and", 6},       {"hart", 7}};
    const auto found = ranks.find(word);
    return found == ranks.end() ? 0 : found->second;
}

std::string read(std::string_view text) {
    return std::string(ReadingText(text, rank).text());
}

/// What stood where `word` is read.
std::string original_of(std::string_view text, std::string_view word) {
    const ReadingText reading(text, rank);
    const std::size_t at = reading.text().find(word);
    REQUIRE(at != std::string_view::npos);
    const ByteSpan span = reading.original({at, at + word.size()});
    return std::string(text.substr(span.begin, span.size()));
}

} // namespace

TEST_CASE("soft hyphens and zero-width characters are not read") {
    CHECK(read("Jo\u00ADhann Falk de\u00ADnied\u200B it\u2060.\uFEFF") == "Johann Falk denied it.");
    CHECK(read("\uFEFFcaf\u00E9 \u2013 \u201Cno\u201D") == "caf\u00E9 \u2013 \u201Cno\u201D");
    CHECK(reading_of("a\u200Db") == "ab");
    CHECK(read("\u00AD\u00AD").empty());
    CHECK(read("").empty());
}

TEST_CASE("spans are those of the original") {
    const std::string text = "Mi\u00ADnis\u00ADter \u00ADFalk\u00AD said.";
    CHECK(original_of(text, "Minister") == "Mi\u00ADnis\u00ADter");
    CHECK(original_of(text, "Falk") == "Falk");
    CHECK(original_of(text, "Falk said.") == "Falk\u00AD said.");
    CHECK(original_of(text, "s") == "s");
    const ReadingText reading(text, rank);
    CHECK(reading.original({0, reading.text().size()}) == ByteSpan{0, text.size()});
}

TEST_CASE("a text without such things is a view of itself") {
    const std::string text = "Caf\u00E9s \u2013 well-known ones - closed.";
    const ReadingText reading(text, rank);
    CHECK_FALSE(reading.differs());
    CHECK(reading.text().data() == text.data());
    CHECK(reading.original({3, 7}) == ByteSpan{3, 7});
    CHECK(reading.original({3, 3}) == ByteSpan{3, 3});
}

TEST_CASE("words that a line's end divides are put together") {
    CHECK(read("the com-\npany paid") == "the company paid");
    CHECK(read("the com- \r\n   pany paid") == "the company paid");
    CHECK(read("Lena Hart-\nmann") == "Lena Hartmann");
    CHECK(original_of("the com-\npany paid", "company") == "com-\npany");
    CHECK(original_of("the com-\npany paid", "paid") == "paid");
}

TEST_CASE("a hyphen that is the word's own stays") {
    for (const std::string_view text : {"a well-\nknown case", "Dhabi-\nbased", "pre-\nand post-war", "Al-\nJazeera",
                                        "3-\nday", "said -\nin short", "com-\n\npany", "x-\ny"}) {
        CHECK(read(text) == text);
    }
    CHECK(reading_of("com-\npany") == "com-\npany");
}

TEST_CASE("what HTML writes for a character is read as one") {
    const std::string text = "&quot;No,&quot; Renate M&uuml;ller of Smith &amp; Sons said.";
    CHECK(read(text) == "\"No,\" Renate M\u00FCller of Smith & Sons said.");
    CHECK(original_of(text, "\"") == "&quot;");
    CHECK(original_of(text, "No") == "No");
    CHECK(original_of(text, "\"No,\"") == "&quot;No,&quot;");
    CHECK(original_of(text, "M\u00FCller") == "M&uuml;ller");
    CHECK(original_of(text, "M\u00FC") == "M&uuml;");
    CHECK(original_of(text, "& Sons") == "&amp; Sons");
    CHECK(read("de&shy;nied &zwj;it") == "denied it");
    CHECK(original_of("a&amp;\u00ADb", "a&") == "a&amp;");
    CHECK(original_of("a&amp;&amp;b", "&&b") == "&amp;&amp;b");
    CHECK(read("AT&T; R&D, &c. && &nosuch;") == "AT&T; R&D, &c. && &nosuch;");
}

TEST_CASE("what a page shows at a name is not read") {
    const std::string text =
        "Rep. Ann Lee Ann B. LeeMayor to visit Oslo Council: no tolls MORE (D) said no. No MORE cuts, "
        "she said of LeeCorp.";
    const ReadingText reading(text);
    CHECK(reading.text() == "Rep. Ann Lee (D) said no. No MORE cuts, she said of LeeCorp.");
    const std::size_t said = reading.text().find("said no");
    CHECK(text.substr(reading.original({said, said + 4}).begin, 4) == "said");
    CHECK(ReadingText("Ann Lee Anna (Ann) B. Lee2020 polls open MORE said no.").text() == "Ann Lee said no.");
    CHECK(ReadingText("Mayor Ann Lee Ann B. Lee Visitors may come MORE said no.").text() == "Mayor Ann Lee said no.");
    CHECK(find_popovers("Ann Lee said that Ann and Lee want MORE").empty());
    CHECK(find_popovers("Ann LeeMayor to visit MORE").empty());
    CHECK(find_popovers("Lee said LeeMayor\nto visit MORE").empty());
    CHECK(find_popovers(" MORE").empty());
}
