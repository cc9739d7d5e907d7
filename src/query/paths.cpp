#include "query/paths.h"

#include "graph/topology.h"

#include <boost/graph/breadth_first_search.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace gainsay {

namespace {

constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();
/// Steps of the search for further paths; a dense graph has more paths than anybody reads.
constexpr std::size_t most_steps = 2'000'000;

/// The part of the graph that paths may use, each edge as it may be walked.
using WalkGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgeIndex,
                                                     boost::no_property, std::uint32_t, std::uint32_t>;

/// Ends a search at the distance asked for: what lies further is of no use.
struct FarEnough {};

class DistanceVisitor : public boost::default_bfs_visitor {
  public:
    DistanceVisitor(std::vector<std::size_t> &distance, std::size_t most) : distance_(&distance), most_(most) {}

    template <class Edge, class Graph>
    void tree_edge(Edge edge, const Graph &graph) {
        (*distance_)[boost::target(edge, graph)] = (*distance_)[boost::source(edge, graph)] + 1;
    }
    template <class Vertex, class Graph>
    void examine_vertex(Vertex vertex, const Graph & /*graph*/) {
        if ((*distance_)[vertex] >= most_) {
            throw FarEnough();
        }
    }

  private:
    std::vector<std::size_t> *distance_;
    std::size_t most_;
};

class PathFinder {
  public:
    PathFinder(const KnowledgeGraph &graph, const PathQuery &query)
        : graph_(&graph), query_(&query), distance_(graph.nodes().size(), unreached),
          on_path_(graph.nodes().size(), false) {
        allowed_.resize(graph.nodes().size());
        for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
            allowed_[i] = may_pass(i);
        }
    }

    PathAnswer find() {
        if (query_->from == query_->to) {
            return {};
        }
        measure_distances();
        const std::size_t shortest = distance_[query_->from];
        if (shortest == unreached || shortest > query_->max_length) {
            return {};
        }
        walk_ = make_walk_graph(false);
        for (std::size_t length = shortest; length <= query_->max_length && !is_full(); ++length) {
            start_path();
            extend(query_->from, length);
        }
        return std::move(answer_);
    }

  private:
    bool may_pass(NodeIndex node) const {
        if (node == query_->from || node == query_->to || query_->through_all) {
            return true;
        }
        return graph_->node(node).kind != NodeKind::Document && graph_->degree(node) <= query_->hub_degree;
    }

    bool may_use(const EdgeRecord &edge) const {
        return allowed_[edge.source] && allowed_[edge.target] &&
               (query_->kinds.empty() ||
                std::find(query_->kinds.begin(), query_->kinds.end(), edge.kind) != query_->kinds.end());
    }

    /// `reversed`: every edge walked backwards, for distances to the target.
    WalkGraph make_walk_graph(bool reversed) const {
        std::vector<std::pair<NodeIndex, NodeIndex>> ends;
        std::vector<EdgeIndex> indices;
        const auto add = [&](NodeIndex from, NodeIndex to, EdgeIndex index) {
            ends.emplace_back(reversed ? to : from, reversed ? from : to);
            indices.push_back(index);
        };
        for (EdgeIndex i = 0; i < graph_->edges().size(); ++i) {
            const EdgeRecord &edge = graph_->edge(i);
            if (!may_use(edge)) {
                continue;
            }
            add(edge.source, edge.target, i);
            if (!query_->directed ||
                is_symmetric(edge.kind, graph_->node(edge.source).kind, graph_->node(edge.target).kind)) {
                add(edge.target, edge.source, i);
            }
        }
        return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), indices.begin(),
                static_cast<std::uint32_t>(graph_->nodes().size())};
    }

    /// From every node to the target of the query.
    void measure_distances() {
        const WalkGraph backwards = make_walk_graph(true);
        distance_[query_->to] = 0;
        try {
            boost::breadth_first_search(backwards, query_->to,
                                        boost::visitor(DistanceVisitor(distance_, query_->max_length)));
        } catch (const FarEnough &) {
            // All within reach is measured.
        }
    }

    void start_path() {
        std::fill(on_path_.begin(), on_path_.end(), false);
        on_path_[query_->from] = true;
        path_.clear();
    }

    bool is_full() const { return answer_.has_more; }

    /// The nodes that can be reached from here, each with all edges that lead there, the weightiest first.
    std::vector<Hop> hops_from(NodeIndex node) const {
        std::vector<Hop> hops;
        for (auto [edge, end] = boost::out_edges(node, walk_); edge != end; ++edge) {
            const NodeIndex next = boost::target(*edge, walk_);
            if (!on_path_[next] && distance_[next] != unreached) {
                hops.push_back({{walk_[*edge]}, node, next});
            }
        }
        std::sort(hops.begin(), hops.end(), [](const Hop &a, const Hop &b) {
            return std::pair(a.to, a.edges.front()) < std::pair(b.to, b.edges.front());
        });
        std::vector<Hop> merged;
        for (Hop &hop : hops) {
            if (!merged.empty() && merged.back().to == hop.to) {
                merged.back().edges.push_back(hop.edges.front());
            } else {
                merged.push_back(std::move(hop));
            }
        }
        const auto weight = [this](EdgeIndex edge) { return graph_->edge(edge).weight; };
        for (Hop &hop : merged) {
            std::stable_sort(hop.edges.begin(), hop.edges.end(),
                             [&](EdgeIndex a, EdgeIndex b) { return weight(a) > weight(b); });
        }
        std::stable_sort(merged.begin(), merged.end(),
                         [&](const Hop &a, const Hop &b) { return weight(a.edges.front()) > weight(b.edges.front()); });
        return merged;
    }

    /// Goes on from `node`, with exactly `remaining` edges to the target. Never deeper than max_length.
    void extend(NodeIndex node, std::size_t remaining) {
        if (++steps_ > most_steps) {
            answer_.has_more = true;
            return;
        }
        if (node == query_->to) {
            if (answer_.paths.size() == query_->max_paths) {
                answer_.has_more = true;
            } else {
                answer_.paths.push_back(path_);
            }
            return;
        }
        for (Hop &hop : hops_from(node)) {
            // The target ends a path, so that it may stand only at the last place.
            if (distance_[hop.to] > remaining - 1 || (hop.to == query_->to && remaining != 1)) {
                continue;
            }
            const NodeIndex next = hop.to;
            path_.push_back(std::move(hop));
            on_path_[next] = true;
            extend(next, remaining - 1);
            on_path_[next] = false;
            path_.pop_back();
            if (is_full()) {
                return;
            }
        }
    }

    const KnowledgeGraph *graph_;
    const PathQuery *query_;
    std::vector<bool> allowed_;
    /// Edges from a node to the target.
    std::vector<std::size_t> distance_;
    std::vector<bool> on_path_;
    WalkGraph walk_;
    std::vector<Hop> path_;
    PathAnswer answer_;
    std::size_t steps_ = 0;
};

} // namespace

PathAnswer find_paths(const KnowledgeGraph &graph, const PathQuery &query) {
    return PathFinder(graph, query).find();
}

} // namespace gainsay
