#include "cli/commands/commands.h"

namespace gainsay {

const std::vector<Command> &commands() {
    static const std::vector<Command> list = {
        build_command(),   extract_command(), resolve_command(), parse_command(),  export_command(), serve_command(),
        network_command(), query_command(),   explain_command(), verify_command(), diff_command(),
    };
    return list;
}

} // namespace gainsay
