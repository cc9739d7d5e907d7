#include "extract/mentions/nominal_state.h"

#include <optional>

namespace gainsay {

namespace {

/// "U.S." of "U.S.-Russia", with which the parser may do anything.
bool is_one_of_two(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    return token + 2 < syntax.size() && syntax.form(token + 1) == "-" && !syntax.token(token).space_after &&
           english.countries.find_modifier(syntax.form(token)) != nullptr &&
           english.countries.find_modifier(syntax.form(token + 2)) != nullptr;
}

/// The state that a word below the phrase's head tells.
const Country *state_told_by(const EntityBook &book, TokenIndex token, TokenIndex child) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const std::string_view relation = syntax.relation(child);
    if (relation != "amod" && relation != "compound" && relation != "nmod:poss" && !syntax.is(child, "nmod")) {
        return nullptr;
    }
    if (english.organizations.has("town_body", syntax.lemma(token)) &&
        english.countries.find(syntax.form(child), CountryWord::capital) != nullptr) {
        return nullptr;
    }
    if (const std::optional<EntityIndex> found = book.at(child)) {
        const Entity &entity = book.entity(*found);
        if (entity.type == NodeKind::Country &&
            (child < token || english.grammar.has("owner", syntax.preposition(child)))) {
            return english.countries.by_code(entity.country);
        }
        // "the Obama administration"
        if (entity.type == NodeKind::Person && relation == "compound" && !entity.country.empty()) {
            return english.countries.by_code(entity.country);
        }
    }
    if (child < token && syntax.upos(child) != Upos::PRON) {
        return english.countries.find_modifier(syntax.form(child));
    }
    return nullptr;
}

} // namespace

const Country *state_of_phrase(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const Country *country = nullptr;
    for (const TokenIndex child : syntax.children(head)) {
        if (is_one_of_two(book, child)) {
            return nullptr;
        }
        if (const Country *found = state_told_by(book, head, child)) {
            if (country != nullptr && country->code != found->code) {
                return nullptr;
            }
            country = found;
            // "U.S.-Russia"
            for (const TokenIndex below : syntax.children(child)) {
                const Country *other = english.countries.find_modifier(syntax.form(below));
                if (other != nullptr && other->code != country->code && below < head) {
                    return nullptr;
                }
            }
        }
    }
    return country;
}

} // namespace gainsay
