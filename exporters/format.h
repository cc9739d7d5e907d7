#pragma once

#include "base/byte_sink.h"
#include "graph/knowledge_graph.h"
#include "graph_schema/word.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A dialect of a format for one of its readers.
enum class Flavor {
    standard,
    /// Of CSV: headers and plain values for Neo4j's bulk import.
    neo4j,
    /// Of GEXF: version 1.2, the newest that networkx reads.
    gexf12
};

/// "standard", "neo4j", …
template <>
std::span<const std::string_view> names_of<Flavor>();

/// What a picture shows of the graph.
enum class Drawing {
    /// Nodes and edges.
    network,
    /// Who said what when: a lane an actor, along a date axis.
    timeline,
    /// Who stands on which side of what: actors by claims.
    matrix
};

/// "network", …
template <>
std::span<const std::string_view> names_of<Drawing>();

struct ExportOptions {
    /// Above a picture; may be empty.
    std::string title;
    /// Whether a picture explains its colours and shapes.
    bool legend = true;
    /// Below the legend: what the picture leaves out, for example. May be empty.
    std::string note = {};
    /// Of tables: the part of the graph that is the network. Null: the exported graph itself.
    const KnowledgeGraph *drawn = nullptr;
    /// The graph whose documents tell outlets and dates, as a part may lack them; a part counts its sources there, too.
    /// Null: the exported graph itself.
    const KnowledgeGraph *articles = nullptr;
    /// Whether formats for programs have, beside one sentence an edge, all mentions and all evidence, as JSON text.
    bool provenance = true;
    /// Of the format; a format that has no such dialect writes its own.
    Flavor flavor = Flavor::standard;
    /// Of pictures of fixed size (SVG, PNG, PDF).
    Drawing drawing = Drawing::network;
};

enum class Purpose {
    /// For programs that draw and measure networks.
    data,
    /// For programs that keep entities with the articles that tell of them: everything.
    records,
    /// Source of a picture.
    drawing,
    /// A picture of fixed size, which one page should hold.
    picture,
    /// For people to read and search: everything.
    page
};

/// One row of the list of formats.
struct Format {
    std::string_view name;
    /// With their dot, the first one preferred; several formats may share one, then the first format is meant.
    std::vector<std::string_view> extensions;
    std::string_view description;
    Purpose purpose;
    /// Same graph, same bytes. Throws OutputError. Formats made by Graphviz run one at a time.
    void (*write)(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
};

const std::vector<Format> &formats();

/// Null if there is no such format.
const Format *find_format(std::string_view name);
/// By the file name's longest matching extension; null if none matches.
const Format *format_of_file(std::string_view file_name);

} // namespace gainsay
