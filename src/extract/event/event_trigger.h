#pragma once

#include "extract/mentions/entity_book.h"
#include "extract/time/time_finder.h"

#include <optional>
#include <vector>

namespace gainsay {

/// A verb or noun that may tell of an event, with the verb that says of a noun's event that it took place: "carried out
/// airstrikes", "a freeze announced in March", "came under attack". Refers to the book and the times, which must
/// outlive it.
class EventTrigger {
  public:
    EventTrigger(const EntityBook &book, const std::vector<FoundTime> &times, TokenIndex trigger);

    const EntityBook &book() const { return *book_; }
    const Syntax &syntax() const { return book_->syntax(); }
    const English &english() const { return book_->english(); }
    const std::vector<FoundTime> &times() const { return *times_; }
    bool is_verb() const { return syntax().upos(token) == Upos::VERB; }

    /// Whether the token is in an expression of time.
    bool is_time(TokenIndex at) const;
    /// The expression of time right behind an event's noun; null if there is none.
    const FoundTime *time_behind() const;

    TokenIndex token = 0;
    /// Of a noun; null without one.
    const LightVerb *light = nullptr;
    std::optional<TokenIndex> light_verb;

  private:
    void find_light_verb();
    /// Whether the verb is a light one, which it is from now on, and the noun stands at its `place`.
    bool takes(TokenIndex verb, std::string_view place);

    const EntityBook *book_;
    const std::vector<FoundTime> *times_;
};

/// Also "charged" of "was arrested and charged", "ousted" of "with the leader ousted".
bool is_passive_trigger(const EventTrigger &trigger);

/// Whether the noun has a phrase or a light verb of its own, not only words before it.
bool has_own_phrases(const EventTrigger &trigger);

/// The verb whose object or passive subject the noun is; nothing for a verb.
std::optional<TokenIndex> governing_verb(const EventTrigger &trigger);

} // namespace gainsay
