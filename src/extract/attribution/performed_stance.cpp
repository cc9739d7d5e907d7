#include "extract/attribution/performed_stance.h"

#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"

#include <algorithm>

namespace gainsay {

namespace {

bool is_act(Stance stance) {
    return stance == Stance::demands || stance == Stance::denies || stance == Stance::rejects ||
           stance == Stance::warns || stance == Stance::accuses || stance == Stance::questions;
}

bool is_imperative_form(const Syntax &syntax, TokenIndex token) {
    return feature(syntax.token(token).feats, "Mood") == std::string_view("Imp");
}

/// "Finish it", "Just be honest", "Do not hide it", "Let's talk"; but not "Let me be clear", "Let's be clear that …",
/// "Let's call it a day", which ask nothing of anybody.
bool is_imperative(const Syntax &syntax, const English &english, TokenIndex top) {
    bool found = is_imperative_form(syntax, top);
    const std::optional<TokenIndex> inner = syntax.child(top, {"xcomp", "ccomp"});
    const bool lets = inner && !syntax.child(*inner, "mark") &&
                      english.factuality.has("requested", syntax.lemma(top)) &&
                      (syntax.upos(*inner) != Upos::VERB || english.statement.has("naming", syntax.lemma(*inner)) ||
                       english.reporting.find_verb(syntax.lemma(*inner), Complement::clause) != nullptr);
    for (const TokenIndex child : syntax.children(top)) {
        // "Will tune in on Monday"
        if (syntax.is(child, "aux") && child < top && syntax.token(child).xpos == "MD") {
            return false;
        }
        if (syntax.is(child, "cop") || syntax.is(child, "aux")) {
            found = found || is_imperative_form(syntax, child);
        }
        const bool speaker = (syntax.is(child, "obj") || syntax.is(child, "nsubj")) &&
                             syntax.upos(child) == Upos::PRON &&
                             feature(syntax.token(child).feats, "Person") == std::string_view("1") &&
                             (feature(syntax.token(child).feats, "Number") == std::string_view("Sing") || lets);
        if (speaker) {
            return false;
        }
        // "Do not hide it": the auxiliary of a verb without subject and time; not "… could help".
        const bool bare = syntax.is(child, "aux") && child < top &&
                          feature(syntax.token(child).feats, "VerbForm") == std::string_view("Fin") &&
                          feature(syntax.token(top).feats, "VerbForm") == std::string_view("Inf") &&
                          !feature(syntax.token(child).feats, "Tense") &&
                          !english.statement.has("hypothetical", syntax.lemma(child));
        found = found || bare;
    }
    return found;
}

/// "Throw it out, and you may win", "Come to think of it, I find it odd": what the sentence says is behind the verb.
bool leads_to_statement(const Syntax &syntax, TokenIndex top) {
    const auto children = syntax.children(top);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        const std::optional<TokenIndex> subject = syntax.own_subject(child);
        return child > top && subject && *subject > top &&
               (syntax.is(child, "parataxis") || (syntax.is(child, "conj") && syntax.child(child, "aux")));
    });
}

/// "Put simply, the law is clear": of a verb with nothing but an adverb what is said stands behind it.
bool is_manner_of_speaking(const Syntax &syntax, TokenIndex top, const std::vector<TokenIndex> &clause) {
    const auto children = syntax.children(top);
    const bool is_bare = std::all_of(children.begin(), children.end(), [&](TokenIndex child) {
        return syntax.is(child, "advmod") || syntax.is(child, "punct");
    });
    return is_bare && syntax.child(top, "advmod") && std::any_of(clause.begin(), clause.end(), [&](TokenIndex token) {
               const std::optional<TokenIndex> subject = token > top ? syntax.own_subject(token) : std::nullopt;
               return subject && *subject > top && syntax.is_finite(token) && !syntax.is_below(token, top);
           });
}

/// Nobody and nothing but who is spoken to stands before the verb; "Those who fail make others pay" asks for nothing.
bool opens_clause(const Syntax &syntax, TokenIndex top, const std::vector<TokenIndex> &clause) {
    return std::none_of(clause.begin(), clause.end(), [&](TokenIndex token) {
        // "If you want that, then defend it": a clause in front is none of it.
        const std::optional<TokenIndex> head = syntax.head(token);
        return token < top && syntax.is_nominal(token) && (head == top || !head || *head > top) &&
               !syntax.is(token, "vocative") && !syntax.is(token, "discourse") && !syntax.is(token, "obl");
    });
}

} // namespace

std::optional<Stance> performed_stance(const EntityBook &book, const Quotations &quotations, TokenIndex top,
                                       const std::vector<TokenIndex> &clause) {
    const Syntax &syntax = book.syntax();
    if (clause.empty() || !quotations.contains(top)) {
        return std::nullopt;
    }
    if (quotations.contains(clause.front()) && ends_in_question(syntax, clause)) {
        return Stance::questions;
    }
    const std::optional<TokenIndex> subject = syntax.own_subject(top);
    if (!subject) {
        const bool asks = is_imperative(syntax, book.english(), top) &&
                          !book.english().statement.has("opening", syntax.form(top)) &&
                          opens_clause(syntax, top, clause) && !leads_to_statement(syntax, top) &&
                          !is_manner_of_speaking(syntax, top, clause);
        return asks ? std::optional(Stance::demands) : std::nullopt;
    }
    if (syntax.upos(top) != Upos::VERB) {
        return std::nullopt;
    }
    const std::string &feats = syntax.token(top).feats;
    const bool first_person = feature(syntax.token(*subject).feats, "Person") == std::string_view("1");
    const bool present = feature(feats, "Tense") == std::string_view("Pres");
    // "I wish you luck", "I want to thank you" ask for nothing.
    // "I ask myself" asks nobody.
    const std::optional<TokenIndex> object = syntax.child(top, {"obj", "iobj"});
    const bool is_to_oneself = object && feature(syntax.token(*object).feats, "Reflex") == std::string_view("Yes");
    if (!first_person || !present || book.english().statement.has("wishing", syntax.lemma(top)) || is_to_oneself ||
        negation_of(syntax, book.english(), top)) {
        return std::nullopt;
    }
    const std::vector<ReportingVerb> *readings = book.english().reporting.find_verb(syntax.verb_lemma(top));
    if (readings == nullptr || readings->empty() || !is_act(readings->front().stance)) {
        return std::nullopt;
    }
    return readings->front().stance;
}

} // namespace gainsay
