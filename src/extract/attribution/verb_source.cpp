#include "extract/attribution/verb_source.h"

#include "extract/attribution/source_phrase.h"

#include <string_view>

namespace gainsay {

namespace {

std::string_view verb_form(const Syntax &syntax, TokenIndex token) {
    return feature(syntax.token(token).feats, "VerbForm").value_or(std::string_view());
}

bool is_participle(const Syntax &syntax, TokenIndex verb) {
    return verb_form(syntax, verb) == "Ger" || verb_form(syntax, verb) == "Part";
}

/// "quotes officials as saying …"
std::optional<TokenIndex> quoted_as_saying(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> quoting = syntax.head(verb);
    if (!quoting || !(syntax.is(verb, "advcl") || syntax.is(verb, "xcomp")) || !is_participle(syntax, verb) ||
        !book.english().grammar.has("as", syntax.marker(verb)) || syntax.own_subject(verb)) {
        return std::nullopt;
    }
    return syntax.is_passive(*quoting) ? syntax.child(*quoting, "nsubj:pass") : syntax.child(*quoting, "obj");
}

} // namespace

std::optional<TokenIndex> verb_source(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    if (syntax.is_passive(verb)) {
        return syntax.child(verb, "obl:agent");
    }
    // "a statement disputing …", "officials saying …"
    if (const std::optional<TokenIndex> noun = syntax.head(verb);
        noun && syntax.relation(verb) == "acl" && !syntax.own_subject(verb) && syntax.is_nominal(*noun) &&
        *noun < verb && is_participle(syntax, verb)) {
        return noun;
    }
    if (const std::optional<TokenIndex> quoted = quoted_as_saying(book, verb)) {
        return quoted;
    }
    const std::optional<TokenIndex> subject = syntax.subject(verb);
    // "officials who said": the pronoun's noun.
    if (subject && feature(syntax.token(*subject).feats, "PronType") == std::string_view("Rel")) {
        const std::optional<TokenIndex> noun = syntax.head(verb);
        if (noun && *noun < verb && syntax.is(verb, "acl") && syntax.is_nominal(*noun)) {
            return noun;
        }
    }
    if (subject && (syntax.is(*subject, "expl") || syntax.is(*subject, "csubj"))) {
        return std::nullopt;
    }
    return subject;
}

std::optional<TokenIndex> subject_above_participle(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    if (syntax.own_subject(verb) || !is_participle(syntax, verb) || syntax.is_passive(verb)) {
        return std::nullopt;
    }
    // "a plan calling for more": the plan does.
    const TokenIndex begin = syntax.subtree(verb).front();
    if (syntax.upos(begin) != Upos::PUNCT && (begin == 0 || syntax.upos(begin - 1) != Upos::PUNCT)) {
        return std::nullopt;
    }
    std::optional<TokenIndex> above = syntax.head(verb);
    constexpr int most_steps = 6;
    for (int steps = 0; above && steps < most_steps; ++steps, above = syntax.head(*above)) {
        const std::optional<TokenIndex> subject =
            syntax.upos(*above) == Upos::VERB ? syntax.own_subject(*above) : std::nullopt;
        const std::optional<EntityIndex> entity = subject ? source_entity(book, *subject) : std::nullopt;
        if (entity && *subject < verb) {
            return subject;
        }
    }
    return std::nullopt;
}

std::optional<TokenIndex> shifting_verb(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> head = syntax.head(verb);
    // "stopped short of saying" hangs on "short".
    if (head && syntax.upos(*head) != Upos::VERB && *head < verb) {
        const std::optional<TokenIndex> above = syntax.head(*head);
        if (above && book.english().factuality.has("shift", syntax.lemma(*above) + " " + syntax.form(*head))) {
            return above;
        }
    }
    if (!head || syntax.upos(*head) != Upos::VERB || *head > verb ||
        !(syntax.is(verb, "xcomp") || syntax.is(verb, "advcl") || syntax.is(verb, "ccomp") || syntax.is(verb, "obl"))) {
        return std::nullopt;
    }
    const FactualityCues &words = book.english().factuality;
    if (words.has("shift", syntax.lemma(*head))) {
        return head;
    }
    for (TokenIndex token = *head + 1; token < verb && token <= *head + 2; ++token) {
        if (words.has("shift", syntax.lemma(*head) + " " + syntax.form(token))) {
            return head;
        }
    }
    return std::nullopt;
}

} // namespace gainsay
