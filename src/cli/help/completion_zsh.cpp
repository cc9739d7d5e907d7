#include "cli/help/completion.h"

#include <algorithm>

namespace gainsay {

namespace {

/// Within single quotes, and within the brackets or between the colons of an _arguments specification.
std::string escape(std::string_view text) {
    std::string escaped;
    for (const char byte : text) {
        if (byte == '\'') {
            escaped += "'\\''";
        } else if (byte == '[' || byte == ']' || byte == ':' || byte == '\\') {
            escaped.append("\\").append(1, byte);
        } else {
            escaped += byte;
        }
    }
    return escaped;
}

std::string action(const OptionHelp &option) {
    if (!option.choices.empty()) {
        std::string words;
        for (const Choice &choice : option.choices) {
            words.append(words.empty() ? "" : " ").append(escape(choice.name));
        }
        return option.takes_list ? "_values -s , word " + words : "(" + words + ")";
    }
    return is_file(option) ? "_files" : " ";
}

std::string specification(const OptionHelp &option) {
    const std::string text = "[" + escape(option.text) + "]";
    const std::string value = option.value.empty() ? "" : ":" + escape(option.value) + ":" + action(option);
    if (option.names.size() == 1) {
        return "'*" + option.names.front() + text + value + "'";
    }
    std::string names;
    std::string all;
    for (const std::string &name : option.names) {
        names.append(names.empty() ? "" : ",").append(name);
        all.append(all.empty() ? "" : " ").append(name);
    }
    return "'(" + all + ")'{" + names + "}'" + text + value + "'";
}

/// The options of a command and of those above it.
std::string specifications(const std::vector<const CommandHelp *> &levels) {
    std::string text;
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        for (const OptionHelp &option : (*level)->options) {
            // Help is an option of each of them.
            const bool is_help = std::find(option.names.begin(), option.names.end(), "--help") != option.names.end();
            if (!is_help || level == levels.rbegin()) {
                text += " \\\n        " + specification(option);
            }
        }
    }
    return text;
}

std::string function_name(const CommandHelp &help) {
    std::string name = "_" + help.path;
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

void append_function(std::string &script, const CommandHelp &help, std::vector<const CommandHelp *> levels) {
    levels.push_back(&help);
    for (const CommandHelp &command : help.commands) {
        append_function(script, command, levels);
    }
    script += function_name(help) +
              "() {\n    local context state state_descr line\n    typeset -A opt_args\n    _arguments -C" +
              specifications(levels);
    std::size_t place = 1;
    for (const OptionHelp &argument : help.arguments) {
        script += " \\\n        '" + (argument.takes_many ? "*" : std::to_string(place++)) + ":" +
                  escape(argument.value) + ":" + action(argument) + "'";
    }
    if (help.commands.empty()) {
        script += "\n}\n\n";
        return;
    }
    std::string rows;
    std::string cases;
    for (const CommandHelp &command : help.commands) {
        rows += " " + std::string(command.page.name) + "\\:\"" + escape(command.page.summary) + "\"";
        cases += "    " + std::string(command.page.name) + ") " + function_name(command) + " ;;\n";
    }
    const std::string at = std::to_string(place);
    script += " \\\n        '" + at + ":" + std::string(help.below) + ":((" + rows +
              "))' \\\n        '*::argument:->below'\n    [[ $state == below ]] || return\n    case $line[" + at +
              "] in\n" + cases + "    esac\n}\n\n";
}

} // namespace

std::string zsh_completion(const CommandHelp &program) {
    std::string script = "#compdef gainsay\n# Made from the program's own tables of commands and options.\n\n";
    append_function(script, program, {});
    return script + "_gainsay \"$@\"\n";
}

} // namespace gainsay
