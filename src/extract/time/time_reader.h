#pragma once

#include "base/date.h"
#include "extract/time/time_text.h"

#include <optional>
#include <utility>

namespace gainsay {

/// One expression of time as it is read, before it is joined with its neighbours.
struct TimeReading {
    /// `[first, end)`.
    TokenIndex first = 0;
    TokenIndex end = 0;
    /// Absent where it depends on an unknown date.
    std::optional<DateInterval> value;
    /// The text itself names the year.
    bool has_year = false;
    bool is_weekday = false;
};

/// Reads single expressions of time, in the order of the text: what "the next day" counts from was told before.
/// Refers to the text, which says what sentence is read.
class TimeReader {
  public:
    /// `published` is the article's date, to which relative expressions refer; without it they have no value.
    TimeReader(const TimeText &text, const std::optional<Date> &published)
        : text_(text), published_(published && published->day > 0 ? published : std::nullopt), coarse_(published) {}

    /// The expression that begins at the token, or with a word before it that points ("last Friday").
    std::optional<TimeReading> read_at(TokenIndex token);

    /// To be called for each expression when it is done with: later ones count from its date, and begin behind it.
    void take(const TimeReading &reading);

    /// At any precision.
    const std::optional<Date> &published() const { return coarse_; }

  private:
    /// So many of a unit.
    using TimeCount = std::pair<int, TimeUnit>;

    TimeReading made(TokenIndex first, TokenIndex end, std::optional<DateInterval> value, bool has_year = false) const;
    TimeReading made(TokenIndex first, TokenIndex end, const Date &date, bool has_year = false) const {
        return made(first, end, DateInterval{date, date}, has_year);
    }

    // Dates and days: time_reader.cpp.
    /// "14/10/2014", "2014-10-14", "1990s", "2009-2012".
    std::optional<TimeReading> read_numeric(TokenIndex token) const;
    /// "14 October", "the 14th of October", "14-16 October", "14 and 15 October".
    std::optional<TimeReading> read_day_first(TokenIndex token);
    /// `direction` of the word before, which then belongs to the expression: `first` moves to it.
    TimeDirection take_direction(TokenIndex &first) const;
    TimeReading read_month(TokenIndex first, TokenIndex month_token, int month, std::optional<int> day,
                           std::optional<int> last) const;
    /// Of a month without a year: what lies ahead of the article was last year's, unless the clause looks forward.
    int year_of(TokenIndex token, int month, const std::optional<int> &day, TimeDirection direction) const;
    std::optional<TimeReading> read_weekday(TokenIndex token, int wanted) const;
    /// A number is a year where a preposition or a single thing says so: "in 2012", "a 2013 report".
    std::optional<TimeReading> read_year(TokenIndex token) const;

    // What counts in units, seasons and parts of a day: time_reader_units.cpp.
    /// "the third quarter of 2014", "Q3 2014", "the first half of the year", "the 19th century".
    std::optional<TimeReading> read_ordinal(TokenIndex token) const;
    /// A number, in words or digits, before units of time; `at` moves behind both.
    std::optional<TimeCount> read_count(TokenIndex &at) const;
    /// "two days ago", "a week later", "three months after …", "the day before".
    std::optional<TimeReading> read_counted(TokenIndex token);
    /// "the day (before)": a single one, without a number; `at` moves behind it.
    std::optional<TimeCount> read_single(TokenIndex &at) const;
    /// "(two days) after the 14 October meeting": from the expression that follows; nothing where nothing follows.
    std::optional<TimeReading> read_distance(TokenIndex token, TokenIndex at, int count, TimeUnit unit);
    /// "the past three years"; `at` is behind the unit.
    std::optional<TimeReading> read_stretch(TokenIndex token, TokenIndex at, const TimeCount &count) const;
    /// "In 2009 … two years later": for long units a date of any precision will do.
    const std::optional<Date> &anchor_for(TimeUnit unit) const;
    /// The next expression among the words that follow, in the same sentence.
    std::optional<TimeReading> next_reading(TokenIndex from);
    /// "last year", "this week", "the following day", "at the weekend".
    std::optional<TimeReading> read_unit(TokenIndex token, TimeUnit unit) const;
    /// "the following day", "the same day": from the date told last.
    std::optional<TimeReading> read_told_unit(TokenIndex token, TimeUnit unit) const;
    /// The unit of the article's date, or `step` from it; that date must be known.
    std::optional<TimeReading> read_near_unit(TokenIndex first, TokenIndex token, TimeUnit unit, int step) const;
    /// "last fall": the last one that was over before the article; "spring 2014", "the summer of 2013".
    std::optional<TimeReading> read_season(TokenIndex token, int season) const;
    /// "this morning", "last night".
    std::optional<TimeReading> read_daypart(TokenIndex token) const;

    const TimeText &text_;
    /// Only if its day is known.
    std::optional<Date> published_;
    /// At any precision.
    std::optional<Date> coarse_;
    /// The day told last: "the next day" counts from it.
    std::optional<Date> anchor_;
    /// The date told last, at any precision.
    std::optional<Date> coarse_anchor_;
    /// The end of the expression before.
    TokenIndex taken_until_ = 0;
};

} // namespace gainsay
