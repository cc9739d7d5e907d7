#include "base/time_budget.h"

#include "base/error.h"
#include "base/number.h"

#include <ctime>
#include <utility>

namespace gainsay {

namespace {

/// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a thread's own
thread_local const TimeBudget *innermost = nullptr;

std::int64_t thread_nanoseconds() {
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    timespec now = {};
    if (::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0) {
        return 0;
    }
    return static_cast<std::int64_t>(now.tv_sec) * nanoseconds + now.tv_nsec;
}

} // namespace

TimeBudget::TimeBudget(std::string source, double seconds)
    : source_(std::move(source)), seconds_(seconds), outer_(innermost) {
    constexpr double nanoseconds = 1e9;
    constexpr double most_seconds = 1e8; // three years; more is no bound
    if (seconds > 0 && seconds < most_seconds) {
        deadline_ = thread_nanoseconds() + static_cast<std::int64_t>(seconds * nanoseconds);
    }
    innermost = this;
}

TimeBudget::~TimeBudget() {
    innermost = outer_;
}

bool TimeBudget::is_spent() const {
    return deadline_ != 0 && thread_nanoseconds() > deadline_;
}

void TimeBudget::refuse() const {
    throw InputError(source_,
                     "a document that takes at most " + format_number(seconds_) +
                         " seconds of processor time (--max-seconds)",
                     "one that takes more");
}

const TimeBudget *TimeBudget::current() {
    return innermost;
}

void check_time_budget() {
    if (innermost != nullptr && innermost->is_spent()) {
        innermost->refuse();
    }
}

} // namespace gainsay
