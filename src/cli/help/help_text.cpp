#include "cli/help/help_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <cctype>

namespace gainsay {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t most_heading = 26;

/// Appends the words from the column on; lines that follow begin at `indent`.
void append_wrapped(std::string &text, std::string_view words, std::size_t column, std::size_t indent) {
    bool is_first = true;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, end);
        const std::size_t width = count_code_points(word);
        if (!is_first && column + 1 + width > line_width) {
            text.append("\n").append(indent, ' ');
            column = indent;
        } else if (!is_first) {
            text += ' ';
            ++column;
        }
        text.append(word);
        column += width;
        is_first = false;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    text += "\n";
}

/// Two columns; a heading that is too wide has a line of its own.
void append_row(std::string &text, const std::string &heading, std::string_view words, std::size_t margin,
                std::size_t second) {
    text.append(margin, ' ').append(heading);
    const std::size_t column = margin + count_code_points(heading);
    if (column + 2 > second) {
        text.append("\n").append(second, ' ');
    } else {
        text.append(second - column, ' ');
    }
    append_wrapped(text, words, second, second);
}

void append_paragraphs(std::string &text, std::string_view paragraphs) {
    while (!paragraphs.empty()) {
        const std::size_t end = std::min(paragraphs.find("\n\n"), paragraphs.size());
        append_wrapped(text, paragraphs.substr(0, end), 0, 0);
        text += "\n";
        paragraphs.remove_prefix(std::min(end + 2, paragraphs.size()));
    }
}

void append_options(std::string &text, std::string_view title, const std::vector<OptionHelp> &options) {
    if (options.empty()) {
        return;
    }
    text.append(title).append(":\n");
    for (const OptionHelp &option : options) {
        constexpr std::size_t margin = 2;
        append_row(text, option_heading(option), option.text, margin, most_heading);
        const bool is_table = std::any_of(option.choices.begin(), option.choices.end(),
                                          [](const Choice &choice) { return !choice.description.empty(); });
        if (is_table) {
            for (const Choice &choice : option.choices) {
                constexpr std::size_t name_width = 12;
                append_row(text, choice.name, choice.description, most_heading + margin,
                           most_heading + margin + name_width);
            }
        } else if (!option.choices.empty()) {
            std::string names;
            for (const Choice &choice : option.choices) {
                names.append(names.empty() ? "" : ", ").append(choice.name);
            }
            text.append(most_heading + margin, ' ');
            append_wrapped(text, names, most_heading + margin, most_heading + margin);
        }
    }
    text += "\n";
}

std::string capitalized(std::string_view word) {
    std::string text(word);
    text.front() = static_cast<char>(to_upper(static_cast<unsigned char>(text.front())));
    return text;
}

} // namespace

std::string usage_line(const CommandHelp &help) {
    std::string usage = help.path + " [OPTIONS]";
    for (const OptionHelp &argument : help.arguments) {
        usage += argument.is_required ? " " + option_heading(argument) : " [" + option_heading(argument) + "]";
    }
    if (!help.commands.empty()) {
        std::string below(help.below);
        std::transform(below.begin(), below.end(), below.begin(), [](unsigned char c) { return std::toupper(c); });
        usage += " " + below + " …";
    }
    return usage;
}

std::string option_heading(const OptionHelp &option) {
    std::string heading;
    for (const std::string &name : option.names) {
        heading.append(heading.empty() ? "" : ", ").append(name);
    }
    heading.append(heading.empty() || option.value.empty() ? "" : " ").append(option.value);
    return option.takes_many ? heading + "…" : heading;
}

std::string help_text(const CommandHelp &help) {
    std::string text;
    append_wrapped(text, std::string(help.page.summary) + ".", 0, 0);
    text += "\nUsage: " + usage_line(help) + "\n\n";
    append_paragraphs(text, help.page.details);
    append_options(text, "Arguments", help.arguments);
    if (!help.commands.empty()) {
        const std::string word = capitalized(help.below);
        text += (help.below == "query" ? "Queries" : word + "s") + ":\n";
        for (const CommandHelp &command : help.commands) {
            constexpr std::size_t margin = 2;
            constexpr std::size_t second = 14;
            append_row(text, std::string(command.page.name), command.page.summary, margin, second);
        }
        text += "\n";
    }
    append_options(text, "Options", help.options);
    text += help.page.examples.empty() ? "" : "Examples:\n";
    for (const Example &example : help.page.examples) {
        text.append("  ").append(example.line).append("\n      ").append(example.purpose).append("\n");
    }
    text += help.page.examples.empty() ? "" : "\n";
    append_wrapped(text, "Exit status: " + exit_status(help.page) + ".", 0, 0);
    if (!help.commands.empty()) {
        text += "\n'" + help.path + (help.arguments.empty() ? "" : " " + help.arguments.front().value) + " " +
                (help.below == "query" ? "QUERY" : "COMMAND") + " --help' tells more.\n";
    }
    return text;
}

} // namespace gainsay
