#include "cli/io/graph_output.h"

#include "cli/io/output.h"
#include "cli/io/picture_part.h"
#include "cli/io/run_report.h"
#include "cli/io/run_report_file.h"
#include "cli/query/answer_parts.h"
#include "exporters/format.h"
#include "exporters/html/page_block.h"
#include "query/disputes.h"
#include "query/view.h"
#include "resolve/resolver.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <optional>

namespace gainsay {

namespace {

/// One format of the graph and where it goes.
struct Target {
    const Format *format;
    Output output;
};

std::vector<Target> open_targets(const GraphOutputArguments &arguments) {
    std::vector<Target> targets;
    for (const auto &[name, file] : arguments.others) {
        if (!file.empty()) {
            targets.push_back({find_format(name), Output(file)});
        }
    }
    if (!arguments.json.empty() || targets.empty()) {
        targets.push_back({&formats().front(), Output(arguments.json)});
    }
    return targets;
}

/// How the files are written beside what their formats tell.
struct Writing {
    std::string title;
    std::function<PageTexts()> texts;
};

void write_target(const KnowledgeGraph &graph, Target &target, const Writing &writing) {
    ExportOptions options;
    options.title = writing.title;
    if (keeps_everything(*target.format)) {
        target.format->write(graph, {}, target.output.sink());
        return;
    }
    ViewOptions view;
    view.view = default_view(*target.format);
    if (target.format->purpose == Purpose::page) {
        write_page(graph, view, options, writing.texts ? writing.texts() : PageTexts(), target.output.sink());
        return;
    }
    write_part(graph, *target.format, view, options, {}, target.output.sink());
}

/// All files or, where one of them cannot be written, none. They appear together, in the order of the list of formats
/// and the graph last: who finds a new graph finds what was made of it. A page that would be too large is left out
/// alone, and said so: `some_refused`.
ExitStatus write_targets(const KnowledgeGraph &graph, std::vector<Target> &targets, const Writing &writing) {
    ExitStatus status = ExitStatus::done;
    for (auto target = targets.begin(); target != targets.end();) {
        try {
            write_target(graph, *target, writing);
            ++target;
        } catch (const PageTooLarge &problem) {
            std::cerr << "gainsay: " << problem.what() << "; no page is written\n";
            target = targets.erase(target);
            status = ExitStatus::some_refused;
        }
    }
    for (Target &target : targets) {
        target.output.prepare();
    }
    for (Target &target : targets) {
        target.output.commit();
    }
    return status;
}

/// "40 statements, 5 disputes, 7 sayings left out".
std::string contents(const KnowledgeGraph &graph, const StatementReport &report) {
    const auto statements =
        static_cast<std::size_t>(std::count_if(graph.edges().begin(), graph.edges().end(), [](const EdgeRecord &edge) {
            return row(edge.kind).family == EdgeFamily::statement;
        }));
    const std::size_t disputes = find_disputes(graph, ArticleIndex(graph)).size();
    // What is passed on or taken out by the user is not lost.
    const auto lost =
        static_cast<std::size_t>(std::count_if(report.left_out.begin(), report.left_out.end(), [](const LeftOut &each) {
            return each.reason != Omission::passes_on && each.reason != Omission::dropped;
        }));
    return counted(statements, "statement", "statements") + ", " + counted(disputes, "dispute", "disputes") +
           (lost == 0 ? "" : ", " + counted(lost, "saying", "sayings") + " left out (--report tells why)");
}

/// What the user opens first.
std::string place_of(const GraphOutputArguments &arguments) {
    for (const auto &[name, file] : arguments.others) {
        if (name == "html" && !file.empty()) {
            return "open " + file;
        }
    }
    return arguments.json.empty() || arguments.json == "-" ? "" : "see " + arguments.json;
}

} // namespace

void add_graph_output_options(CLI::App &app, GraphOutputArguments &arguments) {
    app.add_option("-o,--output", arguments.json, "The graph as JSON; standard output without")
        ->type_name("GRAPH.json");
    app.add_option("--title", arguments.title, "Above pages and pictures")->type_name("TEXT");
    app.add_option("--report", arguments.report,
                   "Also write as JSON what became of the inputs: what was left out, and why")
        ->type_name("FILE");
    app.add_flag("-q,--quiet", arguments.quiet, "Do not say at the end what came of it");
    // The options point into the list, which must not move from here on.
    arguments.others.clear();
    for (const Format &format : formats()) {
        // Gainsay's own is what --output writes.
        if (&format != &formats().front()) {
            arguments.others.emplace_back(format.name, "");
        }
    }
    for (auto &[name, file] : arguments.others) {
        app.add_option("--" + name, file, "Also write it as " + name)->type_name("FILE");
    }
}

ExitStatus write_graph_of(const std::function<Diagnostics(const std::function<void(ExtractItem)> &)> &read,
                          const std::vector<std::string> &inputs, const Resources &resources,
                          const ResolutionArguments &resolution, const GraphOutputArguments &arguments,
                          const std::function<PageTexts()> &texts) {
    std::vector<std::pair<std::string, std::string>> outputs = {{"--output", arguments.json},
                                                                {"--report", arguments.report}};
    for (const auto &[name, file] : arguments.others) {
        outputs.emplace_back("--" + name, file);
    }
    check_outputs(inputs, outputs);
    std::vector<Target> targets = open_targets(arguments);
    std::optional<Output> report_file;
    if (!arguments.report.empty()) {
        report_file.emplace(arguments.report);
    }
    Resolver resolver(resources);
    // Before the long work: a bad line must not cost an hour.
    read_resolution_files(resolution, resolver);
    RunReport report(std::cerr, arguments.quiet);
    report.pass_over(read([&](ExtractItem item) {
        if (ObservedItem *observed = report.take(item)) {
            resolver.add(std::move(observed->observations));
        }
    }));
    ExitStatus status = report.finish();
    if (status != ExitStatus::nothing_done) {
        RunRecord record;
        const KnowledgeGraph graph = std::move(resolver).build(&record.remarks, &record.statements);
        report.show(record.remarks);
        const std::string made = contents(graph, record.statements); // what may fail comes before the files appear
        if (report_file) {
            record.documents = report.done();
            record.refused = report.refused();
            record.passed_over = report.passed_over();
            write_run_report(record, graph, report_file->sink());
            report_file->prepare();
        }
        if (write_targets(graph, targets, {arguments.title, texts}) != ExitStatus::done) {
            status = ExitStatus::some_refused;
        }
        if (report_file) {
            report_file->commit();
        }
        report.sum_up(made, place_of(arguments));
    }
    return status;
}

} // namespace gainsay
