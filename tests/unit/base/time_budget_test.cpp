#include "base/time_budget.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace gainsay;

namespace {

/// Uses processor time until the budget is spent.
void work() {
    for (;;) {
        check_time_budget();
    }
}

} // namespace

TEST_CASE("who spends more processor time than the budget is refused by name") {
    const TimeBudget budget("a.html", 0.01);
    CHECK_THROWS_WITH(work(), "a.html: expected a document that takes at most 0.01 seconds of processor time "
                              "(--max-seconds), found one that takes more");
}

TEST_CASE("without a budget, with none left over and in other threads nothing is refused") {
    CHECK(TimeBudget::current() == nullptr);
    check_time_budget();
    {
        const TimeBudget unlimited("a", 0);
        check_time_budget();
        {
            const TimeBudget inner("b", 1e-9);
            CHECK_THROWS_AS(work(), InputError);
            std::thread([] { check_time_budget(); }).join();
        }
        CHECK(TimeBudget::current() == &unlimited);
        check_time_budget();
    }
    CHECK(TimeBudget::current() == nullptr);
}
