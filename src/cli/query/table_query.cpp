#include "base/error.h"
#include "base/number.h"
#include "cli/help/choices.h"
#include "cli/query/answer_parts.h"
#include "cli/query/filter_options.h"
#include "cli/query/query.h"
#include "cli/query/text_layout.h"
#include "exporters/csv/csv_output.h"
#include "exporters/json_cells.h"
#include "query/question_tables.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace gainsay {

namespace {

struct TableArguments {
    std::string question;
    FilterArguments filter;
    std::size_t most = 0;
};

struct TableFound {
    explicit TableFound(const KnowledgeGraph &graph) : articles(graph) {}

    ArticleIndex articles;
    TableQuestion question = TableQuestion::sources;
    QuestionTable table;
    /// Rows before --max cut them.
    std::size_t all = 0;
};

constexpr std::size_t gap = 2;
/// Wider columns are cut: whole texts are in the CSV and JSON.
constexpr std::size_t widest_column = 44;

std::string cell_text(const TableValue &value) {
    if (const auto *integer = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*integer);
    }
    if (const auto *number = std::get_if<double>(&value)) {
        return format_number(*number);
    }
    const auto *text = std::get_if<std::string>(&value);
    return text == nullptr ? "" : shortened(on_one_line(*text), widest_column);
}

bool is_number(const TableValue &value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

/// Ids and document names are for programs.
bool is_shown(const std::string &column) {
    return !column.ends_with("_id") && column != "document";
}

/// As many columns as the page holds, numbers to the right; what is left out is named below.
std::string table_text(const TableFound &found) {
    const QuestionTable &table = found.table;
    if (table.rows.empty()) {
        return "Nothing.\n";
    }
    const std::size_t page = page_width();
    std::vector<std::size_t> shown;
    std::vector<std::size_t> widths;
    std::string left_out;
    std::size_t used = 0;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (!is_shown(table.columns[c])) {
            continue;
        }
        std::size_t width = text_width(table.columns[c]);
        for (const auto &row : table.rows) {
            width = std::max(width, text_width(cell_text(row[c])));
        }
        if (!shown.empty() && used + width + gap > page) {
            left_out.append(left_out.empty() ? "" : ", ").append(table.columns[c]);
            continue;
        }
        used += width + gap;
        shown.push_back(c);
        widths.push_back(width);
    }
    std::string text;
    const auto add = [&](std::size_t at, const std::string &field, bool to_the_right) {
        const std::string blanks(widths[at] - text_width(field), ' ');
        text += to_the_right ? blanks + field : field + blanks;
        text += std::string(gap, ' ');
    };
    const auto end_line = [&] {
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    };
    for (std::size_t i = 0; i < shown.size(); ++i) {
        add(i, table.columns[shown[i]], is_number(table.rows.front()[shown[i]]));
    }
    end_line();
    for (const auto &row : table.rows) {
        for (std::size_t i = 0; i < shown.size(); ++i) {
            add(i, cell_text(row[shown[i]]), is_number(row[shown[i]]));
        }
        end_line();
    }
    text += "\n" + counted(found.all, "row", "rows");
    text += table.rows.size() < found.all ? ", the first " + std::to_string(table.rows.size()) : "";
    return text + (left_out.empty() ? "" : "; with --csv or --json also: " + left_out) + "\n";
}

void write_table(JsonOutput &out, const TableFound &found) {
    out.begin_object();
    out.field("table", name(found.question));
    write_count(out, "count", found.all);
    out.key("columns");
    out.begin_array();
    for (const std::string &column : found.table.columns) {
        out.string(column);
    }
    out.end_array();
    out.key("rows");
    out.begin_array();
    for (const auto &row : found.table.rows) {
        out.break_line();
        out.begin_object();
        for (std::size_t c = 0; c < row.size(); ++c) {
            out.key(found.table.columns[c]);
            write_cell(out, row[c]);
        }
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_csv(const TableFound &found, ByteSink &sink) {
    CsvOutput out(sink);
    out.header(found.table.columns);
    for (const auto &row : found.table.rows) {
        out.row(row);
    }
    out.finish();
}

QueryAnswer run_table(const KnowledgeGraph &graph, const TableArguments &arguments, const Resources &resources) {
    auto found = std::make_shared<TableFound>(graph);
    found->question = parse_word<TableQuestion>(arguments.question).value_or(TableQuestion::sources);
    TableOptions options;
    options.actors = read_nodes(graph, arguments.filter.actors, resources);
    options.period = read_period(arguments.filter);
    options.documents = read_outlet(found->articles, arguments.filter);
    found->table = answer_table(graph, found->articles, found->question, options);
    found->all = found->table.rows.size();
    if (arguments.most > 0 && found->table.rows.size() > arguments.most) {
        found->table.rows.resize(arguments.most);
    }
    return {[found] { return table_text(*found); }, [found](JsonOutput &out) { write_table(out, *found); },
            found->table.rows.empty() ? ExitStatus::some_refused : ExitStatus::done,
            [found](ByteSink &sink) { write_csv(*found, sink); }};
}

QueryRun setup_table(CLI::App &app) {
    auto arguments = std::make_shared<TableArguments>();
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < names_of<TableQuestion>().size(); ++i) {
        const auto question = static_cast<TableQuestion>(i);
        choices.push_back({std::string(name(question)), std::string(description(question))});
    }
    limit_choices(*app.add_option("table", arguments->question, "Which table")->type_name("TABLE")->required(),
                  choices);
    app.add_option("--actor", arguments->filter.actors, "Only what this one says; may stand several times")
        ->type_name("NAME")
        ->allow_extra_args(false);
    add_period_options(app, arguments->filter);
    add_outlet_option(app, arguments->filter);
    app.add_option("--max", arguments->most, "Show only the first of the rows; all without")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    return [arguments](const KnowledgeGraph &graph, const Resources &resources) {
        return run_table(graph, *arguments, resources);
    };
}

} // namespace

Query table_query() {
    return {{.name = "table",
             .summary = "Tables: who is quoted by whom, unnamed sources, who said it first, who changed his mind",
             .details =
                 "Every sentence in which an actor takes a stand on a claim counts. Its date is its own where one "
                 "article alone tells it, else the day that the article was published. A source without a name is "
                 "told by its letters: \"a senior official\" has none. Text shows the columns that the page holds; "
                 "--csv and --json have all.",
             .examples = {{"gainsay query graph.json table sources", "Who is quoted how often by which outlet"},
                          {"gainsay query graph.json table changed --csv -o changed.csv",
                           "Who changed his mind, for a spreadsheet"},
                          {"gainsay query graph.json table stance --actor Tolland", "What she said when"}},
             .exit_status = "0 the table has rows; 1 it has none"},
            setup_table,
            true};
}

} // namespace gainsay
