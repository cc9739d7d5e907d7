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

/// Whether the middle names of two persons with given name and surname speak against their being one.
bool middle_names_differ(const EntityCandidate &one, const EntityCandidate &other, const EntityWords &words);

} // namespace gainsay
