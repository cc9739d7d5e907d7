#include "extract/mentions/named_entities.h"

#include "extract/mentions/name_words.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace gainsay {

namespace {

/// The state that a body belongs to.
struct BodyState {
    /// Its code; empty where none is told, or more than one.
    std::string country;
    /// The word before the name that tells it, as it is written; empty where the name itself does.
    std::string before;
};

/// In the body's name, before it, or as its owner.
BodyState state_of_body(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const CountryTable &countries = book.english().countries;
    BodyState state;
    bool shared = false;
    const auto take = [&](const Country &found) {
        // "the U.S.-Russia Commission" is nobody's alone.
        shared = shared || (!state.country.empty() && state.country != found.code);
        state.country = found.code;
    };
    for (TokenIndex token = use.first; use.first != use.last && token <= use.last; ++token) {
        if (const Country *found = countries.find_modifier(syntax.form(token))) {
            take(*found);
        }
    }
    if (state.country.empty()) {
        for (const TokenIndex child : syntax.children(use.head)) {
            const Country *found = child < use.first ? countries.find_modifier(syntax.form(child)) : nullptr;
            if (found != nullptr && syntax.upos(child) != Upos::PRON) {
                take(*found);
                state.before = syntax.token(child).form;
            }
        }
    }
    return shared ? BodyState() : state;
}

} // namespace

EntityIndex NamedEntities::named(NodeKind type, const std::string &name, const std::string &country) {
    if (const std::optional<EntityIndex> found = book_->find(type, name)) {
        return *found;
    }
    Entity entity;
    entity.type = type;
    entity.name = name;
    entity.country = country;
    entity.named = true;
    const EntityIndex index = book_->add_entity(std::move(entity));
    index_words(index);
    return index;
}

EntityIndex NamedEntities::person(const std::string &text, const std::string &address) {
    const std::string key = name_key(text);
    const std::string surname = surname_key(text, book_->english());
    std::optional<EntityIndex> loose;
    for (const EntityIndex index : latest_first({"surname " + surname, "first " + key})) {
        const Entity &entity = book_->entity(index);
        if (entity.type != NodeKind::Person || !entity.named) {
            continue;
        }
        const std::string &other = forms_of(index).key;
        if (other == key) {
            return index;
        }
        if (tells_generations_apart(surname) &&
            generation_of(key, book_->english()) != generation_of(other, book_->english())) {
            continue;
        }
        const bool other_sex = !address.empty() && differ_in_sex(address, first_word(other), book_->english());
        if (!loose && !other_sex && may_be_one_person(key, other, book_->english())) {
            loose = index;
        }
    }
    if (loose) {
        take_name(*loose, text);
        return *loose;
    }
    return named(NodeKind::Person, text, {});
}

std::optional<EntityIndex> NamedEntities::same_organization(const NameUse &use, const std::string &country) {
    const English &english = book_->english();
    const std::string key = name_key(use.text);
    const bool plural =
        is_plural_name(use, book_->syntax()) || english.organizations.has("numbered", book_->syntax().form(use.last));
    const std::string letters = letters_of(use.text);
    const std::string initials = initials_of(use.text);
    for (const EntityIndex index :
         latest_first({"last " + last_word(key), "initials " + letters, "letters " + initials})) {
        const Entity &entity = book_->entity(index);
        const bool compatible = country.empty() || entity.country.empty() || country == entity.country;
        if (entity.type != NodeKind::Organization || !entity.named || !compatible) {
            continue;
        }
        const NameForms &other = forms_of(index);
        if (ends_with_name(other.key, key, plural, english) || ends_with_name(key, other.key, plural, english) ||
            is_acronym(letters, other.initials) || is_acronym(other.letters, initials)) {
            return index;
        }
    }
    return std::nullopt;
}

EntityIndex NamedEntities::organization(const NameUse &use) {
    const English &english = book_->english();
    const BodyState state = state_of_body(use, *book_);
    if (const std::optional<EntityIndex> known = same_organization(use, state.country)) {
        Entity &entity = book_->entity(*known);
        if (entity.country.empty()) {
            entity.country = state.country;
        }
        take_name(*known, use.text);
        return *known;
    }
    const Country *owner = english.countries.by_code(state.country);
    // "Foreign Ministry" alone does not tell whose; its name here says it.
    const bool common = english.organizations.has("body", last_word(name_key(use.text)));
    if (owner == nullptr || state.before.empty() || !common) {
        return named(NodeKind::Organization, use.text, state.country);
    }
    const std::string full = (owner->adjective.empty() ? state.before : owner->adjective) + " " + use.text;
    const KnownOrganization *known = english.known_organizations.find(name_key(full));
    const EntityIndex entity = known != nullptr ? named(known->type, known->name, known->country)
                                                : named(NodeKind::Organization, full, state.country);
    book_->add_alias(entity, use.text);
    return entity;
}

void NamedEntities::take_name(EntityIndex index, const std::string &text) {
    if (word_count(text) > word_count(book_->entity(index).name)) {
        book_->rename(index, text);
        index_words(index);
    } else {
        book_->add_alias(index, text);
    }
}

std::vector<EntityIndex> NamedEntities::latest_first(std::initializer_list<std::string> keys) const {
    std::vector<EntityIndex> found;
    for (const std::string &key : keys) {
        if (const auto entry = by_word_.find(key); entry != by_word_.end()) {
            found.insert(found.end(), entry->second.begin(), entry->second.end());
        }
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

const NamedEntities::NameForms &NamedEntities::forms_of(EntityIndex index) {
    const std::string &name = book_->entity(index).name;
    NameForms &forms = forms_[index];
    if (forms.name != name) {
        forms = {name, name_key(name), letters_of(name), initials_of(name)};
    }
    return forms;
}

void NamedEntities::index_words(EntityIndex index) {
    const Entity &entity = book_->entity(index);
    const NameForms &forms = forms_of(index);
    if (entity.type == NodeKind::Person) {
        by_word_["surname " + surname_key(entity.name, book_->english())].push_back(index);
        by_word_["first " + first_word(forms.key)].push_back(index);
    } else if (entity.type == NodeKind::Organization) {
        by_word_["last " + last_word(forms.key)].push_back(index);
        by_word_["initials " + forms.initials].push_back(index);
        by_word_["letters " + forms.letters].push_back(index);
    }
}

} // namespace gainsay
