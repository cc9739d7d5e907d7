#include "extract/coreference/phrase_grammar.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace gainsay {

namespace {

/// How far a chain of conjuncts is followed.
constexpr int max_conjuncts = 50;

std::optional<std::string_view> feature_of(const Syntax &syntax, TokenIndex token, std::string_view name) {
    return feature(syntax.token(token).feats, name);
}

/// First, second and third person; nothing for "it" of "it rains", "who" and "which".
std::optional<PhraseType> pronoun_type(const Syntax &syntax, TokenIndex token) {
    const std::optional<std::string_view> kind = feature_of(syntax, token, "PronType");
    if (syntax.is(token, "expl") || kind == std::string_view("Rel") || kind == std::string_view("Int")) {
        return std::nullopt;
    }
    if (kind == std::string_view("Prs")) {
        const std::optional<std::string_view> person = feature_of(syntax, token, "Person");
        const bool plural = feature_of(syntax, token, "Number") == std::string_view("Plur");
        if (person == std::string_view("1")) {
            return plural ? PhraseType::first_plural : PhraseType::first_singular;
        }
        if (person == std::string_view("2")) {
            return PhraseType::second;
        }
        if (plural) {
            return PhraseType::third_plural;
        }
        const std::optional<std::string_view> gender = feature_of(syntax, token, "Gender");
        return gender == std::string_view("Masc")  ? PhraseType::masculine
               : gender == std::string_view("Fem") ? PhraseType::feminine
                                                   : PhraseType::neuter;
    }
    return kind == std::string_view("Dem") ? PhraseType::demonstrative : PhraseType::indefinite_pronoun;
}

bool is_aside(const Syntax &syntax, TokenIndex token, TokenIndex head) {
    for (const std::string_view relation :
         {"acl",   "appos", "conj", "cc",        "parataxis", "advcl", "cop",  "aux",    "mark",       "nsubj",
          "csubj", "punct", "obl",  "discourse", "vocative",  "expl",  "list", "orphan", "dislocated", "reparandum"}) {
        if (syntax.is(token, relation)) {
            // Inside of a complement all that stands between its ends belongs to it anyway.
            return true;
        }
    }
    return (syntax.is(token, "case") && syntax.head(token) == head) ||
           (syntax.is(token, "advmod") && syntax.head(token) == head && token > head);
}

} // namespace

std::optional<PhraseType> phrase_type(const Syntax &syntax, TokenIndex token) {
    const Upos tag = syntax.upos(token);
    const std::string_view relation = syntax.relation(token);
    if (tag == Upos::PRON) {
        return pronoun_type(syntax, token);
    }
    const bool nominal_role = syntax.is(token, "nsubj") || syntax.is(token, "obj") || syntax.is(token, "obl") ||
                              syntax.is(token, "nmod") || syntax.is(token, "iobj");
    if (tag == Upos::DET && nominal_role) {
        return pronoun_type(syntax, token);
    }
    if (tag != Upos::NOUN && tag != Upos::PROPN &&
        !((tag == Upos::NUM || tag == Upos::ADJ) && nominal_role && relation != "nmod:unmarked")) {
        return std::nullopt;
    }
    if (relation == "flat" || relation == "fixed" || relation == "amod" || relation == "nmod:desc" ||
        relation == "goeswith" || relation == "nummod" || relation == "case" || relation == "mark" ||
        relation == "cc" || relation == "advmod" || relation == "punct") {
        return std::nullopt;
    }
    if (relation == "compound") {
        return PhraseType::modifier;
    }
    return determined_type(syntax, token);
}

PhraseType determined_type(const Syntax &syntax, TokenIndex token) {
    PhraseType type = syntax.upos(token) == Upos::PROPN ? PhraseType::name : PhraseType::bare;
    for (const TokenIndex child : syntax.children(token)) {
        if (child > token) {
            break;
        }
        if (syntax.relation(child) == "nmod:poss") {
            return PhraseType::possessed;
        }
        if (!syntax.is(child, "det")) {
            continue;
        }
        const std::optional<std::string_view> kind = feature_of(syntax, child, "PronType");
        if (kind == std::string_view("Art")) {
            if (type != PhraseType::name) {
                type = feature_of(syntax, child, "Definite") == std::string_view("Def") ? PhraseType::definite
                                                                                        : PhraseType::indefinite;
            }
        } else if (kind == std::string_view("Dem")) {
            type = PhraseType::pointed;
        } else {
            type = PhraseType::quantified;
        }
    }
    return type;
}

PhraseRole phrase_role(const Syntax &syntax, TokenIndex token) {
    TokenIndex top = token;
    for (int steps = 0; syntax.is(top, "conj") && syntax.head(top) && steps < max_conjuncts; ++steps) {
        top = *syntax.head(top);
    }
    const std::string_view relation = syntax.relation(top);
    if (relation == "nsubj:pass") {
        return PhraseRole::passive_subject;
    }
    if (relation == "nmod:poss") {
        return PhraseRole::owner;
    }
    if (syntax.is(top, "nsubj")) {
        return PhraseRole::subject;
    }
    if (syntax.is(top, "obj") || syntax.is(top, "iobj")) {
        return PhraseRole::object;
    }
    if (syntax.is(top, "obl")) {
        return PhraseRole::oblique;
    }
    if (syntax.is(top, "nmod")) {
        return PhraseRole::noun_modifier;
    }
    if (syntax.is(top, "appos")) {
        return PhraseRole::apposition;
    }
    if (syntax.is(top, "compound")) {
        return PhraseRole::compound;
    }
    return syntax.child(token, "cop") ? PhraseRole::predicate : PhraseRole::other;
}

std::pair<TokenIndex, TokenIndex> phrase_extent(const Syntax &syntax, TokenIndex head) {
    TokenIndex first = head;
    TokenIndex last = head;
    std::vector<TokenIndex> stack{head};
    while (!stack.empty()) {
        const TokenIndex token = stack.back();
        stack.pop_back();
        first = std::min(first, token);
        last = std::max(last, token);
        for (const TokenIndex child : syntax.children(token)) {
            if (!is_aside(syntax, child, head) && !(syntax.upos(token) == Upos::PRON && child > token)) {
                stack.push_back(child);
            }
        }
    }
    return {first, last};
}

} // namespace gainsay
