#include "extract/attribution/cue_stance.h"

#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

/// The child of the verb through which the content hangs on it.
std::optional<TokenIndex> branch_of(const Syntax &syntax, TokenIndex verb, const std::vector<TokenIndex> &content) {
    for (const TokenIndex child : syntax.children(verb)) {
        if (contains(content, child) && syntax.upos(child) != Upos::PUNCT) {
            return child;
        }
    }
    return std::nullopt;
}

bool suits(const Syntax &syntax, const ReportingVerb &reading, TokenIndex verb, TokenIndex branch) {
    const bool infinitive =
        feature(syntax.token(branch).feats, "VerbForm") == std::string_view("Inf") && syntax.child(branch, "mark");
    const bool gerund = feature(syntax.token(branch).feats, "VerbForm") == std::string_view("Ger");
    const bool has_object = syntax.child(verb, {"obj", "iobj"}).has_value();
    switch (reading.complement) {
    case Complement::clause:
        return (syntax.is(branch, "ccomp") || syntax.is(branch, "parataxis")) && !infinitive;
    case Complement::infinitive:
        return infinitive && !has_object;
    case Complement::object_to:
        return infinitive && has_object;
    case Complement::gerund:
        return gerund && syntax.marker(branch).empty();
    case Complement::object:
        return syntax.is(branch, "obj") || syntax.is(branch, "nsubj:pass");
    case Complement::phrase:
    case Complement::phrase_to:
        return syntax.marker(branch) == reading.preposition || syntax.preposition(branch) == reading.preposition;
    case Complement::description:
        // "called the plan a mistake", "described it as"
        return syntax.is(branch, "obj") && syntax.child(verb, {"xcomp", "obl"});
    }
    return false;
}

/// Where the tree does not tell which is meant: that of a question for a question, else the one that claims least.
const ReportingVerb *usual_reading(const std::vector<ReportingVerb> &readings, bool is_question) {
    const auto with = [&readings](Stance stance) {
        return std::find_if(readings.begin(), readings.end(),
                            [stance](const ReportingVerb &reading) { return reading.stance == stance; });
    };
    if (const auto asked = with(Stance::questions); is_question && asked != readings.end()) {
        return &*asked;
    }
    const auto told = with(Stance::asserts);
    return told == readings.end() ? &readings.front() : &*told;
}

std::optional<Stance> stance_of_verb(const Syntax &syntax, const English &english, TokenIndex verb,
                                     const std::vector<TokenIndex> &content) {
    const std::vector<ReportingVerb> *readings = english.reporting.find_verb(syntax.verb_lemma(verb));
    // "called off" is another verb than "called".
    if (readings == nullptr && !syntax.child(verb, "compound:prt")) {
        readings = english.reporting.find_verb(syntax.lemma(verb));
    }
    if (readings == nullptr || readings->empty()) {
        return std::nullopt;
    }
    const ReportingVerb *chosen = usual_reading(*readings, ends_in_question(syntax, content));
    if (const std::optional<TokenIndex> branch = branch_of(syntax, verb, content)) {
        const auto found = std::find_if(readings->begin(), readings->end(), [&](const ReportingVerb &reading) {
            return suits(syntax, reading, verb, *branch);
        });
        if (found != readings->end() && chosen->stance != Stance::questions) {
            chosen = &*found;
        }
    }
    return negation_of(syntax, english, verb) ? chosen->negated : chosen->stance;
}

} // namespace

bool is_shift(const Syntax &syntax, const English &english, TokenIndex verb) {
    return english.factuality.has("shift", syntax.lemma(verb)) ||
           (verb + 1 < syntax.size() &&
            english.factuality.has("shift", syntax.lemma(verb) + " " + syntax.form(verb + 1)));
}

std::optional<Stance> stance_of_cue(const EntityBook &book, const std::vector<TokenIndex> &cue, TokenIndex head,
                                    const std::vector<TokenIndex> &content) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    std::vector<TokenIndex> words = {head};
    std::copy_if(cue.begin(), cue.end(), std::back_inserter(words), [head](TokenIndex token) { return token != head; });
    for (const TokenIndex token : words) {
        if (syntax.upos(token) == Upos::VERB && words.size() > 1 && is_shift(syntax, english, token) &&
            !negation_of(syntax, english, token)) {
            return Stance::declines;
        }
    }
    // "took the unusual step of disputing": what says more than that something was said, the nearest to the content.
    std::optional<Stance> plain;
    std::optional<Stance> telling;
    for (const TokenIndex token : words) {
        std::optional<Stance> stance;
        if (syntax.upos(token) == Upos::VERB) {
            stance = stance_of_verb(syntax, english, token, content);
        } else if (const Stance *noun =
                       syntax.upos(token) == Upos::NOUN ? english.reporting.find_noun(syntax.lemma(token)) : nullptr) {
            stance = *noun;
        }
        if (stance && *stance != Stance::asserts && (!telling || token != head)) {
            telling = stance;
        } else if (stance && !plain) {
            plain = stance;
        }
        if (telling && token == head) {
            return telling;
        }
    }
    return telling ? telling : plain;
}

} // namespace gainsay
