#include "extract/coreference/owner_names.h"

#include "base/utf8.h"
#include "extract/syntax/token_features.h"

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

/// Whom "his", "her" or "him" means; null where it is no such word, or not sure to be a named person.
const Entity *owner_at(const EntityBook &book, TokenIndex pronoun) {
    const std::optional<EntityIndex> index =
        book.syntax().upos(pronoun) == Upos::PRON && has_feature(book.syntax(), pronoun, "Person", "3")
            ? book.at(pronoun)
            : std::nullopt;
    if (!index || book.is_doubtful(pronoun)) {
        return nullptr;
    }
    const Entity &owner = book.entity(*index);
    return owner.named && owner.type == NodeKind::Person && !is_other_sex(book, pronoun, owner.name) ? &owner : nullptr;
}

/// Both included.
std::string words_of(const Syntax &syntax, TokenIndex first, TokenIndex last) {
    return syntax.text_of(hull(syntax.token(first).span, syntax.token(last).span));
}

/// The words, with the name for the pronoun.
std::string with_name(const Syntax &syntax, TokenIndex first, TokenIndex last, TokenIndex pronoun,
                      const std::string &name) {
    const std::string before = pronoun > first ? words_of(syntax, first, pronoun - 1) + " " : std::string();
    const std::string behind = pronoun < last ? " " + words_of(syntax, pronoun + 1, last) : std::string();
    return before + name + (syntax.relation(pronoun) == "nmod:poss" ? "'s" : "") + behind;
}

} // namespace

void name_by_owners(EntityBook &book) {
    const Syntax &syntax = book.syntax();
    std::vector<std::pair<EntityIndex, std::string>> names;
    for (const EntityBook::Place &place : book.places()) {
        const Entity &entity = book.entity(place.entity);
        if (entity.named || place.kind != MentionKind::nominal) {
            continue;
        }
        // "a source close to her" is called "source close to her".
        TokenIndex first = place.first;
        while (first <= place.head && words_of(syntax, first, place.last) != entity.name) {
            ++first;
        }
        if (first > place.head) {
            continue;
        }
        for (TokenIndex token = first; token <= place.last; ++token) {
            const Entity *owner = token != place.head ? owner_at(book, token) : nullptr;
            if (owner != nullptr && (token == place.last || syntax.token(token).space_after)) {
                names.emplace_back(place.entity, with_name(syntax, first, place.last, token, owner->name));
                break;
            }
        }
    }
    for (const auto &[entity, name] : names) {
        book.rename(entity, name);
    }
}

} // namespace gainsay
