#include "corpus_run.h"
#include "notation.h"

#include "base/error.h"
#include "base/resources.h"
#include "engine/engine.h"
#include "resolve/resolver.h"

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

/// A line that divides a text into documents, in cases of graphs.
constexpr std::string_view next_document = "+++\n";

gainsay::Document document_of(const Case &each, std::string text, std::size_t number) {
    gainsay::Document document;
    document.meta.id = each.name + (number == 0 ? "" : " " + std::to_string(number + 1));
    document.text = std::move(text);
    if (!each.published.empty()) {
        document.meta.published = each.published;
    }
    return document;
}

gainsay::KnowledgeGraph graph_of(const gainsay::Engine &engine, const Case &each) {
    gainsay::Resolver resolver;
    std::string rest = each.text;
    for (std::size_t number = 0; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find(next_document), rest.size());
        resolver.add(engine.observe(document_of(each, rest.substr(0, end), number)));
        rest.erase(0, std::min(end + next_document.size(), rest.size()));
    }
    return std::move(resolver).build();
}

bool begins(const std::filesystem::path &path, std::string_view word) {
    return path.filename().string().rfind(word, 0) == 0;
}

/// What is written of a case depends on the name of its file.
std::vector<std::string> find_in(const gainsay::Engine &engine, const std::filesystem::path &path, const Case &each) {
    if (begins(path, "graph_nodes")) {
        return node_notation(graph_of(engine, each));
    }
    if (begins(path, "graph")) {
        return graph_notation(graph_of(engine, each));
    }
    const gainsay::Observations observed = engine.observe(document_of(each, each.text, 0));
    return begins(path, "chains") ? chain_notation(observed) : notation(observed, each.text);
}

bool run(const CorpusOptions &options, gainsay::EngineOptions engine_options) {
    const gainsay::Engine engine(std::move(engine_options));
    const Finder find = [&](const std::filesystem::path &path, const Case &each) {
        return find_in(engine, path, each);
    };
    return run_corpus(options, find, std::cout);
}

} // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto value = [&](const std::string &name) -> std::string {
        const auto place = std::find(arguments.begin(), arguments.end(), name);
        return place == arguments.end() || place + 1 == arguments.end() ? "" : *(place + 1);
    };
    CorpusOptions options;
    options.folder = value("--cases").empty() ? GAINSAY_CASES : value("--cases");
    options.only = value("--only");
    options.update = std::find(arguments.begin(), arguments.end(), "--update") != arguments.end();
    try {
        gainsay::EngineOptions engine;
        engine.model = value("--model");
        try {
            gainsay::Resources({}, engine.model).model();
        } catch (const gainsay::ModelError &) {
            std::cout << "there is no model: skipped\n";
            return 77;
        }
        return run(options, std::move(engine)) ? 0 : 1;
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
