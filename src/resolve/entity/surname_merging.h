#pragma once

#include "resolve/entity/entity_groups.h"

#include <cstddef>
#include <vector>

namespace gainsay {

/// Joins persons who are called by a surname alone with its only bearer, in articles on the same affair or else in all;
/// of several with the one of whom far more is told. Surnames that nobody bears in full are one by name and state.
/// `full` and `alone` are candidates: named persons with a given name, and without.
void merge_surnames(EntityGroups &groups, const std::vector<std::size_t> &full, const std::vector<std::size_t> &alone);

/// The name that one goes by: "Mark" of "W. Mark Holm"; in the spelling that names are compared by.
std::string given_name_key(const EntityCandidate &person, const NameSpelling &spelling);

/// The last word, in that spelling.
std::string surname_key(const EntityCandidate &person, const NameSpelling &spelling);

} // namespace gainsay
