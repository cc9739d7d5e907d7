#include "cli/commands.h"

namespace gainsay {

const std::vector<Command> &commands() {
    // {"name", "What it does, in one line", setup_name},
    static const std::vector<Command> list = {};
    return list;
}

} // namespace gainsay
