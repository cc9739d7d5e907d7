#pragma once

#include "extract/syntax/syntax.h"
#include "extract/syntax/token_features.h"
#include "language/english.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// What the verb of a clause says of its time.
enum class Tense { unknown, past, future };

/// A document's words as expressions of time are made of them: looked at sentence by sentence. Refers to the syntax and
/// the words of the language, which must outlive it.
class TimeText {
  public:
    TimeText(const Syntax &syntax, const English &english);

    /// From now on words outside the token's sentence are empty.
    void enter_sentence(TokenIndex token);
    TokenIndex first() const { return sentence_first_; }
    TokenIndex end() const { return sentence_end_; }
    const Syntax &syntax() const { return *syntax_; }
    const English &english() const { return *english_; }
    const TimeWords &words() const { return *words_; }

    /// "Jan Holub", "the April Fund": words within a name tell no time.
    bool is_in_name(TokenIndex token) const { return in_name_[token] != 0; }
    /// Empty outside the sentence.
    const std::string &form(std::int64_t token) const;
    const std::string &form_before(TokenIndex token, int distance = 1) const;
    /// Whether the word is of that kind of time_words.tsv.
    bool is(KindName<TimeWord> kind, TokenIndex token) const;
    /// The same of the word `distance` before it.
    bool is_before(KindName<TimeWord> kind, TokenIndex token, int distance = 1) const;
    /// "14", "14th".
    std::optional<int> number_at(TokenIndex token) const;
    /// Four digits of a year from 1500 to 2200.
    bool is_year(TokenIndex token) const;
    /// A number that may be a day of a month.
    std::optional<int> day_at(TokenIndex token) const;
    /// 1 to 12; "mid-March" as one word too.
    std::optional<int> month_at(TokenIndex token) const;
    /// "May said", "a meeting with May" where a May is spoken of: a month's name without a day or a year, that stands
    /// where persons stand.
    bool is_bare_name(TokenIndex token) const;
    /// Written as a name is, and no verb.
    bool is_capital(TokenIndex token) const;
    /// Whether a month is named behind the word.
    bool month_follows(TokenIndex token) const;
    /// Of the clause around the token.
    Tense tense_at(TokenIndex token) const;

  private:
    bool day_at_before(TokenIndex token) const;
    Tense tense_of(TokenIndex predicate) const;

    const Syntax *syntax_;
    const English *english_;
    const TimeWords *words_;
    /// Of persons in the document, where they are months' names too.
    std::set<std::string> surnames_;
    std::vector<std::uint8_t> in_name_;
    TokenIndex sentence_first_ = 0;
    TokenIndex sentence_end_ = 0;
};

} // namespace gainsay
