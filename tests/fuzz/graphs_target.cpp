// A graph's JSON: a graph that can be written and read again without a change, or an error with its place.

#include "targets.h"

#include "base/error.h"
#include "graph/graph_json.h"

#include <string>

using namespace gainsay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    try {
        const KnowledgeGraph graph = read_graph_json(fuzz::text_of(data, size), "g.json");
        StringSink sink;
        write_graph_json(graph, sink);
        const GraphFile again = read_graph_file(sink.text(), "again.json");
        fuzz::must(again.graph == graph, "a graph comes back as it was written");
        fuzz::must(again.digest == graph_digest(graph), "its digest is its own");
    } catch (const InputError &error) {
        fuzz::must(std::string(error.what()).starts_with("g.json"), "the message names the file");
    }
    return 0;
}
