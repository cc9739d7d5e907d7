#pragma once

#include "extract/mentions/entity_book.h"

#include <string>
#include <vector>

namespace gainsay {

/// A phrase without a name that speaks of an actor whom no rule knows: "the ministry", "a senior official". What it
/// refers to is for the chains to say.
struct OpenNominal {
    TokenIndex head = 0;
    /// The words of the phrase, last included.
    TokenIndex first = 0;
    TokenIndex last = 0;
    /// Of the entity that it is if nothing before it is the same.
    NodeKind type = NodeKind::Person;
    std::string name;
    /// ISO 3166 code of the state that it belongs to; empty when unknown.
    std::string country;
    /// Whether it is worth an entity if nothing else refers to the same.
    bool stands_alone = true;
};

/// Adds phrases without a name whose referent is plain: "the U.S. government", "his Russian counterpart", "the editor,
/// Ben Smith". Returns the others, in the order of the text. Names must be there.
std::vector<OpenNominal> find_nominal_mentions(EntityBook &book);

} // namespace gainsay
