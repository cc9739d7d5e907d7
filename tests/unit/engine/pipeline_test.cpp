#include "engine/pipeline.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace gainsay;

namespace {

std::vector<int> run(std::size_t threads, int count) {
    int next = 0;
    std::vector<int> results;
    run_pipeline<int, int>(
        threads, [&]() -> std::optional<int> { return next < count ? std::optional(next++) : std::nullopt; },
        [](int item) {
            // Later items are done sooner.
            std::this_thread::sleep_for(std::chrono::microseconds(item % 4 == 0 ? 500 : 0));
            return item * 2;
        },
        [&results](int result) { results.push_back(result); });
    return results;
}

} // namespace

TEST_CASE("Results come in the order of the items, whatever the number of threads") {
    const std::vector<int> one = run(1, 100);
    CHECK(one.size() == 100);
    CHECK(one.back() == 198);
    CHECK(run(8, 100) == one);
    CHECK(run(3, 0).empty());
}

TEST_CASE("Few items are in memory at a time") {
    std::atomic<int> alive = 0;
    std::atomic<int> most = 0;
    int next = 0;
    run_pipeline<int, int>(
        2,
        [&]() -> std::optional<int> {
            if (next == 200) {
                return std::nullopt;
            }
            most = std::max(most.load(), ++alive);
            return next++;
        },
        [](int item) { return item; }, [&alive](int) { --alive; });
    CHECK(most <= 7);
}

TEST_CASE("An exception of any part comes through") {
    const auto run_failing = [](int where) {
        int next = 0;
        run_pipeline<int, int>(
            2,
            [&]() -> std::optional<int> {
                if (where == 0 && next == 5) {
                    throw std::runtime_error("source");
                }
                return next < 50 ? std::optional(next++) : std::nullopt;
            },
            [where](int item) {
                if (where == 1 && item == 5) {
                    throw std::runtime_error("work");
                }
                return item;
            },
            [where](int item) {
                if (where == 2 && item == 5) {
                    throw std::runtime_error("sink");
                }
            });
    };
    CHECK_THROWS_WITH(run_failing(0), "source");
    CHECK_THROWS_WITH(run_failing(1), "work");
    CHECK_THROWS_WITH(run_failing(2), "sink");
}
