#include "language/boosted_trees.h"

#include "base/error.h"
#include "base/lexicon_file.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace gainsay;

namespace {

BoostedTrees read(const std::string &text) {
    return BoostedTrees(LexiconFile::parse(text, "trees.tsv", 6));
}

double odds(const BoostedTrees &trees, const std::vector<double> &values) {
    const double probability = trees.probability(values);
    return std::log(probability / (1 - probability));
}

} // namespace

TEST_CASE("Each tree adds the leaf that the values lead to") {
    const BoostedTrees trees = read("0\t0\t-\t-1.5\t\t\n"
                                    "1\t0\tb\t2\t1\t2\n"
                                    "1\t1\t-\t0.25\t\t\n"
                                    "1\t2\ta\t0\t3\t4\n"
                                    "1\t3\t-\t1\t\t\n"
                                    "1\t4\t-\t4\t\t\n");
    CHECK(trees.features() == std::vector<std::string>{"b", "a"});
    CHECK(odds(trees, {2, 0}) == Approx(-1.25));
    CHECK(odds(trees, {2.1, 0}) == Approx(-0.5));
    CHECK(odds(trees, {3, 1}) == Approx(2.5));
}

TEST_CASE("Trees that would lead nowhere, or round and round, are refused with their line") {
    for (const char *text : {"0\t0\ta\t1\t0\t1\n0\t1\t-\t1\t\t\n", "0\t0\ta\t1\t1\t2\n0\t1\t-\t1\t\t\n",
                             "0\t0\ta\t1\t1\t2\n0\t1\t-\t1\t\t\n1\t0\t-\t1\t\t\n", "1\t0\t-\t1\t\t\n",
                             "0\t1\t-\t1\t\t\n", "0\t0\t-\tx\t\t\n", "0\t0\t-\tinf\t\t\n", "0\t0\ta\t1\t1\tx\n"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(read(text), ModelError);
        CHECK_THROWS_WITH(read(text), Catch::Contains("trees.tsv:1:"));
    }
}
