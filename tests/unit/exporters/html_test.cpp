// The page's bytes; tests/cli/page_test.py opens it in a browser.
#include "exporters/format.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;
using Catch::Matchers::Contains;

namespace {

std::string page(const KnowledgeGraph &graph, const ExportOptions &options = {}) {
    StringSink sink;
    find_format("html")->write(graph, options, sink);
    return sink.take();
}

std::size_t count(const std::string &text, const std::string &part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

} // namespace

TEST_CASE("the page lists both sides of a dispute with their sentences") {
    const std::string text = page(samples::harbour_graph(), {"The harbour", true});
    CHECK_THAT(text, Contains("<h1>The harbour</h1>") && Contains("Say so") && Contains("Deny it"));
    CHECK_THAT(text, Contains("<mark>denied</mark>") || Contains("Tolland denied that the harbour had been closed."));
    CHECK_THAT(text, Contains("courier-0502") && Contains("bytes "));
    CHECK_THAT(text, Contains("<svg") && Contains("data-drawn=\"drawn_node_"));
    // Every id that the lists point to is drawn.
    for (std::size_t at = text.find("data-drawn=\""); at != std::string::npos;
         at = text.find("data-drawn=\"", at + 1)) {
        const std::size_t begin = at + 12;
        const std::string id = text.substr(begin, text.find('"', begin) - begin);
        CAPTURE(id);
        CHECK(count(text, " id=\"" + id + "\"") == 1);
    }
}

TEST_CASE("the page needs nothing else and lets nothing in") {
    samples::StoryBuilder s;
    const NodeIndex speaker = s.node(NodeKind::Person, "</script><script>alert(1)</script>");
    const NodeIndex claim =
        s.claim("\"><img src=x onerror=alert(2)> --><script>alert(3)</script>", ClaimStatus::disputed);
    s.add(speaker, EdgeKind::asserts, claim, "<b>d</b>", "</q></li><script>alert(4)</script> ]]> <!-- he said");
    NodeRecord article;
    article.id = "document:x";
    article.kind = NodeKind::Document;
    article.label = "An article";
    article.attributes["url"] = "javascript:alert(5)";
    s.add(std::move(article));
    const std::string text = page(s.build(), {"<title>&", true});
    // The page's own script and no other.
    CHECK(count(text, "<script") == 1);
    CHECK(count(text, "</script") == 1);
    CHECK(count(text, "<img") == 0);
    CHECK(count(text, "<!--") == 0);
    CHECK(count(text, "href=\"javascript:") == 0);
    CHECK_THAT(text, Contains("default-src 'none'") && Contains("&lt;script&gt;alert(1)"));
    // Nothing is loaded from anywhere.
    const std::string harbour = page(samples::harbour_graph());
    for (const char *loading : {"<link", "<iframe", " src=", "@import", "url(", "fetch(", "XMLHttpRequest"}) {
        CAPTURE(loading);
        CHECK(count(harbour, loading) == 0);
    }
}

TEST_CASE("a graph too large for a picture still has its lists") {
    const std::string text = page(samples::ring_graph(500));
    CHECK_THAT(text, Contains("too large to be drawn") && !Contains("<svg"));
    CHECK(count(text, "<article ") == 500);
    CHECK_THAT(page(samples::empty_graph()), Contains("There is nothing to draw."));
}

TEST_CASE("the page draws a part and lists the whole") {
    const KnowledgeGraph part = samples::ring_graph(5);
    const KnowledgeGraph whole = samples::ring_graph(20);
    ExportOptions options;
    options.drawn = &part;
    const std::string text = page(whole, options);
    CHECK(count(text, "<article ") == 20);
    CHECK(count(text, "data-drawn=\"drawn_node_") == 5);
}
