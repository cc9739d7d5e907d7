#include "ingest/html/html_attributes.h"
#include "ingest/html/html_memory.h"
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
    const std::string page = "<a" + many("a", 30000) + ">";
    const TimeBudget budget("p.html", 0.05);
    HtmlMemory memory;
    CHECK_THROWS_WITH(memory.parse(kGumboDefaultOptions, page.data(), page.size()),
                      Catch::Matchers::Contains("at most 0.05 seconds of processor time"));
}

namespace {

std::string repeated(const std::string &words, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += words;
    }
    return text;
}

} // namespace

TEST_CASE("nesting is counted by what stands open") {
    CHECK(deepest_nesting("") == 0);
    CHECK(deepest_nesting("<div><div></div><b>x</b></div>") == 2);
    CHECK(deepest_nesting(repeated("<p>a<br>b<li>c<img/>", 100)) == 0);
    CHECK(deepest_nesting(repeated("<table><tr><td>a", 3)) == 3);
    // A script and a comment hold no tags.
    CHECK(deepest_nesting("<script>" + repeated("if (a<b) c();", 100) + "</script><!-- <i><i> --><i>x</i>") == 1);
}

TEST_CASE("shapes of a drawing are closed at once, elements of HTML are not") {
    const std::string shapes = repeated("<path d='M0 0'/><use href=\"#a\"/><g><rect/></g>", 1000);
    CHECK(deepest_nesting("<svg>" + shapes + "</svg>") == 2);
    CHECK(deepest_nesting(repeated("<svg><title>An icon</title><path/><path/></svg>", 1000)) == 2);
    CHECK(deepest_nesting(repeated("<div/>", 1000)) == 1000);
    CHECK(deepest_nesting("<svg/>" + repeated("<path/>", 1000)) == 1000);
}

TEST_CASE("pages that are made to deceive are seen through") {
    constexpr std::size_t count = 3000;
    for (const std::string &page : {
             repeated("<div></i>", count),                    // an end tag of another name
             repeated("<b><div></b>", count),                 // formatting that ends in the middle
             repeated("<rt>", count),                         // no ruby around
             repeated("<optgroup>", count),                   // no list around
             "<svg><div>" + repeated("<path/>", count),       // the drawing has ended
             "<div><svg></div>" + repeated("<path/>", count), // so has this one
             "<g><svg></g>" + repeated("<path/>", count),     // and this
             "<svg>" + repeated("<a>", count),                // links nest there
             "<svg><title>" + repeated("<path/>", count),     // HTML within the drawing
             "<svg><foreignObject><div></svg></div></foreignObject>" + repeated("<a>", count),
             "<svg><title><div></svg></div></title>" + repeated("<link>", count),
             "<svg><style>" + repeated("<g>", count),
             "<svg><nosuch><style>" + repeated("<div>", count),
         }) {
        INFO(page.substr(0, 60));
        CHECK(deepest_nesting(page) >= count);
        CHECK_THROWS_AS(parse_html(page, "a.html"), InputError);
    }
}
