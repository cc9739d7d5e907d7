#include "extract/mentions/thing_nouns.h"

#include "extract/mentions/nominal_kind.h"

#include <algorithm>
#include <optional>
#include <string>

namespace gainsay {

namespace {

/// Whether a person has it: "my", "Reed's"; not "its", which may be a body's.
bool is_somebodys(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const auto children = syntax.children(token);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        const std::optional<EntityIndex> owner = book.at(child);
        const bool person = syntax.upos(child) == Upos::PRON
                                ? feature(syntax.token(child).feats, "Gender") != std::string_view("Neut")
                                : owner && book.entity(*owner).type == NodeKind::Person;
        return syntax.relation(child) == "nmod:poss" && person;
    });
}

} // namespace

bool is_thing_noun(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const PersonWords &people = book.english().people;
    const std::string &lemma = syntax.lemma(token);
    if (people.has("body_part", lemma)) {
        return is_somebodys(book, token);
    }
    if (!people.has("thing", lemma)) {
        return false;
    }
    if (!people.has("office", lemma) && !people.has("person", lemma)) {
        return true;
    }
    const auto children = syntax.children(token);
    const bool marked = std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        return child < token && !syntax.is(child, "case") && !syntax.is(child, "punct");
    });
    const bool of_many = std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        return child > token && syntax.is(child, "nmod") && is_plural(syntax, child);
    });
    return !marked || of_many;
}

} // namespace gainsay
