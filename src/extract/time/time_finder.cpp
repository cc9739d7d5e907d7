#include "extract/time/time_finder.h"

#include "extract/time/time_reader.h"

#include <algorithm>

namespace gainsay {

namespace {

class TimeFinder {
  public:
    TimeFinder(const Syntax &syntax, const English &english, const std::optional<Date> &published)
        : text_(syntax, english), reader_(text_, published) {}
    TimeFinder(const TimeFinder &) = delete;
    TimeFinder &operator=(const TimeFinder &) = delete;
    TimeFinder(TimeFinder &&) = delete;
    TimeFinder &operator=(TimeFinder &&) = delete;
    ~TimeFinder() = default;

    std::vector<FoundTime> run() {
        for (TokenIndex token = 0; token < text_.syntax().size();) {
            text_.enter_sentence(token);
            std::optional<TimeReading> reading = reader_.read_at(token);
            if (!reading) {
                ++token;
                continue;
            }
            extend_back(*reading);
            join_weekday(*reading);
            reader_.take(*reading);
            token = reading->end;
            found_.push_back(*reading);
        }
        join_ranges();
        std::vector<FoundTime> times;
        for (const TimeReading &each : found_) {
            times.push_back({each.first, each.end, each.value});
        }
        return times;
    }

  private:
    /// "early 2013", "mid-October", "late last year", "earlier this year".
    void extend_back(TimeReading &found) const {
        const TokenIndex limit = found_.empty() ? text_.first() : std::max(text_.first(), found_.back().end);
        const auto take = [&](TokenIndex words) {
            if (found.first >= limit + words) {
                found.first -= words;
            }
        };
        if (text_.is_before("part", found.first) || text_.is_before("current_part", found.first)) {
            take(1);
        } else if (text_.is_before("part", found.first, 2) &&
                   (text_.is_before("joint", found.first) || text_.is_before("of", found.first))) {
            take(2);
        }
    }

    /// "Tuesday, October 14": one expression.
    void join_weekday(TimeReading &found) {
        if (!found_.empty() && found_.back().is_weekday && found_.back().first >= text_.first() &&
            found_.back().end <= found.first && found.first - found_.back().end <= 1 && !found.is_weekday &&
            (found_.back().end == found.first || text_.form(found_.back().end) == ",")) {
            found.first = found_.back().first;
            found_.pop_back();
        }
    }

    /// "between 2009 and 2012", "from March to May 2014", "2009 - 2012", "since August".
    void join_ranges() {
        const std::optional<Date> &published = reader_.published();
        for (std::size_t i = 0; i < found_.size(); ++i) {
            TimeReading &first = found_[i];
            text_.enter_sentence(first.first);
            const bool opened = text_.is_before("range_open", first.first);
            if (i + 1 < found_.size() && found_[i + 1].first == first.end + 1 && found_[i + 1].end <= text_.end() &&
                text_.is("range_close", first.end) && (opened || text_.is("joint", first.end))) {
                join(first, found_[i + 1]);
                found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            } else if (text_.is_before("since", first.first) && first.value && published) {
                if (first.value->first < *published) {
                    first.value->last = *published;
                }
            }
        }
    }

    void join(TimeReading &first, const TimeReading &last) const {
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

    TimeText text_;
    TimeReader reader_;
    std::vector<TimeReading> found_;
};

} // namespace

std::vector<FoundTime> find_times(const Syntax &syntax, const English &english, const std::optional<Date> &published) {
    return TimeFinder(syntax, english, published).run();
}

namespace {

/// The word of the expression that hangs on another one.
TokenIndex head_of(const Syntax &syntax, const FoundTime &time) {
    for (TokenIndex token = time.first; token < time.end; ++token) {
        const std::optional<TokenIndex> above = syntax.head(token);
        if (above && (*above < time.first || *above >= time.end)) {
            return token;
        }
    }
    return time.end - 1;
}

/// Steps upwards from the expression to the token, without leaving its clause; nothing where they do not lead there.
std::optional<int> steps_between(const Syntax &syntax, const FoundTime &time, TokenIndex token) {
    constexpr int most_steps = 4;
    const TokenIndex head = head_of(syntax, time);
    std::optional<TokenIndex> at = head;
    int steps = 0;
    for (; at && *at != token && steps < most_steps; ++steps) {
        if (*at != head && syntax.upos(*at) == Upos::VERB) {
            // An event's noun takes the time of its own verb.
            const bool own_verb = syntax.head(token) == at && syntax.upos(token) == Upos::NOUN &&
                                  (syntax.is(token, "obj") || syntax.is(token, "nsubj"));
            return own_verb ? std::optional(steps) : std::nullopt;
        }
        at = syntax.head(*at);
    }
    return at == token ? std::optional(steps) : std::nullopt;
}

} // namespace

std::optional<TimeMention> time_of(const Syntax &syntax, const std::vector<FoundTime> &times, TokenIndex token) {
    const std::size_t sentence = syntax.sentence_of(token);
    const FoundTime *best = nullptr;
    std::optional<int> least_steps;
    const auto begin = std::lower_bound(times.begin(), times.end(), syntax.sentence(sentence).first_token,
                                        [](const FoundTime &time, TokenIndex at) { return time.first < at; });
    for (auto time = begin; time != times.end() && syntax.sentence_of(time->first) == sentence; ++time) {
        const bool is_within = time->first <= token && token < time->end;
        const std::optional<int> steps = is_within ? std::nullopt : steps_between(syntax, *time, token);
        if (steps && (!least_steps || *steps < *least_steps)) {
            best = &*time;
            least_steps = steps;
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
