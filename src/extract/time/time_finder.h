#pragma once

#include "extract/mentions/entity_book.h"
#include "observation/observations.h"

#include <optional>
#include <vector>

namespace gainsay {

/// An expression of time by its tokens.
struct FoundTime {
    /// `[first, end)`.
    TokenIndex first = 0;
    TokenIndex end = 0;
    /// Absent where it depends on an unknown date.
    std::optional<DateInterval> value;
};

/// Dates, weekdays and other expressions of time, in order. `published` is the article's date, to which relative ones
/// refer; without it they have no value.
std::vector<FoundTime> find_times(const Syntax &syntax, const English &english, const std::optional<Date> &published);

/// The expression that tells when the predicate or noun at `token` took place: below it, or beside it below its verb.
std::optional<TimeMention> time_of(const Syntax &syntax, const std::vector<FoundTime> &times, TokenIndex token);

} // namespace gainsay
