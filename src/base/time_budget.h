#pragma once

#include <cstdint>
#include <string>

namespace gainsay {

/// Processor time that the calling thread may spend from here on, as long as the object lives: a document's. What works
/// on documents asks check_time_budget() now and then. Budgets nest, the innermost counts. An object belongs to the
/// thread that made it.
class TimeBudget {
  public:
    /// `source` is the document's file, for the message. 0 seconds are no bound. `spent` are those of them that were
    /// used before, of a document that is worked on in several parts.
    TimeBudget(std::string source, double seconds, double spent = 0);
    ~TimeBudget();
    TimeBudget(const TimeBudget &) = delete;
    TimeBudget &operator=(const TimeBudget &) = delete;
    TimeBudget(TimeBudget &&) = delete;
    TimeBudget &operator=(TimeBudget &&) = delete;

    /// Whether the thread has spent it.
    bool is_spent() const;
    /// Seconds of processor time used so far, what was used before included.
    double spent() const;
    /// Throws InputError.
    [[noreturn]] void refuse() const;
    /// The calling thread's; null where it has none.
    static const TimeBudget *current();

  private:
    std::string source_;
    double seconds_;
    double spent_before_;
    /// Of the thread's clock, in nanoseconds.
    std::int64_t start_;
    /// Of the thread's clock, in nanoseconds; 0 for no bound.
    std::int64_t deadline_ = 0;
    const TimeBudget *outer_;
};

/// Throws InputError where the calling thread has spent its budget. Costs a look at a clock: for each sentence, not for
/// each word.
void check_time_budget();

} // namespace gainsay
