// The page's bytes and data; tests/cli/page_test.py opens it in a browser.
#include "base/sha256.h"
#include "exporters/format.h"
#include "exporters/html/html_writer.h"
#include "exporters/html/page_block.h"
#include "exporters/html/page_data.h"
#include "exporters/html/page_files.h"
#include "exporters/html/page_passages.h"
#include "query/disputes.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>
#include <rapidjson/document.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;

namespace {

std::string page(const KnowledgeGraph &graph, const ExportOptions &options = {}) {
    StringSink sink;
    find_format("html")->write(graph, options, sink);
    return sink.take();
}

rapidjson::Document data_of(const KnowledgeGraph &graph, const ExportOptions &options = {}) {
    StringSink sink;
    write_page_data(graph, options, sink);
    rapidjson::Document data;
    data.Parse(sink.text().data(), sink.text().size());
    REQUIRE_FALSE(data.HasParseError());
    return data;
}

std::size_t count(const std::string &text, const std::string &part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

std::string digest_of(std::string_view text) {
    const Sha256::Digest digest = sha256(text);
    return "sha256-" + base64({reinterpret_cast<const char *>(digest.data()), digest.size()});
}

} // namespace

TEST_CASE("the page's policy lets its own style and script work and nothing else") {
    CHECK(page_style_hash() == digest_of(page_style()));
    CHECK(page_script_hash() == digest_of(page_script()));
    const std::string text = page(samples::harbour_graph(), {"The harbour", true});
    CHECK_THAT(text, Contains("default-src 'none'") && Contains(std::string(page_script_hash())) &&
                         Contains(std::string(page_style_hash())) && !Contains("unsafe-inline"));
    CHECK_THAT(text, Contains("<title>The harbour</title>"));
    // Nothing is loaded from anywhere.
    for (const char *loading : {"<link", "<iframe", "<img", "@import", "XMLHttpRequest", "connect-src", "innerHTML",
                                "insertAdjacentHTML", "document.write", "eval("}) {
        CAPTURE(loading);
        CHECK(count(text, loading) == 0);
    }
    CHECK(count(std::string(page_style()), "url(") == 0);
}

TEST_CASE("no text of a graph becomes markup of the page") {
    samples::StoryBuilder s;
    const NodeIndex speaker = s.node(NodeKind::Person, "</script><script>alert(1)</script>");
    const NodeIndex claim =
        s.claim("\"><img src=x onerror=alert(2)> --><script>alert(3)</script>", ClaimStatus::disputed);
    s.add(speaker, EdgeKind::asserts, claim, "<b>d</b>", "</q></li><script>alert(4)</script> ]]> <!-- he said");
    const std::string plain = page(samples::empty_graph(), {"<title>&", true});
    const KnowledgeGraph graph = s.build();
    const std::string text = page(graph, {"<title>&", true});
    // The same tags as the page of an empty graph.
    CHECK(count(text, "<") == count(plain, "<"));
    CHECK(count(text, "</script") == 2);
    CHECK_THAT(text, Contains("<title>&lt;title&gt;&amp;</title>") && Contains("\\u003cscript>alert(1)"));
    const rapidjson::Document data = data_of(graph);
    CHECK(std::string(data["nodes"]["label"][0].GetString()) == "</script><script>alert(1)</script>");
}

TEST_CASE("every piece of evidence can be cut out of a passage again") {
    for (const KnowledgeGraph &graph : {samples::harbour_graph(), samples::hostile_graph()}) {
        const rapidjson::Document data = data_of(graph);
        const Passages passages = find_passages(graph);
        std::size_t piece = 0;
        for (const EdgeRecord &edge : graph.edges()) {
            for (const Evidence &evidence : edge.evidence) {
                const PassagePart &part = passages.parts[piece++];
                const Passage &passage = passages.list[part.passage];
                CHECK(passage.document == evidence.document);
                CHECK_THAT(passage.text, Contains(evidence.text));
                CHECK(part.length == utf16_length(evidence.text));
            }
        }
        CHECK(passages.parts.size() == piece);
        CHECK(data["passages"]["text"].Size() == passages.list.size());
    }
}

TEST_CASE("sentences that overlap share a passage, with places in UTF-16 units") {
    samples::StoryBuilder s;
    const NodeIndex speaker = s.node(NodeKind::Person, "Mira Tolland");
    const NodeIndex first = s.claim("the harbour is shut");
    const NodeIndex second = s.claim("the harbour is open");
    EdgeRecord edge;
    edge.source = speaker;
    edge.target = first;
    edge.kind = EdgeKind::asserts;
    // "é" takes two bytes and one unit, "😀" four bytes and two units.
    edge.evidence = {{"a", {10, 23}, "é😀 she sa", {}, {{21, 23}}, {{10, 16}}, {}, Polarity::affirmed}};
    s.add(edge);
    edge.target = second;
    edge.evidence = {{"a", {17, 26}, "she said.", {}, {{21, 25}}, {{17, 20}}, {}, Polarity::affirmed}};
    s.add(edge);
    const Passages passages = find_passages(s.build());
    REQUIRE(passages.list.size() == 1);
    CHECK(passages.list[0].text == "é😀 she said.");
    REQUIRE(passages.parts.size() == 2);
    std::vector<PassagePart> parts = passages.parts;
    std::sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.begin < b.begin; });
    CHECK(parts[0].begin == 0);
    CHECK(parts[1].begin == 4);
    CHECK(parts[1].length == 9);
    CHECK(parts[1].marks == std::vector<std::pair<std::size_t, std::size_t>>{{8, 4}});
}

TEST_CASE("the page has the disputes of the query, and counts every edge that it shows") {
    const KnowledgeGraph graph = samples::harbour_graph();
    const rapidjson::Document data = data_of(graph);
    const std::vector<Dispute> disputes = find_disputes(graph, ArticleIndex(graph));
    REQUIRE(data["disputes"].Size() == disputes.size());
    REQUIRE_FALSE(disputes.empty());
    for (rapidjson::SizeType i = 0; i < data["disputes"].Size(); ++i) {
        const auto &row = data["disputes"][i];
        CHECK(std::string(data["nodes"]["id"][row["claim"].GetUint()].GetString()) == graph.node(disputes[i].claim).id);
        CHECK(row["holding"].Size() == disputes[i].holding.size());
        CHECK(row["opposing"].Size() == disputes[i].opposing.size());
    }
    std::size_t shown = 0;
    for (const EdgeRecord &edge : graph.edges()) {
        shown +=
            graph.node(edge.source).kind != NodeKind::Document && graph.node(edge.target).kind != NodeKind::Document;
    }
    CHECK(data["edges"]["source"].Size() == shown);
    CHECK(data["evidence"]["count"].Size() == shown);
}

TEST_CASE("the same graph gives the same page") {
    CHECK(page(samples::harbour_graph()) == page(samples::harbour_graph()));
    CHECK_THAT(page(samples::empty_graph()), Contains("\"disputes\":[]"));
}

TEST_CASE("base64 as RFC 4648 has it") {
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xFF\xFE") == "//4=");
}

TEST_CASE("large data are compressed, too large ones are refused before a byte is written") {
    const KnowledgeGraph graph = samples::ring_graph(20000);
    const std::string block = page_block(graph, {});
    CHECK_THAT(block, Catch::StartsWith("{\"gzip\":\"H4sI"));
    CHECK(block == page_block(graph, {}));
    CHECK_THAT(page_block(samples::harbour_graph(), {}), Catch::StartsWith("{\"format\":"));
    CHECK_THROWS_AS(page_block(graph, {}, {}, 1000), PageTooLarge);
    CHECK_THROWS_WITH(page_block(graph, {}, {}, 1000), Contains("gainsay serve"));
}

TEST_CASE("a served page asks its own server and nobody else") {
    StringSink sink;
    write_served_page("A <b> title", "0123abcd", sink);
    CHECK_THAT(sink.text(), Contains("connect-src 'self'") && Contains("\"token\":\"0123abcd\"") &&
                                Contains("<title>A &lt;b&gt; title</title>") && !Contains("unsafe-inline"));
}

TEST_CASE("with its text a sentence stands in its paragraph") {
    samples::StoryBuilder s;
    const NodeIndex speaker = s.node(NodeKind::Person, "Mira Tolland");
    const std::string sentence = "Tolland denied that the harbour is shut.";
    const std::string text = "First.\n\nBefore. " + sentence + " After.\n\nLast.";
    EdgeRecord edge;
    edge.source = speaker;
    edge.target = s.claim("the harbour is shut");
    edge.kind = EdgeKind::denies;
    const std::size_t begin = text.find(sentence);
    edge.evidence = {
        {"a", {begin, begin + sentence.size()}, sentence, {}, {}, {{begin, begin + 7}}, {}, Polarity::affirmed}};
    s.add(edge);
    const KnowledgeGraph graph = s.build();
    const Passages wide = find_passages(graph, {{"a", text}});
    CHECK(wide.list[0].text == "Before. " + sentence + " After.");
    CHECK(wide.parts[0].begin == 8);
    CHECK(wide.parts[0].length == sentence.size());
    // Of another text nothing is shown.
    for (const std::string &other : {std::string("Short."), std::string(200, 'x')}) {
        CHECK(find_passages(graph, {{"a", other}}).list[0].text == sentence);
    }
}
