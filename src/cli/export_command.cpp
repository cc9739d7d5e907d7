#include "base/error.h"
#include "cli/choices.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/picture_part.h"
#include "cli/view_options.h"
#include "exporters/format.h"
#include "graph/graph_json.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <unistd.h>

namespace gainsay {

namespace {

struct ExportArguments {
    std::string graph;
    std::string format;
    std::string output;
    std::string title;
    bool no_legend = false;
    DrawnAmount amount;
    ViewArguments view;
};

std::vector<Choice> format_choices() {
    std::vector<Choice> choices;
    for (const Format &format : formats()) {
        choices.push_back({std::string(format.name), std::string(format.description)});
    }
    return choices;
}

const Format &chosen_format(const ExportArguments &arguments) {
    if (!arguments.format.empty()) {
        return *find_format(arguments.format);
    }
    if (const Format *format = format_of_file(arguments.output)) {
        return *format;
    }
    std::vector<std::string_view> known;
    for (const Format &format : formats()) {
        known.push_back(format.name);
    }
    throw UsageError("--format", one_of(known),
                     arguments.output.empty() ? "none" : "none, and '" + arguments.output + "' tells none");
}

ExitStatus run_export(const ExportArguments &arguments) {
    const Format &format = chosen_format(arguments);
    const bool to_terminal = arguments.output.empty() && isatty(STDOUT_FILENO) != 0;
    if (to_terminal && format.name == "png") {
        throw UsageError("--output", "a file for a picture", "a terminal");
    }
    const ViewOptions view = read_view_options(arguments.view, default_view(format));
    ExportOptions options;
    options.title = arguments.title;
    options.legend = !arguments.no_legend;
    const KnowledgeGraph graph = load_graph(arguments.graph);
    write_output(arguments.output,
                 [&](ByteSink &sink) { write_part(graph, format, view, options, arguments.amount, sink); });
    return ExitStatus::done;
}

CommandRun setup_export(CLI::App &app) {
    auto arguments = std::make_shared<ExportArguments>();
    app.add_option("graph", arguments->graph, "Graph that `gainsay build` wrote; - is standard input")
        ->type_name("GRAPH.json")
        ->required();
    limit_choices(*app.add_option("-f,--format", arguments->format, "Format; without, told by the output's name")
                       ->type_name("FORMAT"),
                  format_choices());
    app.add_option("-o,--output", arguments->output, "File to write; standard output without")->type_name("FILE");
    app.add_option("--title", arguments->title, "Title of a picture")->type_name("TEXT");
    app.add_flag("--no-legend", arguments->no_legend, "Leave out a picture's legend");
    app.add_option("--most", arguments->amount.most_nodes,
                   "Only the N most important nodes; a picture says how many are left out")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    app.add_flag("--all", arguments->amount.all, "Draw everything, not only what one page can hold");
    add_view_options(app, arguments->view);
    return [arguments] { return run_export(*arguments); };
}

} // namespace

Command export_command() {
    return {
        {.name = "export",
         .summary = "Write a graph for other programs, or draw it",
         .details = "The format is told by --format or by the output's name. A picture shows the story, other formats "
                    "everything (but events of no type, which JSON alone has), unless --view says otherwise.",
         .examples = {{"gainsay export graph.json -o graph.graphml", "For Gephi, networkx or igraph"},
                      {"gainsay export graph.json --view disputes -o disputes.svg --title \"Who denies what\"",
                       "A picture of the disputes"},
                      {"gainsay export graph.json -o affair.html", "A page to read and search in a browser"},
                      {"gainsay export graph.json --around \"Mira Tolland\" --hops 2 -o tolland.png",
                       "A picture of what is near a name"},
                      {"gainsay export graph.json --view actors --kinds action --format dot | dot -Tpdf > actions.pdf",
                       "Drawn by Graphviz as PDF"}},
         .exit_status = ""},
        setup_export};
}

} // namespace gainsay
