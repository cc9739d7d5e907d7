// What every format promises, whatever it is.
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/utf8.h"
#include "exporters/format.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

std::string written(const Format &format, const KnowledgeGraph &graph, const ExportOptions &options = {}) {
    StringSink sink;
    format.write(graph, options, sink);
    return sink.take();
}

bool is_text(const Format &format) {
    return format.name != "png" && format.name != "pdf";
}

} // namespace

TEST_CASE("every format writes every sample, twice the same bytes") {
    for (const Format &format : formats()) {
        for (const samples::Sample &sample : samples::all_samples()) {
            // Laying out every kind of edge between every kind of node takes long and shows nothing.
            const bool is_drawn = format.purpose == Purpose::picture;
            if (is_drawn && sample.name == "every_kind") {
                continue;
            }
            CAPTURE(format.name, sample.name);
            const KnowledgeGraph graph = sample.make();
            const std::string first = written(format, graph);
            // JSON Lines of nothing are no line.
            CHECK((!first.empty() || (format.purpose == Purpose::records && graph.nodes().empty())));
            CHECK(first == written(format, graph));
            if (is_text(format)) {
                CHECK_FALSE(find_invalid_utf8(first));
                CHECK((first.empty() || first.back() == '\n'));
                // No control characters but line ends and tabs, whatever the labels hold.
                CHECK(std::all_of(first.begin(), first.end(), [](char byte) {
                    return static_cast<unsigned char>(byte) >= 0x20 || byte == '\n' || byte == '\t';
                }));
            }
        }
    }
}

TEST_CASE("a full disk is an error in every format") {
    for (const Format &format : formats()) {
        CAPTURE(format.name);
        AtomicFile file("/dev/full");
        SinkTo sink(file);
        const auto write = [&] {
            format.write(samples::harbour_graph(), {}, sink);
            file.commit();
        };
        CHECK_THROWS_AS(write(), OutputError);
    }
}

TEST_CASE("a sink's error goes through every writer") {
    struct Broken : ByteSink {
        void write(std::string_view /*bytes*/) override { throw OutputError("x", "broken"); }
    } broken;
    for (const Format &format : formats()) {
        CAPTURE(format.name);
        CHECK_THROWS_AS(format.write(samples::harbour_graph(), {}, broken), OutputError);
        // And Graphviz, for one, can be used again.
        CHECK_FALSE(written(format, samples::harbour_graph()).empty());
    }
}

TEST_CASE("formats are found by name and by file name") {
    CHECK(find_format("graphml")->name == "graphml");
    CHECK(find_format("docx") == nullptr);
    CHECK(format_of_file("out/a.graphml")->name == "graphml");
    CHECK(format_of_file("a.json")->name == "json");
    CHECK(format_of_file("a.node-link.json")->name == "node-link");
    CHECK(format_of_file("a.cyjs")->name == "cytoscape");
    CHECK(format_of_file("a.gv")->name == "dot");
    CHECK(format_of_file("a.txt") == nullptr);
    CHECK(format_of_file("") == nullptr);
    for (const Format &format : formats()) {
        for (const std::string_view extension : format.extensions) {
            CHECK(format_of_file("x" + std::string(extension)) == &format);
        }
    }
}

TEST_CASE("every kind of edge of the schema's table stands in every data format") {
    const KnowledgeGraph graph = samples::every_kind_graph();
    for (const Format &format : formats()) {
        // Records keep actors, events and statements, not every edge.
        if (format.purpose == Purpose::picture || format.purpose == Purpose::records) {
            continue;
        }
        const std::string text = written(format, graph);
        for (const EdgeKindRow &kind : edge_kinds()) {
            CAPTURE(format.name, kind.name);
            if (format.purpose != Purpose::data && format.purpose != Purpose::page) {
                // The first words of a label stand on one line.
                const std::string label(kind.label);
                CHECK(text.find(kind.kind == EdgeKind::participates_in ? "acts in" : label.substr(0, 8)) !=
                      std::string::npos);
            } else {
                CHECK(text.find(kind.name) != std::string::npos);
            }
        }
    }
}
