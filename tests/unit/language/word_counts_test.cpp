#include "language/word_counts.h"

#include "base/error.h"
#include "base/lexicon_file.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

WordCounts read(const std::string &text) {
    return WordCounts(LexiconFile::parse(text, "counts.tsv", 2));
}

} // namespace

TEST_CASE("A word that has no row has as many as the others together on the average") {
    const WordCounts counts = read("*\t100\n?\t2\nharbour\t40\n");
    CHECK(counts.total() == 100);
    CHECK(counts.count("harbour") == 40);
    CHECK(counts.count("ferry") == 2);
}

TEST_CASE("Counts that are none are refused") {
    CHECK_THROWS_AS(read("*\t100\n?\t2\nharbour\t0\n"), ModelError);
    CHECK_THROWS_AS(read("*\t100\n?\t2\nharbour\tmany\n"), ModelError);
    CHECK_THROWS_AS(read("*\t100\nharbour\t1\n"), ModelError);
    CHECK_THROWS_AS(read("?\t2\nharbour\t1\n"), ModelError);
}
