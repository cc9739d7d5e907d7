#include "ingest/html/html_attributes.h"
#include "ingest/html/html_tree.h"

#include "base/error.h"
#include "base/time_budget.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

std::string many(const std::string &word, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += " " + word + std::to_string(i);
    }
    return text;
}

} // namespace

TEST_CASE("attributes are counted as a browser reads them") {
    CHECK(most_attributes("") == 0);
    CHECK(most_attributes("a < b <c>") == 0);
    CHECK(most_attributes("<p>") == 0);
    CHECK(most_attributes("<p a b=c d='e f' g = \"h > i\" j/>") == 5);
    CHECK(most_attributes("<br/><img/src=x/alt>") == 1);
    CHECK(most_attributes("<p =a =b>") == 1);
    CHECK(most_attributes("<p a=b\"c d>") == 2);
    CHECK(most_attributes("<p a<b c>") == 2);
    CHECK(most_attributes("<p a b") == 2);
    CHECK(most_attributes("<p a='b") == 1);
    CHECK(most_attributes("<p a=>x y z") == 1);
    CHECK(most_attributes("</p a b c>") == 0);
}

TEST_CASE("what is no tag has no attributes") {
    CHECK(most_attributes("<!-- <p a b c --><i a>") == 1);
    CHECK(most_attributes("<!--><p a b>") == 2);
    CHECK(most_attributes("<script>if (a<b) { x y z }</script><p a>") == 1);
    CHECK(most_attributes("<SCRIPT type=x>a<b c d e</sCript ><p a b>") == 2);
    CHECK(most_attributes("<style>a<b c d</style><title><p a b c></title>") == 0);
    CHECK(most_attributes("<script>a<b c d") == 0);
    CHECK(most_attributes("<? a b c ?><!doctype html a b>") == 0);
}

TEST_CASE("a page with too many attributes is refused before it is parsed") {
    CHECK_NOTHROW(parse_html("<p" + many("a", 2000) + ">x</p>", "p.html"));
    CHECK_THROWS_WITH(parse_html("<p" + many("a", 2001) + ">x</p>", "p.html"),
                      "p.html: expected HTML with at most 2000 attributes in an element, found 2001");
}

TEST_CASE("the parser gives up when the time is spent, and gives its memory back") {
    // What the count of attributes does not see: a style sheet that is none.
    const std::string page = "<svg><style><a" + many("a", 30000) + "></a></style></svg>";
    REQUIRE(most_attributes(page) == 0);
    const TimeBudget budget("p.html", 0.05);
    CHECK_THROWS_WITH(parse_html(page, "p.html"), Catch::Matchers::Contains("at most 0.05 seconds of processor time"));
}
