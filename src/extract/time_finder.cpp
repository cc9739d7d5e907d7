#include "extract/time_finder.h"

#include "base/lexicon_file.h"
#include "base/number.h"

#include <algorithm>
#include <map>

namespace gainsay {

namespace {

/// The table of time words, by form.
struct TimeWords {
    std::map<std::string, int> months;
    std::map<std::string, int> weekdays;
    std::map<std::string, int> units;
    std::map<std::string, int> seasons;
    std::map<std::string, int> days;

    explicit TimeWords(const WordLists &lists) {
        read(lists, "month", months);
        read(lists, "weekday", weekdays);
        read(lists, "unit", units);
        read(lists, "season", seasons);
        for (const std::string &word : lists.words("day")) {
            const std::vector<std::string> parts = split_list(word, '=');
            if (parts.size() == 2) {
                days.emplace(parts[0], static_cast<int>(parse_integer(parts[1]).value_or(0)));
            }
        }
    }

  private:
    static void read(const WordLists &lists, std::string_view kind, std::map<std::string, int> &words) {
        int number = 0;
        for (const std::string &forms : lists.words(kind)) {
            for (const std::string &form : split_list(forms, '=')) {
                words.emplace(form, number);
            }
            ++number;
        }
    }
};

enum class Direction { none, past, next, current };

class TimeFinder {
  public:
    TimeFinder(const Syntax &syntax, const English &english, const std::optional<Date> &published)
        : syntax_(&syntax), words_(english.time), lists_(&english.time),
          published_(published && published->day > 0 ? published : std::nullopt), coarse_(published) {}

    std::vector<FoundTime> run() {
        // "Jan Holub", "the April Fund": words within a name tell no time.
        in_name_.assign(syntax_->size(), 0);
        for (const Name &name : syntax_->document().names) {
            const bool time =
                name.type == NameType::DATE || name.type == NameType::MISC || name.type == NameType::EVENT;
            std::fill(in_name_.begin() + name.first_token, in_name_.begin() + name.end_token, time ? 0 : 1);
        }
        for (TokenIndex token = 0; token < syntax_->size();) {
            end_of_sentence_ = syntax_->sentence(syntax_->sentence_of(token)).end_token;
            const std::size_t before = found_.size();
            find_at(token);
            token = found_.size() > before ? found_.back().end : token + 1;
        }
        return std::move(found_);
    }

  private:
    static std::optional<int> look(const std::map<std::string, int> &words, const std::string &form) {
        const auto found = words.find(form);
        return found == words.end() ? std::nullopt : std::optional(found->second);
    }
    const std::string &form(TokenIndex token) const {
        static const std::string none;
        return token < end_of_sentence_ ? syntax_->form(token) : none;
    }
    std::optional<int> number_at(TokenIndex token) const {
        std::string digits = form(token);
        // "14th"
        while (!digits.empty() && digits.back() >= 'a' && digits.back() <= 'z' && digits.size() > 1 &&
               digits.front() >= '0' && digits.front() <= '9') {
            digits.pop_back();
        }
        const auto value = digits.size() <= 4 ? parse_integer(digits) : std::nullopt;
        return value && *value > 0 ? std::optional(static_cast<int>(*value)) : std::nullopt;
    }
    bool is_year(TokenIndex token) const {
        const std::optional<int> number = number_at(token);
        return number && form(token).size() == 4 && *number >= 1500 && *number <= 2200;
    }
    bool is_day(TokenIndex token) const {
        const std::optional<int> number = number_at(token);
        return number && *number <= 31 && form(token).size() <= 4;
    }

    void add(TokenIndex first, TokenIndex end, std::optional<DateInterval> value) {
        found_.push_back({first, end, value});
    }
    void add_date(TokenIndex first, TokenIndex end, const Date &date) {
        add(first, end, is_valid(date) ? std::optional(DateInterval{date, date}) : std::nullopt);
    }

    void find_at(TokenIndex token) {
        if (in_name_[token] != 0) {
            return;
        }
        if (const auto month = look(words_.months, form(token)); month && is_capital(token)) {
            return month_at(token, token, *month + 1, std::nullopt);
        }
        if (is_day(token)) {
            if (const auto month = look(words_.months, form(token + 1)); month && is_capital(token + 1)) {
                return month_at(token, token + 1, *month + 1, number_at(token));
            }
        }
        if (const auto weekday = look(words_.weekdays, form(token)); weekday && is_capital(token)) {
            return weekday_at(token, *weekday);
        }
        if (const auto offset = look(words_.days, form(token))) {
            const auto day = published_ ? std::optional(from_days(to_days(*published_) + *offset)) : std::nullopt;
            return add(token, token + 1, day ? std::optional(DateInterval{*day, *day}) : std::nullopt);
        }
        if (const auto unit = look(words_.units, form(token)); unit && token > 0) {
            return unit_at(token, *unit);
        }
        if (const auto season = look(words_.seasons, form(token));
            season && token > 0 && syntax_->upos(token) == Upos::NOUN) {
            return season_at(token, *season);
        }
        if (is_year(token) && syntax_->upos(token) == Upos::NUM && !syntax_->is(token, "nummod")) {
            add_date(token, token + 1, {*number_at(token), 0, 0});
        }
    }

    bool is_capital(TokenIndex token) const {
        const char first = syntax_->token(token).form.empty() ? ' ' : syntax_->token(token).form.front();
        return first >= 'A' && first <= 'Z' && syntax_->upos(token) != Upos::AUX && syntax_->upos(token) != Upos::VERB;
    }

    Direction direction_before(TokenIndex token, TokenIndex &first) const {
        if (token == 0 || syntax_->sentence_of(token - 1) != syntax_->sentence_of(token)) {
            return Direction::none;
        }
        const std::string &before = syntax_->form(token - 1);
        const Direction direction = lists_->has("past", before)   ? Direction::past
                                    : lists_->has("next", before) ? Direction::next
                                    : lists_->has("this", before) ? Direction::current
                                                                  : Direction::none;
        if (direction != Direction::none) {
            --first;
            if (!found_.empty() && found_.back().end > first) {
                first = token;
            }
        }
        return direction;
    }

    /// `month` from 1, its word at `month_token`.
    void month_at(TokenIndex first, TokenIndex month_token, int month, std::optional<int> day) {
        TokenIndex end = month_token + 1;
        if (!day && is_day(end) && !is_year(end)) {
            day = number_at(end);
            ++end;
        }
        std::optional<int> year;
        if (is_year(end)) {
            year = number_at(end++);
        } else if (form(end) == "," && is_year(end + 1)) {
            year = number_at(end + 1);
            end += 2;
        }
        const Direction direction = direction_before(first, first);
        if (!year && coarse_) {
            year = coarse_->year;
            // What lies clearly ahead was last year's.
            const int ahead =
                (month - std::max(coarse_->month, 1)) * 31 + (day && coarse_->day > 0 ? *day - coarse_->day : 0);
            const bool may_be_ahead = direction == Direction::next ? true : ahead <= 45;
            if ((coarse_->month > 0 && !may_be_ahead) || (direction == Direction::past && ahead >= 0)) {
                year = *year - 1;
            } else if (direction == Direction::next && ahead < 0) {
                year = *year + 1;
            }
        }
        // A weekday before it belongs to it: "Tuesday, October 14".
        if (!found_.empty() && found_.back().end <= first && first - found_.back().end <= 1 &&
            look(words_.weekdays, syntax_->form(found_.back().end - 1)) &&
            syntax_->sentence_of(found_.back().first) == syntax_->sentence_of(first)) {
            first = found_.back().first;
            found_.pop_back();
        }
        if (!year) {
            return add(first, end, std::nullopt);
        }
        add_date(first, end, {*year, month, day.value_or(0)});
    }

    void weekday_at(TokenIndex token, int weekday_wanted) {
        TokenIndex first = token;
        const Direction direction = direction_before(token, first);
        if (!published_) {
            return add(first, token + 1, std::nullopt);
        }
        const long today = to_days(*published_);
        const int back = (weekday(*published_) - weekday_wanted + 7) % 7;
        long day = today - back;
        if (direction == Direction::next || (direction == Direction::none && is_future(token))) {
            day = back == 0 ? today + 7 : today + 7 - back;
            if (direction == Direction::none && back == 0) {
                day = today;
            }
        } else if (direction == Direction::past && back == 0) {
            day = today - 7;
        }
        const Date date = from_days(day);
        add(first, token + 1, DateInterval{date, date});
    }

    /// Whether the clause around the token speaks of what will be.
    bool is_future(TokenIndex token) const {
        std::optional<TokenIndex> at = syntax_->head(token);
        for (int steps = 0; at && steps < 4; ++steps, at = syntax_->head(*at)) {
            if (syntax_->upos(*at) != Upos::VERB) {
                continue;
            }
            for (const TokenIndex child : syntax_->children(*at)) {
                if (syntax_->is(child, "aux") &&
                    feature(syntax_->token(child).feats, "VerbForm") == std::string_view("Fin") &&
                    syntax_->lemma(child) == "will" && syntax_->form(child) != "would") {
                    return true;
                }
            }
            return false;
        }
        return false;
    }

    void unit_at(TokenIndex token, int unit) {
        TokenIndex first = token;
        const Direction direction = direction_before(token, first);
        enum { day_unit, week_unit, month_unit, year_unit, weekend_unit };
        if (direction == Direction::none && unit == weekend_unit && syntax_->child(token, "det")) {
            return weekend(*syntax_->child(token, "det") < token ? token - 1 : token, token + 1);
        }
        if (direction == Direction::none || first == token) {
            return;
        }
        const int step = direction == Direction::past ? -1 : direction == Direction::next ? 1 : 0;
        if (!coarse_) {
            return add(first, token + 1, std::nullopt);
        }
        if (unit == year_unit) {
            return add_date(first, token + 1, {coarse_->year + step, 0, 0});
        }
        if (unit == month_unit && coarse_->month > 0) {
            const int index = coarse_->year * 12 + coarse_->month - 1 + step;
            return add_date(first, token + 1, {index / 12, index % 12 + 1, 0});
        }
        if (!published_) {
            return add(first, token + 1, std::nullopt);
        }
        if (unit == week_unit) {
            const long monday = to_days(*published_) - weekday(*published_) + 7L * step;
            return add(first, token + 1, DateInterval{from_days(monday), from_days(monday + 6)});
        }
        if (unit == weekend_unit) {
            return weekend(first, token + 1);
        }
    }

    /// The last one that began before the article.
    void weekend(TokenIndex first, TokenIndex end) {
        if (!published_) {
            return add(first, end, std::nullopt);
        }
        constexpr int saturday = 5;
        const int back = (weekday(*published_) - saturday + 7) % 7;
        const long day = to_days(*published_) - back;
        add(first, end, DateInterval{from_days(day), from_days(day + 1)});
    }

    /// The last one that was over before the article, or the one that the article is in.
    void season_at(TokenIndex token, int season) {
        TokenIndex first = token;
        const Direction direction = direction_before(token, first);
        if (direction == Direction::none || first == token) {
            return;
        }
        if (!coarse_ || coarse_->month == 0) {
            return add(first, token + 1, std::nullopt);
        }
        // Winter starts in December, and so on: months counted from year 0.
        const int now = coarse_->year * 12 + coarse_->month - 1;
        const int start_month = (season * 3 + 11) % 12;
        int start = coarse_->year * 12 + start_month;
        if (direction == Direction::past) {
            while (start + 2 >= now) {
                start -= 12;
            }
        } else if (direction == Direction::next) {
            while (start <= now) {
                start += 12;
            }
        }
        const Date begin{start / 12, start % 12 + 1, 0};
        const Date end{(start + 2) / 12, (start + 2) % 12 + 1, 0};
        add(first, token + 1, DateInterval{begin, end});
    }

    const Syntax *syntax_;
    TimeWords words_;
    const WordLists *lists_;
    /// Only if its day is known.
    std::optional<Date> published_;
    /// At any precision.
    std::optional<Date> coarse_;
    TokenIndex end_of_sentence_ = 0;
    std::vector<std::uint8_t> in_name_;
    std::vector<FoundTime> found_;
};

} // namespace

std::vector<FoundTime> find_times(const Syntax &syntax, const English &english, const std::optional<Date> &published) {
    return TimeFinder(syntax, english, published).run();
}

std::optional<TimeMention> time_of(const Syntax &syntax, const std::vector<FoundTime> &times, TokenIndex token) {
    const std::size_t sentence = syntax.sentence_of(token);
    const FoundTime *best = nullptr;
    int best_steps = 5;
    for (const FoundTime &time : times) {
        if (syntax.sentence_of(time.first) != sentence || (time.first <= token && token < time.end)) {
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
