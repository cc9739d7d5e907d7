#include "query/view.h"

#include "base/error.h"
#include "query/actor_view.h"
#include "query/name_search.h"
#include "query/subgraph.h"

#include <algorithm>
#include <array>
#include <set>

namespace gainsay {

namespace {

constexpr auto view_names =
    std::to_array<std::string_view>({"full", "network", "story", "actors", "claims", "disputes"});
constexpr auto view_descriptions = std::to_array<std::string_view>({
    "everything",
    "actors and claims, for programs that draw and measure networks",
    "who says and does what, without articles and places",
    "actors alone, claims and events folded into edges between them",
    "claims and who says what about them",
    "claims that somebody asserts and somebody denies",
});

template <class Keep>
void keep_edges(const KnowledgeGraph &graph, Selection &selection, Keep keep) {
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        selection.edges[i] = selection.edges[i] && keep(graph.edge(i));
    }
}

template <class Keep>
void keep_nodes(const KnowledgeGraph &graph, Selection &selection, Keep keep) {
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        selection.nodes[i] = selection.nodes[i] && keep(i);
    }
}

/// Whether an action of the event's type leads from one to the other, or, if it is mutual, back.
bool has_action(const KnowledgeGraph &graph, NodeIndex agent, NodeIndex other, EventType type, Polarity polarity) {
    const auto leads = [&](NodeIndex from, NodeIndex to, bool mutual_only) {
        const std::vector<EdgeIndex> edges = graph.out_edges(from);
        return std::any_of(edges.begin(), edges.end(), [&](EdgeIndex index) {
            const EdgeRecord &edge = graph.edge(index);
            return edge.target == to && edge.polarity == polarity && row(edge.kind).event_type == type &&
                   (!mutual_only || row(edge.kind).is_mutual);
        });
    };
    return leads(agent, other, false) || leads(other, agent, true);
}

/// Whether the actions between those who take part in the event say the same in fewer lines, and nobody says anything
/// about the event itself.
bool is_told_by_actions(const KnowledgeGraph &graph, NodeIndex event) {
    const auto type = parse_word<EventType>(text_attribute(graph.node(event), "type"));
    const auto polarity = parse_word<Polarity>(text_attribute(graph.node(event), "polarity"));
    std::vector<NodeIndex> agents;
    std::vector<NodeIndex> others;
    for (const EdgeIndex index : graph.in_edges(event)) {
        const EdgeRecord &edge = graph.edge(index);
        if (edge.kind != EdgeKind::participates_in) {
            return false;
        }
        if (is_actor(graph.node(edge.source).kind) && edge.role != Role::place && edge.role != Role::instrument) {
            (edge.role == Role::agent ? agents : others).push_back(edge.source);
        }
    }
    if (others.empty() && agents.size() > 1) {
        others.assign(agents.begin() + 1, agents.end());
        agents.resize(1);
    }
    return type && !others.empty() && std::all_of(others.begin(), others.end(), [&](NodeIndex other) {
               return std::any_of(agents.begin(), agents.end(), [&](NodeIndex agent) {
                   return has_action(graph, agent, other, *type, polarity.value_or(Polarity::affirmed));
               });
           });
}

bool is_untyped_event(const NodeRecord &node) {
    return node.kind == NodeKind::Event && text_attribute(node, "type").empty() &&
           text_attribute(node, "news_type").empty();
}

Selection select_story(const KnowledgeGraph &graph) {
    Selection selection = select_all(graph);
    keep_nodes(graph, selection, [&](NodeIndex i) {
        const NodeKind kind = graph.node(i).kind;
        return kind != NodeKind::Document && kind != NodeKind::Place && !is_untyped_event(graph.node(i)) &&
               !(kind == NodeKind::Event && is_told_by_actions(graph, i));
    });
    std::set<std::pair<NodeIndex, NodeIndex>> joined;
    for (const EdgeRecord &edge : graph.edges()) {
        if (edge.kind != EdgeKind::participates_in) {
            joined.insert({edge.source, edge.target});
        }
    }
    keep_edges(graph, selection, [&](const EdgeRecord &edge) {
        // Who cancelled the meeting need not be said to act in it.
        return edge.kind != EdgeKind::about && edge.kind != EdgeKind::located_in &&
               !(edge.kind == EdgeKind::participates_in && joined.contains({edge.source, edge.target}));
    });
    drop_lonely_nodes(graph, selection);
    return selection;
}

/// Actors and claims with what joins them; of events only those on which an actor acts or takes a stand.
Selection select_network(const KnowledgeGraph &graph) {
    Selection selection = select_all(graph);
    keep_nodes(graph, selection, [&](NodeIndex i) {
        const NodeKind kind = graph.node(i).kind;
        return is_actor(kind) || kind == NodeKind::Claim || kind == NodeKind::Event;
    });
    keep_edges(graph, selection, [&](const EdgeRecord &edge) {
        return edge.kind != EdgeKind::about && edge.kind != EdgeKind::located_in &&
               edge.kind != EdgeKind::participates_in && row(edge.kind).family != EdgeFamily::provenance;
    });
    std::vector<bool> is_reached(graph.nodes().size(), false);
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        if (selection.edges[i] && selection.nodes[graph.edge(i).source] && selection.nodes[graph.edge(i).target]) {
            is_reached[graph.edge(i).source] = true;
            is_reached[graph.edge(i).target] = true;
            for (const NodeIndex relay : graph.edge(i).relayed_by) {
                is_reached[relay] = true;
            }
        }
    }
    keep_nodes(graph, selection, [&](NodeIndex i) { return is_reached[i]; });
    return selection;
}

/// Statements on the claims chosen, and comparisons between them.
Selection select_claims(const KnowledgeGraph &graph, const std::vector<bool> &chosen) {
    Selection selection = select_all(graph);
    keep_nodes(graph, selection, [&](NodeIndex i) { return chosen[i] || is_actor(graph.node(i).kind); });
    keep_edges(graph, selection, [&](const EdgeRecord &edge) {
        const EdgeFamily family = row(edge.kind).family;
        return chosen[edge.target] && (family == EdgeFamily::statement || family == EdgeFamily::comparison);
    });
    std::vector<bool> has_edge(graph.nodes().size(), false);
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        if (selection.edges[i]) {
            has_edge[graph.edge(i).source] = true;
            for (const NodeIndex relay : graph.edge(i).relayed_by) {
                has_edge[relay] = true;
            }
        }
    }
    keep_nodes(graph, selection, [&](NodeIndex i) { return chosen[i] || has_edge[i]; });
    return selection;
}

std::vector<bool> all_claims(const KnowledgeGraph &graph) {
    std::vector<bool> chosen(graph.nodes().size());
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        chosen[i] = graph.node(i).kind == NodeKind::Claim;
    }
    return chosen;
}

std::vector<bool> disputed_claims(const KnowledgeGraph &graph) {
    std::vector<bool> chosen(graph.nodes().size());
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        chosen[i] = graph.node(i).status == ClaimStatus::disputed;
    }
    for (const EdgeRecord &edge : graph.edges()) {
        if (edge.kind == EdgeKind::contradicts) {
            chosen[edge.source] = true;
            chosen[edge.target] = true;
        }
    }
    return chosen;
}

KnowledgeGraph without_untyped_events(const KnowledgeGraph &graph) {
    Selection selection = select_all(graph);
    keep_nodes(graph, selection, [&](NodeIndex i) { return !is_untyped_event(graph.node(i)); });
    return subgraph(graph, selection);
}

KnowledgeGraph base_view(const KnowledgeGraph &graph, View view) {
    switch (view) {
    case View::network:
        return subgraph(graph, select_network(graph));
    case View::story:
        return subgraph(graph, select_story(graph));
    case View::actors:
        return fold_to_actors(graph);
    case View::claims:
        return subgraph(graph, select_claims(graph, all_claims(graph)));
    case View::disputes:
        return subgraph(graph, select_claims(graph, disputed_claims(graph)));
    case View::full:
        break;
    }
    return graph;
}

void keep_kinds(const KnowledgeGraph &graph, const std::vector<std::string> &kinds, Selection &selection) {
    std::set<EdgeKind> edges;
    NodeKinds nodes;
    for (const std::string &kind : kinds) {
        if (const auto edge = parse_word<EdgeKind>(kind)) {
            edges.insert(*edge);
        } else if (const auto node = parse_word<NodeKind>(kind)) {
            nodes = nodes | *node;
        } else if (const auto family = parse_word<EdgeFamily>(kind)) {
            for (const EdgeKindRow &entry : edge_kinds()) {
                if (entry.family == *family) {
                    edges.insert(entry.kind);
                }
            }
        } else {
            throw UsageError("--kinds",
                             "a kind of edge (denies), a family (" + one_of(names_of<EdgeFamily>()).substr(7) +
                                 ") or a kind of node (" + names(all_node_kinds()) + ")",
                             "'" + kind + "'");
        }
    }
    if (!edges.empty()) {
        keep_edges(graph, selection, [&](const EdgeRecord &edge) { return edges.contains(edge.kind); });
    }
    if (!nodes.empty()) {
        keep_nodes(graph, selection, [&](NodeIndex i) { return nodes.contains(graph.node(i).kind); });
    }
}

/// Breadth first over the edges that are still selected; articles are reached, not passed.
void keep_around(const KnowledgeGraph &graph, const std::vector<NodeIndex> &centers, std::size_t hops,
                 Selection &selection) {
    std::vector<bool> reached(graph.nodes().size(), false);
    std::vector<NodeIndex> frontier;
    for (const NodeIndex center : centers) {
        reached[center] = true;
        selection.nodes[center] = true;
        frontier.push_back(center);
    }
    for (std::size_t hop = 0; hop < hops && !frontier.empty(); ++hop) {
        std::vector<NodeIndex> next;
        for (const NodeIndex node : frontier) {
            if (hop > 0 && graph.node(node).kind == NodeKind::Document) {
                continue;
            }
            std::vector<EdgeIndex> edges = graph.out_edges(node);
            const std::vector<EdgeIndex> incoming = graph.in_edges(node);
            edges.insert(edges.end(), incoming.begin(), incoming.end());
            for (const EdgeIndex index : edges) {
                const EdgeRecord &edge = graph.edge(index);
                const NodeIndex other = edge.source == node ? edge.target : edge.source;
                if (selection.edges[index] && selection.nodes[other] && !reached[other]) {
                    reached[other] = true;
                    next.push_back(other);
                }
            }
        }
        frontier = std::move(next);
    }
    keep_nodes(graph, selection, [&](NodeIndex i) { return reached[i]; });
}

} // namespace

template <>
std::span<const std::string_view> names_of<View>() {
    return view_names;
}

std::string_view description(View view) {
    return view_descriptions.at(static_cast<std::size_t>(view));
}

std::vector<std::string> center_ids(const KnowledgeGraph &graph, const ViewOptions &options) {
    std::vector<std::string> ids;
    for (const std::string &name : options.around) {
        ids.push_back(graph.node(resolve_name(graph, name)).id);
    }
    return ids;
}

KnowledgeGraph make_view(const KnowledgeGraph &graph, const ViewOptions &options) {
    KnowledgeGraph viewed = base_view(graph, options.view);
    if (!options.untyped_events) {
        viewed = without_untyped_events(viewed);
    }
    if (options.around.empty() && options.kinds.empty() && options.min_weight <= 0) {
        return viewed;
    }
    std::vector<NodeIndex> centers;
    for (const std::string &id : center_ids(graph, options)) {
        // A name may be known to the graph but not stand in the view.
        const auto center = viewed.find_node(id);
        if (!center) {
            throw UsageError("--around", "a node that the view '" + std::string(gainsay::name(options.view)) + "' has",
                             "'" + id + "', which it leaves out");
        }
        centers.push_back(*center);
    }
    Selection selection = select_all(viewed);
    keep_edges(viewed, selection, [&](const EdgeRecord &edge) { return edge.weight >= options.min_weight; });
    keep_kinds(viewed, options.kinds, selection);
    if (!centers.empty()) {
        keep_around(viewed, centers, options.hops, selection);
    }
    drop_lonely_nodes(viewed, selection);
    for (const NodeIndex center : centers) {
        selection.nodes[center] = true;
    }
    return subgraph(viewed, selection);
}

} // namespace gainsay
