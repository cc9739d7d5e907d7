// How long the queries take on a graph of a million edges: bench_queries [EDGES]. The graph is random with a fixed
// seed: a third of the nodes are claims, some actors have many more edges than others.

#include "query/claim_search.h"
#include "query/disputes.h"
#include "query/graph_difference.h"
#include "query/name_search.h"
#include "query/paths.h"
#include "query/timeline.h"
#include "support/sample_graphs.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>
#include <set>
#include <string>
#include <tuple>

using namespace gainsay;

namespace {

KnowledgeGraph random_graph(std::size_t edges) {
    samples::StoryBuilder s;
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same graph in every run
    const std::size_t actors = edges / 5;
    const std::size_t claims = edges / 10;
    std::vector<NodeIndex> people;
    std::vector<NodeIndex> contents;
    for (std::size_t i = 0; i < actors; ++i) {
        people.push_back(s.node(NodeKind::Person, "Person " + std::to_string(i)));
    }
    for (std::size_t i = 0; i < claims; ++i) {
        contents.push_back(
            s.node(NodeKind::Claim, "Claim " + std::to_string(i) + " of ship " + std::to_string(i % 977)));
    }
    // The square of an even number between 0 and 1 makes low indices frequent.
    std::uniform_real_distribution<double> even(0, 1);
    const auto pick = [&](const std::vector<NodeIndex> &from) {
        const double at = even(random);
        return from[static_cast<std::size_t>(at * at * static_cast<double>(from.size() - 1))];
    };
    std::set<std::tuple<NodeIndex, NodeIndex, EdgeKind>> known;
    while (known.size() < edges) {
        const bool is_statement = even(random) < 0.5;
        const NodeIndex source = pick(people);
        const NodeIndex target = is_statement ? pick(contents) : pick(people);
        const EdgeKind kind =
            is_statement ? (even(random) < 0.8 ? EdgeKind::asserts : EdgeKind::denies) : EdgeKind::accused;
        if (source != target && known.emplace(source, target, kind).second) {
            s.add(source, kind, target, "d" + std::to_string(known.size() % 1000), "They said so.");
        }
    }
    return s.build();
}

template <class Work>
void measure(const char *what, Work work) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t clock_begin = std::clock();
    const std::size_t found = work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    const double busy = 1000.0 * static_cast<double>(std::clock() - clock_begin) / CLOCKS_PER_SEC;
    std::printf("%-40s %9.1f ms, %9.1f ms of a core  %zu found\n", what, took.count(), busy, found);
}

} // namespace

int main(int argc, char **argv) {
    const std::size_t edges = argc > 1 ? std::stoul(argv[1]) : 1'000'000;
    KnowledgeGraph graph;
    measure("build", [&] {
        graph = random_graph(edges);
        return graph.edges().size();
    });
    PathQuery query;
    query.from = *graph.find_node("person:person-1000");
    query.to = *graph.find_node("person:person-" + std::to_string(edges / 50));
    query.max_paths = 1;
    // The first also pays for what building left in the heap.
    measure("shortest path", [&] { return find_paths(graph, query).paths.size(); });
    measure("shortest path once more", [&] { return find_paths(graph, query).paths.size(); });
    query.max_paths = 10;
    measure("ten paths within four hops", [&] { return find_paths(graph, query).paths.size(); });
    measure("a name", [&] { return find_by_name(graph, "Person 1234").size(); });
    const ArticleIndex articles(graph);
    measure("disputes", [&] { return find_disputes(graph, articles).size(); });
    measure("claims by words", [&] { return search_claims(graph, articles, WordForms(), "claim ship 12").size(); });
    measure("timeline", [&] { return timeline(graph, articles, query.from).size(); });
    measure("difference to itself", [&] { return difference(graph, graph).new_edges.size(); });
    return 0;
}
