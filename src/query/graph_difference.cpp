#include "query/graph_difference.h"

#include "base/disjoint_sets.h"
#include "query/disputes.h"
#include "query/name_search.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace gainsay {

namespace {

using Component = std::size_t;
/// What an edge is known by: its ends' components, kind, polarity, modality.
using EdgeKey = std::tuple<Component, Component, EdgeKind, Polarity, Modality>;

/// Where a claim or event stands in the articles.
std::vector<std::pair<std::string_view, ByteSpan>> places(const NodeRecord &node) {
    std::vector<std::pair<std::string_view, ByteSpan>> result;
    for (const Mention &mention : node.mentions) {
        result.emplace_back(mention.document, mention.span);
    }
    return result;
}

bool is_same_place(ByteSpan a, ByteSpan b) {
    if (!a.overlaps(b)) {
        return a == b;
    }
    const std::size_t shared = std::min(a.end, b.end) - std::max(a.begin, b.begin);
    return 2 * shared >= hull(a, b).size();
}

bool is_known_by_name(NodeKind kind) {
    return kind != NodeKind::Claim && kind != NodeKind::Event;
}

std::set<std::string> documents_of(const KnowledgeGraph &graph, NodeIndex node) {
    std::set<std::string> documents;
    for (const Mention &mention : graph.node(node).mentions) {
        documents.insert(mention.document);
    }
    for (const EdgeIndex edge : graph.in_edges(node)) {
        if (row(graph.edge(edge).kind).family == EdgeFamily::statement) {
            for (const Evidence &piece : graph.edge(edge).evidence) {
                documents.insert(piece.document);
            }
        }
    }
    return documents;
}

class GraphComparer {
  public:
    GraphComparer(const KnowledgeGraph &before, const KnowledgeGraph &after)
        : before_(&before), after_(&after), sets_(before.nodes().size() + after.nodes().size()) {}

    GraphDifference compare() {
        match_ids();
        match_names();
        match_places();
        compare_nodes();
        compare_edges();
        compare_disputes();
        return std::move(result_);
    }

  private:
    static constexpr std::size_t old_side = 0;
    static constexpr std::size_t new_side = 1;

    const KnowledgeGraph &graph(std::size_t side) const { return side == old_side ? *before_ : *after_; }
    std::size_t slot(std::size_t side, NodeIndex node) const {
        return side == old_side ? node : before_->nodes().size() + node;
    }
    Component component(std::size_t side, NodeIndex node) { return sets_.find(slot(side, node)); }

    void unite(NodeIndex old_node, NodeIndex new_node) {
        sets_.unite(slot(old_side, old_node), slot(new_side, new_node));
        matched_[old_side].insert(old_node);
        matched_[new_side].insert(new_node);
    }
    bool is_matched(std::size_t side, NodeIndex node) const { return matched_[side].contains(node); }

    void match_ids() {
        for (NodeIndex i = 0; i < after_->nodes().size(); ++i) {
            const auto old_node = before_->find_node(after_->node(i).id);
            if (old_node && before_->node(*old_node).kind == after_->node(i).kind) {
                unite(*old_node, i);
            }
        }
    }

    void match_names() {
        using Key = std::pair<NodeKind, std::string>;
        std::map<Key, std::vector<NodeIndex>> by_name;
        const auto keys_of = [](const NodeRecord &node) {
            std::set<Key> keys = {{node.kind, loose_name(node.label)}};
            for (const std::string &alias : node.aliases) {
                keys.emplace(node.kind, loose_name(alias));
            }
            keys.erase({node.kind, std::string()});
            return keys;
        };
        for (NodeIndex i = 0; i < before_->nodes().size(); ++i) {
            if (is_known_by_name(before_->node(i).kind) && !is_matched(old_side, i)) {
                for (const Key &key : keys_of(before_->node(i))) {
                    by_name[key].push_back(i);
                }
            }
        }
        for (NodeIndex i = 0; i < after_->nodes().size(); ++i) {
            if (!is_known_by_name(after_->node(i).kind) || is_matched(new_side, i)) {
                continue;
            }
            for (const Key &key : keys_of(after_->node(i))) {
                const auto found = by_name.find(key);
                // A name that two nodes bear tells neither apart.
                if (found != by_name.end() && found->second.size() == 1 &&
                    !is_matched(old_side, found->second.front())) {
                    unite(found->second.front(), i);
                    break;
                }
            }
        }
    }

    void match_places() {
        match_places_of(new_side, old_side);
        match_places_of(old_side, new_side);
    }

    /// Unites every node of one side that is not matched yet with the node of the other side that shares most places.
    void match_places_of(std::size_t side, std::size_t other_side) {
        std::unordered_map<std::string_view, std::vector<std::pair<ByteSpan, NodeIndex>>> by_document;
        const KnowledgeGraph &other = graph(other_side);
        for (NodeIndex i = 0; i < other.nodes().size(); ++i) {
            if (!is_known_by_name(other.node(i).kind)) {
                for (const auto &[document, span] : places(other.node(i))) {
                    by_document[document].emplace_back(span, i);
                }
            }
        }
        std::vector<std::pair<NodeIndex, NodeIndex>> pairs;
        for (NodeIndex i = 0; i < graph(side).nodes().size(); ++i) {
            const NodeRecord &node = graph(side).node(i);
            if (is_known_by_name(node.kind) || is_matched(side, i)) {
                continue;
            }
            std::map<NodeIndex, std::size_t> votes;
            for (const auto &[document, span] : places(node)) {
                const auto found = by_document.find(document);
                if (found == by_document.end()) {
                    continue;
                }
                for (const auto &[place, candidate] : found->second) {
                    if (other.node(candidate).kind == node.kind && is_same_place(span, place)) {
                        ++votes[candidate];
                    }
                }
            }
            const auto best = std::max_element(votes.begin(), votes.end(),
                                               [](const auto &a, const auto &b) { return a.second < b.second; });
            if (best != votes.end()) {
                pairs.emplace_back(i, best->first);
            }
        }
        for (const auto &[mine, theirs] : pairs) {
            side == new_side ? unite(theirs, mine) : unite(mine, theirs);
        }
    }

    void compare_nodes() {
        std::map<Component, NodeIndex> first_old;
        for (NodeIndex i = 0; i < before_->nodes().size(); ++i) {
            if (is_matched(old_side, i)) {
                first_old.emplace(component(old_side, i), i);
            } else {
                result_.gone_nodes.push_back(i);
            }
        }
        std::set<Component> seen;
        for (NodeIndex i = 0; i < after_->nodes().size(); ++i) {
            if (!is_matched(new_side, i)) {
                result_.new_nodes.push_back(i);
            } else if (seen.insert(component(new_side, i)).second) {
                compare_node(first_old.at(component(new_side, i)), i);
            }
        }
    }

    void compare_node(NodeIndex old_node, NodeIndex new_node) {
        ChangedNode change{old_node, new_node};
        const NodeRecord &old_record = before_->node(old_node);
        const NodeRecord &new_record = after_->node(new_node);
        change.has_new_label = old_record.label != new_record.label;
        change.has_new_status = old_record.status != new_record.status;
        change.documents_before = documents_of(*before_, old_node).size();
        change.documents_after = documents_of(*after_, new_node).size();
        if (change.has_new_label || change.has_new_status || change.documents_before != change.documents_after) {
            result_.changed_nodes.push_back(change);
        }
    }

    EdgeKey key_of(std::size_t side, const EdgeRecord &edge) {
        Component source = component(side, edge.source);
        Component target = component(side, edge.target);
        const KnowledgeGraph &in = graph(side);
        if (target < source && is_symmetric(edge.kind, in.node(edge.source).kind, in.node(edge.target).kind)) {
            std::swap(source, target);
        }
        return {source, target, edge.kind, edge.polarity, edge.modality};
    }

    void compare_edges() {
        std::map<EdgeKey, std::vector<EdgeIndex>> old_edges;
        std::set<EdgeKey> new_keys;
        for (EdgeIndex i = 0; i < before_->edges().size(); ++i) {
            old_edges[key_of(old_side, before_->edge(i))].push_back(i);
        }
        for (EdgeIndex i = 0; i < after_->edges().size(); ++i) {
            const EdgeRecord &edge = after_->edge(i);
            const EdgeKey key = key_of(new_side, edge);
            new_keys.insert(key);
            const auto found = old_edges.find(key);
            if (found == old_edges.end()) {
                result_.new_edges.push_back(i);
                if (side_of(edge.kind, edge.polarity) == Side::against) {
                    result_.new_denials.push_back(i);
                }
            } else {
                compare_edge(found->second, i);
            }
        }
        for (const auto &[key, edges] : old_edges) {
            if (!new_keys.contains(key)) {
                result_.gone_edges.insert(result_.gone_edges.end(), edges.begin(), edges.end());
            }
        }
        std::sort(result_.gone_edges.begin(), result_.gone_edges.end());
    }

    void compare_edge(const std::vector<EdgeIndex> &old_edges, EdgeIndex new_edge) {
        ChangedEdge change;
        change.before = old_edges.front();
        change.after = new_edge;
        std::set<std::string_view> known;
        for (const EdgeIndex edge : old_edges) {
            for (const Evidence &piece : before_->edge(edge).evidence) {
                known.insert(piece.document);
            }
        }
        const EdgeRecord &record = after_->edge(new_edge);
        for (std::size_t i = 0; i < record.evidence.size(); ++i) {
            if (!known.contains(record.evidence[i].document)) {
                change.new_evidence.push_back(i);
            }
        }
        const bool has_new_weight = before_->edge(change.before).weight != record.weight;
        if (!change.new_evidence.empty() || (has_new_weight && old_edges.size() == 1)) {
            result_.changed_edges.push_back(std::move(change));
        }
    }

    void compare_disputes() {
        const auto disputed = [this](std::size_t side) {
            const ArticleIndex articles(graph(side));
            std::vector<NodeIndex> claims;
            for (const Dispute &dispute : find_disputes(graph(side), articles)) {
                claims.push_back(dispute.claim);
            }
            return claims;
        };
        const std::vector<NodeIndex> was = disputed(old_side);
        const std::vector<NodeIndex> is = disputed(new_side);
        const auto add_missing = [this](std::size_t side, const std::vector<NodeIndex> &claims, std::size_t other_side,
                                        const std::vector<NodeIndex> &others, std::vector<NodeIndex> &missing) {
            std::set<Component> known;
            for (const NodeIndex claim : others) {
                known.insert(component(other_side, claim));
            }
            for (const NodeIndex claim : claims) {
                if (known.insert(component(side, claim)).second) {
                    missing.push_back(claim);
                }
            }
        };
        add_missing(new_side, is, old_side, was, result_.new_disputes);
        add_missing(old_side, was, new_side, is, result_.settled_disputes);
    }

    const KnowledgeGraph *before_;
    const KnowledgeGraph *after_;
    DisjointSets sets_;
    /// Nodes of the old and of the new graph that the other has too.
    std::set<NodeIndex> matched_[2];
    GraphDifference result_;
};

} // namespace

GraphDifference difference(const KnowledgeGraph &before, const KnowledgeGraph &after) {
    return GraphComparer(before, after).compare();
}

} // namespace gainsay
