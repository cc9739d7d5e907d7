#include "extract/mentions/team_names.h"

#include "extract/mentions/name_words.h"

namespace gainsay {

namespace {

bool is_called_by_thing(const NameUse &use, const EntityBook &book) {
    const NounClass meaning = book.english().nouns.find(book.syntax().lemma(use.last));
    return meaning == NounClass::person || meaning == NounClass::animal || meaning == NounClass::artifact;
}

} // namespace

bool is_numbered_team(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    return token + 1 < syntax.size() && syntax.upos(token) == Upos::NUM && !syntax.token(token).space_after &&
           book.english().organizations.has("numbered", syntax.form(token + 1));
}

std::string numbered_team(const Syntax &syntax, TokenIndex token) {
    return syntax.text_of(hull(syntax.token(token).span, syntax.token(token + 1).span));
}

bool is_team(const NameUse &use, const EntityBook &book) {
    return (use.type == NameType::LOC || use.type == NameType::GPE) && use.first != use.last &&
           is_plural_name(use, book.syntax()) && is_called_by_thing(use, book);
}

bool is_lone_team(const NameUse &use, const EntityBook &book) {
    return use.first == use.last && is_plural_name(use, book.syntax()) && is_called_by_thing(use, book);
}

std::unordered_set<std::string> team_words(const std::vector<NameUse> &uses, const EntityBook &book) {
    std::unordered_set<std::string> words;
    for (const NameUse &use : uses) {
        if (word_count(use.text) > 1 &&
            (is_team(use, book) || (use.type == NameType::ORG && is_plural_name(use, book.syntax())))) {
            words.insert(last_word(name_key(use.text)));
        }
    }
    return words;
}

} // namespace gainsay
