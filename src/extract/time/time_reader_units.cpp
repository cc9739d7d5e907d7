#include "extract/time/calendar_steps.h"
#include "extract/time/time_reader.h"

#include <algorithm>

namespace gainsay {

namespace {

/// Nothing from no date.
std::optional<DateInterval> shifted(const std::optional<Date> &from, int count, TimeUnit unit) {
    return from ? shift(*from, count, unit) : std::nullopt;
}

} // namespace

std::optional<TimeReading> TimeReader::read_ordinal(TokenIndex token) const {
    constexpr int months_a_quarter = 3;
    constexpr int months_a_half = 6;
    constexpr int years_a_century = 100;
    const bool name = text_.is("quarter_name", token);
    const std::optional<int> ordinal = text_.words().value("ordinal", text_.form(token))
                                           ? text_.words().value("ordinal", text_.form(token))
                                           : text_.number_at(token);
    if (!ordinal) {
        return std::nullopt;
    }
    TokenIndex at = name ? token + 1 : token + 2;
    if (!name && text_.is("joint", token + 1)) {
        ++at;
    }
    const std::optional<TimeUnit> unit = name ? TimeUnit::quarter : text_.words().unit(text_.form(at - 1));
    const bool half = !name && text_.is("half", at - 1);
    if (unit == TimeUnit::century && !name && text_.form(token).back() > '9') {
        return made(token, at,
                    DateInterval{{(*ordinal - 1) * years_a_century + 1, 0, 0}, {*ordinal * years_a_century, 0, 0}},
                    true);
    }
    const int length = half ? months_a_half : months_a_quarter;
    if ((!half && unit != TimeUnit::quarter) || *ordinal * length > 12 ||
        !text_.words().value("ordinal", text_.form(token))) {
        return std::nullopt;
    }
    std::optional<int> year;
    if (text_.is_year(at)) {
        year = text_.number_at(at++);
    } else if (text_.is("of", at) && text_.is_year(at + 1)) {
        year = text_.number_at(at + 1);
        at += 2;
    }
    const bool has_year = year.has_value();
    if (!year && coarse_) {
        year = coarse_->year - (coarse_->month > 0 && (*ordinal - 1) * length >= coarse_->month ? 1 : 0);
    }
    if (!year) {
        return half ? std::nullopt : std::optional(made(token, at, std::nullopt));
    }
    const int begin = *year * 12 + (*ordinal - 1) * length;
    return made(token, at, month_interval(begin, begin + length - 1), has_year);
}

std::optional<TimeReader::TimeCount> TimeReader::read_count(TokenIndex &at) const {
    const std::optional<int> count = text_.words().value("number", text_.form(at))
                                         ? text_.words().value("number", text_.form(at))
                                         : text_.number_at(at);
    std::optional<TimeUnit> unit = count ? text_.words().unit(text_.form(at + 1)) : std::nullopt;
    if (!unit || *unit == TimeUnit::weekend) {
        return std::nullopt;
    }
    at += 2;
    return std::pair(*count, *unit);
}

std::optional<TimeReading> TimeReader::read_counted(TokenIndex token) {
    TokenIndex at = token;
    std::optional<TimeCount> count = read_count(at);
    if (!count) {
        count = read_single(at);
        if (!count) {
            return std::nullopt;
        }
    } else if (text_.is("ago", at)) {
        return made(token, at + 1, shifted(coarse_, -count->first, count->second));
    }
    const bool before = text_.is("before", at);
    const bool after = text_.is("after", at);
    if (before || after) {
        if (const auto found = read_distance(token, at, before ? -count->first : count->first, count->second)) {
            return found;
        }
    }
    if (before || text_.is("earlier", at)) {
        return made(token, at + 1, shifted(anchor_for(count->second), -count->first, count->second));
    }
    if (after || text_.is("later", at)) {
        return made(token, at + 1, shifted(anchor_for(count->second), count->first, count->second));
    }
    return read_stretch(token, at, *count);
}

std::optional<TimeReader::TimeCount> TimeReader::read_single(TokenIndex &at) const {
    const std::optional<TimeUnit> unit = text_.words().unit(text_.form(at));
    const bool is_counted = unit && text_.english().grammar.has("definite", text_.form_before(at)) &&
                            (text_.is("before", at + 1) || text_.is("after", at + 1));
    if (!is_counted) {
        return std::nullopt;
    }
    ++at;
    return TimeCount(1, *unit);
}

std::optional<TimeReading> TimeReader::read_distance(TokenIndex token, TokenIndex at, int count, TimeUnit unit) {
    if (const std::optional<TimeReading> base = next_reading(at + 1)) {
        return made(token, at + 1, base->value ? shift(base->value->first, count, unit) : std::nullopt);
    }
    if (at + 1 < text_.end() && text_.syntax().upos(at + 1) != Upos::PUNCT) {
        return made(token, at + 1, std::nullopt);
    }
    return std::nullopt;
}

std::optional<TimeReading> TimeReader::read_stretch(TokenIndex token, TokenIndex at, const TimeCount &count) const {
    const bool past = text_.is_before("stretch_past", token);
    const bool is_stretch = past || text_.is_before("stretch_next", token);
    if (!is_stretch || !coarse_ || token == text_.first()) {
        return std::nullopt;
    }
    const std::optional<DateInterval> other = shift(*coarse_, past ? -count.first : count.first, count.second);
    const std::optional<DateInterval> here = shift(*coarse_, 0, count.second);
    if (!other || !here) {
        return made(token - 1, at, std::nullopt);
    }
    const bool days = other->first.day > 0 && published_;
    const Date now = days ? *published_ : here->first;
    return made(token - 1, at, past ? DateInterval{other->first, now} : DateInterval{now, other->last});
}

const std::optional<Date> &TimeReader::anchor_for(TimeUnit unit) const {
    const bool is_long = unit == TimeUnit::month || unit == TimeUnit::year || unit == TimeUnit::quarter ||
                         unit == TimeUnit::decade || unit == TimeUnit::century;
    return is_long ? coarse_anchor_ : anchor_;
}

std::optional<TimeReading> TimeReader::next_reading(TokenIndex from) {
    constexpr TokenIndex most_words = 8;
    const TokenIndex end = std::min(from + most_words, text_.end());
    for (TokenIndex token = from; token < end; ++token) {
        if (std::optional<TimeReading> found = read_at(token)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<TimeReading> TimeReader::read_unit(TokenIndex token, TimeUnit unit) const {
    const bool plural = has_feature(text_.syntax(), token, "Number", "Plur");
    if (!plural) {
        if (const std::optional<TimeReading> told = read_told_unit(token, unit)) {
            return told;
        }
    }
    TokenIndex first = token;
    const TimeDirection direction = take_direction(first);
    if (direction == TimeDirection::none) {
        if (unit != TimeUnit::weekend || !text_.english().grammar.has("definite", text_.form_before(token))) {
            return std::nullopt;
        }
        return made(token - 1, token + 1,
                    published_ ? std::optional(weekend_before(to_days(*published_))) : std::nullopt);
    }
    if (plural && unit != TimeUnit::weekend) {
        return std::nullopt;
    }
    if (!coarse_) {
        return made(first, token + 1, std::nullopt);
    }
    return read_near_unit(first, token, unit,
                          direction == TimeDirection::past   ? -1
                          : direction == TimeDirection::next ? 1
                                                             : 0);
}

std::optional<TimeReading> TimeReader::read_told_unit(TokenIndex token, TimeUnit unit) const {
    const bool definite = text_.english().grammar.has("definite", text_.form_before(token, 2));
    const bool following = text_.is_before("following", token);
    // "the next day" counts from what was told, "next week" from the article.
    if ((definite || unit == TimeUnit::day) && (following || text_.is_before("preceding", token)) &&
        !(definite && unit != TimeUnit::day && text_.is_before("past", token))) {
        return made(token - 1, token + 1, shifted(anchor_, following ? 1 : -1, unit));
    }
    if (text_.is_before("own_day", token) && unit == TimeUnit::day) {
        return made(token - 1, token + 1, shifted(anchor_, 0, unit));
    }
    return std::nullopt;
}

std::optional<TimeReading> TimeReader::read_near_unit(TokenIndex first, TokenIndex token, TimeUnit unit,
                                                      int step) const {
    switch (unit) {
    case TimeUnit::day:
        return step == 0 ? std::optional(made(first, token + 1, shift(*coarse_, 0, unit))) : std::nullopt;
    case TimeUnit::weekend: {
        // The last one began before the article; "this weekend" may be ahead.
        const bool ahead = step > 0 || (step == 0 && text_.tense_at(token) == Tense::future);
        return made(first, token + 1,
                    published_ ? std::optional(weekend_before(to_days(*published_) + (ahead ? days_a_week : 0)))
                               : std::nullopt);
    }
    case TimeUnit::hour:
        return std::nullopt;
    default:
        break;
    }
    if (unit == TimeUnit::quarter && coarse_->month > 0) {
        constexpr int months_a_quarter = 3;
        const int begin = (month_index(*coarse_) / months_a_quarter + step) * months_a_quarter;
        return made(first, token + 1, month_interval(begin, begin + months_a_quarter - 1));
    }
    return made(first, token + 1, shift(*coarse_, step, unit));
}

std::optional<TimeReading> TimeReader::read_season(TokenIndex token, int season) const {
    TokenIndex first = token;
    TokenIndex end = token + 1;
    // Winter starts in December of the year before, and so on: months counted from year 0.
    const int start_month = (season * 3 + 11) % 12;
    std::optional<int> year;
    if (text_.is_year(end)) {
        year = text_.number_at(end++);
    } else if (text_.is("of", end) && text_.is_year(end + 1)) {
        year = text_.number_at(end + 1);
        end += 2;
    }
    if (year) {
        const int start = *year * 12 + start_month;
        return made(first, end, month_interval(start, start + 2), true);
    }
    const TimeDirection direction = take_direction(first);
    if (direction == TimeDirection::none) {
        return std::nullopt;
    }
    if (!coarse_ || coarse_->month == 0) {
        return made(first, end, std::nullopt);
    }
    const int now = month_index(*coarse_);
    int start = coarse_->year * 12 + start_month;
    if (direction == TimeDirection::past) {
        while (start + 2 >= now) {
            start -= 12;
        }
    } else if (direction == TimeDirection::next) {
        while (start <= now) {
            start += 12;
        }
    }
    return made(first, end, month_interval(start, start + 2));
}

std::optional<TimeReading> TimeReader::read_daypart(TokenIndex token) const {
    TokenIndex first = token;
    const TimeDirection direction = take_direction(first);
    if (direction != TimeDirection::past && direction != TimeDirection::current) {
        return std::nullopt;
    }
    return made(first, token + 1,
                published_ ? shift(*published_, direction == TimeDirection::past ? -1 : 0, TimeUnit::day)
                           : std::nullopt);
}

} // namespace gainsay
