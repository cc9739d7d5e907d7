#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gainsay {

/// Why two entities of documents are one.
enum class MergeRule : std::uint8_t {
    override_same,
    dictionary,
    same_state,
    same_name,
    spelling,
    same_person,
    only_bearer,
    bearer_in_story,
    best_known_bearer,
    office_holder,
    known_alias,
    alias_in_text,
    initials,
    part_of_name,
    same_description,
    other_kind,
};

/// For people: "the same name".
const char *text_of(MergeRule rule);
/// How many of a hundred such merges are right, about; 100: no reader need look.
int sureness_of(MergeRule rule);

/// One merge, for its explanation. Candidates as in make_candidates().
struct Merge {
    std::size_t first = 0;
    std::size_t second = 0;
    MergeRule rule = MergeRule::same_name;
    /// More about it, as the explanation prints it behind the rule; may be empty.
    std::string detail;
};

} // namespace gainsay
