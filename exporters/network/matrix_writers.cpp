// Networks as matrices and lists: CSV and UCINET's DL.
#include "base/number.h"
#include "exporters/csv/csv_output.h"
#include "exporters/network/network_formats.h"
#include "exporters/text.h"

namespace gainsay {

namespace {

/// In DL a label stands in double quotes and cannot hold any.
std::string dl_label(std::string_view label) {
    std::string quoted = "\"";
    for (const char byte : printable(label)) {
        quoted += byte == '"' ? '\'' : (byte == '\n' || byte == '\t' ? ' ' : byte);
    }
    return quoted + "\"\n";
}

} // namespace

void write_matrix_csv(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink) {
    CsvOutput out(sink);
    const std::vector<std::string> rows = unique_labels(series.rows);
    const std::vector<std::string> columns = unique_labels(series.columns);
    for (std::size_t m = first; m < last; ++m) {
        std::vector<Cell> line = {Cell()};
        line.insert(line.end(), columns.begin(), columns.end());
        out.row(line);
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            line.assign({rows[i]});
            for (std::uint32_t j = 0; j < columns.size(); ++j) {
                line.emplace_back(series.matrices[m].at(i, j));
            }
            out.row(line);
        }
    }
    out.finish();
}

void write_edge_list(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink) {
    CsvOutput out(sink);
    const bool is_two_mode = series.mode == NetworkMode::two_mode;
    out.header({"Source", "Target", "Type", "Weight", "Value", "SourceLabel", "TargetLabel", "Begin", "End"});
    for (std::size_t m = first; m < last; ++m) {
        const NetworkMatrix &matrix = series.matrices[m];
        for (const auto &[ends, value] : matrix.cells) {
            if (!is_two_mode && ends.first > ends.second) {
                continue;
            }
            const DiscourseNode &source = series.rows[ends.first];
            const DiscourseNode &target = series.columns[ends.second];
            out.row({export_id(source.id), export_id(target.id), std::string("Undirected"), value < 0 ? -value : value,
                     value, source.label, target.label,
                     matrix.window ? Cell(format(from_days(matrix.window->first))) : Cell(),
                     matrix.window ? Cell(format(from_days(matrix.window->last))) : Cell()});
        }
    }
    out.finish();
}

void write_dl(const NetworkSeries &series, std::size_t first, std::size_t last, ByteSink &sink) {
    const bool is_two_mode = series.mode == NetworkMode::two_mode;
    const std::vector<std::string> rows = unique_labels(series.rows);
    const std::vector<std::string> columns = unique_labels(series.columns);
    std::string text = "dl ";
    text += is_two_mode ? "nr = " + std::to_string(rows.size()) + ", nc = " + std::to_string(columns.size())
                        : "n = " + std::to_string(rows.size());
    if (last - first > 1) {
        text += ", nm = " + std::to_string(last - first);
    }
    text += ", format = fullmatrix\n";
    text += is_two_mode ? "row labels:\n" : "labels:\n";
    for (const std::string &label : rows) {
        text += dl_label(label);
    }
    if (is_two_mode) {
        text += "column labels:\n";
        for (const std::string &label : columns) {
            text += dl_label(label);
        }
    }
    if (last - first > 1) {
        text += "matrix labels:\n";
        for (std::size_t m = first; m < last; ++m) {
            text += dl_label(series.matrices[m].window ? name_of(*series.matrices[m].window) : std::to_string(m + 1));
        }
    }
    text += "data:\n";
    sink.write(text);
    for (std::size_t m = first; m < last; ++m) {
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            text.clear();
            for (std::uint32_t j = 0; j < columns.size(); ++j) {
                text.append(j == 0 ? "" : " ").append(format_number(series.matrices[m].at(i, j)));
            }
            sink.write(text + "\n");
        }
    }
}

} // namespace gainsay
