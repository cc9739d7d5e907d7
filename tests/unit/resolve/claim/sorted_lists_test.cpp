#include "resolve/claim/sorted_lists.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("What two lists have in common") {
    std::vector<int> a{5, 1, 3, 3};
    sort_once(a);
    CHECK(a == std::vector<int>{1, 3, 5});
    const std::vector<int> b{3, 5, 7, 9};
    CHECK(shared(a, b) == std::vector<int>{3, 5});
    CHECK(overlap(a, b) == Approx(2.0 / 3));
    CHECK(jaccard(a, b) == Approx(2.0 / 5));
    CHECK(overlap(a, {}) == 0);
    CHECK(jaccard<int>({}, {}) == 0);
}
