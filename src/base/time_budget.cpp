#include "base/time_budget.h"

#include "base/error.h"
#include "base/number.h"

#include <ctime>
#include <utility>

namespace gainsay {

namespace {

/// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a thread's own
thread_local const TimeBudget *innermost = nullptr;

constexpr std::int64_t nanoseconds = 1'000'000'000;

std::int64_t thread_nanoseconds() {
    timespec now = {};
    if (::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0) {
        return 0;
    }
    return static_cast<std::int64_t>(now.tv_sec) * nanoseconds + now.tv_nsec;
}

} // namespace

TimeBudget::TimeBudget(std::string source, double seconds, double spent)
    : source_(std::move(source)), seconds_(seconds), spent_before_(spent), start_(thread_nanoseconds()),
      outer_(innermost) {
    constexpr double most_seconds = 1e8; // three years; more is no bound
    if (seconds > 0 && seconds < most_seconds) {
        deadline_ = start_ + static_cast<std::int64_t>((seconds - spent) * static_cast<double>(nanoseconds));
    }
    innermost = this;
}

TimeBudget::~TimeBudget() {
    innermost = outer_;
}

bool TimeBudget::is_spent() const {
    return deadline_ != 0 && thread_nanoseconds() > deadline_;
}

double TimeBudget::spent() const {
    return spent_before_ + static_cast<double>(thread_nanoseconds() - start_) / static_cast<double>(nanoseconds);
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
