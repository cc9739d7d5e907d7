#include "query/span_check.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

const std::string text = "In Vael é Tolland denied it on Monday.";

/// A statement with all its parts and a mention, in the text above.
struct Story {
    std::string sha256;
    Evidence evidence{"post", {11, 28}, "Tolland denied it", {{11, 18}}, {{19, 25}}, {{26, 28}}, {}};
    Mention mention{"post", {11, 18}, "Tolland"};

    KnowledgeGraph graph() const {
        samples::StoryBuilder s;
        const NodeIndex who = s.person("Mira Tolland", "Minister");
        s.at(who).mentions = {mention};
        const NodeIndex what = s.claim("The harbour is closed", ClaimStatus::denied);
        NodeRecord article;
        article.kind = NodeKind::Document;
        article.id = node_id(NodeKind::Document, "post");
        article.label = "post";
        if (!sha256.empty()) {
            article.attributes["sha256"] = sha256;
        }
        s.add(article);
        EdgeRecord edge;
        edge.source = who;
        edge.target = what;
        edge.kind = EdgeKind::denies;
        edge.evidence = {evidence};
        s.add(edge);
        return s.build();
    }
};

SpanCheckReport checked(const KnowledgeGraph &graph, std::string_view document, std::string_view sha256 = "") {
    SpanCheck check(graph);
    ArticleFacts post;
    post.id = "post";
    post.sha256 = sha256;
    check.check(post, document);
    ArticleFacts another;
    another.id = "another";
    check.check(another, "nothing to do with it");
    return check.finish();
}

} // namespace

TEST_CASE("spans that say what the document says pass") {
    const SpanCheckReport report = checked(Story().graph(), text);
    CHECK(report.documents == 1);
    CHECK(report.spans == 5);
    CHECK(report.differences.empty());
    CHECK(report.missing_documents.empty());
}

TEST_CASE("every difference is named with its document, owner and place") {
    const KnowledgeGraph graph = Story().graph();
    const SpanCheckReport report = checked(graph, "In Vael é Brandts denied it on Monday.");
    REQUIRE(report.differences.size() == 2);
    const SpanDifference &evidence = report.differences[1];
    CHECK(evidence.document == "post");
    CHECK(evidence.place.use == SpanPlace::Use::evidence);
    CHECK(evidence.place.owner == graph.edge(0).id);
    CHECK(evidence.place.span == ByteSpan{11, 28});
    CHECK(evidence.expected == "Tolland denied it");
    CHECK(evidence.found == "Brandts denied it");
    const SpanDifference &mention = report.differences[0];
    CHECK(mention.place.use == SpanPlace::Use::mention);
    CHECK(mention.place.owner == "person:mira-tolland");
}

TEST_CASE("a span behind the end is a difference, not a crash") {
    const SpanCheckReport report = checked(Story().graph(), "In Vael");
    CHECK(report.differences.size() == 5);
    CHECK(report.differences.front().found == "the document ends at byte 7");
}

TEST_CASE("parts of evidence are whole characters") {
    Story split;
    split.evidence = {"post", {8, 28}, text.substr(8, 20), {{9, 18}}, {{19, 25}}, {{26, 28}}, {}};
    const SpanCheckReport half = checked(split.graph(), text);
    REQUIRE(half.differences.size() == 1);
    CHECK(half.differences.front().expected == "whole characters");
}

TEST_CASE("documents that are not there or are others are named") {
    const KnowledgeGraph graph = Story().graph();
    SpanCheck nothing(graph);
    const SpanCheckReport report = nothing.finish();
    CHECK(report.missing_documents == std::vector<std::string>{"post"});
    CHECK(report.spans == 0);

    Story story;
    story.sha256 = "aa";
    CHECK(checked(story.graph(), text, "bb").changed_documents == std::vector<std::string>{"post"});
    CHECK(checked(story.graph(), text, "aa").changed_documents.empty());
    CHECK(checked(story.graph(), text, "aa").all_right());
    // Without a digest nobody knows what became of the bytes between the spans.
    CHECK(checked(Story().graph(), text).unproven_documents == std::vector<std::string>{"post"});
    CHECK_FALSE(checked(Story().graph(), text).all_right());
}

TEST_CASE("what the graph says about a document is compared with the document") {
    NodeRecord article;
    article.kind = NodeKind::Document;
    article.id = node_id(NodeKind::Document, "post");
    article.label = "Harbour closed";
    article.aliases = {"post"};
    article.attributes["sha256"] = "aa";
    article.attributes["title"] = "Harbour closed";
    article.attributes["published"] = "2031-04-09";
    samples::StoryBuilder s;
    s.add(article);
    const KnowledgeGraph graph = s.build();
    SpanCheck check(graph);
    ArticleFacts facts;
    facts.id = "post";
    facts.sha256 = "aa";
    facts.title = "Harbour closed";
    facts.published = "2031-04-10";
    facts.outlet = "Courier";
    check.check(facts, text);
    const SpanCheckReport report = check.finish();
    CHECK(report.metadata == std::vector<MetadataDifference>{{"post", "outlet", "", "Courier"},
                                                             {"post", "published", "2031-04-09", "2031-04-10"}});
    CHECK_FALSE(report.all_right());
}
