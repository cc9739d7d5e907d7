#include "query/proof.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <set>

using namespace gainsay;

namespace {

NodeIndex node_of(const KnowledgeGraph &graph, const std::string &id) {
    const auto index = graph.find_node(id);
    REQUIRE(index);
    return *index;
}

/// Two articles of one headline; one edge has a sentence in each.
KnowledgeGraph two_articles() {
    samples::StoryBuilder s;
    const NodeIndex who = s.person("Mira Tolland", "Minister");
    const NodeIndex what = s.claim("The harbour is closed", ClaimStatus::asserted);
    for (const char *id : {"ledger", "post"}) {
        NodeRecord article;
        article.kind = NodeKind::Document;
        article.id = node_id(NodeKind::Document, id);
        article.label = "Harbour closed";
        article.aliases = {id};
        s.add(article);
    }
    EdgeRecord edge = s.edge(who, EdgeKind::asserts, what, "ledger", "It is closed, she said.");
    edge.evidence.push_back({"post", {7, 20}, "Tolland said.", {}, {}, {{7, 20}}, {}});
    s.add(edge);
    return s.build();
}

} // namespace

TEST_CASE("the evidence of a node is that of all its edges, the weightiest first") {
    const KnowledgeGraph graph = samples::harbour_graph();
    const std::vector<Proof> proofs = proofs_of_node(graph, node_of(graph, "person:mira-tolland"));
    REQUIRE_FALSE(proofs.empty());
    double weight = graph.edge(proofs.front().edge).weight;
    for (const Proof &proof : proofs) {
        const EdgeRecord &edge = graph.edge(proof.edge);
        CHECK(edge.weight <= weight);
        weight = edge.weight;
        CHECK(proof.pieces.size() == edge.evidence.size());
        CHECK((graph.node(edge.source).label == "Mira Tolland" || graph.node(edge.target).label == "Mira Tolland"));
    }
}

TEST_CASE("what joins two nodes is found from either of them") {
    const KnowledgeGraph graph = samples::harbour_graph();
    const NodeIndex a = node_of(graph, "person:mira-tolland");
    const NodeIndex b = node_of(graph, "person:ilyas-brandt");
    const std::vector<Proof> proofs = proofs_between(graph, a, b);
    REQUIRE(proofs.size() == 1);
    CHECK(graph.edge(proofs.front().edge).kind == EdgeKind::met);
    CHECK(proofs_between(graph, b, a) == proofs);
    CHECK(proofs_between(graph, a, a).empty());
}

TEST_CASE("a document's evidence is what stands in that document alone") {
    const KnowledgeGraph graph = two_articles();
    const std::vector<Proof> proofs = proofs_of_node(graph, node_of(graph, "document:post"));
    REQUIRE(proofs.size() == 1);
    REQUIRE(proofs.front().pieces.size() == 1);
    CHECK(graph.edge(proofs.front().edge).evidence[proofs.front().pieces.front()].text == "Tolland said.");
}

TEST_CASE("documents are known by their id, not by their headline") {
    const KnowledgeGraph graph = two_articles();
    REQUIRE(document_node(graph, "post") != nullptr);
    CHECK(document_node(graph, "post")->id == "document:post");
    CHECK(document_id(*document_node(graph, "ledger")) == "ledger");
    CHECK(document_node(graph, "Post") == nullptr);
    CHECK(document_node(graph, "Harbour closed") == nullptr);
}
