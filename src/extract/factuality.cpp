#include "extract/factuality.h"

#include "graph_schema/word.h"

namespace gainsay {

namespace {

bool is_negation(const Syntax &syntax, const English &english, TokenIndex token) {
    return english.factuality.has("negation", syntax.lemma(token)) ||
           english.factuality.has("negation", syntax.form(token));
}

std::optional<Modality> modality_of_word(const WordLists &words, const std::string &lemma, const std::string &form) {
    for (const Modality modality :
         {Modality::possible, Modality::planned, Modality::requested, Modality::conditional}) {
        if (words.has(name(modality), lemma) || words.has(name(modality), form)) {
            return modality;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<TokenIndex> negation_of(const Syntax &syntax, const English &english, TokenIndex predicate) {
    for (const TokenIndex child : syntax.children(predicate)) {
        const bool place = syntax.is(child, "advmod") || syntax.is(child, "det") || syntax.is(child, "aux") ||
                           syntax.is(child, "cc") || syntax.is(child, "neg");
        if (place && is_negation(syntax, english, child)) {
            return child;
        }
    }
    return std::nullopt;
}

bool is_negated(const Syntax &syntax, const English &english, TokenIndex predicate) {
    if (negation_of(syntax, english, predicate)) {
        return true;
    }
    // "made no promise", "nobody came"
    for (const TokenIndex child : syntax.children(predicate)) {
        if (syntax.is(child, "nsubj") || syntax.is(child, "obj")) {
            if (is_negation(syntax, english, child)) {
                return true;
            }
            for (const TokenIndex below : syntax.children(child)) {
                if (syntax.is(below, "det") && is_negation(syntax, english, below)) {
                    return true;
                }
            }
        }
    }
    // "did not want to go": the negation above an infinitive; "without a resolution"
    const std::string marker = syntax.marker(predicate);
    if (english.factuality.has("mute", marker)) {
        return true;
    }
    const std::optional<TokenIndex> head = syntax.head(predicate);
    if (head && syntax.is(predicate, "xcomp") && syntax.upos(*head) == Upos::VERB) {
        return negation_of(syntax, english, *head).has_value();
    }
    // "neither confirmed nor denied", "not only": conjuncts share it only in a list of verbs.
    return false;
}

Modality modality_of(const Syntax &syntax, const English &english, TokenIndex predicate) {
    const WordLists &words = english.factuality;
    for (const TokenIndex child : syntax.children(predicate)) {
        if (syntax.is(child, "aux") || syntax.is(child, "advmod")) {
            if (const auto modality = modality_of_word(words, syntax.lemma(child), syntax.form(child))) {
                return *modality;
            }
        }
        if (syntax.is(child, "advcl") && words.has("conditional", syntax.marker(child)) &&
            syntax.upos(predicate) == Upos::VERB) {
            return Modality::conditional;
        }
    }
    if (words.has("conditional", syntax.marker(predicate))) {
        return Modality::conditional;
    }
    const std::optional<TokenIndex> head = syntax.head(predicate);
    if (!head) {
        return Modality::actual;
    }
    if (syntax.is(predicate, "xcomp") || syntax.is(predicate, "advcl") || syntax.is(predicate, "acl")) {
        const bool infinitive = feature(syntax.token(predicate).feats, "VerbForm") == std::string_view("Inf");
        if (infinitive) {
            if (const auto modality = modality_of_word(words, syntax.lemma(*head), syntax.form(*head))) {
                return *modality;
            }
            return syntax.is(predicate, "xcomp") ? modality_of(syntax, english, *head) : Modality::planned;
        }
    }
    if (syntax.is(predicate, "conj") && !syntax.own_subject(predicate)) {
        return modality_of(syntax, english, *head);
    }
    return Modality::actual;
}

} // namespace gainsay
