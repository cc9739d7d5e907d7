// Reads articles and prints who denies what: `who_denies_what samples/articles`.

#include "engine/engine.h"

#include <exception>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char **argv) {
    try {
        gainsay::EngineOptions options;
        options.resources = RESOURCES;
        const gainsay::Engine engine(options);
        const gainsay::GraphRun run = engine.build(std::vector<std::string>(argv + 1, argv + argc));
        for (const gainsay::EdgeRecord &edge : run.graph.edges()) {
            if (edge.kind == gainsay::EdgeKind::denies) {
                std::cout << run.graph.node(edge.source).label << " denies: " << run.graph.node(edge.target).label
                          << "\n  " << edge.evidence.front().document << ": " << edge.evidence.front().text << '\n';
            }
        }
        return run.failures.empty() ? 0 : 1;
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
}
