#include "base/span.h"

#include <catch2/catch.hpp>

using gainsay::ByteSpan;

TEST_CASE("a span is half-open") {
    constexpr ByteSpan span{3, 7};
    CHECK(span.size() == 4);
    CHECK(span.contains(3));
    CHECK_FALSE(span.contains(7));
    CHECK(span.contains(ByteSpan{3, 7}));
    CHECK_FALSE(span.contains(ByteSpan{3, 8}));
}

TEST_CASE("spans that touch do not overlap") {
    CHECK_FALSE(ByteSpan{0, 3}.overlaps({3, 5}));
    CHECK(ByteSpan{0, 4}.overlaps({3, 5}));
    CHECK_FALSE(ByteSpan{0, 9}.overlaps({4, 4}));
}

TEST_CASE("spans are ordered by begin, then end") {
    CHECK(ByteSpan{1, 9} < ByteSpan{2, 3});
    CHECK(ByteSpan{1, 2} < ByteSpan{1, 3});
    CHECK(gainsay::hull({4, 5}, {1, 2}) == ByteSpan{1, 5});
}
