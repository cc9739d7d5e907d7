#include "engine/batch_source.h"

#include <catch2/catch.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

using namespace gainsay;

namespace {

/// The batches of `count` items of so many bytes each, where the input pauses behind some.
std::vector<std::vector<int>> batches_of(int count, std::size_t bytes, const std::set<int> &pauses_behind = {}) {
    BatchSource source(std::size_t{1} << 14U);
    int next = 0;
    std::vector<std::vector<int>> batches;
    while (auto batch = source.take<int>([&] { return next < count ? std::optional(next++) : std::nullopt; },
                                         [bytes](const int &) { return bytes; },
                                         [&] { return pauses_behind.contains(next - 1); })) {
        batches.push_back(*std::move(batch));
    }
    return batches;
}

} // namespace

TEST_CASE("batches have all items in their order, and grow to the bound") {
    const auto batches = batches_of(200, 1000);
    int expected = 0;
    for (const std::vector<int> &batch : batches) {
        for (const int item : batch) {
            CHECK(item == expected++);
        }
    }
    CHECK(expected == 200);
    REQUIRE(batches.size() > 5);
    CHECK(batches[0].size() == 3);
    CHECK(batches[1].size() == 5);
    CHECK(batches[4].size() == 17);
    CHECK(batches[5].size() == 17);
}

TEST_CASE("a large item is a batch, and empty ones do not fill it without end") {
    CHECK(batches_of(3, 1000000).size() == 3);
    CHECK(batches_of(100, 0).size() == 2);
    CHECK(batches_of(0, 1).empty());
}

TEST_CASE("what is there when the input pauses is a batch") {
    CHECK(batches_of(9, 10, {0, 1, 5}) == std::vector<std::vector<int>>{{0}, {1}, {2, 3, 4, 5}, {6, 7, 8}});
}
