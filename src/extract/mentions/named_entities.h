#pragma once

#include "extract/mentions/name_use.h"

#include <initializer_list>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// Finds and makes the persons, bodies and places that names stand for, each once whatever form of its name is used.
/// Writes into the book, which must outlive it.
class NamedEntities {
  public:
    explicit NamedEntities(EntityBook &book) : book_(&book) {}

    EntityBook &book() const { return *book_; }

    /// The entity of that very name, made where there is none. `country` is the code of its state, or empty.
    EntityIndex named(NodeKind type, const std::string &name, const std::string &country);

    /// The person whose name this is, or a form of it. `address` ("mr.") may tell the sex; empty where nothing does.
    EntityIndex person(const std::string &text, const std::string &address = {});

    /// The text tells father and son of this surname, a key, apart: who is called so without "Jr." is another.
    void tell_generations_apart(const std::string &surname) { with_generations_.insert(surname); }
    bool tells_generations_apart(const std::string &surname) const { return with_generations_.contains(surname); }

    /// The body whose name this is, or a form of it, of the state that its name or the words before it tell.
    EntityIndex organization(const NameUse &use);

    /// One more name of a person or body: the longer name is the name, the shorter one an alias.
    void take_name(EntityIndex index, const std::string &text);

  private:
    /// A body of the document that the name, of such a state or none, is a form of.
    std::optional<EntityIndex> same_organization(const NameUse &use, const std::string &country);
    /// Entities with one of these words, as index_words() files them; each once, the latest made first.
    std::vector<EntityIndex> latest_first(std::initializer_list<std::string> keys) const;
    /// Files a person or organization under the words by which other forms of its name are found.
    void index_words(EntityIndex index);

    /// A name as other names are compared with it.
    struct NameForms {
        std::string name;
        std::string key;
        std::string letters;
        std::string initials;
    };
    /// Of the name that the entity has now; made once a name.
    const NameForms &forms_of(EntityIndex index);

    EntityBook *book_;
    std::unordered_set<std::string> with_generations_;
    /// See index_words().
    std::unordered_map<std::string, std::vector<EntityIndex>> by_word_;
    std::unordered_map<EntityIndex, NameForms> forms_;
};

} // namespace gainsay
