#pragma once

#include "base/byte_sink.h"
#include "graph/knowledge_graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

struct ExportOptions {
    /// Above a picture; may be empty.
    std::string title;
    /// Whether a picture explains its colours and shapes.
    bool legend = true;
};

/// One row of the list of formats.
struct Format {
    std::string_view name;
    /// With their dot, the first one preferred; several formats may share one, then the first format is meant.
    std::vector<std::string_view> extensions;
    std::string_view description;
    /// Meant to be looked at rather than read by programs.
    bool is_picture;
    /// Same graph, same bytes. Throws OutputError. Formats made by Graphviz run one at a time.
    void (*write)(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
};

const std::vector<Format> &formats();

/// Null if there is no such format.
const Format *find_format(std::string_view name);
/// By the file name's longest matching extension; null if none matches.
const Format *format_of_file(std::string_view file_name);

} // namespace gainsay
