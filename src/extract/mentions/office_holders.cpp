#include "extract/mentions/office_holders.h"

#include "extract/mentions/nominal_kind.h"
#include "extract/mentions/office_title.h"

#include <algorithm>

namespace gainsay {

namespace {

/// The office in the words of titles: "foreign minister", also for "FM".
std::string office_at(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    for (const std::string &entry : english.people.words("abbreviation")) {
        const std::vector<std::string> parts = split_list(entry, '=');
        if (parts.size() == 2 && parts[0] == syntax.form(token)) {
            return parts[1];
        }
    }
    const std::string both = office_term(syntax, token);
    return english.people.has("office", both) ? both : syntax.lemma(token);
}

} // namespace

OfficeHolders::OfficeHolders(const EntityBook &book) : book_(&book) {
    for (const EntityBook::Place &place : book.places()) {
        const Entity &entity = book.entity(place.entity);
        if (entity.type == NodeKind::Person && entity.named && !entity.country.empty()) {
            persons_of_[entity.country].uses.emplace_back(place.head, place.entity);
        }
    }
    for (auto &[country, persons] : persons_of_) {
        std::sort(persons.uses.begin(), persons.uses.end());
        for (const auto &[token, entity] : persons.uses) {
            persons.entities.push_back(entity);
        }
        std::sort(persons.entities.begin(), persons.entities.end());
        persons.entities.erase(std::unique(persons.entities.begin(), persons.entities.end()), persons.entities.end());
    }
}

std::optional<EntityIndex> OfficeHolders::only_holder(TokenIndex office, const Country &country) const {
    std::optional<EntityIndex> holder;
    const std::vector<std::string> wanted = office_words(book_->english(), office_at(*book_, office));
    const auto persons = persons_of_.find(country.code);
    if (persons == persons_of_.end()) {
        return std::nullopt;
    }
    for (const EntityIndex index : persons->second.entities) {
        const Entity &entity = book_->entity(index);
        const bool holds = std::any_of(entity.titles.begin(), entity.titles.end(), [&](const std::string &title) {
            return may_be_called(book_->english(), title, wanted);
        });
        if (holds && holder) {
            return std::nullopt;
        }
        if (holds) {
            holder = index;
        }
    }
    return holder;
}

std::optional<EntityIndex> OfficeHolders::counterpart(TokenIndex noun, const Country &country) const {
    const Syntax &syntax = book_->syntax();
    // It may be named right behind: "his Russian counterpart, Sergei Lavrov".
    for (const TokenIndex child : syntax.children(noun)) {
        if (syntax.is(child, "appos") || syntax.is(child, "flat")) {
            if (const std::optional<EntityIndex> named = book_->at(child)) {
                return named;
            }
        }
    }
    const auto persons = persons_of_.find(country.code);
    if (persons == persons_of_.end()) {
        return std::nullopt;
    }
    // The latest one before.
    const auto &uses = persons->second.uses;
    const auto behind = std::lower_bound(uses.begin(), uses.end(), std::pair(noun, EntityIndex{0}));
    return behind == uses.begin() ? std::nullopt : std::optional((behind - 1)->second);
}

} // namespace gainsay
