#include "cli/help/choices.h"

#include "cli/help/nearest_name.h"
#include "graph_schema/word.h"

#include <CLI/CLI.hpp>

namespace gainsay {

namespace {

// CLI11 lets nothing be attached to an option but validators. Ours carries the words in its name, which CLI11 shows
// nowhere: a mark, then "word TAB description LF" for each.
constexpr std::string_view mark = "choices\n";

std::string encode(const std::vector<Choice> &choices) {
    std::string text(mark);
    for (const Choice &choice : choices) {
        text.append(choice.name).append("\t").append(choice.description).append("\n");
    }
    return text;
}

std::vector<Choice> decode(std::string_view text) {
    std::vector<Choice> choices;
    text.remove_prefix(mark.size());
    while (!text.empty()) {
        const std::size_t tab = text.find('\t');
        const std::size_t end = text.find('\n');
        choices.push_back({std::string(text.substr(0, tab)), std::string(text.substr(tab + 1, end - tab - 1))});
        text.remove_prefix(end + 1);
    }
    return choices;
}

std::string refuse_unknown(const std::vector<Choice> &choices, const std::string &word) {
    std::vector<std::string_view> names;
    for (const Choice &choice : choices) {
        if (choice.name == word) {
            return {};
        }
        names.push_back(choice.name);
    }
    constexpr std::size_t most_shown = 12;
    const std::string_view nearest = nearest_name(word, names);
    return "expected " + (names.size() > most_shown ? "one of those that --help names" : one_of(names)) + ", found '" +
           word + "'" + (nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?");
}

} // namespace

std::vector<Choice> choices_of_names(std::span<const std::string_view> names) {
    std::vector<Choice> choices;
    for (const std::string_view name : names) {
        choices.push_back({std::string(name), ""});
    }
    return choices;
}

void limit_choices(CLI::Option &option, const std::vector<Choice> &choices) {
    option.check([choices](const std::string &word) { return refuse_unknown(choices, word); }, "", encode(choices));
}

std::vector<Choice> choices_of(CLI::Option &option) {
    try {
        for (int i = 0;; ++i) {
            const std::string &name = option.get_validator(i)->get_name();
            if (name.starts_with(mark)) {
                return decode(name);
            }
        }
    } catch (const CLI::OptionNotFound &) {
        return {};
    }
}

} // namespace gainsay
