#include "extract/event/event_fillers.h"

#include "extract/attribution/source_phrase.h"
#include "extract/event/event_owner.h"
#include "extract/event/verb_participants.h"

#include <algorithm>

namespace gainsay {

namespace {

using Heads = std::vector<TokenIndex>;

Heads one_or_none(std::optional<TokenIndex> head) {
    return head ? Heads{*head} : Heads();
}

/// "threatened to cut ties with Norway": whom what the verb governs would be done to.
Heads acted_on_below(const EventTrigger &trigger) {
    const EntityBook &book = trigger.book();
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    const std::optional<TokenIndex> verb = syntax.child(trigger.token, "xcomp");
    if (!verb) {
        return {};
    }
    for (const TokenIndex child : syntax.children(*verb)) {
        const bool phrase = syntax.is(child, "obl") && english.grammar.has("owner_behind", syntax.preposition(child));
        if (!syntax.is(child, "obj") && !syntax.is(child, "iobj") && !phrase) {
            continue;
        }
        if (book.of_phrase(child)) {
            return {child};
        }
        const std::optional<TokenIndex> owner =
            find_owner(book, child, [&](TokenIndex token) { return book.of_phrase(token).has_value(); });
        if (owner) {
            return {*owner};
        }
    }
    return {};
}

/// Of the verb beside a noun.
Heads subject_of(const EventTrigger &trigger, TokenIndex verb) {
    const Syntax &syntax = trigger.syntax();
    const std::optional<TokenIndex> subject =
        syntax.is_passive(verb) ? syntax.child(verb, "obl:agent") : syntax.subject(verb);
    return subject && *subject != trigger.token ? Heads{*subject} : Heads();
}

/// Who acts in a noun's event by its light verb: "the US carried out airstrikes", "airstrikes carried out by the US".
Heads noun_subjects(const EventTrigger &trigger) {
    if (const auto own = trigger.syntax().own_subject(trigger.token)) {
        return {*own};
    }
    return trigger.light_verb && trigger.light->subject == "agent" ? subject_of(trigger, *trigger.light_verb) : Heads();
}

Heads verb_subjects(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    if (is_passive_trigger(trigger)) {
        return one_or_none(syntax.child(trigger.token, "obl:agent"));
    }
    const std::optional<TokenIndex> subject = doer_of(trigger.book(), trigger.token);
    Heads found = one_or_none(subject);
    // Of "A and B meet" a parser may make two subjects.
    for (const TokenIndex child : syntax.children(trigger.token)) {
        if (subject && child < *subject && syntax.is(child, "nsubj") && source_entity(trigger.book(), child)) {
            found.push_back(child);
        }
    }
    return found;
}

/// "Before being elected, she …", "he was arrested and charged": whom the passive verb shares with the one above.
std::optional<TokenIndex> shared_patient(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    const bool below =
        syntax.is(trigger.token, "advcl") || syntax.is(trigger.token, "conj") || syntax.is(trigger.token, "xcomp");
    return below ? syntax.subject(trigger.token) : std::nullopt;
}

Heads objects(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    if (!trigger.is_verb() || !is_passive_trigger(trigger)) {
        return one_or_none(object_of(trigger.book(), trigger.token));
    }
    if (const auto subject = syntax.child(trigger.token, "nsubj:pass")) {
        return {*subject};
    }
    if (syntax.is(trigger.token, "acl") && syntax.head(trigger.token)) {
        return {*syntax.head(trigger.token)};
    }
    if (const auto own = syntax.own_subject(trigger.token)) {
        return {*own};
    }
    return one_or_none(shared_patient(trigger));
}

/// "The flood struck Bergen": what a disaster's verb hits.
Heads struck_objects(const EventTrigger &trigger) {
    const Syntax &syntax = trigger.syntax();
    const std::optional<TokenIndex> verb = syntax.head(trigger.token);
    if (verb && syntax.is(trigger.token, "nsubj") && syntax.upos(*verb) == Upos::VERB &&
        trigger.english().frames.is_listed("strikes", syntax.lemma(*verb))) {
        return one_or_none(object_of(trigger.book(), *verb));
    }
    return {};
}

/// Owners, words of a compound, and states by their adjectives.
Heads words_before(const EventTrigger &trigger, const std::string &place) {
    const Syntax &syntax = trigger.syntax();
    Heads found;
    for (const TokenIndex child : syntax.children(trigger.token)) {
        const std::string_view relation = syntax.relation(child);
        if ((place == "poss" && relation == "nmod:poss") || (place == "comp" && relation == "compound") ||
            (place == "adj" && (relation == "amod" || relation == "compound") && trigger.book().at(child) &&
             trigger.book().entity_at_is_country(child))) {
            found.push_back(child);
        }
    }
    return found;
}

/// The words on which a phrase of the event may hang.
Heads bearers_of_phrases(const EventTrigger &trigger, const std::string &preposition, TokenIndex object) {
    const Syntax &syntax = trigger.syntax();
    // "a range of sanctions on X": the phrase hangs on either noun.
    const TokenIndex over =
        object == trigger.token ? trigger.light_verb.value_or(trigger.token) : syntax.head(object).value_or(object);
    Heads aboves{trigger.token};
    for (const TokenIndex each : {object, over}) {
        if (std::find(aboves.begin(), aboves.end(), each) == aboves.end()) {
            aboves.push_back(each);
        }
    }
    // "the suspension of the treaty by Norway": the agent may hang on what was suspended.
    if (trigger.english().grammar.has("agent", preposition) && !trigger.is_verb()) {
        for (const TokenIndex child : syntax.children(trigger.token)) {
            if (syntax.is(child, "nmod") && child > trigger.token) {
                aboves.push_back(child);
            }
        }
    }
    // "the suspension earlier this year of …"
    if (const FoundTime *time = trigger.time_behind()) {
        aboves.push_back(time->end - 1);
    }
    return aboves;
}

Heads phrases(const EventTrigger &trigger, const std::string &preposition, TokenIndex object) {
    const Syntax &syntax = trigger.syntax();
    Heads found;
    for (const TokenIndex above : bearers_of_phrases(trigger, preposition, object)) {
        for (const TokenIndex child : syntax.children(above)) {
            const bool phrase = syntax.is(child, "obl") || syntax.is(child, "nmod");
            if (phrase && child > above && child != trigger.token && syntax.preposition(child) == preposition &&
                !trigger.is_time(child)) {
                found.push_back(child);
            }
        }
    }
    return found;
}

} // namespace

std::vector<TokenIndex> fillers_of(const EventTrigger &trigger, const std::string &place,
                                   std::optional<TokenIndex> object) {
    if (place == "subj") {
        return trigger.is_verb() ? verb_subjects(trigger) : noun_subjects(trigger);
    }
    if (place == "obj") {
        return objects(trigger);
    }
    if (place == "iobj") {
        return one_or_none(trigger.syntax().child(trigger.token, "iobj"));
    }
    if (place == "xobj") {
        return acted_on_below(trigger);
    }
    if (place == "light") {
        return subject_of(trigger, *trigger.light_verb);
    }
    if (place == "lobj") {
        return struck_objects(trigger);
    }
    if (place == "poss" || place == "comp" || place == "adj") {
        return words_before(trigger, place);
    }
    return phrases(trigger, place, object.value_or(trigger.token));
}

} // namespace gainsay
