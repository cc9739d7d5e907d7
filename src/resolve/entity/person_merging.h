#pragma once

#include "resolve/entity/entity_groups.h"

#include <string>
#include <vector>

namespace gainsay {

/// One reason for or against two groups being one person.
struct ScorePart {
    const char *text = "";
    double points = 0;
};

/// The readable score of two groups of named persons with the same surname.
struct PersonScore {
    std::vector<ScorePart> parts;

    double sum() const;
    /// "same given name +3, same country +1: 4"
    std::string text() const;
};

/// What a pair must score to be one.
inline constexpr double person_threshold = 2;

/// Compares two groups, each by its member; both with given name and surname.
PersonScore score_persons(EntityGroups &groups, std::size_t a, std::size_t b);

/// Joins named persons: full names by score within a block of the same surname, a surname alone with its only bearer
/// (in articles on the same affair, else in all).
void merge_persons(EntityGroups &groups);

/// Joins "US Secretary", "the foreign minister" with who bears that title: in the same document, else in articles on
/// the same affair; nobody where several do.
void merge_office_holders(EntityGroups &groups);

} // namespace gainsay
