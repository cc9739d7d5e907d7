#include "query/actor_view.h"

#include "base/date.h"
#include "graph/graph_builder.h"
#include "query/statements.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

/// From the first to the last day of both.
std::string both_dates(const std::string &a, const std::string &b) {
    const auto first = parse_interval(a);
    const auto second = parse_interval(b);
    if (!first || !second) {
        return first ? a : b;
    }
    return format(DateInterval{std::min(first->first, second->first), std::max(first->last, second->last)});
}

/// The edges of the view, those that are one put together.
class FoldedEdges {
  public:
    explicit FoldedEdges(const KnowledgeGraph &graph) : graph_(&graph) {}

    void add(EdgeRecord edge) {
        edge.relayed_by.clear();
        if (is_symmetric(edge.kind, graph_->node(edge.source).kind, graph_->node(edge.target).kind) &&
            edge.target < edge.source) {
            std::swap(edge.source, edge.target);
        }
        const auto [low, high] = std::minmax(edge.source, edge.target);
        if (edge.kind != EdgeKind::speaks_of) {
            joined_.insert({low, high});
        }
        if (const auto type = row(edge.kind).event_type) {
            actions_.insert({low, high, *type, edge.polarity});
        }
        const auto [at, is_new] =
            edges_.try_emplace({edge.source, edge.target, edge.kind, edge.polarity, edge.modality}, edge);
        if (is_new) {
            return;
        }
        EdgeRecord &kept = at->second;
        kept.weight += edge.weight;
        kept.confidence = std::max(kept.confidence, edge.confidence);
        kept.date = both_dates(kept.date, edge.date);
        kept.evidence.insert(kept.evidence.end(), edge.evidence.begin(), edge.evidence.end());
    }

    bool are_joined(NodeIndex a, NodeIndex b) const { return joined_.contains({std::min(a, b), std::max(a, b)}); }

    /// Whether an action that is short for such an event joins the two already.
    bool has_action(NodeIndex a, NodeIndex b, EventType type, Polarity polarity) const {
        const auto [low, high] = std::minmax(a, b);
        return actions_.contains({low, high, type, polarity});
    }

    KnowledgeGraph build() const {
        std::set<NodeIndex> used;
        for (const auto &[key, edge] : edges_) {
            used.insert({edge.source, edge.target});
        }
        GraphBuilder builder(UnknownAttributes::kept);
        std::map<NodeIndex, NodeIndex> new_index;
        for (const NodeIndex node : used) {
            new_index[node] = builder.add_node(graph_->node(node));
        }
        for (const auto &[key, folded] : edges_) {
            EdgeRecord edge = folded;
            // Made anew from the ends: a folded edge is not the one it came from.
            edge.id.clear();
            edge.source = new_index.at(edge.source);
            edge.target = new_index.at(edge.target);
            builder.add_edge(std::move(edge));
        }
        return std::move(builder).build();
    }

  private:
    using Key = std::tuple<NodeIndex, NodeIndex, EdgeKind, Polarity, Modality>;

    const KnowledgeGraph *graph_;
    std::map<Key, EdgeRecord> edges_;
    /// Pairs that something else than speaking of each other joins.
    std::set<std::pair<NodeIndex, NodeIndex>> joined_;
    std::set<std::tuple<NodeIndex, NodeIndex, EventType, Polarity>> actions_;
};

/// What an event's participants do to each other.
class EventFolder {
  public:
    EventFolder(const KnowledgeGraph &graph, FoldedEdges &folded) : graph_(&graph), folded_(&folded) {}

    void fold(NodeIndex event) {
        const NodeRecord &node = graph_->node(event);
        const auto type = parse_word<EventType>(text_attribute(node, "type"));
        if (!type) {
            return;
        }
        std::vector<const EdgeRecord *> agents;
        std::vector<const EdgeRecord *> others;
        for (const EdgeIndex index : graph_->in_edges(event)) {
            const EdgeRecord &edge = graph_->edge(index);
            if (edge.kind != EdgeKind::participates_in || !is_actor(graph_->node(edge.source).kind)) {
                continue;
            }
            if (edge.role == Role::agent) {
                agents.push_back(&edge);
            } else if (edge.role != Role::place && edge.role != Role::instrument) {
                others.push_back(&edge);
            }
        }
        const EdgeKind action = main_action(*type);
        for (std::size_t i = 0; i < agents.size(); ++i) {
            for (const EdgeRecord *other : others) {
                // Who acts together with somebody does nothing to them, unless the action is mutual.
                if (other->role != Role::companion || row(action).is_mutual) {
                    add(node, *type, *agents[i], *other);
                }
            }
            for (std::size_t j = i + 1; row(action).is_mutual && j < agents.size(); ++j) {
                add(node, *type, *agents[i], *agents[j]);
            }
        }
    }

  private:
    void add(const NodeRecord &event, EventType type, const EdgeRecord &agent, const EdgeRecord &other) {
        EdgeRecord edge;
        edge.source = agent.source;
        edge.target = other.source;
        edge.kind = main_action(type);
        edge.polarity = parse_word<Polarity>(text_attribute(event, "polarity")).value_or(Polarity::affirmed);
        edge.modality = parse_word<Modality>(text_attribute(event, "modality")).value_or(Modality::actual);
        edge.date = text_attribute(event, "date");
        edge.confidence = std::min(agent.confidence, other.confidence);
        edge.evidence = agent.evidence.empty() ? other.evidence : agent.evidence;
        if (edge.evidence.empty()) {
            for (const Mention &mention : event.mentions) {
                edge.evidence.push_back({mention.document, mention.span, mention.text, {}, {}, {}, {mention.span}});
            }
        }
        if (edge.source == edge.target || edge.evidence.empty() ||
            folded_->has_action(edge.source, edge.target, type, edge.polarity)) {
            return;
        }
        edge.weight = static_cast<double>(count_documents(edge.evidence));
        folded_->add(std::move(edge));
    }

    const KnowledgeGraph *graph_;
    FoldedEdges *folded_;
};

EdgeRecord derived(const EdgeRecord &statement, EdgeKind kind, NodeIndex target) {
    EdgeRecord edge;
    edge.source = statement.source;
    edge.target = target;
    edge.kind = kind;
    edge.weight = statement.weight;
    edge.confidence = statement.confidence;
    edge.date = statement.date;
    edge.evidence = statement.evidence;
    return edge;
}

/// Who denies what another asserts.
void fold_denials(const KnowledgeGraph &graph, NodeIndex content, FoldedEdges &folded) {
    const std::vector<EdgeIndex> statements = graph.in_edges(content);
    for (const EdgeIndex con : statements) {
        const EdgeRecord &denial = graph.edge(con);
        if (side_of(denial.kind, denial.polarity) != Side::against) {
            continue;
        }
        // Whoever asserts it in two ways is denied once.
        std::set<NodeIndex> denied;
        for (const EdgeIndex pro : statements) {
            const EdgeRecord &assertion = graph.edge(pro);
            if (side_of(assertion.kind, assertion.polarity) == Side::in_favor && assertion.source != denial.source &&
                denied.insert(assertion.source).second) {
                folded.add(derived(denial, EdgeKind::denies_word_of, assertion.source));
            }
        }
    }
}

/// Who speaks of whom, where nothing else joins them.
void fold_subjects(const KnowledgeGraph &graph, NodeIndex claim, FoldedEdges &folded) {
    for (const EdgeIndex statement : graph.in_edges(claim)) {
        if (row(graph.edge(statement).kind).family != EdgeFamily::statement) {
            continue;
        }
        for (const EdgeIndex subject : graph.out_edges(claim)) {
            const EdgeRecord &about = graph.edge(subject);
            const NodeIndex speaker = graph.edge(statement).source;
            if (about.kind == EdgeKind::about && is_actor(graph.node(about.target).kind) && about.target != speaker &&
                !folded.are_joined(speaker, about.target)) {
                folded.add(derived(graph.edge(statement), EdgeKind::speaks_of, about.target));
            }
        }
    }
}

} // namespace

KnowledgeGraph fold_to_actors(const KnowledgeGraph &graph) {
    FoldedEdges folded(graph);
    for (const EdgeRecord &edge : graph.edges()) {
        const bool from_actor = is_actor(graph.node(edge.source).kind);
        const bool to_actor = is_actor(graph.node(edge.target).kind);
        if (from_actor && (to_actor || row(edge.kind).family == EdgeFamily::action)) {
            folded.add(edge);
        }
    }
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        fold_denials(graph, i, folded);
    }
    EventFolder events(graph, folded);
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (graph.node(i).kind == NodeKind::Event) {
            events.fold(i);
        }
    }
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (graph.node(i).kind == NodeKind::Claim) {
            fold_subjects(graph, i, folded);
        }
    }
    return folded.build();
}

} // namespace gainsay
