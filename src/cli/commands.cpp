#include "cli/commands.h"

namespace gainsay {

const std::vector<Command> &commands() {
    // {"name", "What it does, in one line", setup_name},
    static const std::vector<Command> list = {
        {"build", "Read articles and write the graph of who says what", setup_build},
        {"extract", "Read articles and write what each of them says, JSON Lines", setup_extract},
        {"resolve", "Make one graph of the observations of many articles", setup_resolve},
        {"parse", "Parse English text into CoNLL-U", setup_parse},
        {"export", "Write a graph for other programs, or draw it", setup_export},
        {"query", "Ask a graph: paths, neighbors, stats", setup_query},
    };
    return list;
}

} // namespace gainsay
