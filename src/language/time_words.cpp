#include "language/time_words.h"

#include "base/lexicon_file.h"
#include "base/number.h"

#include <string>
#include <vector>

namespace gainsay {

TimeWords::TimeWords(const LexiconFile &file) : lists_(file) {
    for (const TimeWord kind : {TimeWord::month, TimeWord::weekday, TimeWord::unit, TimeWord::season}) {
        Numbers &numbers = numbers_[kind];
        int number = 0;
        for (const std::string &forms : lists_.words(kind)) {
            for (const std::string &form : split_list(forms, '=')) {
                numbers.emplace(form, number);
            }
            ++number;
        }
    }
    for (const TimeWord kind : {TimeWord::number, TimeWord::ordinal, TimeWord::day, TimeWord::night}) {
        Numbers &numbers = numbers_[kind];
        for (const std::string &word : lists_.words(kind)) {
            const std::vector<std::string> parts = split_list(word, '=');
            if (parts.size() == 2) {
                numbers.emplace(parts[0], static_cast<int>(parse_integer(parts[1]).value_or(0)));
            }
        }
    }
}

std::optional<int> TimeWords::value(KindName<TimeWord> kind, const std::string &form) const {
    const auto numbers = numbers_.find(kind.kind());
    if (numbers == numbers_.end()) {
        return std::nullopt;
    }
    const auto found = numbers->second.find(form);
    return found == numbers->second.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> TimeWords::month(const std::string &form) const {
    const std::optional<int> index = value("month", form);
    return index ? std::optional(*index + 1) : std::nullopt;
}

std::optional<int> TimeWords::weekday(const std::string &form) const {
    return value("weekday", form);
}

std::optional<TimeUnit> TimeWords::unit(const std::string &form) const {
    const std::optional<int> index = value("unit", form);
    return index && *index <= static_cast<int>(TimeUnit::fortnight) ? std::optional(static_cast<TimeUnit>(*index))
                                                                    : std::nullopt;
}

std::optional<int> TimeWords::season(const std::string &form) const {
    return value("season", form);
}

TimeDirection TimeWords::direction(const std::string &form) const {
    return is("past", form)   ? TimeDirection::past
           : is("next", form) ? TimeDirection::next
           : is("this", form) ? TimeDirection::current
                              : TimeDirection::none;
}

} // namespace gainsay
