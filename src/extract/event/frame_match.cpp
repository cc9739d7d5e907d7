#include "extract/event/frame_match.h"

#include "extract/event/event_fillers.h"
#include "extract/event/event_phrase.h"
#include "extract/factuality/factuality.h"

#include <algorithm>

namespace gainsay {

namespace {

/// An object that is the word: it is the match's then.
bool takes_object(const EventTrigger &trigger, const FrameCondition &condition, FrameMatch &match) {
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    for (const TokenIndex head : fillers_of(trigger, "obj")) {
        const TokenIndex object = counted_noun(syntax, english, antecedent_of(syntax, head));
        if (is_frame_word(trigger.book(), object, condition.word)) {
            match.object = object;
            if (!english.frames.is_kept(condition.word)) {
                match.taken.push_back(object);
            }
            return true;
        }
    }
    return false;
}

/// Whether a word below the trigger or its object stands at the condition's place.
bool is_at_place(const EventTrigger &trigger, TokenIndex child, const std::string &place) {
    const Syntax &syntax = trigger.syntax();
    if (place == "xcomp") {
        // "found guilty", but not "found not guilty".
        return syntax.is(child, "xcomp") && !negation_of(syntax, trigger.english(), child);
    }
    if (place == syntax.form(child)) {
        return syntax.is(child, "advmod") || syntax.is(child, "compound:prt");
    }
    return (syntax.is(child, "obl") || syntax.is(child, "nmod")) && syntax.preposition(child) == place;
}

bool is_particle(const EventTrigger &trigger, TokenIndex child, const std::string &word) {
    const Syntax &syntax = trigger.syntax();
    return syntax.relation(child) == "compound:prt" ||
           (syntax.is(child, "advmod") && child == trigger.token + 1 && syntax.form(child) == word);
}

/// A particle, a complement or a phrase.
bool takes_word_below(const EventTrigger &trigger, const FrameCondition &condition, FrameMatch &match) {
    const Syntax &syntax = trigger.syntax();
    std::vector<TokenIndex> below(syntax.children(trigger.token).begin(), syntax.children(trigger.token).end());
    // "fired shells at": the preposition may hang on the object.
    if (const auto object = syntax.child(trigger.token, "obj"); object && trigger.is_verb()) {
        below.insert(below.end(), syntax.children(*object).begin(), syntax.children(*object).end());
    }
    const bool wants_particle = condition.place == "prt";
    for (const TokenIndex child : below) {
        const bool place =
            wants_particle ? is_particle(trigger, child, condition.word) : is_at_place(trigger, child, condition.place);
        if (!place || (!condition.word.empty() && !is_frame_word(trigger.book(), child, condition.word))) {
            continue;
        }
        if (wants_particle && child == trigger.token + 1) {
            match.particle = child;
        }
        if (syntax.upos(child) == Upos::NOUN && !condition.word.empty() &&
            !trigger.english().frames.is_kept(condition.word)) {
            match.taken.push_back(child);
        }
        return true;
    }
    return false;
}

bool holds(const EventTrigger &trigger, const FrameCondition &condition, FrameMatch &match) {
    if (condition.is_absent) {
        return condition.place == "xcomp" ? !trigger.syntax().child(trigger.token, "xcomp")
                                          : fillers_of(trigger, condition.place, match.object).empty();
    }
    if (condition.place == "obj") {
        return takes_object(trigger, condition, match);
    }
    if (condition.place == "subj" || condition.place == "poss" || condition.place == "comp") {
        const std::vector<TokenIndex> heads = fillers_of(trigger, condition.place);
        return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
            return is_frame_word(trigger.book(), head, condition.word) ||
                   is_frame_word(trigger.book(), counted_noun(trigger.syntax(), trigger.english(), head),
                                 condition.word);
        });
    }
    return takes_word_below(trigger, condition, match);
}

} // namespace

std::optional<FrameMatch> match_frame(const EventTrigger &trigger, const EventFrame &frame) {
    FrameMatch match;
    const bool all = std::all_of(frame.conditions.begin(), frame.conditions.end(),
                                 [&](const FrameCondition &condition) { return holds(trigger, condition, match); });
    return all ? std::optional(std::move(match)) : std::nullopt;
}

} // namespace gainsay
