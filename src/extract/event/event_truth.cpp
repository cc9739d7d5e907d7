#include "extract/event/event_truth.h"

#include "extract/factuality/factuality.h"

#include <algorithm>
#include <optional>
#include <string>

namespace gainsay {

namespace {

/// Whether a verb that stops or cancels governs the noun: a meeting that was called off did not take place.
bool is_cancelled(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    const std::optional<TokenIndex> head = governing_verb(trigger);
    if (!head) {
        return false;
    }
    const std::vector<EventFrame> *frames = english.frames.find_verb(syntax.lemma(*head));
    return frames != nullptr && std::any_of(frames->begin(), frames->end(), [&](const EventFrame &frame) {
               const bool particle =
                   std::all_of(frame.conditions.begin(), frame.conditions.end(), [&](const FrameCondition &condition) {
                       return condition.place == "prt" &&
                              syntax.verb_lemma(*head) == frame.lemma + " " + condition.word;
                   });
               return frame.action == EdgeKind::cancelled && particle;
           });
}

/// "a lack of cooperation", "failed talks": the words around the noun say that it is not.
bool is_missing(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    const std::optional<TokenIndex> head = syntax.head(trigger.token);
    if (head && syntax.is(trigger.token, "nmod") && english.factuality.has("missing", syntax.lemma(*head)) &&
        english.grammar.has("part_of", syntax.preposition(trigger.token))) {
        return true;
    }
    const std::optional<TokenIndex> verb = governing_verb(trigger);
    return verb && english.factuality.has("missing", syntax.lemma(*verb));
}

bool is_infinitive(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    return feature(syntax.token(trigger.token).feats, "VerbForm") == std::string_view("Inf");
}

/// "their reluctance to meet"
bool is_left_undone(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    const std::optional<TokenIndex> head = syntax.head(trigger.token);
    return trigger.is_verb() && head && syntax.is(trigger.token, "acl") && is_infinitive(trigger) &&
           syntax.upos(*head) == Upos::NOUN && english.factuality.has("missing", syntax.lemma(*head));
}

Modality modality_of_verb(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    const Modality found = modality_of(syntax, trigger.english(), trigger.token);
    // "efforts to repeal it", "went there to support them": what it was for, not what it came to.
    const bool aim = is_infinitive(trigger) && !syntax.child(trigger.token, "aux") &&
                     (syntax.is(trigger.token, "acl") || syntax.is(trigger.token, "advcl"));
    return found == Modality::actual && aim ? Modality::planned : found;
}

/// "a planned meeting", "any strike on Norway"
std::optional<Modality> modality_of_words_before(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    for (const TokenIndex child : syntax.children(trigger.token)) {
        if (syntax.is(child, "amod")) {
            if (const auto found = modality_of_word(syntax, trigger.english(), child)) {
                return found;
            }
        }
        if (syntax.is(child, "det") && feature(syntax.token(child).feats, "PronType") == std::string_view("Ind")) {
            return Modality::possible;
        }
    }
    return std::nullopt;
}

} // namespace

Polarity polarity_of(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    bool negated = is_negated(syntax, english, trigger.token) || is_cancelled(trigger) || is_missing(trigger) ||
                   is_left_undone(trigger);
    if (const std::optional<TokenIndex> verb = governing_verb(trigger); verb && is_negated(syntax, english, *verb)) {
        negated = !is_cancelled(trigger) && !is_missing(trigger);
    }
    return negated ? Polarity::negated : Polarity::affirmed;
}

Modality modality_of_event(const EventTrigger &trigger) {
    if (trigger.is_verb()) {
        return modality_of_verb(trigger);
    }
    if (const std::optional<Modality> found = modality_of_words_before(trigger)) {
        return *found;
    }
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    const std::optional<TokenIndex> head = syntax.head(trigger.token);
    if (!head || syntax.upos(*head) != Upos::VERB) {
        return Modality::actual;
    }
    const bool asked = syntax.is(trigger.token, "obj") || syntax.relation(trigger.token) == "nsubj:pass" ||
                       (syntax.is(trigger.token, "obl") && syntax.is_below(trigger.token, *head) &&
                        english.factuality.has("wished_for", syntax.preposition(trigger.token)));
    if (asked && !trigger.light_verb) {
        if (const auto found = modality_of_word(syntax, english, *head)) {
            return *found;
        }
    }
    // "will hold talks": as the verb that holds them. Of what happens to an event ("will discuss the attack") its
    // own truth does not depend.
    return trigger.light_verb ? modality_of(syntax, english, *trigger.light_verb) : Modality::actual;
}

} // namespace gainsay
