#include "extract/syntax/ellipsis.h"

#include <algorithm>

namespace gainsay {

namespace {

constexpr std::string_view pro_verb = "do";

/// "suggested that we intensify …": what was suggested.
TokenIndex below_attitude(const Syntax &syntax, const English &english, TokenIndex verb) {
    for (int steps = 0; steps < 3; ++steps) {
        if (!english.statement.has("attitude", syntax.lemma(verb))) {
            return verb;
        }
        const std::optional<TokenIndex> clause = syntax.child(verb, {"ccomp", "xcomp"});
        if (!clause || *clause < verb) {
            return verb;
        }
        verb = *clause;
    }
    return verb;
}

/// What governs the ellipsis is not what it stands for: "agreed to do so"; "used guns, saying that they did so" is
/// another thing.
bool governs(const Syntax &syntax, TokenIndex above, TokenIndex verb) {
    for (TokenIndex at = verb; !syntax.is(at, "advcl") && syntax.head(at);) {
        at = *syntax.head(at);
        if (at == above) {
            return true;
        }
    }
    return false;
}

bool is_candidate(const Syntax &syntax, const English &english, TokenIndex token) {
    if (syntax.upos(token) != Upos::VERB || syntax.lemma(token) == pro_verb ||
        english.statement.has("attitude", syntax.lemma(token))) {
        return false;
    }
    const std::string_view relation = syntax.relation(token);
    if (relation == "acl") {
        return syntax.child(token, "mark").has_value();
    }
    return relation == "root" || relation == "ccomp" || relation == "xcomp" || relation == "conj" ||
           relation == "parataxis" || relation.empty();
}

} // namespace

bool is_ellipsis(const Syntax &syntax, const English &english, TokenIndex verb) {
    if (syntax.upos(verb) != Upos::VERB || syntax.lemma(verb) != pro_verb || verb + 1 >= syntax.size()) {
        return false;
    }
    const TokenIndex next = verb + 1;
    return syntax.head(next) == verb && english.statement.has("ellipsis", syntax.form(next)) &&
           (syntax.is(next, "advmod") || syntax.is(next, "obj"));
}

std::optional<TokenIndex> ellipsis_antecedent(const Syntax &syntax, const English &english, TokenIndex verb) {
    // "was providing help and would continue to do so"
    TokenIndex at = verb;
    while (const std::optional<TokenIndex> head = syntax.head(at)) {
        if (syntax.is(at, "conj") && syntax.upos(*head) == Upos::VERB && *head < verb) {
            const TokenIndex found = below_attitude(syntax, english, *head);
            if (found < verb && syntax.lemma(found) != pro_verb &&
                !english.statement.has("attitude", syntax.lemma(found))) {
                return found;
            }
        }
        at = *head;
    }
    const std::size_t sentence = syntax.sentence_of(verb);
    const TokenIndex first = syntax.sentence(sentence > 0 ? sentence - 1 : 0).first_token;
    for (TokenIndex token = verb; token-- > first;) {
        if (is_candidate(syntax, english, token) && !governs(syntax, token, verb)) {
            return token;
        }
    }
    return std::nullopt;
}

std::vector<TokenIndex> verb_phrase(const Syntax &syntax, TokenIndex verb, TokenIndex ellipsis) {
    std::vector<TokenIndex> tokens = syntax.subtree(verb, [&](TokenIndex token) {
        if (syntax.head(token) != verb) {
            return false;
        }
        return token < verb || syntax.is_below(ellipsis, token) || syntax.is(token, "conj") || syntax.is(token, "cc") ||
               syntax.is(token, "parataxis") || (syntax.is(token, "advcl") && syntax.child(token, "mark"));
    });
    tokens.erase(std::remove_if(tokens.begin(), tokens.end(),
                                [verb, ellipsis](TokenIndex token) { return token < verb || token >= ellipsis; }),
                 tokens.end());
    while (tokens.size() > 1 && syntax.upos(tokens.back()) == Upos::PUNCT) {
        tokens.pop_back();
    }
    return tokens;
}

} // namespace gainsay
