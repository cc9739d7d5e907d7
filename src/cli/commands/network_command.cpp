#include "base/atomic_file.h"
#include "base/atomic_folder.h"
#include "base/error.h"
#include "cli/commands/commands.h"
#include "cli/help/choices.h"
#include "cli/io/output.h"
#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "engine/engine.h"
#include "exporters/network/network_formats.h"
#include "graph/graph_json.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <optional>
#include <string>

namespace gainsay {

namespace {

struct NetworkArguments {
    std::string graph;
    std::string output;
    std::string format;
    std::string mode = "actors";
    std::string qualifier;
    std::string normalization = "no";
    std::string duplicates = "document";
    std::string windows;
    std::string step;
    std::string kernel = "none";
    std::string speaker = "person";
    std::string concepts;
    FilterArguments period;
};

const NetworkFormat &chosen_format(const NetworkArguments &arguments) {
    if (!arguments.format.empty()) {
        return *find_network_format(arguments.format);
    }
    if (const NetworkFormat *format = network_format_of_file(arguments.output)) {
        return *format;
    }
    // With windows the name may be a folder's.
    if (arguments.output.empty() || arguments.output == "-" || !arguments.windows.empty()) {
        return network_formats().front();
    }
    std::vector<std::string_view> known;
    for (const NetworkFormat &format : network_formats()) {
        known.push_back(format.name);
    }
    throw UsageError("--format", one_of(known), "none, and '" + arguments.output + "' tells none");
}

std::optional<TimeLength> read_length(const std::string &option, const std::string &text) {
    if (text.empty()) {
        return std::nullopt;
    }
    const auto length = parse_time_length(text);
    if (!length) {
        throw UsageError(option, "a number with d, w, m or y behind it, like 30d", "'" + text + "'");
    }
    return length;
}

NetworkOptions read_network_options(const NetworkArguments &arguments) {
    NetworkOptions options;
    options.mode = parse_word<NetworkMode>(arguments.mode).value_or(NetworkMode::actors);
    const Qualifier usual = options.mode == NetworkMode::two_mode ? Qualifier::subtract : Qualifier::congruence;
    options.qualifier = parse_word<Qualifier>(arguments.qualifier).value_or(usual);
    options.normalization = parse_word<Normalization>(arguments.normalization).value_or(Normalization::no);
    options.width = read_length("--windows", arguments.windows);
    options.step = read_length("--step", arguments.step);
    options.kernel = parse_word<Kernel>(arguments.kernel).value_or(Kernel::none);
    check(options);
    return options;
}

/// What the network is not made of, on standard error.
void report(const Discourse &discourse, const NetworkSeries &series) {
    const auto tell = [](std::size_t count, const std::string &why) {
        if (count > 0) {
            std::cerr << counted(count, "sentence", "sentences") << " not counted: " << why << '\n';
        }
    };
    tell(discourse.on_no_side, "neither for nor against what they speak of");
    tell(discourse.in_no_concept, "of no concept of the list");
    tell(discourse.in_no_body, "of people who belong to no body that is known");
    tell(discourse.repeated, "repetitions (--duplicates)");
    tell(series.undated, "of no known date (--windows)");
}

ExitStatus run_network(const NetworkArguments &arguments, const EngineOptions &engine) {
    const NetworkOptions options = read_network_options(arguments);
    const NetworkFormat &format = chosen_format(arguments);
    const bool needs_folder = options.width && !format.holds_windows;
    if (needs_folder && (arguments.output.empty() || arguments.output == "-")) {
        throw UsageError("--output", "a folder, for a file a window, or --format edges, dl or gexf", "standard output");
    }
    DiscourseOptions wanted;
    wanted.by_organization = arguments.speaker == "organization";
    wanted.duplicates = parse_word<Duplicates>(arguments.duplicates).value_or(Duplicates::document);
    wanted.period = read_period(arguments.period);
    const WordForms forms = arguments.concepts.empty() ? WordForms() : load_word_forms(Resources(engine.resources));
    std::optional<ConceptTable> concepts;
    if (!arguments.concepts.empty()) {
        concepts.emplace(read_file(arguments.concepts), arguments.concepts, forms);
        wanted.concepts = &*concepts;
        wanted.forms = &forms;
    }
    const KnowledgeGraph graph = load_graph(arguments.graph);
    const ArticleIndex articles(graph);
    const Discourse discourse = collect_discourse(graph, articles, wanted);
    const NetworkSeries series = discourse_networks(discourse, options);
    if (needs_folder) {
        AtomicFolder folder(arguments.output);
        for (std::size_t i = 0; i < series.matrices.size(); ++i) {
            const std::string stem = name_of(*series.matrices[i].window);
            AtomicFile file(folder.file(stem + std::string(format.extension)));
            SinkTo sink(file);
            format.write(series, i, i + 1, sink);
            file.commit();
        }
        folder.commit();
    } else {
        write_output(arguments.output, [&](ByteSink &sink) { format.write(series, 0, series.matrices.size(), sink); });
    }
    report(discourse, series);
    return ExitStatus::done;
}

CommandRun setup_network(CLI::App &app) {
    auto arguments = std::make_shared<NetworkArguments>();
    app.add_option("graph", arguments->graph, "Graph that `gainsay build` wrote; - is standard input")
        ->type_name("GRAPH.json")
        ->required();
    limit_choices(*app.add_option("--mode", arguments->mode, "What the network joins (actors)")->type_name("MODE"),
                  {{"actors", "actors, by the claims that they take sides on"},
                   {"claims", "claims, by the actors that take sides on both"},
                   {"two-mode", "actors and claims"}});
    limit_choices(*app.add_option("--qualifier", arguments->qualifier,
                                  "How agreement and disagreement become an edge (congruence; of two modes subtract)")
                       ->type_name("HOW"),
                  {{"congruence", "how often both stand on the same side"},
                   {"conflict", "how often they stand on opposite sides"},
                   {"subtract", "congruence less conflict; of two modes agreement less disagreement"},
                   {"combine", "two modes: 1 agrees, 2 disagrees, 3 both"},
                   {"ignore", "how often both speak of the same, whatever they say"}});
    limit_choices(
        *app.add_option("--normalize", arguments->normalization, "What an edge is divided by (no)")->type_name("HOW"),
        {{"no", "nothing"},
         {"activity", "two modes: how much the actor says"},
         {"prominence", "two modes: how much is said of the claim"},
         {"average", "one mode: the mean of what both say"},
         {"jaccard", "one mode: what one says alone and both together"},
         {"cosine", "one mode: the product of what both say"}});
    limit_choices(*app.add_option("--duplicates", arguments->duplicates,
                                  "Within what an actor's repeating the same counts once (document)")
                       ->type_name("UNIT"),
                  {{"include", "nothing: every sentence counts"},
                   {"document", "an article"},
                   {"week", "a week of the calendar"},
                   {"month", "a month"},
                   {"year", "a year"},
                   {"range", "all articles"}});
    app.add_option("--windows", arguments->windows, "A network for each stretch of time: 30d, 2w, 1m, 1y")
        ->type_name("LENGTH");
    app.add_option("--step", arguments->step, "From one window's first day to the next one's (the window's length)")
        ->type_name("LENGTH");
    limit_choices(*app.add_option("--kernel", arguments->kernel,
                                  "How statements weigh by their distance from the window's middle (none)")
                       ->type_name("KERNEL"),
                  {{"none", "all in the window count 1"},
                   {"uniform", "1/2 in the window"},
                   {"gaussian", "a bell over all statements"},
                   {"epanechnikov", "3/4 (1 - u^2)"},
                   {"triangular", "1 - |u|"}});
    limit_choices(
        *app.add_option("--speaker", arguments->speaker, "Who counts as the actor (person)")->type_name("WHO"),
        {{"person", "who says it"}, {"organization", "the body that a person speaks for"}});
    app.add_option("--concepts", arguments->concepts,
                   "Fold claims into concepts: lines of concept, TAB, words or claim id, TAB, + or -")
        ->type_name("FILE");
    add_period_options(app, arguments->period);
    std::vector<Choice> formats;
    for (const NetworkFormat &format : network_formats()) {
        formats.push_back({std::string(format.name), std::string(format.description)});
    }
    limit_choices(*app.add_option("-f,--format", arguments->format, "Format; without, told by the output's name (csv)")
                       ->type_name("FORMAT"),
                  formats);
    app.add_option("-o,--output", arguments->output, "File or folder to write; standard output without")
        ->type_name("FILE");
    return [arguments](const EngineOptions &engine) { return run_network(*arguments, engine); };
}

} // namespace

Command network_command() {
    return {{.name = "network",
             .summary = "Discourse networks: who agrees with whom, which claims go together, over time",
             .details =
                 "Makes of the statements what political scientists make with the Discourse Network Analyzer, by the "
                 "definitions of Leifeld (2017, \"Discourse Network Analysis: Policy Debates as Dynamic Networks\") "
                 "and his program's manual. Every sentence in which an actor stands for or against a claim is a "
                 "statement, dated by its article. Claims that contradict each other are one concept with the sides "
                 "turned. What is not counted is told on standard error.\n\n"
                 "With --windows, csv and graphml write a file a window into the folder -o, the other formats hold "
                 "all windows. Edge lists, GraphML and GEXF give the amount as weight and the value with its sign "
                 "beside it, as Gephi draws no negative weights.",
             .examples =
                 {{"gainsay network graph.json -o congruence.csv", "Who agrees with whom, as a matrix"},
                  {"gainsay network graph.json --mode two-mode --qualifier combine -o sides.graphml",
                   "Who stands on which side of what"},
                  {"gainsay network graph.json --qualifier subtract --normalize average --windows 30d -o months.gexf",
                   "Camps over time, for Gephi's timeline"}},
             .exit_status = ""},
            setup_network};
}

} // namespace gainsay
