#include "cli/commands/commands.h"
#include "cli/io/page_texts.h"
#include "cli/serve/corrections_file.h"
#include "cli/serve/page_server.h"
#include "exporters/html/page_data.h"
#include "graph/graph_json.h"
#include "query/view.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <iostream>
#include <memory>
#include <pthread.h>
#include <string>
#include <thread>

namespace gainsay {

namespace {

constexpr int usual_port = 8765;
constexpr int most_ports = 65535;

struct ServeArguments {
    std::string graph;
    std::string corrections;
    std::string title;
    int port = usual_port;
    InputArguments documents;
};

/// Ends the server when the user ends the program: the signals wait in a thread of their own.
class StopOnSignals {
  public:
    StopOnSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        // Before any other thread is there, so that all of them leave the signals to this one.
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }

    void watch(PageServer &server) {
        std::thread([this, &server] {
            int signal = 0;
            sigwait(&signals_, &signal);
            server.stop();
        }).detach();
    }

  private:
    sigset_t signals_ = {};
};

ExitStatus run_serve(const ServeArguments &arguments) {
    StopOnSignals signals;
    CorrectionsFile corrections(arguments.corrections);
    PageServer::Content content;
    content.title = arguments.title;
    {
        const KnowledgeGraph graph = load_graph(arguments.graph);
        ViewOptions view;
        view.view = View::full;
        view.untyped_events = false;
        ExportOptions options;
        options.title = arguments.title;
        options.articles = &graph;
        StringSink sink;
        write_page_data(make_view(graph, view), options, sink, read_page_texts(arguments.documents));
        content.data = sink.take();
    }
    PageServer server(std::move(content), corrections, arguments.port);
    signals.watch(server);
    std::cout << server.address() << std::endl;
    if (arguments.corrections.empty()) {
        std::cerr << "gainsay: corrections last as long as this runs (--corrections FILE keeps them)\n";
    }
    server.run();
    return ExitStatus::done;
}

CommandRun setup_serve(CLI::App &app) {
    auto arguments = std::make_shared<ServeArguments>();
    app.add_option("graph", arguments->graph, "Graph that `gainsay build` wrote; - is standard input")
        ->type_name("GRAPH.json")
        ->required();
    app.add_option("--corrections", arguments->corrections,
                   "File of overrides that the page reads and writes; it need not be there")
        ->type_name("FILE");
    app.add_option("--port", arguments->port, "Port of 127.0.0.1; 0 is any that is free (8765)")
        ->type_name("PORT")
        ->check(CLI::Range(0, most_ports));
    app.add_option("--title", arguments->title, "Title of the page")->type_name("TEXT");
    add_page_texts_options(app, arguments->documents);
    return [arguments](const EngineOptions & /*engine*/) { return run_serve(*arguments); };
}

} // namespace

Command serve_command() {
    return {{.name = "serve",
             .summary = "Show a graph in the browser, and keep corrections",
             .details =
                 "Prints an address and shows there the page that `gainsay export -o page.html` writes, for graphs of "
                 "any size, until Ctrl+C. Corrections made on the page are saved in the file of --corrections, which "
                 "`gainsay build` and `gainsay resolve` take as --overrides.\n\n"
                 "The server answers browsers of this machine alone (127.0.0.1), refuses requests of other pages, and "
                 "writes with the page's own token only.",
             .examples = {{"gainsay serve graph.json --corrections overrides.txt", "Look, and correct"},
                          {"gainsay serve graph.json --port 0", "On any port that is free"}},
             .exit_status = ""},
            setup_serve};
}

} // namespace gainsay
