#pragma once

#include "base/date.h"
#include "language/time_words.h"

#include <optional>

namespace gainsay {

inline constexpr int days_a_week = 7;

/// `day` is a number of days, as to_days() counts them.
DateInterval day_interval(long day);

/// Months counted from year 0; of a date without a month January.
int month_index(const Date &date);

/// A stretch of months by their index, both included.
DateInterval month_interval(int first, int last);

/// The weekend that began last before or on the day.
DateInterval weekend_before(long day);

/// What lies `count` units from the date, at the unit's precision; nothing if the date is too coarse for it.
std::optional<DateInterval> shift(const Date &from, int count, TimeUnit unit);

} // namespace gainsay
