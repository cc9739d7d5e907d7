// Writes every sample graph in every format that programs read: FOLDER/SAMPLE.FORMAT, of tables FOLDER/SAMPLE.csv/
#include "base/atomic_file.h"
#include "exporters/csv/csv_tables.h"
#include "exporters/format.h"
#include "exporters/network/network_formats.h"
#include "support/sample_graphs.h"

#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>

namespace {

using namespace gainsay;

void write(const std::filesystem::path &path, const std::function<void(ByteSink &)> &writer) {
    AtomicFile file(path);
    SinkTo sink(file);
    writer(sink);
    file.commit();
}

/// SAMPLE.csv/nodes.csv and so on, and SAMPLE.neo4j/….
void write_tables(const std::filesystem::path &folder, const KnowledgeGraph &graph, Flavor flavor) {
    ExportOptions options;
    options.flavor = flavor;
    std::filesystem::create_directories(folder);
    for (const CsvTable &table : csv_tables()) {
        write(folder / table.file_name, [&](ByteSink &sink) { table.write(graph, options, sink); });
    }
}

/// SAMPLE.network.csv, SAMPLE.network.graphml and so on: who agrees with whom.
void write_networks(const std::string &stem, const KnowledgeGraph &graph) {
    const ArticleIndex articles(graph);
    const Discourse discourse = collect_discourse(graph, articles);
    NetworkOptions options;
    options.qualifier = Qualifier::subtract;
    const NetworkSeries series = discourse_networks(discourse, options);
    options.width = TimeLength{1, 'm'};
    const NetworkSeries months = discourse_networks(discourse, options);
    for (const NetworkFormat &format : network_formats()) {
        write(stem + ".network" + std::string(format.extension),
              [&](ByteSink &sink) { format.write(series, 0, series.matrices.size(), sink); });
        if (format.holds_windows) {
            write(stem + ".months" + std::string(format.extension),
                  [&](ByteSink &sink) { format.write(months, 0, months.matrices.size(), sink); });
        }
    }
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: write_all_formats FOLDER\n";
        return 2;
    }
    try {
        for (const samples::Sample &sample : samples::all_samples()) {
            const KnowledgeGraph graph = sample.make();
            const std::filesystem::path stem = std::filesystem::path(argv[1]) / sample.name;
            for (const Format &format : formats()) {
                if (format.purpose == Purpose::data || format.purpose == Purpose::records) {
                    write(stem.string() + "." + std::string(format.name),
                          [&](ByteSink &sink) { format.write(graph, {}, sink); });
                }
            }
            ExportOptions old;
            old.flavor = Flavor::gexf12;
            write(stem.string() + ".gexf12", [&](ByteSink &sink) { find_format("gexf")->write(graph, old, sink); });
            write_tables(stem.string() + ".csv", graph, Flavor::standard);
            write_tables(stem.string() + ".neo4j", graph, Flavor::neo4j);
            write_networks(stem.string(), graph);
        }
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
