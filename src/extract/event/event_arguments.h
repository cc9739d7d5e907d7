#pragma once

#include "extract/event/event_trigger.h"

#include <optional>
#include <set>
#include <vector>

namespace gainsay {

/// The arguments of one event while they are gathered: each entity once. Refers to the trigger, which must outlive it.
class EventArguments {
  public:
    explicit EventArguments(const EventTrigger &trigger) : trigger_(&trigger) {}

    /// The phrase with this head, and what is joined to it, in the role. Of a thing its owner where the type of event
    /// reaches so far.
    void add(Role role, NewsType type, TokenIndex head);
    /// "met in Paris": places below the trigger, its light verb and `object`, the noun that the frame asked for.
    void add_places(std::optional<TokenIndex> object);

    const std::vector<EventArgument> &list() const { return list_; }
    /// The entities among them.
    const std::set<EntityIndex> &entities() const { return entities_; }
    /// The heads of the phrases, without those of places.
    const std::vector<TokenIndex> &heads() const { return heads_; }

  private:
    /// Whom a phrase stands for, and the token that tells it.
    struct Standing {
        std::optional<EntityIndex> entity;
        TokenIndex at = 0;
    };

    Standing standing_of(TokenIndex phrase, Role role, NewsType type) const;
    /// Of the phrase at `at`, one of those that are joined to `head`.
    EventArgument argument(Role role, const Standing &standing, TokenIndex head) const;

    const EventTrigger *trigger_;
    std::vector<EventArgument> list_;
    std::set<EntityIndex> entities_;
    std::vector<TokenIndex> heads_;
};

} // namespace gainsay
