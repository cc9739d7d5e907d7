#include "extract/event/event_phrase.h"

#include <algorithm>
#include <optional>

namespace gainsay {

namespace {

bool is_named_person(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const std::optional<EntityIndex> entity = book.of_phrase(antecedent_of(syntax, token));
    return entity && book.entity(*entity).type == NodeKind::Person && book.entity(*entity).named;
}

/// What the entity is.
Filler filler_of_kind(NodeKind kind) {
    switch (kind) {
    case NodeKind::Person:
        return Filler::person;
    case NodeKind::Group:
        return Filler::group;
    case NodeKind::Organization:
    case NodeKind::Outlet:
        return Filler::body;
    case NodeKind::Country:
        return Filler::country;
    case NodeKind::Place:
        return Filler::place;
    default:
        return Filler::unknown;
    }
}

/// Whether one word is of the kind that `word` names.
bool is_of_kind(const EntityBook &book, TokenIndex token, const std::string &word) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (word == "@human") {
        const Filler filler = filler_of(book, token);
        return filler == Filler::person || filler == Filler::group;
    }
    if (word == "@body") {
        return filler_of(book, token) == Filler::body;
    }
    if (word == "@office") {
        return english.people.has("office", syntax.lemma(token));
    }
    if (!word.empty() && word.front() == '@') {
        return english.frames.is_listed(std::string_view(word).substr(1), syntax.lemma(token));
    }
    return word.empty() || syntax.lemma(token) == word || syntax.form(token) == word;
}

} // namespace

TokenIndex antecedent_of(const Syntax &syntax, TokenIndex token) {
    if (syntax.upos(token) != Upos::PRON || feature(syntax.token(token).feats, "PronType") != std::string_view("Rel")) {
        return token;
    }
    std::optional<TokenIndex> at = syntax.head(token);
    for (int steps = 0; at && steps < 3; ++steps, at = syntax.head(*at)) {
        if (syntax.is(*at, "acl")) {
            return syntax.head(*at).value_or(token);
        }
    }
    return token;
}

TokenIndex counted_noun(const Syntax &syntax, const English &english, TokenIndex token) {
    const bool amount = syntax.upos(token) == Upos::SYM || syntax.upos(token) == Upos::NUM;
    if (amount || english.frames.is_quantity(syntax.lemma(token))) {
        for (const TokenIndex child : syntax.children(token)) {
            const std::string preposition = syntax.preposition(child);
            if (child > token && syntax.is(child, "nmod") &&
                (english.grammar.has("part_of", preposition) ||
                 (amount && english.grammar.has("inside", preposition)))) {
                return child;
            }
        }
    }
    return token;
}

bool is_actor_phrase(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    const std::vector<TokenIndex> all = syntax.conjuncts(antecedent_of(syntax, head));
    return std::any_of(all.begin(), all.end(), [&](TokenIndex each) {
        const std::string &feats = syntax.token(each).feats;
        return book.of_phrase(each).has_value() || (feature(feats, "PronType") == std::string_view("Prs") &&
                                                    feature(feats, "Gender") != std::string_view("Neut"));
    });
}

bool may_act(const EntityBook &book, const std::vector<TokenIndex> &heads) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
        const TokenIndex noun = antecedent_of(syntax, head);
        const std::string &lemma = syntax.lemma(noun);
        return is_actor_phrase(book, head) || syntax.upos(noun) == Upos::PRON || syntax.upos(noun) == Upos::PROPN ||
               english.organizations.has("government", lemma) || english.organizations.has("body", lemma) ||
               english.people.has("office", lemma) || english.people.has("person", lemma) ||
               english.people.has("group", syntax.form(noun)) || english.nouns.find(lemma) == NounClass::person ||
               english.nouns.find(lemma) == NounClass::group;
    });
}

Filler filler_of(const EntityBook &book, TokenIndex head) {
    if (const std::optional<EntityIndex> entity = book.of_phrase(head)) {
        return filler_of_kind(book.entity(*entity).type);
    }
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const std::string &lemma = syntax.lemma(head);
    if (syntax.upos(head) != Upos::NOUN) {
        return Filler::unknown;
    }
    if (english.people.has("office", lemma) || english.people.has("person", lemma)) {
        return Filler::person;
    }
    if (english.people.has("group", syntax.form(head))) {
        return Filler::group;
    }
    if (english.organizations.has("body", lemma) || english.organizations.has("government", lemma)) {
        return Filler::body;
    }
    switch (english.nouns.find(lemma)) {
    case NounClass::person:
        return Filler::person;
    case NounClass::group:
        return Filler::body;
    case NounClass::place:
        return Filler::place;
    case NounClass::unknown:
    case NounClass::quantity:
        return Filler::unknown;
    default:
        return Filler::thing;
    }
}

bool is_frame_word(const EntityBook &book, TokenIndex token, const std::string &word) {
    if (word == "@actor") {
        return is_actor_phrase(book, token);
    }
    if (word == "@person") {
        return is_named_person(book, token);
    }
    const std::vector<TokenIndex> all = book.syntax().conjuncts(token);
    return std::any_of(all.begin(), all.end(), [&](TokenIndex each) { return is_of_kind(book, each, word); });
}

} // namespace gainsay
