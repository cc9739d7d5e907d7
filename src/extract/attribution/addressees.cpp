#include "extract/attribution/addressees.h"

#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

/// What the verb says behind its object: "(told her) that he would go", "(accused her) of lying".
bool has_clause_behind(const Syntax &syntax, const FoundAttribution &found, TokenIndex object) {
    const auto children = syntax.children(found.cue_head);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        if (child < object || !contains(found.content, child)) {
            return false;
        }
        // With a subject of its own, or one that is the object: "is" of "told her he is". Of "said (better work) with
        // the police would help" a parser may take the police for the subject; no subject has a preposition.
        const std::optional<TokenIndex> subject = syntax.own_subject(child);
        return (syntax.is(child, "ccomp") && subject && !syntax.child(*subject, "case")) ||
               (found.content_subject == object &&
                (syntax.is(child, "xcomp") || syntax.is(child, "advcl") || syntax.is(child, "ccomp")) &&
                syntax.is_predicate(child));
    });
}

/// "said affordable (coverage for many more people) will help": verbs that are told to nobody have no addressee, and a
/// parser cut the subject of what is said.
bool is_piece_of_subject(const Syntax &syntax, const English &english, const FoundAttribution &found,
                         TokenIndex object) {
    const std::optional<TokenIndex> clause = syntax.child(found.cue_head, "ccomp");
    return found.content_subject != object && clause && *clause > object && !syntax.child(*clause, "mark") &&
           syntax.upos(object) == Upos::NOUN && !english.grammar.has("addressed", syntax.lemma(found.cue_head)) &&
           english.reporting.find_verb(syntax.lemma(found.cue_head), Complement::clause) != nullptr;
}

/// Nothing where the object is not what the content begins with.
void take_out(const Syntax &syntax, FoundAttribution &found, TokenIndex object) {
    const std::vector<TokenIndex> phrase = syntax.subtree(object);
    const auto said = std::find_if(found.content.begin(), found.content.end(),
                                   [&found](TokenIndex token) { return !contains(found.unsaid, token); });
    if (said != found.content.end() && phrase.front() <= *said && phrase.back() < found.content.back()) {
        found.unsaid.insert(found.unsaid.end(), phrase.begin(), phrase.end());
        std::sort(found.unsaid.begin(), found.unsaid.end());
    }
}

/// "blamed Reed for lying": who did what follows "for".
void find_doer(const Syntax &syntax, const English &english, FoundAttribution &found) {
    for (const TokenIndex verb : found.cue) {
        const std::optional<TokenIndex> object = syntax.child(verb, "obj");
        const std::optional<TokenIndex> deed = syntax.child(verb, "xcomp");
        if (found.content_subject || !object || !deed || syntax.upos(verb) != Upos::VERB || *deed < *object ||
            syntax.upos(*object) == Upos::PRON || !contains(found.content, *object) ||
            !contains(found.content, *deed)) {
            continue;
        }
        if (english.grammar.has("object_control", syntax.marker(*deed))) {
            found.content_subject = object;
            found.cue_head = verb;
        }
    }
}

/// "told Reuters he expected more", where the parser made the addressee the object of the clause behind it.
void take_out_fronted_object(const Syntax &syntax, const English &english, FoundAttribution &found) {
    const std::optional<TokenIndex> clause = syntax.child(found.cue_head, "ccomp");
    if (!clause || !english.grammar.has("addressed", syntax.lemma(found.cue_head))) {
        return;
    }
    const std::optional<TokenIndex> subject = syntax.own_subject(*clause);
    for (const TokenIndex child : syntax.children(*clause)) {
        if (subject && child > found.cue_head && child < *subject && syntax.is_nominal(child) &&
            (syntax.is(child, "obj") || syntax.is(child, "iobj"))) {
            take_out(syntax, found, child);
            found.addressee = child;
        }
    }
}

/// "said in an interview that he would go": what tells where and when something is said stands before the clause.
void take_out_circumstances(const Syntax &syntax, FoundAttribution &found) {
    const std::optional<TokenIndex> clause = syntax.child(found.cue_head, "ccomp");
    if (!clause || *clause < found.cue_head || !contains(found.content, *clause)) {
        return;
    }
    const TokenIndex begin = syntax.subtree(*clause).front();
    // "said without the firm's help, the net would be late": what a comma parts from the clause opens it.
    if (begin <= found.cue_head || syntax.form(begin) == "," || syntax.form(begin - 1) == ",") {
        return;
    }
    for (const TokenIndex child : syntax.children(found.cue_head)) {
        if (child > found.cue_head && child < begin && syntax.is(child, "obl") && contains(found.content, child)) {
            take_out(syntax, found, child);
        }
    }
}

/// "disputed that in a brief": the pronoun is all that is disputed.
void keep_pronoun(const Syntax &syntax, FoundAttribution &found) {
    const std::optional<TokenIndex> object = syntax.child(found.cue_head, "obj");
    const bool is_against = found.stance == Stance::denies || found.stance == Stance::rejects;
    if (!is_against || !object || syntax.upos(*object) != Upos::PRON || !contains(found.content, *object)) {
        return;
    }
    const bool rest_is_circumstance = std::all_of(found.content.begin(), found.content.end(), [&](TokenIndex token) {
        return token == *object || syntax.head(token) != found.cue_head || syntax.is(token, "obl") ||
               syntax.is(token, "advmod") || syntax.is(token, "punct");
    });
    if (rest_is_circumstance && syntax.children(*object).empty()) {
        found.content = {*object};
    }
}

} // namespace

void find_addressees(const EntityBook &book, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    for (FoundAttribution &found : all) {
        find_doer(syntax, book.english(), found);
        for (const char *relation : {"iobj", "obj"}) {
            const std::optional<TokenIndex> object = syntax.child(found.cue_head, relation);
            if (!object || *object < found.cue_head || !syntax.is_nominal(*object)) {
                continue;
            }
            const bool acts = found.content_subject == *object;
            if (contains(found.content, *object) && has_clause_behind(syntax, found, *object) &&
                !is_piece_of_subject(syntax, book.english(), found, *object)) {
                take_out(syntax, found, *object);
            }
            if (!acts && (contains(found.unsaid, *object) || !contains(found.content, *object))) {
                found.addressee = object;
            }
        }
        // "called on Norway to act"
        if (const std::optional<TokenIndex> doer = found.content_subject;
            doer && syntax.is(*doer, "obl") && syntax.head(*doer) == found.cue_head && contains(found.content, *doer)) {
            take_out(syntax, found, *doer);
        }
        take_out_fronted_object(syntax, book.english(), found);
        take_out_circumstances(syntax, found);
        keep_pronoun(syntax, found);
    }
}

} // namespace gainsay
