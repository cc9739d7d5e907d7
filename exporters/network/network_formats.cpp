#include "exporters/network/network_formats.h"

#include "exporters/table.h"

#include <map>

namespace gainsay {

const std::vector<NetworkFormat> &network_formats() {
    static const std::vector<NetworkFormat> list = {
        {"csv", ".csv", "matrix with labels, for R, pandas, UCINET, visone", write_matrix_csv, false},
        {"edges", ".edges.csv", "edge list as CSV, for Gephi, R, pandas", write_edge_list, true},
        {"dl", ".dl", "UCINET's DL, full matrix", write_dl, true},
        {"graphml", ".graphml", "GraphML for visone, Gephi, igraph, networkx", write_network_graphml, false},
        {"gexf", ".gexf", "GEXF 1.3 for Gephi, windows as time slices", write_network_gexf, true},
    };
    return list;
}

const NetworkFormat *find_network_format(std::string_view name) {
    for (const NetworkFormat &format : network_formats()) {
        if (format.name == name) {
            return &format;
        }
    }
    return nullptr;
}

const NetworkFormat *network_format_of_file(std::string_view file_name) {
    const NetworkFormat *best = nullptr;
    for (const NetworkFormat &format : network_formats()) {
        if (file_name.ends_with(format.extension) &&
            (best == nullptr || format.extension.size() > best->extension.size())) {
            best = &format;
        }
    }
    return best;
}

std::string name_of(const TimeWindow &window) {
    return format(from_days(window.first)) + "_" + format(from_days(window.last));
}

std::vector<std::string> unique_labels(const std::vector<DiscourseNode> &nodes) {
    std::vector<std::string> labels;
    std::map<std::string, std::size_t> count;
    for (const DiscourseNode &node : nodes) {
        NodeRecord record;
        record.label = node.label;
        labels.push_back(short_label(record));
        ++count[labels.back()];
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (count.at(labels[i]) > 1) {
            labels[i] += " [" + nodes[i].id + "]";
        }
    }
    return labels;
}

} // namespace gainsay
