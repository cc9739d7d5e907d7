#include "cli/help/completion.h"

#include <vector>

namespace gainsay {

namespace {

/// What the script's `case` words ask; "path" is a command with those above it, "gainsay query paths".
struct Rules {
    /// Patterns of commands and queries: "path".
    std::string descents;
    /// Patterns "path --option" of options that take a value.
    std::string values;
    /// Rows "path --option) words=…" for options with known words.
    std::string words;
    /// Patterns "path --option" of options whose value is a file.
    std::string files;
    /// The same for those whose value may be a list with commas.
    std::string lists;
    /// Rows "path) words=…" with the names of options.
    std::string options;
    /// Rows "path N) words=…" with the names of commands that come after N arguments.
    std::string commands;
    /// Patterns "path N" where argument N is a file.
    std::string argument_files;
};

std::string words_of(const std::vector<Choice> &choices) {
    std::string words;
    for (const Choice &choice : choices) {
        words.append(words.empty() ? "" : " ").append(choice.name);
    }
    return words;
}

void add_pattern(std::string &patterns, const std::string &pattern) {
    patterns.append(patterns.empty() ? "" : " | ").append("\"" + pattern + "\"");
}

void add_rules(Rules &rules, const CommandHelp &help, std::vector<const CommandHelp *> above) {
    above.push_back(&help);
    std::string names;
    for (const CommandHelp *level : above) {
        for (const OptionHelp &option : level->options) {
            for (const std::string &name : option.names) {
                names.append(names.empty() ? "" : " ").append(name);
                if (option.value.empty()) {
                    continue;
                }
                const std::string pattern = help.path + " " + name;
                add_pattern(rules.values, pattern);
                if (!option.choices.empty()) {
                    rules.words += "        \"" + pattern + "\") words=\"" + words_of(option.choices) + "\" ;;\n";
                }
                if (is_file(option)) {
                    add_pattern(rules.files, pattern);
                }
                if (option.takes_list) {
                    add_pattern(rules.lists, pattern);
                }
            }
        }
    }
    rules.options += "        \"" + help.path + "\") words=\"" + names + "\" ;;\n";
    if (!help.commands.empty()) {
        std::string commands;
        for (const CommandHelp &command : help.commands) {
            commands.append(commands.empty() ? "" : " ").append(command.page.name);
            add_pattern(rules.descents, command.path);
        }
        rules.commands += "        \"" + help.path + " " + std::to_string(help.arguments.size()) + "\") words=\"" +
                          commands + "\" ;;\n";
    }
    for (std::size_t i = 0; i < help.arguments.size(); ++i) {
        if (is_file(help.arguments[i])) {
            const bool is_last = help.arguments[i].takes_many;
            rules.argument_files.append(rules.argument_files.empty() ? "" : " | ")
                .append("\"" + help.path + " \"" + (is_last ? "*" : std::to_string(i)));
        }
    }
    for (const CommandHelp &command : help.commands) {
        add_rules(rules, command, above);
    }
}

} // namespace

std::string bash_completion(const CommandHelp &program) {
    Rules rules;
    add_rules(rules, program, {});
    return "# bash completion for gainsay; made from the program's own tables of commands and options.\n"
           "_gainsay() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} path=" +
           program.path +
           " expects=\"\" word i words=\"\" count=0 prefix=\"\" files=\"\"\n"
           "    COMPREPLY=()\n"
           "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
           "        word=${COMP_WORDS[i]}\n"
           "        # --option=value comes as three words.\n"
           "        if [[ $word == \"=\" ]]; then continue; fi\n"
           "        if [[ -n $expects ]]; then expects=\"\"; continue; fi\n"
           "        case \"$path $word\" in\n"
           "        " +
           rules.descents +
           ") path=\"$path $word\"; count=0 ;;\n"
           "        " +
           rules.values +
           ") expects=\"$path $word\" ;;\n"
           "        *\" -\"?*) ;;\n"
           "        *) count=$((count + 1)) ;;\n"
           "        esac\n"
           "    done\n"
           "    if [[ $cur == \"=\" ]]; then cur=\"\"; fi\n"
           "    if [[ -n $expects ]]; then\n"
           "        case \"$expects\" in\n" +
           rules.words + "        " + rules.files +
           ") files=yes ;;\n"
           "        esac\n"
           "        case \"$expects\" in\n"
           "        " +
           rules.lists +
           ") if [[ $cur == *,* ]]; then prefix=${cur%,*},; fi ;;\n"
           "        esac\n"
           "    elif [[ $cur == -* ]]; then\n"
           "        case \"$path\" in\n" +
           rules.options +
           "        esac\n"
           "    else\n"
           "        case \"$path $count\" in\n" +
           rules.commands + "        " + rules.argument_files +
           ") files=yes ;;\n"
           "        esac\n"
           "    fi\n"
           "    if [[ -n $files ]]; then\n"
           "        compopt -o filenames 2>/dev/null\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
           "    elif [[ -n $words ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -P \"$prefix\" -W \"$words\" -- \"${cur#\"$prefix\"}\")\n"
           "    fi\n"
           "}\n"
           "complete -F _gainsay gainsay\n";
}

} // namespace gainsay
