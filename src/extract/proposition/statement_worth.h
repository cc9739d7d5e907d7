#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/mentions/entity_book.h"
#include "extract/syntax/quotations.h"

#include <string>
#include <vector>

namespace gainsay {

/// Whether words of an attribution's content say something that can be printed as somebody's statement. Refers to what
/// it is made of.
class StatementWorth {
  public:
    StatementWorth(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), attribution_(&attribution) {}

    /// Of words that make no clause: two of them mean something, and they are quoted, denied, or tell what happens.
    bool is_worth_quoting(const std::vector<TokenIndex> &tokens) const {
        return says_something(tokens) && may_be_quoted(tokens);
    }
    /// Of words that are no statement by themselves: something is named in them, or what was said before is denied.
    bool may_tell(const std::vector<TokenIndex> &tokens) const;
    /// "(assured them of help) if they were attacked": a condition, and not what depends on it.
    bool opens_as_condition(const std::vector<TokenIndex> &tokens) const;
    /// "announced the removal of the embargo": verbs that tell what their object tells.
    bool takes_object(TokenIndex cue) const;
    /// A noun of what happens, with something that it happens to.
    bool tells_some_event(const std::vector<TokenIndex> &tokens) const;
    /// "It was their money", not "It is" and "They do".
    bool states_something(const std::vector<TokenIndex> &tokens) const;
    /// Of a clause with the predicate `top`: it tells nothing by itself ("I have a feeling that", "to counter China",
    /// "If he goes", "whose deeds he covered up", "a new site", "about how it began").
    bool is_fragment(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
        return lacks_its_clause(top, tokens) || lacks_deed(top, tokens) || is_bare_aim(top, tokens) ||
               is_lone_condition(top, tokens) || is_of_another(tokens) || is_open_question(top, tokens) ||
               is_bare_phrase(tokens) || is_topic(tokens);
    }

  private:
    bool may_be_quoted(const std::vector<TokenIndex> &tokens) const;
    bool tells_charge(const std::vector<TokenIndex> &tokens) const;
    bool names_charge(TokenIndex token) const;
    bool is_topic(const std::vector<TokenIndex> &tokens) const;
    bool is_bare_phrase(const std::vector<TokenIndex> &tokens) const;
    bool names_something(const std::vector<TokenIndex> &tokens) const;
    bool has_finite_verb(const std::vector<TokenIndex> &tokens) const;
    bool is_wished_thing() const;
    bool is_misread_clause(const std::vector<TokenIndex> &tokens) const;
    bool tells_event(const std::string &noun) const;
    bool says_something(const std::vector<TokenIndex> &tokens) const;
    bool is_somebody(TokenIndex token) const;
    bool lacks_its_clause(TokenIndex top, const std::vector<TokenIndex> &tokens) const;
    bool is_against() const;
    bool lacks_deed(TokenIndex top, const std::vector<TokenIndex> &tokens) const;
    bool is_bare_aim(TokenIndex top, const std::vector<TokenIndex> &tokens) const;
    bool is_lone_condition(TokenIndex top, const std::vector<TokenIndex> &tokens) const;
    bool is_open_question(TokenIndex top, const std::vector<TokenIndex> &tokens) const;
    bool is_of_another(const std::vector<TokenIndex> &tokens) const;

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
};

} // namespace gainsay
