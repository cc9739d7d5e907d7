#include "cli/commands.h"

namespace gainsay {

const std::vector<Command> &commands() {
    // {"name", "What it does, in one line", setup_name},
    static const std::vector<Command> list = {
        {"parse", "Parse English text into CoNLL-U", setup_parse},
        {"export", "Write a graph for other programs, or draw it", setup_export},
        {"query", "Ask a graph: paths, neighbors, stats", setup_query},
    };
    return list;
}

} // namespace gainsay
