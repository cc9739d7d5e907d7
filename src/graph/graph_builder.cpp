#include "graph/graph_builder.h"

#include "base/error.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace gainsay {

namespace {

template <class Value>
void sort_unique(std::vector<Value> &values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

void put_in_order(NodeRecord &node) {
    std::erase(node.aliases, node.label);
    sort_unique(node.aliases);
    sort_unique(node.mentions);
    for (auto &[key, value] : node.attributes) {
        if (auto *variants = std::get_if<std::vector<Variant>>(&value)) {
            sort_unique(*variants);
        }
    }
}

void put_in_order(EdgeRecord &edge) {
    sort_unique(edge.evidence);
    if (edge.weight == 0) {
        edge.weight = std::max(1.0, static_cast<double>(count_documents(edge.evidence)));
    }
}

/// The order of the values, as positions in the vector.
template <class Value, class Less>
std::vector<std::uint32_t> sorted_order(const std::vector<Value> &values, Less less) {
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return less(values[a], values[b]); });
    return order;
}

template <class Value>
std::vector<Value> in_order(std::vector<Value> values, const std::vector<std::uint32_t> &order) {
    std::vector<Value> sorted;
    sorted.reserve(values.size());
    for (const std::uint32_t from : order) {
        sorted.push_back(std::move(values[from]));
    }
    return sorted;
}

} // namespace

std::size_t GraphBuilder::EdgeKeyHash::operator()(const EdgeKey &key) const {
    const std::uint64_t ends = (std::uint64_t{key.source} << 32U) | key.target;
    const std::uint64_t rest = (static_cast<std::uint64_t>(key.kind) << 8U) |
                               (static_cast<std::uint64_t>(key.polarity) << 4U) |
                               static_cast<std::uint64_t>(key.modality);
    std::uint64_t mixed = (ends ^ (rest * 0x9e3779b97f4a7c15ULL)) * 0xff51afd7ed558ccdULL;
    mixed ^= mixed >> 32U;
    return static_cast<std::size_t>(mixed);
}

GraphBuilder::GraphBuilder(UnknownAttributes unknown) : unknown_(unknown) {}

std::optional<NodeIndex> GraphBuilder::find_node(std::string_view id) const {
    const auto found = index_by_id_.find(std::string(id));
    return found == index_by_id_.end() ? std::nullopt : std::optional(found->second);
}

NodeIndex GraphBuilder::add_node(NodeRecord node) {
    check_node(node, unknown_);
    if (edge_ids_.contains(node.id)) {
        throw InputError("node '" + node.id + "'", "an id of its own", "that of an edge");
    }
    const auto index = static_cast<NodeIndex>(nodes_.size());
    if (!index_by_id_.emplace(node.id, index).second) {
        throw InputError("node '" + node.id + "'", "an id of its own", "that of another node");
    }
    nodes_.push_back(std::move(node));
    return index;
}

std::string GraphBuilder::describe(const EdgeRecord &edge) const {
    const auto end = [this](NodeIndex index) {
        return index < nodes_.size() ? nodes_[index].id : "#" + std::to_string(index);
    };
    return "edge '" + end(edge.source) + "' " + std::string(name(edge.kind)) + " '" + end(edge.target) + "'";
}

void GraphBuilder::add_edge(EdgeRecord edge) {
    for (const NodeIndex end : {edge.source, edge.target}) {
        if (end >= nodes_.size()) {
            throw InputError(describe(edge), "two nodes that were added", "#" + std::to_string(end));
        }
    }
    for (const NodeIndex relay : edge.relayed_by) {
        if (relay >= nodes_.size()) {
            throw InputError(describe(edge), "nodes that were added in relayed_by", "#" + std::to_string(relay));
        }
        if (!is_actor(nodes_[relay].kind) && nodes_[relay].kind != NodeKind::Document) {
            throw InputError(describe(edge), "actors in relayed_by", "'" + nodes_[relay].id + "'");
        }
    }
    const NodeKind source_kind = nodes_[edge.source].kind;
    const NodeKind target_kind = nodes_[edge.target].kind;
    const EdgeKindRow &kind = row(edge.kind);
    if (!kind.sources.contains(source_kind)) {
        throw InputError(describe(edge), "a source of the kinds " + names(kind.sources),
                         std::string(name(source_kind)));
    }
    if (!kind.targets.contains(target_kind)) {
        throw InputError(describe(edge), "a target of the kinds " + names(kind.targets),
                         std::string(name(target_kind)));
    }
    check_edge_fields(edge, describe(edge));
    if (is_symmetric(edge.kind, source_kind, target_kind) && nodes_[edge.target].id < nodes_[edge.source].id) {
        std::swap(edge.source, edge.target);
    }
    if (edge.id.empty()) {
        edge.id = edge_id(nodes_[edge.source].id, nodes_[edge.target].id, edge.kind, edge.polarity, edge.modality);
    }
    if (index_by_id_.contains(edge.id)) {
        throw InputError(describe(edge), "an id of its own", "'" + edge.id + "', that of a node");
    }
    const EdgeKey key{edge.source, edge.target, edge.kind, edge.polarity, edge.modality};
    if (edge_keys_.contains(key)) {
        throw InputError(describe(edge), "one edge for each source, target, kind, polarity and modality",
                         "a second one that is " + std::string(name(edge.polarity)) + " and " +
                             std::string(name(edge.modality)));
    }
    if (!edge_ids_.insert(edge.id).second) {
        throw InputError(describe(edge), "an id of its own", "'" + edge.id + "', that of another edge");
    }
    edge_keys_.insert(key);
    edges_.push_back(std::move(edge));
}

KnowledgeGraph GraphBuilder::build() && {
    for (NodeRecord &node : nodes_) {
        check_node(node, unknown_);
        put_in_order(node);
    }
    const std::vector<std::uint32_t> node_order = sorted_order(nodes_, [](const NodeRecord &a, const NodeRecord &b) {
        return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
    });
    std::vector<NodeIndex> new_index(nodes_.size());
    for (std::size_t i = 0; i < node_order.size(); ++i) {
        new_index[node_order[i]] = static_cast<NodeIndex>(i);
    }
    for (EdgeRecord &edge : edges_) {
        edge.source = new_index[edge.source];
        edge.target = new_index[edge.target];
        for (NodeIndex &relay : edge.relayed_by) {
            relay = new_index[relay];
        }
        put_in_order(edge);
    }
    const std::vector<std::uint32_t> edge_order = sorted_order(edges_, [](const EdgeRecord &a, const EdgeRecord &b) {
        return std::tie(a.source, a.target, a.kind, a.polarity, a.modality) <
               std::tie(b.source, b.target, b.kind, b.polarity, b.modality);
    });
    return {in_order(std::move(nodes_), node_order), in_order(std::move(edges_), edge_order)};
}

} // namespace gainsay
