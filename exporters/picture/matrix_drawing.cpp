#include "exporters/picture/matrix_drawing.h"

#include "exporters/dot/dot_label.h"
#include "exporters/picture/drawn_statements.h"
#include "exporters/text.h"

#include <map>

namespace gainsay {

namespace {

/// What one page holds with letters of 9 points.
constexpr std::size_t most_claims = 20;
constexpr std::size_t most_actors = 30;
constexpr std::size_t longest_name = 34;
constexpr std::size_t claim_columns = 96;

/// Sentences of an actor on a claim, by side.
struct Cell {
    std::size_t in_favor = 0;
    std::size_t against = 0;
    std::size_t neither = 0;
};

struct CellLook {
    std::string_view sign;
    Color fill;
};

/// Who said both gets a sign and a colour of its own.
CellLook look_of(const Cell &cell) {
    constexpr Color of_both = {222, 206, 236};
    if (cell.in_favor > 0 && cell.against > 0) {
        return {"±", of_both};
    }
    if (cell.in_favor > 0) {
        return {"+", pale_color_of(Side::in_favor)};
    }
    return cell.against > 0 ? CellLook{"−", pale_color_of(Side::against)} : CellLook{"?", pale_color_of(Side::neither)};
}

std::string cell_html(const Cell *cell) {
    if (cell == nullptr) {
        return R"(<TD BGCOLOR="#ffffff"></TD>)";
    }
    const CellLook look = look_of(*cell);
    const std::size_t count = cell->in_favor + cell->against + cell->neither;
    std::string text = "<B>" + std::string(look.sign) + "</B>";
    text += count > 1 ? std::to_string(count) : "";
    return "<TD BGCOLOR=\"" + html_color(look.fill) + "\">" + text + "</TD>";
}

std::string key_html(const char *sign, Color color, const char *words) {
    return "<TD BGCOLOR=\"" + html_color(color) + "\"><B>" + sign + "</B></TD><TD ALIGN=\"LEFT\">" + words + "  </TD>";
}

std::string legend_rows() {
    return R"(<TR><TD ALIGN="LEFT"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="2"><TR>)" +
           key_html("+", pale_color_of(Side::in_favor), "says it is so") +
           key_html("−", pale_color_of(Side::against), "says it is not so") +
           key_html("±", {222, 206, 236}, "said both") +
           key_html("?", pale_color_of(Side::neither), "neither: asks, demands, will not say") +
           "<TD ALIGN=\"LEFT\">a number: how many sentences</TD></TR></TABLE></TD></TR>";
}

} // namespace

void draw_matrix(const KnowledgeGraph &graph, const ExportOptions &options, DotGraph &dot) {
    const DrawnStatements drawn = choose_statements(graph, options, most_claims, most_actors);
    std::map<NodeIndex, std::size_t> number;
    for (std::size_t i = 0; i < drawn.claims.size(); ++i) {
        number[drawn.claims[i]] = i;
    }
    std::map<std::pair<NodeIndex, std::size_t>, Cell> cells;
    for (const Statement &said : drawn.statements) {
        const EdgeRecord &edge = graph.edge(said.edge);
        Cell &cell = cells[{edge.source, number.at(edge.target)}];
        ++(said.side == Side::in_favor ? cell.in_favor : (said.side == Side::against ? cell.against : cell.neither));
    }
    std::string grid = R"(<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="4" COLOR="#c8ccd0"><TR>)"
                       R"(<TD BORDER="0"></TD>)";
    for (std::size_t i = 0; i < drawn.claims.size(); ++i) {
        grid += "<TD BORDER=\"0\"><B>" + std::to_string(i + 1) + "</B></TD>";
    }
    grid += "</TR>";
    for (const NodeIndex actor : drawn.actors) {
        grid += R"(<TR><TD BORDER="0" ALIGN="RIGHT">)" + label_text(shorten(graph.node(actor).label, longest_name)) +
                "</TD>";
        for (std::size_t i = 0; i < drawn.claims.size(); ++i) {
            const auto found = cells.find({actor, i});
            grid += cell_html(found == cells.end() ? nullptr : &found->second);
        }
        grid += "</TR>";
    }
    grid += "</TABLE>";
    std::string html = R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="2">)";
    if (!options.title.empty()) {
        html +=
            R"(<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="16"><B>)" + label_text(options.title) + "</B></FONT></TD></TR>";
    }
    if (drawn.claims.empty()) {
        html += "<TR><TD ALIGN=\"LEFT\">No statements.</TD></TR>";
    } else {
        html += "<TR><TD ALIGN=\"LEFT\">" + grid + "</TD></TR>";
        html += options.legend ? legend_rows() : "";
        html += R"(<TR><TD ALIGN="LEFT"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">)" +
                claim_list_html(graph, drawn.claims, claim_columns) + "</TABLE></TD></TR>";
    }
    for (const std::string &note : {drawn.note, options.note}) {
        if (!note.empty()) {
            html += "<TR><TD ALIGN=\"LEFT\"><I>" + label_text(note) + "</I></TD></TR>";
        }
    }
    html += "</TABLE>";
    dot.set_graph("margin", "0.1");
    dot.set_graph("bgcolor", "white");
    dot.default_node("shape", "plain");
    dot.default_node("fontname", "Helvetica,Arial,sans-serif");
    dot.default_node("fontsize", "10");
    dot.default_node("label", "");
    dot.set_html(dot.add_node("matrix"), "label", html);
}

} // namespace gainsay
