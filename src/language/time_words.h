#pragma once

#include "language/kind_lists.h"

#include <map>
#include <optional>
#include <string>

namespace gainsay {

/// Units of time that expressions count in; the order is that of time_words.tsv.
enum class TimeUnit : std::uint8_t { day, week, month, year, weekend, quarter, decade, century, hour, fortnight };

/// Where a word points from the article's date.
enum class TimeDirection : std::uint8_t { none, past, next, current };

/// The table of time words, by form. Const once made.
class TimeWords {
  public:
    explicit TimeWords(const LexiconFile &file);

    bool is(KindName<TimeWord> kind, const std::string &form) const { return lists_.has(kind, form); }
    /// 1 to 12.
    std::optional<int> month(const std::string &form) const;
    /// Monday is 0.
    std::optional<int> weekday(const std::string &form) const;
    std::optional<TimeUnit> unit(const std::string &form) const;
    /// Winter is 0.
    std::optional<int> season(const std::string &form) const;
    /// The number beside a word of a kind "word=number".
    std::optional<int> value(KindName<TimeWord> kind, const std::string &form) const;
    TimeDirection direction(const std::string &form) const;

  private:
    using Numbers = std::map<std::string, int>;

    KindLists<TimeWord> lists_;
    std::map<TimeWord, Numbers> numbers_;
};

} // namespace gainsay
