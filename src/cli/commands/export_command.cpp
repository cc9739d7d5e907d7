#include "base/error.h"
#include "cli/commands/commands.h"
#include "cli/help/choices.h"
#include "cli/io/output.h"
#include "cli/io/page_texts.h"
#include "cli/io/picture_part.h"
#include "cli/io/view_options.h"
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
    bool full = false;
    std::string flavor;
    std::string drawing;
    bool stories = false;
    InputArguments documents;
};

/// A folder of tables, and so no row of formats().
constexpr std::string_view csv_format = "csv";

std::vector<Choice> format_choices() {
    std::vector<Choice> choices;
    for (const Format &format : formats()) {
        choices.push_back({std::string(format.name), std::string(format.description)});
    }
    choices.push_back({std::string(csv_format), "folder of tables for spreadsheets, Gephi, R, pandas, Neo4j"});
    return choices;
}

/// Where no format is named, a folder's name tells it.
bool is_csv(const ExportArguments &arguments) {
    return arguments.format == csv_format ||
           (arguments.format.empty() && arguments.output.ends_with('/') && !arguments.stories);
}

ExportOptions export_options(const ExportArguments &arguments) {
    ExportOptions options;
    options.title = arguments.title;
    options.legend = !arguments.no_legend;
    options.flavor = parse_word<Flavor>(arguments.flavor).value_or(Flavor::standard);
    options.drawing = parse_word<Drawing>(arguments.drawing).value_or(Drawing::network);
    const bool fits =
        options.flavor == Flavor::standard || (options.flavor == Flavor::neo4j && is_csv(arguments)) ||
        (options.flavor == Flavor::gexf12 && !is_csv(arguments) &&
         (arguments.format == "gexf" || (arguments.format.empty() && arguments.output.ends_with(".gexf"))));
    if (!fits) {
        throw UsageError("--flavor", "neo4j with csv, gexf12 with gexf",
                         "'" + arguments.flavor + "' with another format");
    }
    return options;
}

ViewOptions export_view(const ExportArguments &arguments, View otherwise) {
    if (arguments.full && !arguments.view.view.empty()) {
        throw UsageError("--full", "no --view beside it", "--view " + arguments.view.view);
    }
    return read_view_options(arguments.view, arguments.full ? View::full : otherwise);
}

/// A timeline or matrix is of statements.
View usual_view(const Format &format, const ExportOptions &options) {
    return options.drawing == Drawing::network ? default_view(format) : View::claims;
}

ExitStatus run_stories_export(const ExportArguments &arguments, const Format &format) {
    if (format.purpose != Purpose::picture || arguments.output.empty() || arguments.output == "-") {
        throw UsageError("--stories", "--format svg, png or pdf and a folder -o", "another output");
    }
    const ExportOptions options = export_options(arguments);
    const ViewOptions view = export_view(arguments, usual_view(format, options));
    const KnowledgeGraph graph = load_graph(arguments.graph);
    AtomicFolder folder(arguments.output);
    write_story_pictures(graph, format, view, options, arguments.amount, folder);
    folder.commit();
    return ExitStatus::done;
}

ExitStatus run_csv_export(const ExportArguments &arguments) {
    if (arguments.output.empty() || arguments.output == "-") {
        throw UsageError("--output", "a folder for the tables", "standard output");
    }
    const ViewOptions view = export_view(arguments, View::network);
    const ExportOptions options = export_options(arguments);
    const KnowledgeGraph graph = load_graph(arguments.graph);
    AtomicFolder folder(arguments.output);
    write_tables(graph, view, options, arguments.amount, folder);
    folder.commit();
    return ExitStatus::done;
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
    known.push_back(csv_format);
    throw UsageError("--format", one_of(known),
                     arguments.output.empty() ? "none" : "none, and '" + arguments.output + "' tells none");
}

ExitStatus run_export(const ExportArguments &arguments) {
    if (is_csv(arguments)) {
        return run_csv_export(arguments);
    }
    const Format &format = chosen_format(arguments);
    const bool to_terminal = arguments.output.empty() && isatty(STDOUT_FILENO) != 0;
    if (to_terminal && (format.name == "png" || format.name == "pdf")) {
        throw UsageError("--output", "a file for a picture", "a terminal");
    }
    if (arguments.stories) {
        return run_stories_export(arguments, format);
    }
    const ExportOptions options = export_options(arguments);
    if (options.drawing != Drawing::network && format.purpose != Purpose::picture) {
        throw UsageError("--drawing", "a picture: svg, png or pdf", std::string(format.name));
    }
    if (!arguments.documents.inputs.empty() && format.purpose != Purpose::page) {
        throw UsageError("--documents", "a page: html", std::string(format.name));
    }
    const ViewOptions view = export_view(arguments, usual_view(format, options));
    const KnowledgeGraph graph = load_graph(arguments.graph);
    if (format.purpose == Purpose::page) {
        const PageTexts texts = read_page_texts(arguments.documents);
        write_output(arguments.output, [&](ByteSink &sink) { write_page(graph, view, options, texts, sink); });
        return ExitStatus::done;
    }
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
    app.add_option("-o,--output", arguments->output, "File to write, of csv a folder; standard output without")
        ->type_name("FILE");
    limit_choices(*app.add_option("--flavor", arguments->flavor, "Dialect of the format")->type_name("FLAVOR"),
                  {{"neo4j", "CSV for Neo4j's bulk import: its headers, texts as they are"},
                   {"gexf12", "GEXF 1.2, which networkx reads"}});
    app.add_flag("--full", arguments->full,
                 "Everything: documents, what claims are about, all mentions and evidence (--view full)");
    limit_choices(
        *app.add_option("--drawing", arguments->drawing, "What a picture shows (network)")->type_name("DRAWING"),
        {{"network", "nodes and edges"},
         {"timeline", "who said what when, along a date axis"},
         {"matrix", "who stands on which side of what: actors by claims"}});
    app.add_flag("--stories", arguments->stories, "A picture of each story, with an index, into the folder -o");
    app.add_option("--title", arguments->title, "Title of a picture")->type_name("TEXT");
    app.add_flag("--no-legend", arguments->no_legend, "Leave out a picture's legend");
    app.add_option("--most", arguments->amount.most_nodes,
                   "Only the N most important nodes; a picture says how many are left out")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    app.add_flag("--all", arguments->amount.all, "Draw everything, not only what one page can hold");
    add_view_options(app, arguments->view);
    add_page_texts_options(app, arguments->documents);
    return [arguments](const EngineOptions & /*engine*/) { return run_export(*arguments); };
}

} // namespace

Command export_command() {
    return {
        {.name = "export",
         .summary = "Write a graph for other programs, or draw it",
         .details =
             "The format is told by --format or by the output's name; a name that ends in / is a folder of tables "
             "(csv). Formats for other programs hold the network of actors and claims, with readable labels, "
             "weights (independent articles), degrees and centralities; with --full everything (but events of "
             "no type, which JSON alone has). JSON is always whole. A picture shows the story. --view says "
             "otherwise.\n\n"
             "csv writes nodes.csv, edges.csv, statements.csv, disputes.csv and events.csv (RFC 4180, UTF-8) "
             "into a folder that appears whole or not at all. A text that a spreadsheet would run as a formula "
             "has an apostrophe before it, but with --flavor neo4j.",
         .examples = {{"gainsay export graph.json -o graph.graphml", "For Gephi, networkx or igraph"},
                      {"gainsay export graph.json --format csv -o tables/",
                       "Tables for a spreadsheet, Gephi, R or pandas"},
                      {"gainsay export graph.json --view disputes -o disputes.svg --title \"Who denies what\"",
                       "A picture of the disputes"},
                      {"gainsay export graph.json --drawing timeline -o timeline.pdf", "Who said what when, for print"},
                      {"gainsay export graph.json --documents articles/ -o affair.html",
                       "A page to read and search in a browser, with whole paragraphs"},
                      {"gainsay export graph.json --around \"Mira Tolland\" --hops 2 -o tolland.png",
                       "A picture of what is near a name"}},
         .exit_status = ""},
        setup_export};
}

} // namespace gainsay
