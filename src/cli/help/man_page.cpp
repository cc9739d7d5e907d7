#include "cli/help/man_page.h"

#include "base/utf8.h"
#include "base/version.h"
#include "cli/help/help_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace gainsay {

namespace {

/// Plain text as groff's source: nothing in it is a command.
std::string escape(std::string_view text) {
    std::string escaped;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        const bool starts_line = i == 0 || text[i - 1] == '\n';
        if (starts_line && (text[i] == '.' || text[i] == '\'')) {
            escaped += "\\&";
        }
        if (point.length > 1) {
            std::array<char, 16> name{};
            std::snprintf(name.data(), name.size(), "\\[u%04X]", static_cast<unsigned>(point.value));
            escaped += name.data();
        } else if (text[i] == '\\') {
            escaped += "\\e";
        } else if (text[i] == '-') {
            escaped += "\\-";
        } else if (text[i] == '\'') {
            escaped += "\\(aq";
        } else if (text[i] == '`') {
            escaped += "\\(ga";
        } else if (text[i] == '"') {
            escaped += "\\(dq";
        } else {
            escaped += text[i];
        }
        i += point.length;
    }
    return escaped;
}

std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::toupper(c); });
    return result;
}

std::string page_title(const CommandHelp &help) {
    std::string title = help.path;
    std::replace(title.begin(), title.end(), ' ', '-');
    return title;
}

void append_paragraphs(std::string &page, std::string_view paragraphs) {
    while (!paragraphs.empty()) {
        const std::size_t end = std::min(paragraphs.find("\n\n"), paragraphs.size());
        page.append(".PP\n").append(escape(paragraphs.substr(0, end))).append("\n");
        paragraphs.remove_prefix(std::min(end + 2, paragraphs.size()));
    }
}

void append_choices(std::string &page, const std::vector<Choice> &choices) {
    if (choices.empty()) {
        return;
    }
    const bool is_table =
        std::any_of(choices.begin(), choices.end(), [](const Choice &choice) { return !choice.description.empty(); });
    if (is_table) {
        page += ".RS\n";
        for (const Choice &choice : choices) {
            page += ".TP\n.B " + escape(choice.name) + "\n" + escape(choice.description) + "\n";
        }
        page += ".RE\n";
        return;
    }
    std::string names;
    for (const Choice &choice : choices) {
        names.append(names.empty() ? "" : ", ").append(choice.name);
    }
    page += ".br\n" + escape(names) + "\n";
}

void append_options(std::string &page, const std::vector<OptionHelp> &options) {
    for (const OptionHelp &option : options) {
        page += ".TP\n";
        if (option.names.empty()) {
            page += ".I " + escape(option_heading(option)) + "\n";
        } else {
            std::string names;
            for (const std::string &name : option.names) {
                names.append(names.empty() ? "" : ", ").append("\\fB" + escape(name) + "\\fR");
            }
            page += names + (option.value.empty() ? "" : " \\fI" + escape(option.value) + "\\fR") + "\n";
        }
        page += escape(option.text) + "\n";
        append_choices(page, option.choices);
    }
}

void append_examples(std::string &page, const std::vector<Example> &examples) {
    for (const Example &example : examples) {
        page += ".PP\n" + escape(example.purpose) + ":\n.PP\n.RS 4\n.nf\n" + escape(example.line) + "\n.fi\n.RE\n";
    }
}

/// A command below, with all that there is to say of it.
void append_below(std::string &page, const CommandHelp &help) {
    page += ".SS " + escape(help.page.name) + "\n" + escape(help.page.summary) + ".\n.PP\n\\fB" +
            escape(usage_line(help)) + "\\fR\n";
    append_paragraphs(page, help.page.details);
    append_options(page, help.arguments);
    append_options(page, help.options);
    append_examples(page, help.page.examples);
    if (!help.page.exit_status.empty()) {
        page += ".PP\nExit status: " + escape(exit_status(help.page)) + ".\n";
    }
}

} // namespace

std::string man_page_name(const CommandHelp &help) {
    return page_title(help) + ".1";
}

std::string man_page(const CommandHelp &program, const CommandHelp &help) {
    const bool is_program = &program == &help;
    std::string page = ".TH " + upper(escape(page_title(help))) + R"( 1 "" "gainsay )" + escape(version()) +
                       R"(" "Gainsay Manual")" + "\n.nh\n.ad l\n";
    page += ".SH NAME\n" + escape(page_title(help)) + " \\- " + escape(help.page.summary) + "\n";
    page += ".SH SYNOPSIS\n.B " + escape(usage_line(help)) + "\n";
    if (!help.page.details.empty()) {
        page += ".SH DESCRIPTION\n";
        append_paragraphs(page, help.page.details);
    }
    if (is_program) {
        page += ".SH COMMANDS\n";
        for (const CommandHelp &command : help.commands) {
            page += ".TP\n.BR " + escape(page_title(command)) + " (1)\n" + escape(command.page.summary) + ".\n";
        }
    }
    page += help.arguments.empty() ? "" : ".SH ARGUMENTS\n";
    append_options(page, help.arguments);
    page += ".SH OPTIONS\n";
    append_options(page, help.options);
    if (!is_program) {
        page += ".PP\nThe options of\n.BR gainsay (1)\nmay stand here too.\n";
        page += help.commands.empty() ? "" : ".SH " + upper(help.below == "query" ? "queries" : "commands") + "\n";
        for (const CommandHelp &command : help.commands) {
            append_below(page, command);
        }
    }
    page += help.page.examples.empty() ? "" : ".SH EXAMPLES\n";
    append_examples(page, help.page.examples);
    page += ".SH EXIT STATUS\n" + escape(exit_status(help.page)) + ".\n.SH SEE ALSO\n";
    if (!is_program) {
        page += ".BR gainsay (1)";
    }
    for (const CommandHelp &command : program.commands) {
        if (&command != &help) {
            page += (page.back() == '\n' ? ".BR " : ",\n.BR ") + escape(page_title(command)) + " (1)";
        }
    }
    return page + "\n";
}

} // namespace gainsay
