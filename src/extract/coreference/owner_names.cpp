#include "extract/coreference/owner_names.h"

#include "base/utf8.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// "his" is not Ana Reed's.
bool is_other_sex(const EntityBook &book, TokenIndex pronoun, const std::string &name) {
    const std::optional<std::string_view> told = feature(book.syntax().token(pronoun).feats, "Gender");
    const Gender of_name = book.english().nouns.gender_of_name(lookup_form(name.substr(0, name.find(' '))));
    return (told == std::string_view("Masc") && of_name == Gender::female) ||
           (told == std::string_view("Fem") && of_name == Gender::male);
}

/// Whose the thing is that begins with the pronoun; null where it is not sure to be a named person's.
const Entity *owner_at(const EntityBook &book, TokenIndex pronoun) {
    const std::optional<EntityIndex> index = book.at(pronoun);
    if (!index || book.is_doubtful(pronoun)) {
        return nullptr;
    }
    const Entity &owner = book.entity(*index);
    return owner.named && owner.type == NodeKind::Person && !is_other_sex(book, pronoun, owner.name) ? &owner : nullptr;
}

} // namespace

void name_by_owners(EntityBook &book) {
    const Syntax &syntax = book.syntax();
    std::vector<std::pair<EntityIndex, std::string>> names;
    for (const EntityBook::Place &place : book.places()) {
        const auto text_from = [&](TokenIndex first) {
            return syntax.text_of(hull(syntax.token(first).span, syntax.token(place.last).span));
        };
        const Entity &entity = book.entity(place.entity);
        const bool owned = place.kind == MentionKind::nominal && place.first < place.head &&
                           syntax.upos(place.first) == Upos::PRON && syntax.relation(place.first) == "nmod:poss";
        if (entity.named || !owned || entity.name != text_from(place.first)) {
            continue;
        }
        if (const Entity *owner = owner_at(book, place.first)) {
            names.emplace_back(place.entity, owner->name + "'s " + text_from(place.first + 1));
        }
    }
    for (const auto &[entity, name] : names) {
        book.rename(entity, name);
    }
}

} // namespace gainsay
