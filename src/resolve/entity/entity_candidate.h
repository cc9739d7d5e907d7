#pragma once

#include "language/entity_words.h"
#include "observation/observations.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// One entity of one document with what it is compared by. Positions in a vector of candidates are what the joining of
/// entities counts in: by document, then by entity.
struct EntityCandidate {
    std::size_t document = 0;
    EntityIndex index = 0;
    /// As the user's overrides have it, else the document's.
    NodeKind type = NodeKind::Person;
    /// Said by the user: no majority of mentions changes it.
    bool has_fixed_kind = false;
    /// Of the user's dictionary; see ActorDictionary.
    std::optional<std::size_t> actor;
    /// ISO 3166 code: the document's, else a dictionary's; may be empty.
    std::string country;
    /// Owned by the documents.
    const Entity *entity = nullptr;
    /// Of the name, see name_words(); of a person without "Jr." and the like.
    std::vector<std::string> words;
    /// What was left out of a person's words if it tells a father from his son, see EntityWords::generation().
    std::string generation;
    /// A name of its own, and not an office or description that was written with capitals.
    bool is_named = false;
    /// Of a description: its head noun, and the other words that tell whom it means, sorted, states by code and known
    /// bodies by their form.
    std::string head;
    std::vector<std::string> modifiers;
};

/// All entities of the documents, in order.
std::vector<EntityCandidate> make_candidates(const std::vector<Observations> &documents, const EntityWords &known);

/// Whether a person is named by a surname alone: one word, perhaps with particles before it ("Lo Presti", "van der
/// Steen").
bool is_surname_alone(const EntityCandidate &person, const EntityWords &words);

/// The name as one form: "sergei lavrov".
std::string joined(const std::vector<std::string> &words);

} // namespace gainsay
