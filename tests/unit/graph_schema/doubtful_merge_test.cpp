#include "graph_schema/doubtful_merge.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("a doubtful merge is one text and comes back as it was") {
    const DoubtfulMerge merge{62, "Sand@varna", "Viktor Sand@harbor", "nobody else there holds the office"};
    CHECK(format(merge) == "62 | Sand@varna | Viktor Sand@harbor | nobody else there holds the office");
    CHECK(parse_doubtful_merge(format(merge)) == merge);
    for (const char *bad : {"", "62", "62 | a | b", "62 | a | b | c | d", "x | a | b | c", "62 |  | b | c"}) {
        CHECK_FALSE(parse_doubtful_merge(bad).has_value());
    }
}

TEST_CASE("what an override file could not take has no text; the least sure come first, each once") {
    CHECK(format({62, "a|b@x", "c@y", "why"}).empty());
    const std::vector<std::string> texts =
        doubtful_texts({{80, "a@x", "b@y", "why"}, {60, "a@x", "c@y", "why"}, {80, "a@x", "b@y", "why"}});
    CHECK(texts == std::vector<std::string>{"60 | a@x | c@y | why", "80 | a@x | b@y | why"});
}
