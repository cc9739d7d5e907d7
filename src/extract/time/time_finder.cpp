#include "extract/time/time_finder.h"

#include "base/number.h"
#include "extract/time/numeric_date.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

constexpr int days_a_week = 7;

bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value) {
    return feature(syntax.token(token).feats, name) == value;
}

DateInterval day_interval(long day) {
    const Date date = from_days(day);
    return {date, date};
}

/// Months counted from year 0.
int month_index(const Date &date) {
    return date.year * 12 + std::max(date.month, 1) - 1;
}
Date month_of(int index) {
    return {index / 12, index % 12 + 1, 0};
}

/// A stretch of months, both included.
DateInterval months(int first, int last) {
    return {month_of(first), month_of(last)};
}

DateInterval week_around(long day) {
    const long monday = day - weekday(from_days(day));
    return {from_days(monday), from_days(monday + days_a_week - 1)};
}

/// The weekend that began last before or on the day.
DateInterval weekend_before(long day) {
    constexpr int saturday = 5;
    const long begin = day - (weekday(from_days(day)) - saturday + days_a_week) % days_a_week;
    return {from_days(begin), from_days(begin + 1)};
}

/// What lies `count` units from the date, at the unit's precision; nothing if the date is too coarse for it.
std::optional<DateInterval> shift(const Date &from, int count, TimeUnit unit) {
    constexpr int months_a_quarter = 3;
    constexpr int years_a_decade = 10;
    constexpr int years_a_century = 100;
    const auto years = [&](int number) {
        const Date date{from.year + number, 0, 0};
        return is_valid(date) ? std::optional(DateInterval{date, date}) : std::nullopt;
    };
    switch (unit) {
    case TimeUnit::year:
        return years(count);
    case TimeUnit::decade:
        return years(count * years_a_decade);
    case TimeUnit::century:
        return years(count * years_a_century);
    case TimeUnit::month:
    case TimeUnit::quarter: {
        const int index = month_index(from) + count * (unit == TimeUnit::quarter ? months_a_quarter : 1);
        return from.month > 0 && index >= 12 ? std::optional(months(index, index)) : std::nullopt;
    }
    default:
        break;
    }
    if (from.day == 0) {
        return std::nullopt;
    }
    const long day = to_days(from);
    switch (unit) {
    case TimeUnit::hour:
        return day_interval(day);
    case TimeUnit::day:
        return day_interval(day + count);
    case TimeUnit::weekend:
        return weekend_before(day + static_cast<long>(days_a_week) * count);
    case TimeUnit::fortnight:
        return week_around(day + 2L * days_a_week * count);
    default:
        return week_around(day + static_cast<long>(days_a_week) * count);
    }
}

enum class Tense { unknown, past, future };

class TimeFinder {
  public:
    TimeFinder(const Syntax &syntax, const English &english, const std::optional<Date> &published)
        : syntax_(&syntax), english_(&english), words_(&english.time),
          published_(published && published->day > 0 ? published : std::nullopt), coarse_(published) {}

    std::vector<FoundTime> run() {
        // "Jan Holub", "the April Fund": words within a name tell no time.
        in_name_.assign(syntax_->size(), 0);
        for (const Name &name : syntax_->document().names) {
            const bool time =
                name.type == NameType::DATE || name.type == NameType::MISC || name.type == NameType::EVENT;
            std::fill(in_name_.begin() + name.first_token, in_name_.begin() + name.end_token, time ? 0 : 1);
            if (name.type == NameType::PER && words_->month(form_of(name.end_token - 1))) {
                surnames_.insert(form_of(name.end_token - 1));
            }
        }
        for (TokenIndex token = 0; token < syntax_->size();) {
            enter_sentence(token);
            std::optional<Reading> reading = read_at(token);
            if (!reading) {
                ++token;
                continue;
            }
            extend_back(*reading);
            join_weekday(*reading);
            if (reading->value && reading->value->first == reading->value->last) {
                coarse_anchor_ = reading->value->first;
                if (coarse_anchor_->day > 0) {
                    anchor_ = coarse_anchor_;
                }
            }
            token = reading->end;
            found_.push_back(*reading);
        }
        join_ranges();
        std::vector<FoundTime> times;
        for (const Reading &each : found_) {
            times.push_back({each.first, each.end, each.value});
        }
        return times;
    }

  private:
    struct Reading {
        TokenIndex first = 0;
        TokenIndex end = 0;
        std::optional<DateInterval> value;
        /// The text itself names the year.
        bool has_year = false;
        bool is_weekday = false;
    };

    Reading reading(TokenIndex first, TokenIndex end, std::optional<DateInterval> value, bool has_year = false) const {
        const bool valid = value && is_valid(value->first) && is_valid(value->last);
        return {first, end, valid ? value : std::nullopt, has_year, false};
    }
    Reading reading(TokenIndex first, TokenIndex end, const Date &date, bool has_year = false) const {
        return reading(first, end, DateInterval{date, date}, has_year);
    }

    void enter_sentence(TokenIndex token) {
        const Sentence &sentence = syntax_->sentence(syntax_->sentence_of(token));
        sentence_first_ = sentence.first_token;
        sentence_end_ = sentence.end_token;
    }

    /// Empty outside the sentence.
    const std::string &form(std::int64_t token) const {
        static const std::string none;
        return token >= sentence_first_ && token < sentence_end_ ? syntax_->form(static_cast<TokenIndex>(token)) : none;
    }
    const std::string &form_before(TokenIndex token, int distance = 1) const {
        return form(static_cast<std::int64_t>(token) - distance);
    }
    bool is(std::string_view kind, TokenIndex token) const { return words_->is(kind, form(token)); }
    bool is_before(std::string_view kind, TokenIndex token, int distance = 1) const {
        return words_->is(kind, form_before(token, distance));
    }

    /// "14", "14th".
    std::optional<int> number_at(TokenIndex token) const {
        std::string digits = form(token);
        while (digits.size() > 1 && digits.back() >= 'a' && digits.back() <= 'z' && digits.front() >= '0' &&
               digits.front() <= '9') {
            digits.pop_back();
        }
        const auto value = digits.size() <= 4 ? parse_integer(digits) : std::nullopt;
        return value && *value > 0 ? std::optional(static_cast<int>(*value)) : std::nullopt;
    }
    bool is_year(TokenIndex token) const {
        const std::optional<int> number = number_at(token);
        return number && form(token).size() == 4 && *number >= 1500 && *number <= 2200 && form(token).back() <= '9';
    }
    std::optional<int> day_at(TokenIndex token) const {
        const std::optional<int> number = number_at(token);
        return number && *number <= 31 && form(token).size() <= 4 ? number : std::nullopt;
    }
    bool is_capital(TokenIndex token) const {
        const std::string &form = syntax_->token(token).form;
        return !form.empty() && form.front() >= 'A' && form.front() <= 'Z' && syntax_->upos(token) != Upos::AUX &&
               syntax_->upos(token) != Upos::VERB;
    }
    std::optional<int> month_at(TokenIndex token) const {
        const std::optional<int> month = words_->month(form(token));
        if (month) {
            return is_capital(token) ? month : std::nullopt;
        }
        // "mid-March" as one word.
        const std::string &word = form(token);
        const std::size_t dash = word.find('-');
        return dash != std::string::npos && words_->is("part", word.substr(0, dash))
                   ? words_->month(word.substr(dash + 1))
                   : std::nullopt;
    }

    const std::string &form_of(TokenIndex token) const { return syntax_->form(token); }

    /// "May said", "a meeting with May" where a May is spoken of: a month's name without a day or a year, that stands
    /// where persons stand.
    bool is_bare_name(TokenIndex token) const {
        const bool in_time = is_before("year_context", token) || is_before("part", token) || is_before("past", token) ||
                             is_before("next", token) || is_before("this", token) || is_before("joint", token);
        if (day_at(token + 1) || is_year(token + 1) || (form(token + 1) == "," && is_year(token + 2)) ||
            (is("of", token + 1) && is_year(token + 2)) || day_at_before(token)) {
            return false;
        }
        if (surnames_.count(form(token)) != 0) {
            return !is_before("in_month", token) && (!in_time || is_before("year_context", token));
        }
        const bool acts = syntax_->is(token, "nsubj") || syntax_->relation(token) == "nmod:poss" ||
                          syntax_->is(token, "obj") || syntax_->is(token, "vocative");
        return acts && !in_time;
    }
    bool day_at_before(TokenIndex token) const {
        return token > sentence_first_ &&
               (day_at(token - 1) || (is_before("of", token) && token > sentence_first_ + 1 && day_at(token - 2)));
    }

    std::optional<Reading> read_at(TokenIndex token) {
        if (token >= sentence_end_ || (in_name_[token] != 0 && form(token).find('-') == std::string::npos)) {
            return std::nullopt;
        }
        if (const auto found = read_numeric(token)) {
            return found;
        }
        if (const auto month = month_at(token); month && !is_bare_name(token)) {
            return read_month(token, token, *month, std::nullopt, std::nullopt);
        }
        if (const auto found = read_day_first(token)) {
            return found;
        }
        if (const auto weekday = words_->weekday(form(token)); weekday && is_capital(token)) {
            return read_weekday(token, *weekday);
        }
        if (const auto offset = words_->value("day", form(token))) {
            const TokenIndex end = is("daypart", token + 1) ? token + 2 : token + 1;
            return reading(token, end, published_ ? shift(*published_, *offset, TimeUnit::day) : std::nullopt);
        }
        if (words_->value("night", form(token)) && syntax_->upos(token) != Upos::VERB) {
            return reading(token, token + 1,
                           published_ ? std::optional(DateInterval{from_days(to_days(*published_) - 1), *published_})
                                      : std::nullopt);
        }
        if (const auto found = read_ordinal(token)) {
            return found;
        }
        if (const auto found = read_counted(token)) {
            return found;
        }
        if (const auto unit = words_->unit(form(token))) {
            return read_unit(token, *unit);
        }
        if (const auto season = words_->season(form(token)); season && syntax_->upos(token) == Upos::NOUN) {
            return read_season(token, *season);
        }
        if (is("daypart", token)) {
            return read_daypart(token);
        }
        return read_year(token);
    }

    /// "14/10/2014", "2014-10-14", "1990s", "2009-2012".
    std::optional<Reading> read_numeric(TokenIndex token) const {
        const Document &document = syntax_->document();
        const std::size_t begin = syntax_->token(token).span.begin;
        const std::optional<NumericDate> date = read_numeric_date(std::string_view(document.text).substr(begin));
        if (!date) {
            return std::nullopt;
        }
        TokenIndex end = token;
        while (end < sentence_end_ && syntax_->token(end).span.end <= begin + date->length) {
            ++end;
        }
        // The last token must end with the date.
        if (end == token || syntax_->token(end - 1).span.end != begin + date->length) {
            return std::nullopt;
        }
        return reading(token, end, date->value, true);
    }

    /// "14 October", "the 14th of October", "14-16 October", "14 and 15 October".
    std::optional<Reading> read_day_first(TokenIndex token) {
        const std::optional<int> day = day_at(token);
        if (!day) {
            return std::nullopt;
        }
        std::optional<int> last;
        TokenIndex at = token + 1;
        if (is("range_close", at) && day_at(at + 1) && day_at(at + 1) > day) {
            last = day_at(at + 1);
            at += 2;
        }
        if (is("of", at)) {
            ++at;
        }
        const std::optional<int> month = at < sentence_end_ ? month_at(at) : std::nullopt;
        return month ? std::optional(read_month(token, at, *month, day, last)) : std::nullopt;
    }

    /// `direction` of the word before, which then belongs to the expression: `first` moves to it.
    TimeDirection take_direction(TokenIndex &first) const {
        const TimeDirection direction = words_->direction(form_before(first));
        if (direction != TimeDirection::none && (found_.empty() || found_.back().end < first)) {
            --first;
            return direction;
        }
        return TimeDirection::none;
    }

    Reading read_month(TokenIndex first, TokenIndex month_token, int month, std::optional<int> day,
                       std::optional<int> last) const {
        TokenIndex end = month_token + 1;
        if (!day && day_at(end) && !is_year(end)) {
            day = day_at(end++);
            if (is("range_close", end) && day_at(end + 1) && day_at(end + 1) > day && !month_follows(end + 1)) {
                last = day_at(end + 1);
                end += 2;
            }
        }
        std::optional<int> year;
        if (is_year(end)) {
            year = number_at(end++);
        } else if ((form(end) == "," || is("of", end)) && is_year(end + 1)) {
            year = number_at(end + 1);
            end += 2;
        }
        const bool has_year = year.has_value();
        const TimeDirection direction = take_direction(first);
        if (!year && direction == TimeDirection::past && is("this", end) && words_->unit(form(end + 1))) {
            end += 2;
        }
        if (!year && coarse_) {
            year = year_of(month_token, month, day, direction);
        }
        if (!year) {
            return reading(first, end, std::nullopt);
        }
        const Date date{*year, month, day.value_or(0)};
        return reading(first, end, DateInterval{date, {*year, month, last ? *last : date.day}}, has_year);
    }

    bool month_follows(TokenIndex token) const {
        return words_->month(form(token + 1)).has_value() ||
               (is("of", token + 1) && words_->month(form(token + 2)).has_value());
    }

    /// Of a month without a year: what lies ahead of the article was last year's, unless the clause looks forward.
    int year_of(TokenIndex token, int month, const std::optional<int> &day, TimeDirection direction) const {
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
        const Tense tense = tense_at(token);
        if (ahead > 0 && (tense == Tense::past || (tense == Tense::unknown && ahead > near_days))) {
            return year - 1;
        }
        // In December: "will begin in January".
        if (tense == Tense::future && ahead < -days_a_month) {
            return year + 1;
        }
        return year;
    }

    std::optional<Reading> read_weekday(TokenIndex token, int wanted) const {
        TokenIndex first = token;
        const TimeDirection direction = take_direction(first);
        const TokenIndex end = is("daypart", token + 1) ? token + 2 : token + 1;
        Reading result = reading(first, end, std::nullopt);
        result.is_weekday = true;
        if (!published_) {
            return result;
        }
        const long today = to_days(*published_);
        const int back = (weekday(*published_) - wanted + days_a_week) % days_a_week;
        const bool ahead = direction == TimeDirection::next || direction == TimeDirection::current ||
                           (direction == TimeDirection::none && tense_at(token) == Tense::future);
        long day = today - back;
        if (ahead && (back != 0 || direction == TimeDirection::next)) {
            day += days_a_week;
        } else if (direction == TimeDirection::past && back == 0) {
            day -= days_a_week;
        }
        result.value = day_interval(day);
        return result;
    }

    /// Of the clause around the token.
    Tense tense_at(TokenIndex token) const {
        std::optional<TokenIndex> at = syntax_->head(token);
        for (int steps = 0; at && steps < 4; ++steps, at = syntax_->head(*at)) {
            const Upos tag = syntax_->upos(*at);
            if (tag != Upos::VERB && !syntax_->child(*at, "cop")) {
                continue;
            }
            bool present = has_feature(*syntax_, *at, "Tense", "Pres") && has_feature(*syntax_, *at, "VerbForm", "Fin");
            for (const TokenIndex child : syntax_->children(*at)) {
                if (!syntax_->is(child, "aux") && !syntax_->is(child, "cop")) {
                    continue;
                }
                if (english_->factuality.has("planned", syntax_->lemma(child))) {
                    return Tense::future;
                }
                if (has_feature(*syntax_, child, "Tense", "Past")) {
                    return Tense::past;
                }
                // "is meeting on Friday" looks forward, "has met on Friday" back.
                present = has_feature(*syntax_, *at, "VerbForm", "Ger") ||
                          (has_feature(*syntax_, *at, "Tense", "Pres") && syntax_->is(child, "aux"));
            }
            if (has_feature(*syntax_, *at, "VerbForm", "Inf")) {
                const std::optional<TokenIndex> head = syntax_->head(*at);
                return head && (english_->factuality.has("planned", syntax_->lemma(*head)) ||
                                english_->factuality.has("planned", syntax_->form(*head)))
                           ? Tense::future
                           : Tense::unknown;
            }
            if (has_feature(*syntax_, *at, "Tense", "Past") && has_feature(*syntax_, *at, "VerbForm", "Fin")) {
                return Tense::past;
            }
            const bool reports = english_->reporting.find_verb(syntax_->verb_lemma(*at), Complement::clause) != nullptr;
            return present && !reports ? Tense::future : Tense::unknown;
        }
        return Tense::unknown;
    }

    /// "the third quarter of 2014", "Q3 2014", "the first half of the year", "the 19th century".
    std::optional<Reading> read_ordinal(TokenIndex token) const {
        constexpr int months_a_quarter = 3;
        constexpr int months_a_half = 6;
        constexpr int years_a_century = 100;
        const bool name = is("quarter_name", token);
        const std::optional<int> ordinal =
            words_->value("ordinal", form(token)) ? words_->value("ordinal", form(token)) : number_at(token);
        if (!ordinal) {
            return std::nullopt;
        }
        TokenIndex at = name ? token + 1 : token + 2;
        if (!name && is("joint", token + 1)) {
            ++at;
        }
        const std::optional<TimeUnit> unit = name ? TimeUnit::quarter : words_->unit(form(at - 1));
        const bool half = !name && is("half", at - 1);
        if (unit == TimeUnit::century && !name && form(token).back() > '9') {
            return reading(
                token, at,
                DateInterval{{(*ordinal - 1) * years_a_century + 1, 0, 0}, {*ordinal * years_a_century, 0, 0}}, true);
        }
        const int length = half ? months_a_half : months_a_quarter;
        if ((!half && unit != TimeUnit::quarter) || *ordinal * length > 12 || !words_->value("ordinal", form(token))) {
            return std::nullopt;
        }
        std::optional<int> year;
        if (is_year(at)) {
            year = number_at(at++);
        } else if (is("of", at) && is_year(at + 1)) {
            year = number_at(at + 1);
            at += 2;
        }
        const bool has_year = year.has_value();
        if (!year && coarse_) {
            year = coarse_->year - (coarse_->month > 0 && (*ordinal - 1) * length >= coarse_->month ? 1 : 0);
        }
        if (!year) {
            return half ? std::nullopt : std::optional(reading(token, at, std::nullopt));
        }
        const int begin = *year * 12 + (*ordinal - 1) * length;
        return reading(token, at, months(begin, begin + length - 1), has_year);
    }

    /// A number, in words or digits, before units of time; `at` moves behind both.
    std::optional<std::pair<int, TimeUnit>> read_count(TokenIndex &at) const {
        const std::optional<int> count =
            words_->value("number", form(at)) ? words_->value("number", form(at)) : number_at(at);
        std::optional<TimeUnit> unit = count ? words_->unit(form(at + 1)) : std::nullopt;
        if (!unit || *unit == TimeUnit::weekend) {
            return std::nullopt;
        }
        at += 2;
        return std::pair(*count, *unit);
    }

    /// "two days ago", "a week later", "three months after …", "the day before".
    std::optional<Reading> read_counted(TokenIndex token) {
        TokenIndex at = token;
        std::optional<std::pair<int, TimeUnit>> count = read_count(at);
        if (!count) {
            // "the day before": a single one.
            const std::optional<TimeUnit> unit = words_->unit(form(token));
            if (!unit || !english_->grammar.has("definite", form_before(token))) {
                return std::nullopt;
            }
            at = token + 1;
            count = std::pair(1, *unit);
            if (!is("before", at) && !is("after", at)) {
                return std::nullopt;
            }
        } else if (is("ago", at)) {
            return reading(token, at + 1, coarse_ ? shift(*coarse_, -count->first, count->second) : std::nullopt);
        }
        const bool before = is("before", at);
        const bool after = is("after", at);
        if (before || after) {
            // "two days after the 14 October meeting"
            if (std::optional<Reading> base = next_reading(at + 1)) {
                return reading(token, at + 1,
                               base->value
                                   ? shift(base->value->first, before ? -count->first : count->first, count->second)
                                   : std::nullopt);
            }
            if (at + 1 < sentence_end_ && syntax_->upos(at + 1) != Upos::PUNCT) {
                return reading(token, at + 1, std::nullopt);
            }
        }
        if (before || is("earlier", at)) {
            const std::optional<Date> &from = anchor_for(count->second);
            return reading(token, at + 1, from ? shift(*from, -count->first, count->second) : std::nullopt);
        }
        if (after || is("later", at)) {
            const std::optional<Date> &from = anchor_for(count->second);
            return reading(token, at + 1, from ? shift(*from, count->first, count->second) : std::nullopt);
        }
        // "the past three years"
        const int words_before = is_before("stretch_past", token) || is_before("stretch_next", token) ? 1 : 0;
        if (words_before == 0 || !coarse_ || token == sentence_first_) {
            return std::nullopt;
        }
        const bool past = is_before("stretch_past", token);
        const std::optional<DateInterval> other = shift(*coarse_, past ? -count->first : count->first, count->second);
        const std::optional<DateInterval> here = shift(*coarse_, 0, count->second);
        if (!other || !here) {
            return reading(token - 1, at, std::nullopt);
        }
        const bool days = other->first.day > 0 && published_;
        const Date now = days ? *published_ : here->first;
        return reading(token - 1, at, past ? DateInterval{other->first, now} : DateInterval{now, other->last});
    }

    /// "In 2009 … two years later": for long units a date of any precision will do.
    const std::optional<Date> &anchor_for(TimeUnit unit) const {
        const bool is_long = unit == TimeUnit::month || unit == TimeUnit::year || unit == TimeUnit::quarter ||
                             unit == TimeUnit::decade || unit == TimeUnit::century;
        return is_long ? coarse_anchor_ : anchor_;
    }

    /// The next expression among the words that follow, in the same sentence.
    std::optional<Reading> next_reading(TokenIndex from) {
        constexpr TokenIndex most_words = 8;
        const TokenIndex end = std::min(from + most_words, sentence_end_);
        for (TokenIndex token = from; token < end; ++token) {
            if (std::optional<Reading> found = read_at(token)) {
                return found;
            }
        }
        return std::nullopt;
    }

    /// "last year", "this week", "the following day", "at the weekend".
    std::optional<Reading> read_unit(TokenIndex token, TimeUnit unit) const {
        const bool definite = english_->grammar.has("definite", form_before(token, 2));
        const bool following = is_before("following", token);
        const bool plural = has_feature(*syntax_, token, "Number", "Plur");
        // "the next day" counts from what was told, "next week" from the article.
        if (!plural && (definite || unit == TimeUnit::day) && (following || is_before("preceding", token)) &&
            !(definite && unit != TimeUnit::day && is_before("past", token))) {
            return reading(token - 1, token + 1, anchor_ ? shift(*anchor_, following ? 1 : -1, unit) : std::nullopt);
        }
        if (!plural && is_before("own_day", token) && unit == TimeUnit::day) {
            return reading(token - 1, token + 1, anchor_ ? shift(*anchor_, 0, unit) : std::nullopt);
        }
        TokenIndex first = token;
        const TimeDirection direction = take_direction(first);
        if (direction == TimeDirection::none) {
            if (unit != TimeUnit::weekend || !english_->grammar.has("definite", form_before(token))) {
                return std::nullopt;
            }
            return reading(token - 1, token + 1,
                           published_ ? std::optional(weekend_before(to_days(*published_))) : std::nullopt);
        }
        if (plural && unit != TimeUnit::weekend) {
            return std::nullopt;
        }
        if (!coarse_) {
            return reading(first, token + 1, std::nullopt);
        }
        const int step = direction == TimeDirection::past ? -1 : direction == TimeDirection::next ? 1 : 0;
        if (unit == TimeUnit::day) {
            return step == 0 ? std::optional(reading(first, token + 1, shift(*coarse_, 0, unit))) : std::nullopt;
        }
        if (unit == TimeUnit::weekend) {
            // The last one began before the article; "this weekend" may be ahead.
            return reading(first, token + 1,
                           published_
                               ? std::optional(weekend_before(
                                     to_days(*published_) +
                                     (step > 0 || (step == 0 && tense_at(token) == Tense::future) ? days_a_week : 0)))
                               : std::nullopt);
        }
        if (unit == TimeUnit::quarter && coarse_->month > 0) {
            constexpr int months_a_quarter = 3;
            const int begin = (month_index(*coarse_) / months_a_quarter + step) * months_a_quarter;
            return reading(first, token + 1, months(begin, begin + months_a_quarter - 1));
        }
        if (unit == TimeUnit::hour) {
            return std::nullopt;
        }
        return reading(first, token + 1, shift(*coarse_, step, unit));
    }

    /// "last fall": the last one that was over before the article; "spring 2014", "the summer of 2013".
    std::optional<Reading> read_season(TokenIndex token, int season) const {
        TokenIndex first = token;
        TokenIndex end = token + 1;
        // Winter starts in December of the year before, and so on: months counted from year 0.
        const int start_month = (season * 3 + 11) % 12;
        std::optional<int> year;
        if (is_year(end)) {
            year = number_at(end++);
        } else if (is("of", end) && is_year(end + 1)) {
            year = number_at(end + 1);
            end += 2;
        }
        if (year) {
            const int start = *year * 12 + start_month;
            return reading(first, end, months(start, start + 2), true);
        }
        const TimeDirection direction = take_direction(first);
        if (direction == TimeDirection::none) {
            return std::nullopt;
        }
        if (!coarse_ || coarse_->month == 0) {
            return reading(first, end, std::nullopt);
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
        return reading(first, end, months(start, start + 2));
    }

    /// "this morning", "last night".
    std::optional<Reading> read_daypart(TokenIndex token) const {
        TokenIndex first = token;
        const TimeDirection direction = take_direction(first);
        if (direction != TimeDirection::past && direction != TimeDirection::current) {
            return std::nullopt;
        }
        return reading(first, token + 1,
                       published_ ? shift(*published_, direction == TimeDirection::past ? -1 : 0, TimeUnit::day)
                                  : std::nullopt);
    }

    /// A number is a year where a preposition or a single thing says so: "in 2012", "a 2013 report".
    std::optional<Reading> read_year(TokenIndex token) const {
        if (!is_year(token) || syntax_->upos(token) != Upos::NUM) {
            return std::nullopt;
        }
        if (syntax_->is(token, "nummod") && !is_before("year_context", token)) {
            const std::optional<TokenIndex> head = syntax_->head(token);
            if (!head || *head < token || !has_feature(*syntax_, *head, "Number", "Sing")) {
                return std::nullopt;
            }
        }
        return reading(token, token + 1, Date{*number_at(token), 0, 0}, true);
    }

    /// "early 2013", "mid-October", "late last year", "earlier this year".
    void extend_back(Reading &found) const {
        const TokenIndex limit = found_.empty() ? sentence_first_ : std::max(sentence_first_, found_.back().end);
        const auto take = [&](TokenIndex words) {
            if (found.first >= limit + words) {
                found.first -= words;
            }
        };
        if (is_before("part", found.first) || is_before("current_part", found.first)) {
            take(1);
        } else if (is_before("part", found.first, 2) &&
                   (is_before("joint", found.first) || is_before("of", found.first))) {
            take(2);
        }
    }

    /// "Tuesday, October 14": one expression.
    void join_weekday(Reading &found) {
        if (!found_.empty() && found_.back().is_weekday && found_.back().first >= sentence_first_ &&
            found_.back().end <= found.first && found.first - found_.back().end <= 1 && !found.is_weekday &&
            (found_.back().end == found.first || form(found_.back().end) == ",")) {
            found.first = found_.back().first;
            found_.pop_back();
        }
    }

    /// "between 2009 and 2012", "from March to May 2014", "2009 - 2012", "since August".
    void join_ranges() {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            Reading &first = found_[i];
            enter_sentence(first.first);
            const bool opened = is_before("range_open", first.first);
            if (i + 1 < found_.size() && found_[i + 1].first == first.end + 1 && found_[i + 1].end <= sentence_end_ &&
                is("range_close", first.end) && (opened || is("joint", first.end))) {
                join(first, found_[i + 1]);
                found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            } else if (is_before("since", first.first) && first.value && coarse_) {
                if (first.value->first < *coarse_) {
                    first.value->last = *coarse_;
                }
            }
        }
    }

    void join(Reading &first, const Reading &last) const {
        first.end = last.end;
        if (!first.value || !last.value) {
            first.value.reset();
            return;
        }
        DateInterval value{first.value->first, last.value->last};
        // "from March to May 2013"
        if (last.has_year && !first.has_year) {
            value.first.year = last.value->first.year - (value.first.month > value.last.month ? 1 : 0);
        }
        first.value = value.first <= value.last && is_valid(value.first) ? std::optional(value) : std::nullopt;
    }

    const Syntax *syntax_;
    const English *english_;
    const TimeWords *words_;
    /// Only if its day is known.
    std::optional<Date> published_;
    /// At any precision.
    std::optional<Date> coarse_;
    /// The day told last: "the next day" counts from it.
    std::optional<Date> anchor_;
    /// The date told last, at any precision.
    std::optional<Date> coarse_anchor_;
    /// Of persons in the document, where they are months' names too.
    std::set<std::string> surnames_;
    TokenIndex sentence_first_ = 0;
    TokenIndex sentence_end_ = 0;
    std::vector<std::uint8_t> in_name_;
    std::vector<Reading> found_;
};

} // namespace

std::vector<FoundTime> find_times(const Syntax &syntax, const English &english, const std::optional<Date> &published) {
    return TimeFinder(syntax, english, published).run();
}

std::optional<TimeMention> time_of(const Syntax &syntax, const std::vector<FoundTime> &times, TokenIndex token) {
    const std::size_t sentence = syntax.sentence_of(token);
    const FoundTime *best = nullptr;
    int best_steps = 5;
    const TokenIndex first_token = syntax.sentence(sentence).first_token;
    const auto begin = std::lower_bound(times.begin(), times.end(), first_token,
                                        [](const FoundTime &time, TokenIndex at) { return time.first < at; });
    for (auto each_time = begin; each_time != times.end() && syntax.sentence_of(each_time->first) == sentence;
         ++each_time) {
        const FoundTime &time = *each_time;
        if (time.first <= token && token < time.end) {
            continue;
        }
        // Upwards from the expression to the token, without leaving its clause.
        TokenIndex head = time.end - 1;
        for (TokenIndex each = time.first; each < time.end; ++each) {
            const std::optional<TokenIndex> above = syntax.head(each);
            if (above && (*above < time.first || *above >= time.end)) {
                head = each;
                break;
            }
        }
        int steps = 0;
        std::optional<TokenIndex> at = head;
        while (at && *at != token && steps < 4) {
            if (*at != head && syntax.upos(*at) == Upos::VERB) {
                // An event's noun takes the time of its own verb.
                const bool own_verb = syntax.head(token) == at && syntax.upos(token) == Upos::NOUN &&
                                      (syntax.is(token, "obj") || syntax.is(token, "nsubj"));
                at = own_verb ? std::optional(token) : std::nullopt;
                break;
            }
            at = syntax.head(*at);
            ++steps;
        }
        if (at == token && steps < best_steps) {
            best = &time;
            best_steps = steps;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    TimeMention mention;
    mention.value = best->value;
    mention.span = hull(syntax.token(best->first).span, syntax.token(best->end - 1).span);
    return mention;
}

} // namespace gainsay
