#include "base/error.h"
#include "exporters/dot/dot_label.h"
#include "exporters/dot/dot_writer.h"
#include "exporters/dot/drawn_lines.h"
#include "exporters/dot/layout.h"
#include "exporters/format.h"
#include "exporters/picture/picture_writer.h"
#include "exporters/style.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <memory>
#include <set>
#include <string>
#include <thread>

using namespace gainsay;
using Catch::Matchers::Contains;

namespace {

std::string dot(const KnowledgeGraph &graph, const ExportOptions &options = {}) {
    StringSink sink;
    write_dot(graph, options, sink);
    return sink.take();
}

struct Close {
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

} // namespace

TEST_CASE("cgraph reads back what was written, whatever the labels hold") {
    for (const samples::Sample &sample : samples::all_samples()) {
        CAPTURE(sample.name);
        const KnowledgeGraph graph = sample.make();
        const std::string text = dot(graph);
        const GraphvizLock lock;
        const std::unique_ptr<Agraph_t, Close> back(agmemread(text.c_str()));
        REQUIRE(back);
        // The harbour's radio station only relays, and stands at the edge.
        const std::size_t relays = sample.name == "harbour" ? 1 : 0;
        CHECK(static_cast<std::size_t>(agnnodes(back.get())) + relays == graph.nodes().size());
        // A line for all edges that would be drawn alike; parallel lines have keys of their own.
        CHECK(static_cast<std::size_t>(agnedges(back.get())) == drawn_lines(graph).size());
    }
}

TEST_CASE("backslashes are doubled, so that none is an escape or swallows a quote") {
    CHECK(dot_escape("a\\") == "a\\\\");
    CHECK(dot_escape("\\N") == "\\\\N");
    CHECK(dot_escape("a\x01") == "a\xEF\xBF\xBD");
}

TEST_CASE("colours by what a statement does") {
    const auto is_mostly = [](Color color, char part) {
        const int red = color.red;
        const int green = color.green;
        const int blue = color.blue;
        switch (part) {
        case 'r':
            return red > green + 60 && red > blue + 60;
        case 'g':
            return green > red && green > blue;
        default:
            return blue > green && red > green;
        }
    };
    CHECK(is_mostly(color_of(row(EdgeKind::asserts).tone), 'g'));
    CHECK(is_mostly(color_of(row(EdgeKind::denies).tone), 'r'));
    // And not by colour alone.
    CHECK(arrow_of(row(EdgeKind::asserts).tone) != arrow_of(row(EdgeKind::denies).tone));
    CHECK(sign_of(row(EdgeKind::asserts).tone) != sign_of(row(EdgeKind::denies).tone));
    CHECK(color_of(row(EdgeKind::accuses).tone) != color_of(row(EdgeKind::denies).tone));
    CHECK(is_mostly(color_of(row(EdgeKind::suspended).tone), 'p'));
    std::set<std::string> colors;
    for (std::size_t i = 0; i < names_of<Tone>().size(); ++i) {
        colors.insert(html_color(color_of(static_cast<Tone>(i))));
    }
    CHECK(colors.size() == names_of<Tone>().size());
    std::set<std::string> looks;
    for (const NodeKindRow &kind : node_kinds()) {
        looks.insert(std::string(style(kind.kind).shape) + html_color(style(kind.kind).fill));
    }
    CHECK(looks.size() == node_kinds().size());
}

TEST_CASE("a disputed claim is marked in word, line and colour") {
    const std::string text = dot(samples::harbour_graph());
    CHECK_THAT(text, Contains("DISPUTED") && Contains("peripheries=2") && Contains("DENIED"));
    CHECK_THAT(text, Contains("Disputed claim"));
}

TEST_CASE("who only passes a statement on stands at its edge") {
    const std::string text = dot(samples::harbour_graph());
    CHECK_THAT(text, Contains("via Ostmark Radio") && !Contains("outlet:ostmark-radio"));
}

TEST_CASE("an edge's width grows with its weight") {
    CHECK(line_width(1) == 1);
    CHECK(line_width(8) > line_width(2));
    CHECK(line_width(1e9) == 5);
    CHECK(line_width(0.5) == 1);
}

TEST_CASE("what is no fact is drawn as none") {
    const std::string text = dot(samples::harbour_graph());
    CHECK_THAT(text, Contains("may sanction") && Contains("style=dashed"));
    CHECK_THAT(text, Contains("not aided") && Contains("style=dotted"));
    CHECK_THAT(text, Contains("did not happen") && Contains("may happen"));
}

TEST_CASE("title and legend can be had and left out") {
    const KnowledgeGraph graph = samples::harbour_graph();
    CHECK_THAT(dot(graph, {"Who closed the harbour?", true}), Contains("Who closed the harbour?"));
    CHECK_THAT(dot(graph, {"", false}), !Contains("Disputed claim"));
    // A legend names nothing that is not in the picture.
    CHECK_THAT(dot(samples::ring_graph(10)), !Contains("suspended") && !Contains("Outlet"));
}

TEST_CASE("long texts are wrapped and cut") {
    NodeRecord node;
    node.kind = NodeKind::Claim;
    node.status = ClaimStatus::asserted;
    node.label = "The harbour of Salmere was open on the first of May to every ship that had its papers in order";
    const std::string html = node_label_html(node);
    CHECK_THAT(html, Contains("<BR ALIGN=\"LEFT\"/>"));
    node.label = std::string(100000, 'x');
    CHECK(node_label_html(node).size() < 1000);
}

TEST_CASE("dot draws small graphs, sfdp large ones") {
    CHECK(possible_plans(samples::harbour_graph()).size() > 1);
    CHECK(possible_plans(samples::harbour_graph()).front().engine == "dot");
    CHECK(possible_plans(samples::ring_graph(most_dot_nodes)).front().engine == "dot");
    CHECK(possible_plans(samples::ring_graph(most_dot_nodes + 1)).front().engine == "sfdp");
}

TEST_CASE("two claims that only contradict each other can be drawn") {
    // dot 2.42 would free memory twice if the edge between them had a label of the layout.
    samples::StoryBuilder s;
    const NodeIndex open = s.claim("The harbour is open");
    const NodeIndex closed = s.claim("The harbour is closed");
    const NodeIndex full = s.claim("The harbour is full");
    s.structure(open, EdgeKind::contradicts, closed);
    s.structure(full, EdgeKind::corroborates, closed);
    s.add(s.node(NodeKind::Person, "A"), EdgeKind::asserts, s.claim("Something else"), "d", "Something else.");
    const KnowledgeGraph graph = s.build();
    for (const char *format : {"svg", "png"}) {
        StringSink picture;
        find_format(format)->write(graph, {}, picture);
        CHECK_FALSE(picture.text().empty());
    }
    StringSink svg;
    find_format("svg")->write(graph, {}, svg);
    CHECK_THAT(svg.text(), Contains("contradicts"));
}

TEST_CASE("pictures are what their names say") {
    StringSink svg;
    find_format("svg")->write(samples::harbour_graph(), {"Harbour", true}, svg);
    CHECK_THAT(svg.text(), Contains("<svg") && Contains("Mira Tolland") && Contains("DISPUTED"));
    StringSink png;
    find_format("png")->write(samples::harbour_graph(), {}, png);
    CHECK(png.text().starts_with("\x89PNG\r\n"));
}

TEST_CASE("a picture fits a page in either direction") {
    CHECK(scale_on_page({100, 100}) == 1);
    CHECK(scale_on_page({1134, 1134}) == Approx(0.5));
    CHECK(scale_on_page({1600, 1200}) == Approx(scale_on_page({1200, 1600})));
    // A ribbon is no picture for a page.
    CHECK(scale_on_page({810, 100}) == 1);
    CHECK(scale_on_page({1628, 300}) < 0.2);
    CHECK(picture_scale(samples::harbour_graph(), {}) > 0.5);
    CHECK(picture_scale(samples::ring_graph(most_dot_nodes + 1), {}) == 0);
}

TEST_CASE("of a dispute, who denies stands on the other side") {
    samples::StoryBuilder s;
    const NodeIndex claim = s.claim("The harbour is open", ClaimStatus::disputed);
    s.add(s.node(NodeKind::Person, "Pro"), EdgeKind::asserts, claim, "d", "Open, said Pro.");
    s.add(s.node(NodeKind::Person, "Con"), EdgeKind::denies, claim, "d", "Con denied it.");
    const KnowledgeGraph graph = s.build();
    REQUIRE(possible_plans(graph).front().has_sides);
    StringSink svg;
    find_format("svg")->write(graph, {"", false}, svg);
    const auto x_of = [&](const std::string &label) {
        const std::size_t text = svg.text().find(">" + label + "<");
        const std::size_t x = svg.text().rfind(" x=\"", text);
        return std::stod(svg.text().substr(x + 4));
    };
    CHECK(x_of("Pro") < x_of("The harbour is open"));
    CHECK(x_of("Con") > x_of("The harbour is open"));
    // As source, for other programs, every edge keeps its direction.
    CHECK_THAT(dot(graph), !Contains("dir=back") && Contains("\"person:con\" -> \"claim:"));
}

TEST_CASE("parts that do not hang together keep the words at their lines") {
    samples::StoryBuilder s;
    s.add(s.node(NodeKind::Country, "A"), EdgeKind::accused, s.node(NodeKind::Country, "B"), "d", "Accused.");
    s.add(s.node(NodeKind::Country, "C"), EdgeKind::met, s.node(NodeKind::Country, "D"), "d", "Met.");
    StringSink svg;
    find_format("svg")->write(s.build(), {"", false}, svg);
    CHECK_THAT(svg.text(), Contains(">accused<") && Contains(">met<"));
}

TEST_CASE("what a picture leaves out is said") {
    ExportOptions options;
    options.note = "7 more nodes and 9 more edges are not drawn.";
    CHECK_THAT(dot(samples::harbour_graph(), options), Contains(options.note));
}

TEST_CASE("text is no markup, and what was not declared is refused") {
    samples::StoryBuilder s;
    s.add(s.node(NodeKind::Country, "<b>A</b>"), EdgeKind::accused, s.node(NodeKind::Country, "B\\N\\"), "d",
          "Accused.");
    StringSink svg;
    find_format("svg")->write(s.build(), {"", false}, svg);
    CHECK_THAT(svg.text(), Contains("&lt;b&gt;A&lt;/b&gt;") && Contains("B\\N\\"));
    const GraphvizLock lock;
    DotGraph graph(lock);
    Agnode_t *node = graph.add_node("a");
    CHECK_THROWS_AS(graph.set(node, "never_declared", "x"), OutputError);
}

TEST_CASE("Graphviz is used by one thread at a time") {
    const KnowledgeGraph graph = samples::harbour_graph();
    const auto draw_it = [&graph](std::string &text) {
        StringSink sink;
        find_format("svg")->write(graph, {}, sink);
        text = sink.take();
    };
    std::string first;
    std::string second;
    std::thread other(draw_it, std::ref(first));
    draw_it(second);
    other.join();
    CHECK(first == second);
}
