// Writes a sample graph as JSON, for tests outside C++.
#include "base/atomic_file.h"
#include "graph/graph_json.h"
#include "support/sample_graphs.h"

#include <exception>
#include <iostream>
#include <string_view>

int main(int argc, char **argv) {
    if (argc != 3) {
        std::cerr << "usage: sample_graph NAME FILE\n";
        return 2;
    }
    try {
        for (const gainsay::samples::Sample &sample : gainsay::samples::all_samples()) {
            if (sample.name == std::string_view(argv[1])) {
                gainsay::AtomicFile file(argv[2]);
                gainsay::SinkTo sink(file);
                gainsay::write_graph_json(sample.make(), sink);
                file.commit();
                return 0;
            }
        }
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
    std::cerr << "no such sample\n";
    return 2;
}
