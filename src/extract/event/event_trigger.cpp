#include "extract/event/event_trigger.h"

#include <algorithm>
#include <iterator>

namespace gainsay {

EventTrigger::EventTrigger(const EntityBook &book, const std::vector<FoundTime> &times, TokenIndex trigger)
    : token(trigger), book_(&book), times_(&times) {
    if (syntax().upos(token) == Upos::NOUN) {
        find_light_verb();
    }
}

bool EventTrigger::takes(TokenIndex verb, std::string_view place) {
    light = syntax().upos(verb) == Upos::VERB ? english().frames.find_light_verb(syntax().verb_lemma(verb)) : nullptr;
    if (light != nullptr) {
        light_verb = verb;
    }
    return light != nullptr && light->place == place;
}

void EventTrigger::find_light_verb() {
    const Syntax &trees = syntax();
    const std::optional<TokenIndex> head = trees.head(token);
    if (head && (trees.is(token, "obj") || trees.is(token, "nsubj"))) {
        if (takes(*head, trees.relation(token) == "nsubj" ? "subj" : "obj")) {
            return;
        }
    } else if (head && trees.is(token, "obl")) {
        if (takes(*head, trees.preposition(token))) {
            return;
        }
    }
    for (const TokenIndex child : trees.children(token)) {
        if (trees.is(child, "acl") && child > token && trees.is_passive(child) && takes(child, "obj")) {
            return;
        }
    }
    light = nullptr;
    light_verb.reset();
}

bool EventTrigger::is_time(TokenIndex at) const {
    const auto time = std::upper_bound(times_->begin(), times_->end(), at,
                                       [](TokenIndex place, const FoundTime &each) { return place < each.first; });
    return time != times_->begin() && at < std::prev(time)->end;
}

const FoundTime *EventTrigger::time_behind() const {
    if (is_verb()) {
        return nullptr;
    }
    const auto time = std::lower_bound(times_->begin(), times_->end(), token + 1,
                                       [](const FoundTime &each, TokenIndex at) { return each.first < at; });
    return time != times_->end() && time->first == token + 1 ? &*time : nullptr;
}

bool is_passive_trigger(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    if (syntax.is_passive(trigger.token)) {
        return true;
    }
    const std::optional<TokenIndex> head = syntax.head(trigger.token);
    const std::string &feats = syntax.token(trigger.token).feats;
    if (feature(feats, "VerbForm") != std::string_view("Part") || feature(feats, "Tense") != std::string_view("Past") ||
        syntax.child(trigger.token, {"aux", "cop", "obj", "iobj"})) {
        return false;
    }
    // "remains jailed"
    return syntax.is(trigger.token, "advcl") ||
           (syntax.is(trigger.token, "xcomp") && head && !syntax.child(*head, "obj")) ||
           (head && syntax.is(trigger.token, "conj") && syntax.is_passive(*head) && !syntax.own_subject(trigger.token));
}

bool has_own_phrases(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    if (trigger.light_verb) {
        return true;
    }
    const std::span<const TokenIndex> children = syntax.children(trigger.token);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenIndex child) { return syntax.is(child, "nmod") && child > trigger.token; });
}

std::optional<TokenIndex> governing_verb(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    if (trigger.is_verb()) {
        return std::nullopt;
    }
    if (trigger.light_verb) {
        return trigger.light_verb;
    }
    const std::optional<TokenIndex> head = syntax.head(trigger.token);
    const bool object = syntax.is(trigger.token, "obj") || syntax.relation(trigger.token) == "nsubj:pass";
    return head && object && syntax.upos(*head) == Upos::VERB ? head : std::nullopt;
}

} // namespace gainsay
