#pragma once

#include "query/concept_table.h"
#include "query/statement_list.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Which repetitions of a statement (same actor, concept and side) count once.
enum class Duplicates {
    /// None.
    include,
    document,
    week,
    month,
    year,
    /// All: an actor says a thing or does not.
    range
};

template <>
std::span<const std::string_view> names_of<Duplicates>();

struct DiscourseOptions {
    /// People speak for the body that they belong to; of who belongs to none nothing is taken.
    bool by_organization = false;
    /// The concepts that claims are folded into; null: each claim is a concept of its own, and one that contradicts
    /// another is the same concept with the sides turned.
    const ConceptTable *concepts = nullptr;
    /// Needed with `concepts`.
    const WordForms *forms = nullptr;
    Period period;
    Duplicates duplicates = Duplicates::document;
};

/// A row or column of a discourse network.
struct DiscourseNode {
    /// A node's id; of a user's concept its name.
    std::string id;
    std::string label;
    /// "Person", "Claim", …, "Concept".
    std::string kind;
    /// Number of its statements.
    std::size_t statements = 0;
};

/// An actor agrees or disagrees with a concept: x_ijk of the definitions is the number of these with actor i, concept j
/// and k = 1 (agrees) or k = 0.
struct DiscourseStatement {
    std::uint32_t actor = 0;
    std::uint32_t subject = 0;
    bool agrees = true;
    /// First day of its date (days since 1970-01-01); nothing where unknown.
    std::optional<long> day;
    std::string document;
};

/// The statements of a graph as discourse network analysis takes them, in order of date (unknown ones first).
struct Discourse {
    /// By label, then id; only those with statements.
    std::vector<DiscourseNode> actors;
    std::vector<DiscourseNode> concepts;
    std::vector<DiscourseStatement> statements;
    /// What was not taken: sentences on neither side of their claim, of claims in no concept, of people in no body, and
    /// repetitions.
    std::size_t on_no_side = 0;
    std::size_t in_no_concept = 0;
    std::size_t in_no_body = 0;
    std::size_t repeated = 0;
};

Discourse collect_discourse(const KnowledgeGraph &graph, const ArticleIndex &articles,
                            const DiscourseOptions &options = {});

} // namespace gainsay
