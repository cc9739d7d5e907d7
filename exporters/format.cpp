#include "exporters/format.h"

#include "exporters/cytoscape/cytoscape_writer.h"
#include "exporters/dot/dot_writer.h"
#include "exporters/ftm/ftm_writer.h"
#include "exporters/gexf/gexf_writer.h"
#include "exporters/graph_json/graph_json_format.h"
#include "exporters/graphml/graphml_writer.h"
#include "exporters/html/html_writer.h"
#include "exporters/node_link/node_link_writer.h"
#include "exporters/picture/picture_writer.h"

#include <array>

namespace gainsay {

namespace {

constexpr auto flavor_names = std::to_array<std::string_view>({"standard", "neo4j", "gexf12"});

constexpr auto drawing_names = std::to_array<std::string_view>({"network", "timeline", "matrix"});

} // namespace

template <>
std::span<const std::string_view> names_of<Drawing>() {
    return drawing_names;
}

template <>
std::span<const std::string_view> names_of<Flavor>() {
    return flavor_names;
}

const std::vector<Format> &formats() {
    static const std::vector<Format> list = {
        {"json", {".json"}, "Gainsay's own graph, without loss", Purpose::data, write_graph_json_format},
        {"graphml",
         {".graphml", ".xml"},
         "GraphML for Gephi, Cytoscape, yEd, networkx, igraph, Neo4j",
         Purpose::data,
         write_graphml},
        {"gexf", {".gexf"}, "GEXF 1.3 for Gephi, with dates on its timeline", Purpose::data, write_gexf},
        {"node-link", {".node-link.json"}, "node-link JSON for networkx and D3", Purpose::data, write_node_link},
        {"cytoscape",
         {".cyjs", ".cytoscape.json"},
         "JSON for Cytoscape and Cytoscape.js",
         Purpose::data,
         write_cytoscape},
        {"ftm",
         {".ftm.json", ".ftm.jsonl"},
         "FollowTheMoney entities, JSON Lines, for Aleph",
         Purpose::records,
         write_ftm},
        {"dot", {".dot", ".gv"}, "Graphviz source of the picture", Purpose::drawing, write_dot},
        {"svg", {".svg"}, "picture that scales", Purpose::picture, write_svg},
        {"png", {".png"}, "picture in pixels, for print", Purpose::picture, write_png},
        {"pdf", {".pdf"}, "picture that scales, for print", Purpose::picture, write_pdf},
        {"html", {".html", ".htm"}, "one page to read, search and filter in a browser", Purpose::page, write_html},
    };
    return list;
}

const Format *find_format(std::string_view name) {
    for (const Format &format : formats()) {
        if (format.name == name) {
            return &format;
        }
    }
    return nullptr;
}

const Format *format_of_file(std::string_view file_name) {
    const Format *best = nullptr;
    std::size_t longest = 0;
    for (const Format &format : formats()) {
        for (const std::string_view extension : format.extensions) {
            if (file_name.ends_with(extension) && extension.size() > longest) {
                best = &format;
                longest = extension.size();
            }
        }
    }
    return best;
}

} // namespace gainsay
