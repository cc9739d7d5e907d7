#include "cli/help/completion.h"

namespace gainsay {

namespace {

std::string quote(std::string_view text) {
    std::string quoted = "'";
    for (const char byte : text) {
        if (byte == '\'' || byte == '\\') {
            quoted += '\\';
        }
        quoted += byte;
    }
    return quoted + "'";
}

void append_option(std::string &script, const std::string &start, const OptionHelp &option) {
    script += start;
    for (const std::string &name : option.names) {
        script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (!option.choices.empty()) {
        std::string words;
        for (const Choice &choice : option.choices) {
            words.append(words.empty() ? "" : " ").append(choice.name);
        }
        script += " -x -a " + quote(words);
    } else if (!option.value.empty()) {
        script += is_file(option) ? " -r -F" : " -x";
    }
    script += " -d " + quote(option.text) + "\n";
}

void append_command(std::string &script, const CommandHelp &help, const std::string &condition) {
    const std::string start = "complete -c gainsay" + (condition.empty() ? "" : " -n " + quote(condition));
    for (const OptionHelp &option : help.options) {
        append_option(script, start, option);
    }
    std::string names;
    for (const CommandHelp &command : help.commands) {
        names.append(" ").append(command.page.name);
    }
    const std::string before = condition.empty() ? "" : condition + "; and ";
    const std::string not_yet = before + "not __fish_seen_subcommand_from" + names;
    for (const CommandHelp &command : help.commands) {
        script += "complete -c gainsay -n " + quote(not_yet) + (help.arguments.empty() ? " -f" : "") + " -a " +
                  quote(command.page.name) + " -d " + quote(command.page.summary) + "\n";
        std::string seen = before;
        seen.append("__fish_seen_subcommand_from ").append(command.page.name);
        append_command(script, command, seen);
    }
}

} // namespace

std::string fish_completion(const CommandHelp &program) {
    std::string script = "# fish completion for gainsay; made from the program's own tables of commands and options.\n";
    append_command(script, program, "");
    return script;
}

} // namespace gainsay
