#include "cli/help/misspelling.h"

#include "cli/help/nearest_name.h"

#include <algorithm>
#include <cctype>

namespace gainsay {

namespace {

std::string did_you_mean(std::string_view word, const std::vector<std::string_view> &names) {
    const std::string_view nearest = nearest_name(word, names);
    return nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?";
}

/// Walks along the arguments from the program down to the command that they name.
class Walk {
  public:
    explicit Walk(const CommandHelp &program) : levels_{&program} {}

    std::optional<Misspelling> step(const std::string &argument) {
        if (is_value_) {
            is_value_ = false;
            return std::nullopt;
        }
        if (argument == "--") {
            is_over_ = true;
        }
        if (is_over_) {
            return std::nullopt;
        }
        // "-" is standard input, "-5" a number.
        if (argument.size() > 1 && argument.front() == '-' &&
            std::isdigit(static_cast<unsigned char>(argument[1])) == 0) {
            return option(argument);
        }
        return word(argument);
    }

  private:
    const CommandHelp &here() const { return *levels_.back(); }

    std::optional<Misspelling> option(const std::string &argument) {
        const bool is_long = argument.starts_with("--");
        const std::size_t equals = is_long ? argument.find('=') : std::string::npos;
        // A letter may have its value behind it, or other letters.
        const std::string name = is_long ? argument.substr(0, equals) : argument.substr(0, 2);
        std::vector<std::string_view> names;
        for (const CommandHelp *level : levels_) {
            for (const OptionHelp &option : level->options) {
                if (std::find(option.names.begin(), option.names.end(), name) != option.names.end()) {
                    is_value_ = !option.value.empty() && equals == std::string::npos && name == argument;
                    return std::nullopt;
                }
                names.insert(names.end(), option.names.begin(), option.names.end());
            }
        }
        return Misspelling{here().path + " has no option '" + name + "'" +
                               (is_long ? did_you_mean(name, names) : std::string()),
                           here().path};
    }

    std::optional<Misspelling> word(const std::string &argument) {
        if (here().commands.empty()) {
            return std::nullopt;
        }
        if (const CommandHelp *below = here().find(argument)) {
            levels_.push_back(below);
            words_ = 0;
            return std::nullopt;
        }
        if (words_++ < here().arguments.size()) {
            return std::nullopt;
        }
        std::vector<std::string_view> names;
        for (const CommandHelp &command : here().commands) {
            names.push_back(command.page.name);
        }
        return Misspelling{"there is no " + std::string(here().below) + " '" + argument + "'" +
                               did_you_mean(argument, names),
                           here().path};
    }

    std::vector<const CommandHelp *> levels_;
    /// Arguments at this level so far that are neither options nor commands.
    std::size_t words_ = 0;
    bool is_value_ = false;
    bool is_over_ = false;
};

} // namespace

std::optional<Misspelling> find_misspelling(const CommandHelp &program, const std::vector<std::string> &arguments) {
    Walk walk(program);
    for (const std::string &argument : arguments) {
        if (std::optional<Misspelling> found = walk.step(argument)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace gainsay
