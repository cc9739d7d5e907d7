#pragma once

#include "base/byte_sink.h"
#include "query/discourse_network.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// One way to write discourse networks.
struct NetworkFormat {
    std::string_view name;
    /// With its dot.
    std::string_view extension;
    std::string_view description;
    /// Writes the matrices of the series from `first` to before `last`. Same series, same bytes. Throws OutputError.
    void (*write)(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink);
    /// Whether one file holds several windows; else each has a file of its own.
    bool holds_windows;
};

const std::vector<NetworkFormat> &network_formats();
/// Null if there is no such format.
const NetworkFormat *find_network_format(std::string_view name);
/// By the longest extension that the file's name ends in; null if none fits.
const NetworkFormat *network_format_of_file(std::string_view file_name);

/// "2014-05-01_2014-05-30".
std::string name_of(const TimeWindow &window);

/// Labels for rows or columns, short and each once: where several nodes have one, the id stands behind it.
std::vector<std::string> unique_labels(const std::vector<DiscourseNode> &nodes);

// Of each format's file.

/// A matrix with labels as first row and column.
void write_matrix_csv(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink);
/// A row an edge, one of one mode once: ids, labels, Weight (the amount) and Value (with its sign), and the window.
void write_edge_list(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink);
/// UCINET's DL, full matrices; several windows are several matrices of one file.
void write_dl(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink);
void write_network_graphml(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink);
/// GEXF 1.3. With windows an edge exists, with a weight for each, from a window's first day to the day before the next
/// window, as Gephi has one weight a day.
void write_network_gexf(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink);

} // namespace gainsay
