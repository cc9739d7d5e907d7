#include "extract/time/time_reader.h"

#include "extract/time/calendar_steps.h"
#include "extract/time/numeric_date.h"

#include <string>
#include <string_view>

namespace gainsay {

TimeReading TimeReader::made(TokenIndex first, TokenIndex end, std::optional<DateInterval> value, bool has_year) const {
    const bool valid = value && is_valid(value->first) && is_valid(value->last);
    return {first, end, valid ? value : std::nullopt, has_year, false};
}

void TimeReader::take(const TimeReading &reading) {
    if (reading.value && reading.value->first == reading.value->last) {
        coarse_anchor_ = reading.value->first;
        if (coarse_anchor_->day > 0) {
            anchor_ = coarse_anchor_;
        }
    }
    taken_until_ = reading.end;
}

std::optional<TimeReading> TimeReader::read_at(TokenIndex token) {
    if (token >= text_.end() || (text_.is_in_name(token) && text_.form(token).find('-') == std::string::npos)) {
        return std::nullopt;
    }
    if (const auto found = read_numeric(token)) {
        return found;
    }
    if (const auto month = text_.month_at(token); month && !text_.is_bare_name(token)) {
        return read_month(token, token, *month, std::nullopt, std::nullopt);
    }
    if (const auto found = read_day_first(token)) {
        return found;
    }
    if (const auto weekday = text_.words().weekday(text_.form(token)); weekday && text_.is_capital(token)) {
        return read_weekday(token, *weekday);
    }
    if (const auto offset = text_.words().value("day", text_.form(token))) {
        const TokenIndex end = text_.is("daypart", token + 1) ? token + 2 : token + 1;
        return made(token, end, published_ ? shift(*published_, *offset, TimeUnit::day) : std::nullopt);
    }
    if (text_.words().value("night", text_.form(token)) && text_.syntax().upos(token) != Upos::VERB) {
        return made(token, token + 1,
                    published_ ? std::optional(DateInterval{from_days(to_days(*published_) - 1), *published_})
                               : std::nullopt);
    }
    if (const auto found = read_ordinal(token)) {
        return found;
    }
    if (const auto found = read_counted(token)) {
        return found;
    }
    if (const auto unit = text_.words().unit(text_.form(token))) {
        return read_unit(token, *unit);
    }
    if (const auto season = text_.words().season(text_.form(token));
        season && text_.syntax().upos(token) == Upos::NOUN) {
        return read_season(token, *season);
    }
    if (text_.is("daypart", token)) {
        return read_daypart(token);
    }
    return read_year(token);
}

std::optional<TimeReading> TimeReader::read_numeric(TokenIndex token) const {
    const Document &document = text_.syntax().document();
    const std::size_t begin = text_.syntax().token(token).span.begin;
    const std::optional<NumericDate> date = read_numeric_date(std::string_view(document.text).substr(begin));
    if (!date) {
        return std::nullopt;
    }
    TokenIndex end = token;
    while (end < text_.end() && text_.syntax().token(end).span.end <= begin + date->length) {
        ++end;
    }
    // The last token must end with the date.
    if (end == token || text_.syntax().token(end - 1).span.end != begin + date->length) {
        return std::nullopt;
    }
    return made(token, end, date->value, true);
}

std::optional<TimeReading> TimeReader::read_day_first(TokenIndex token) {
    const std::optional<int> day = text_.day_at(token);
    if (!day) {
        return std::nullopt;
    }
    std::optional<int> last;
    TokenIndex at = token + 1;
    if (text_.is("range_close", at) && text_.day_at(at + 1) && text_.day_at(at + 1) > day) {
        last = text_.day_at(at + 1);
        at += 2;
    }
    if (text_.is("of", at)) {
        ++at;
    }
    const std::optional<int> month = at < text_.end() ? text_.month_at(at) : std::nullopt;
    return month ? std::optional(read_month(token, at, *month, day, last)) : std::nullopt;
}

TimeDirection TimeReader::take_direction(TokenIndex &first) const {
    const TimeDirection direction = text_.words().direction(text_.form_before(first));
    if (direction != TimeDirection::none && taken_until_ < first) {
        --first;
        return direction;
    }
    return TimeDirection::none;
}

TimeReading TimeReader::read_month(TokenIndex first, TokenIndex month_token, int month, std::optional<int> day,
                                   std::optional<int> last) const {
    TokenIndex end = month_token + 1;
    if (!day && text_.day_at(end) && !text_.is_year(end)) {
        day = text_.day_at(end++);
        if (text_.is("range_close", end) && text_.day_at(end + 1) && text_.day_at(end + 1) > day &&
            !text_.month_follows(end + 1)) {
            last = text_.day_at(end + 1);
            end += 2;
        }
    }
    std::optional<int> year;
    if (text_.is_year(end)) {
        year = text_.number_at(end++);
    } else if ((text_.form(end) == "," || text_.is("of", end)) && text_.is_year(end + 1)) {
        year = text_.number_at(end + 1);
        end += 2;
    }
    const bool has_year = year.has_value();
    const TimeDirection direction = take_direction(first);
    if (!year && direction == TimeDirection::past && text_.is("this", end) && text_.words().unit(text_.form(end + 1))) {
        end += 2;
    }
    if (!year && coarse_) {
        year = year_of(month_token, month, day, direction);
    }
    if (!year) {
        return made(first, end, std::nullopt);
    }
    const Date date{*year, month, day.value_or(0)};
    return made(first, end, DateInterval{date, {*year, month, last ? *last : date.day}}, has_year);
}

int TimeReader::year_of(TokenIndex token, int month, const std::optional<int> &day, TimeDirection direction) const {
    constexpr int days_a_month = 31;
    constexpr int near_days = 45;
    const int year = coarse_->year;
    if (coarse_->month == 0) {
        return year;
    }
    const int ahead = (month - coarse_->month) * days_a_month + (day && coarse_->day > 0 ? *day - coarse_->day : 0);
    if (direction == TimeDirection::next) {
        return ahead < 0 ? year + 1 : year;
    }
    if (direction == TimeDirection::past) {
        return ahead >= 0 ? year - 1 : year;
    }
    if (direction == TimeDirection::current) {
        return year;
    }
    const Tense tense = text_.tense_at(token);
    if (ahead > 0 && (tense == Tense::past || (tense == Tense::unknown && ahead > near_days))) {
        return year - 1;
    }
    // In December: "will begin in January".
    if (tense == Tense::future && ahead < -days_a_month) {
        return year + 1;
    }
    return year;
}

std::optional<TimeReading> TimeReader::read_weekday(TokenIndex token, int wanted) const {
    TokenIndex first = token;
    const TimeDirection direction = take_direction(first);
    const TokenIndex end = text_.is("daypart", token + 1) ? token + 2 : token + 1;
    TimeReading result = made(first, end, std::nullopt);
    result.is_weekday = true;
    if (!published_) {
        return result;
    }
    const long today = to_days(*published_);
    const int back = (weekday(*published_) - wanted + days_a_week) % days_a_week;
    const bool ahead = direction == TimeDirection::next || direction == TimeDirection::current ||
                       (direction == TimeDirection::none && text_.tense_at(token) == Tense::future);
    long day = today - back;
    if (ahead && (back != 0 || direction == TimeDirection::next)) {
        day += days_a_week;
    } else if (direction == TimeDirection::past && back == 0) {
        day -= days_a_week;
    }
    result.value = day_interval(day);
    return result;
}

std::optional<TimeReading> TimeReader::read_year(TokenIndex token) const {
    if (!text_.is_year(token) || text_.syntax().upos(token) != Upos::NUM) {
        return std::nullopt;
    }
    if (text_.syntax().is(token, "nummod") && !text_.is_before("year_context", token)) {
        const std::optional<TokenIndex> head = text_.syntax().head(token);
        if (!head || *head < token || !has_feature(text_.syntax(), *head, "Number", "Sing")) {
            return std::nullopt;
        }
    }
    return made(token, token + 1, Date{*text_.number_at(token), 0, 0}, true);
}

} // namespace gainsay
