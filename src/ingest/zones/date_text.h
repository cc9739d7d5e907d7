#pragma once

#include "language/article_rules.h"

#include "base/date.h"
#include "base/span.h"

#include <optional>
#include <string_view>

namespace gainsay {

/// A date found in a line.
struct WrittenDate {
    Date date;
    /// Bytes of the line that it takes.
    ByteSpan span;
};

/// The first date in a line, as people and programs write dates of publication: "October 28, 2014", "Oct. 28, 2014",
/// "28th of October 2014", "October 2014", "2014-10-28T04:24:00Z", "2014/10/28", "28.10.2014", "20141028". Numbers with
/// slashes only where they have one reading ("10/28/2014"). The date is that of the place where it was written: no time
/// zone is applied. `calendar` holds the months' names ("month 10").
std::optional<WrittenDate> find_date(std::string_view line, const CalendarWords &calendar);

/// Whether the line is a date (and time, weekday, "Published on") and nothing else.
bool is_date_line(std::string_view line, const CalendarWords &calendar);

/// The date in the path of an article's address: ".../2014/10/15/...", ".../2014-10-15-...". Nothing without a day.
std::optional<Date> date_in_url(std::string_view url);

} // namespace gainsay
