#include "query/discourse.h"

#include "query/opposite_claims.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

constexpr auto duplicates_names =
    std::to_array<std::string_view>({"include", "document", "week", "month", "year", "range"});

/// A claim as a concept, or as its opposite.
struct SignedConcept {
    std::string id;
    std::string label;
    std::string kind;
    bool is_turned = false;
};

/// Nodes of one mode, by id, before they have their order.
class Mode {
  public:
    std::uint32_t add(const std::string &id, const std::string &label, const std::string &kind) {
        const auto [at, is_new] = index_.try_emplace(id, static_cast<std::uint32_t>(nodes_.size()));
        if (is_new) {
            nodes_.push_back({id, label, kind, 0});
        }
        return at->second;
    }

    /// The nodes in order, and for each number that add() gave the place in it.
    std::vector<DiscourseNode> ordered(std::vector<std::uint32_t> &place) const {
        std::vector<std::uint32_t> order(nodes_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tie(nodes_[a].label, nodes_[a].id) < std::tie(nodes_[b].label, nodes_[b].id);
        });
        place.assign(nodes_.size(), 0);
        std::vector<DiscourseNode> nodes;
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            nodes.push_back(nodes_[order[i]]);
        }
        return nodes;
    }

  private:
    std::map<std::string, std::uint32_t, std::less<>> index_;
    std::vector<DiscourseNode> nodes_;
};

/// What repetitions have in common: the document, or the calendar's week (by its Monday), month or year. Where the day
/// is unknown, the document.
std::string unit_of(const DiscourseStatement &statement, Duplicates duplicates) {
    if (duplicates == Duplicates::range) {
        return {};
    }
    if (duplicates == Duplicates::document || !statement.day) {
        return "in " + statement.document;
    }
    const Date date = from_days(*statement.day);
    if (duplicates == Duplicates::week) {
        return format(from_days(*statement.day - weekday(date)));
    }
    return format(duplicates == Duplicates::month ? Date{date.year, date.month, 0} : Date{date.year, 0, 0});
}

} // namespace

template <>
std::span<const std::string_view> names_of<Duplicates>() {
    return duplicates_names;
}

Discourse collect_discourse(const KnowledgeGraph &graph, const ArticleIndex &articles,
                            const DiscourseOptions &options) {
    Discourse discourse;
    const OppositeClaims opposites(graph);
    Mode actors;
    Mode concepts;
    const auto concepts_of = [&](NodeIndex claim) {
        std::vector<SignedConcept> found;
        if (options.concepts == nullptr) {
            const NodeRecord &node = graph.node(opposites.leader(claim));
            found.push_back({node.id, node.label, std::string(name(node.kind)), opposites.is_turned(claim)});
            return found;
        }
        for (const ConceptTable::Match &match : options.concepts->matches(graph.node(claim), *options.forms)) {
            const std::string &concept_name = options.concepts->names()[match.index];
            found.push_back({concept_name, concept_name, "Concept", match.is_turned});
        }
        return found;
    };
    std::map<NodeIndex, std::vector<SignedConcept>> known_concepts;
    std::vector<DiscourseStatement> statements;
    for (const Statement &said : list_statements(graph, articles, options.period)) {
        const EdgeRecord &edge = graph.edge(said.edge);
        if (said.side == Side::neither) {
            ++discourse.on_no_side;
            continue;
        }
        const auto [at, is_new] = known_concepts.try_emplace(edge.target);
        if (is_new) {
            at->second = concepts_of(edge.target);
        }
        if (at->second.empty()) {
            ++discourse.in_no_concept;
            continue;
        }
        const auto speaker = options.by_organization ? body_of(graph, edge.source) : std::optional(edge.source);
        if (!speaker) {
            ++discourse.in_no_body;
            continue;
        }
        const NodeRecord &actor = graph.node(*speaker);
        for (const SignedConcept &subject : at->second) {
            DiscourseStatement statement;
            statement.actor = actors.add(actor.id, actor.label, std::string(name(actor.kind)));
            statement.subject = concepts.add(subject.id, subject.label, subject.kind);
            statement.agrees = (said.side == Side::in_favor) != subject.is_turned;
            if (const auto date = first_day(said.when.date)) {
                statement.day = to_days(*date);
            }
            statement.document = edge.evidence[said.piece].document;
            statements.push_back(std::move(statement));
        }
    }
    std::stable_sort(statements.begin(), statements.end(),
                     [](const DiscourseStatement &a, const DiscourseStatement &b) { return a.day < b.day; });
    std::vector<std::uint32_t> actor_place;
    std::vector<std::uint32_t> concept_place;
    discourse.actors = actors.ordered(actor_place);
    discourse.concepts = concepts.ordered(concept_place);
    std::set<std::tuple<std::uint32_t, std::uint32_t, bool, std::string>> seen;
    for (DiscourseStatement &statement : statements) {
        statement.actor = actor_place[statement.actor];
        statement.subject = concept_place[statement.subject];
        if (options.duplicates != Duplicates::include &&
            !seen.insert({statement.actor, statement.subject, statement.agrees, unit_of(statement, options.duplicates)})
                 .second) {
            ++discourse.repeated;
            continue;
        }
        ++discourse.actors[statement.actor].statements;
        ++discourse.concepts[statement.subject].statements;
        discourse.statements.push_back(std::move(statement));
    }
    return discourse;
}

} // namespace gainsay
