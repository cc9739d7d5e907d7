#include "query/paths.h"

#include "graph/topology.h"

#include <boost/graph/breadth_first_search.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace gainsay {

namespace {

constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();
/// Steps of the search for further paths; a dense graph has more paths than anybody reads.
constexpr std::size_t most_steps = 300'000;

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
          blocked_(graph.nodes().size(), 0) {
        allowed_.resize(graph.nodes().size());
        for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
            allowed_[i] = may_pass(i);
        }
    }

    PathAnswer find() {
        if (query_->from == query_->to) {
            return {};
        }
        walk_ = make_walk_graph(false);
        measure_distances();
        const std::size_t shortest = distance_[query_->from];
        if (shortest == unreached || shortest > query_->max_length) {
            return {};
        }
        PathAnswer answer;
        for (std::size_t length = shortest; length <= query_->max_length && !has_more_; ++length) {
            room_ = query_->max_paths - answer.paths.size();
            extend(query_->from, length);
            std::sort(found_.begin(), found_.end());
            for (const Candidate &candidate : found_) {
                answer.paths.emplace_back();
                for (const Hop *hop : candidate.path) {
                    answer.paths.back().push_back(*hop);
                }
            }
            found_.clear();
        }
        answer.has_more = has_more_;
        return answer;
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
        // Walked in either direction, the graph is the same backwards.
        const WalkGraph backwards = query_->directed ? make_walk_graph(true) : WalkGraph();
        const WalkGraph &walked = query_->directed ? backwards : walk_;
        distance_[query_->to] = 0;
        // Boost's own colors are shared by counted references, in which clang's analyzer sees a use after free.
        std::vector<boost::default_color_type> colors(boost::num_vertices(walked));
        const auto color_of =
            boost::make_iterator_property_map(colors.begin(), boost::get(boost::vertex_index, walked));
        try {
            boost::breadth_first_search(
                walked, query_->to, boost::visitor(DistanceVisitor(distance_, query_->max_length)).color_map(color_of));
        } catch (const FarEnough &) {
            // All within reach is measured.
        }
    }

    /// The nodes that can be reached from here, each with all edges that lead there. Made when first asked for.
    const std::vector<Hop> &hops_from(NodeIndex node) {
        const auto [entry, is_new] = hops_.try_emplace(node);
        std::vector<Hop> &hops = entry->second;
        if (!is_new) {
            return hops;
        }
        std::vector<std::pair<NodeIndex, EdgeIndex>> ends;
        for (auto [edge, end] = boost::out_edges(node, walk_); edge != end; ++edge) {
            const NodeIndex next = boost::target(*edge, walk_);
            if (distance_[next] != unreached && next != node) {
                ends.emplace_back(next, walk_[*edge]);
            }
        }
        std::sort(ends.begin(), ends.end());
        for (const auto &[next, edge] : ends) {
            if (hops.empty() || hops.back().to != next) {
                hops.push_back({{}, node, next});
            }
            hops.back().edges.push_back(edge);
        }
        for (Hop &hop : hops) {
            std::stable_sort(hop.edges.begin(), hop.edges.end(),
                             [this](EdgeIndex a, EdgeIndex b) { return strain_of_edge(a) < strain_of_edge(b); });
        }
        return hops;
    }

    /// Whether the path would pass `node` only because two claims are about it, or two events happen there.
    bool is_mere_topic(NodeIndex node, const Hop &hop) const {
        if (path_.empty() || query_->through_all) {
            return false;
        }
        const EdgeRecord &last = graph_->edge(path_.back()->edges.front());
        const EdgeRecord &next = graph_->edge(hop.edges.front());
        const auto is_topic = [node](const EdgeRecord &edge) {
            return (edge.kind == EdgeKind::about && edge.target == node) ||
                   (edge.kind == EdgeKind::participates_in && edge.source == node && edge.role == Role::place);
        };
        return is_topic(last) && is_topic(next);
    }

    /// How little the edge tells: 0 for a fact that one article states.
    double strain_of_edge(EdgeIndex index) const {
        const EdgeRecord &edge = graph_->edge(index);
        double strain = 0;
        switch (row(edge.kind).family) {
        case EdgeFamily::statement:
        case EdgeFamily::action:
        case EdgeFamily::derived:
            break;
        case EdgeFamily::comparison:
            strain = 0.5;
            break;
        case EdgeFamily::structure:
            strain = edge.evidence.empty() ? 0.5 : 1;
            break;
        case EdgeFamily::provenance:
            strain = 2;
        }
        strain += edge.polarity == Polarity::negated || edge.modality != Modality::actual ? 0.5 : 0;
        return strain - 0.25 * std::log2(std::max(1.0, edge.weight));
    }

    double strain_of_path() const {
        double strain = 0;
        for (const Hop *hop : path_) {
            strain += strain_of_edge(hop->edges.front());
            if (hop->to != query_->to) {
                strain += 0.5 * std::log2(static_cast<double>(graph_->degree(hop->to)));
            }
        }
        return strain;
    }

    void keep_path() {
        if (room_ == 0) {
            has_more_ = true;
            return;
        }
        Candidate candidate{strain_of_path(), {}, path_};
        for (const Hop *hop : path_) {
            candidate.nodes.push_back(hop->to);
        }
        // The worst stands first, ready to go.
        found_.push_back(std::move(candidate));
        std::push_heap(found_.begin(), found_.end());
        if (found_.size() > room_) {
            std::pop_heap(found_.begin(), found_.end());
            found_.pop_back();
            has_dropped_ = true;
        }
    }

    /// Goes on from `node`, with exactly `remaining` edges to the target. Never deeper than max_length.
    void extend(NodeIndex node, std::size_t remaining) {
        if (++steps_ > most_steps) {
            has_more_ = true;
            return;
        }
        if (node == query_->to) {
            keep_path();
            has_more_ = has_more_ || has_dropped_;
            return;
        }
        const std::vector<Hop> &hops = hops_from(node);
        ++blocked_[node];
        const auto block_neighbors = [&](bool block) {
            for (const Hop &hop : hops) {
                blocked_[hop.to] += block ? 1 : -1;
            }
        };
        // What the path could have reached by now is a shortcut from here on.
        bool is_blocking = false;
        for (const Hop &hop : hops) {
            if (is_stopped()) {
                break;
            }
            const int own = is_blocking ? 1 : 0;
            // The target ends a path, so that it may stand only at the last place.
            if (blocked_[hop.to] > own || distance_[hop.to] > remaining - 1 ||
                (hop.to == query_->to && remaining != 1)) {
                continue;
            }
            if (!is_blocking && !query_->with_shortcuts && remaining > 1) {
                block_neighbors(true);
                is_blocking = true;
            }
            if (is_mere_topic(node, hop)) {
                continue;
            }
            path_.push_back(&hop);
            extend(hop.to, remaining - 1);
            path_.pop_back();
        }
        if (is_blocking) {
            block_neighbors(false);
        }
        --blocked_[node];
    }

    struct Candidate {
        double strain = 0;
        /// For paths that are told equally well.
        std::vector<NodeIndex> nodes;
        std::vector<const Hop *> path;

        friend bool operator<(const Candidate &a, const Candidate &b) {
            return std::tie(a.strain, a.nodes) < std::tie(b.strain, b.nodes);
        }
    };

    bool is_stopped() const { return steps_ > most_steps || (room_ == 0 && has_more_); }

    const KnowledgeGraph *graph_;
    const PathQuery *query_;
    std::vector<bool> allowed_;
    /// Edges from a node to the target.
    std::vector<std::size_t> distance_;
    /// Above 0: on the path, or a neighbour of a node on it that is not its end.
    std::vector<int> blocked_;
    WalkGraph walk_;
    std::unordered_map<NodeIndex, std::vector<Hop>> hops_;
    std::vector<const Hop *> path_;
    /// Paths of the length that is being looked for, as a heap; at most room_.
    std::vector<Candidate> found_;
    std::size_t room_ = 0;
    bool has_more_ = false;
    bool has_dropped_ = false;
    std::size_t steps_ = 0;
};

} // namespace

PathAnswer find_paths(const KnowledgeGraph &graph, const PathQuery &query) {
    return PathFinder(graph, query).find();
}

std::vector<std::string> articles_naming_both(const KnowledgeGraph &graph, NodeIndex a, NodeIndex b) {
    const auto articles_of = [&graph](NodeIndex node) {
        std::set<std::string> articles;
        for (const Mention &mention : graph.node(node).mentions) {
            articles.insert(mention.document);
        }
        return articles;
    };
    const std::set<std::string> first = articles_of(a);
    const std::set<std::string> second = articles_of(b);
    std::vector<std::string> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
    return both;
}

} // namespace gainsay
