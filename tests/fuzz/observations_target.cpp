// A line of observations: what the reader takes, the graph takes.

#include "targets.h"

#include "base/error.h"
#include "graph/graph_json.h"
#include "observation/observation_json.h"
#include "resolve/resolver.h"

#include <string>
#include <utility>

using namespace gainsay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    Observations read;
    try {
        read = parse_json_line(fuzz::text_of(data, size), "o.jsonl", 3);
    } catch (const InputError &error) {
        fuzz::must(std::string(error.what()).starts_with("o.jsonl:3"), "the message names the line");
        return 0;
    }
    const std::string line = to_json_line(read);
    fuzz::must(to_json_line(parse_json_line(line, "again", 1)) == line, "observations come back as they were written");
    Resolver resolver;
    Observations other = read;
    other.document.id += "-other";
    resolver.add(std::move(read));
    resolver.add(std::move(other));
    StringSink sink;
    write_graph_json(std::move(resolver).build(), sink); // an exception is a finding
    return 0;
}
