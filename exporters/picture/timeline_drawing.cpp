#include "exporters/picture/timeline_drawing.h"

#include "base/number.h"
#include "exporters/dot/dot_label.h"
#include "exporters/picture/drawn_statements.h"
#include "exporters/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

constexpr std::size_t most_claims = 16;
constexpr std::size_t most_actors = 20;
constexpr std::size_t longest_name = 27;
constexpr std::size_t claim_columns = 118;

// Points, from the left and from the top; an A4 page that lies holds 814.
constexpr double axis_left = 178;
constexpr double axis_width = 540;
constexpr double no_date_at = axis_left + axis_width + 34;
constexpr double mark_size = 16;
constexpr double lane_gap = 7;
constexpr double points_of_inch = 72;

constexpr auto node_defaults = std::to_array<std::pair<const char *, const char *>>({
    {"fontsize", "9"},
    {"label", ""},
    {"shape", "box"},
    {"pos", ""},
    {"width", "0.1"},
    {"height", "0.1"},
    {"fixedsize", "true"},
    {"style", "filled"},
    {"color", "#ffffff"},
    {"fillcolor", "#ffffff"},
    {"fontcolor", "#000000"},
    {"penwidth", "1"},
    {"tooltip", " "},
});

/// One mark: an actor's stand on a claim on a day.
struct Mark {
    double x = 0;
    std::size_t claim = 0;
    Side side = Side::neither;
    std::string tooltip;
};

/// Marks of one actor in rows in which none covers another.
struct Lane {
    NodeIndex actor = 0;
    std::vector<std::vector<Mark>> rows;

    void add(Mark mark) {
        for (auto &row : rows) {
            if (row.back().x + mark_size + 1 <= mark.x) {
                row.push_back(std::move(mark));
                return;
            }
        }
        rows.push_back({std::move(mark)});
    }
};

/// The days of the axis.
struct Axis {
    long first = 0;
    long last = 0;

    double x(long day) const {
        if (last == first) {
            return axis_left + axis_width / 2;
        }
        return axis_left + axis_width * static_cast<double>(day - first) / static_cast<double>(last - first);
    }

    /// Where lines with dates stand: days, weeks, months or years.
    std::vector<std::pair<long, std::string>> ticks() const {
        constexpr long most_days = 12;
        constexpr long most_weeks = 80;
        constexpr long most_months = 800;
        const long span = last - first;
        std::vector<std::pair<long, std::string>> ticks;
        for (long day = first; day <= last; ++day) {
            const Date date = from_days(day);
            if (span <= most_days || (span <= most_weeks && (day - first) % 7 == 0)) {
                ticks.emplace_back(day, format(date));
            } else if (span > most_weeks && date.day == 1 && (span <= most_months || date.month == 1)) {
                ticks.emplace_back(day, format(Date{date.year, span <= most_months ? date.month : 0, 0}));
            }
        }
        if (ticks.empty()) {
            ticks.emplace_back(first, format(from_days(first)));
        }
        return ticks;
    }
};

class TimelineDrawer {
  public:
    TimelineDrawer(const KnowledgeGraph &graph, const ExportOptions &options, DotGraph &dot)
        : graph_(&graph), options_(&options), dot_(&dot),
          drawn_(choose_statements(graph, options, most_claims, most_actors)) {}

    void draw() {
        set_up();
        find_axis();
        make_lanes();
        double y = 0;
        const double top = y;
        for (const Lane &lane : lanes_) {
            const double height = mark_size * static_cast<double>(lane.rows.size()) + lane_gap;
            draw_lane(lane, y, height);
            y += height;
        }
        draw_axis(top, y);
        draw_marks(top);
        dot_->set_graph_html("label", label());
    }

  private:
    void set_up() {
        dot_->set_graph("margin", "0.1");
        dot_->set_graph("bgcolor", "white");
        dot_->set_graph("labelloc", "b");
        dot_->set_graph("labeljust", "l");
        dot_->set_graph("fontname", "Helvetica,Arial,sans-serif");
        dot_->set_graph("fontsize", "10");
        dot_->default_node("fontname", "Helvetica,Arial,sans-serif");
        for (const auto &[name, value] : node_defaults) {
            dot_->default_node(name, value);
        }
    }

    /// Every mark once, in order of place.
    void make_lanes() {
        std::map<NodeIndex, std::size_t> number;
        for (std::size_t i = 0; i < drawn_.claims.size(); ++i) {
            number[drawn_.claims[i]] = i + 1;
        }
        for (const NodeIndex actor : drawn_.actors) {
            Lane lane;
            lane.actor = actor;
            std::set<std::tuple<std::string, std::size_t, Side>> seen;
            for (const Statement &said : drawn_.statements) {
                const EdgeRecord &edge = graph_->edge(said.edge);
                if (edge.source != actor) {
                    continue;
                }
                const auto day = first_day(said.when.date);
                const std::size_t claim = number.at(edge.target);
                if (seen.insert({day ? format(*day) : "", claim, said.side}).second) {
                    lane.add(
                        {day ? axis_.x(to_days(*day)) : no_date_at, claim, said.side, edge.evidence[said.piece].text});
                }
            }
            lanes_.push_back(std::move(lane));
        }
        // Who speaks first stands on top.
        std::stable_sort(lanes_.begin(), lanes_.end(), [](const Lane &a, const Lane &b) {
            return a.rows.front().front().x < b.rows.front().front().x;
        });
    }

    void find_axis() {
        bool is_first = true;
        for (const Statement &said : drawn_.statements) {
            const auto day = first_day(said.when.date);
            if (!day) {
                has_undated_ = true;
                continue;
            }
            const long number = to_days(*day);
            axis_.first = is_first ? number : std::min(axis_.first, number);
            axis_.last = is_first ? number : std::max(axis_.last, number);
            is_first = false;
        }
        has_axis_ = !is_first;
    }

    Agnode_t *place(const std::string &id, double x, double y, double width, double height) {
        Agnode_t *node = dot_->add_node(id);
        dot_->set(node, "pos", format_rounded(x, 2) + "," + format_rounded(-y, 2));
        dot_->set(node, "width", format_rounded(width / points_of_inch, 4));
        dot_->set(node, "height", format_rounded(height / points_of_inch, 4));
        return node;
    }

    void draw_lane(const Lane &lane, double y, double height) {
        const std::string id = std::to_string(lane.actor);
        const bool is_odd = lane_count_++ % 2 == 1;
        const double right = has_undated_ ? no_date_at + mark_size : axis_left + axis_width + mark_size;
        Agnode_t *ground = place("lane" + id, right / 2, y + height / 2, right, height);
        const std::string color = is_odd ? "#f4f6f8" : "#ffffff";
        dot_->set(ground, "color", color);
        dot_->set(ground, "fillcolor", color);
        constexpr double name_width = axis_left - 16;
        Agnode_t *name = place("name" + id, name_width / 2, y + height / 2, name_width, height);
        dot_->set(name, "style", "");
        dot_->set(name, "shape", "plaintext");
        dot_->set_html(
            name, "label",
            R"(<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH=")" +
                format_rounded(name_width, 0) + R"(" HEIGHT="14"><TR><TD ALIGN="RIGHT"><FONT POINT-SIZE="10">)" +
                label_text(shorten(graph_->node(lane.actor).label, longest_name)) + "</FONT></TD></TR></TABLE>");
    }

    void draw_axis(double top, double bottom) {
        constexpr double tick_height = 14;
        constexpr double least_gap = 58;
        double last_label = -least_gap;
        std::size_t number = 0;
        if (has_axis_) {
            for (const auto &[day, words] : axis_.ticks()) {
                const double x = axis_.x(day);
                Agnode_t *line = place("tick" + std::to_string(++number), x, (top + bottom) / 2, 0.4, bottom - top);
                dot_->set(line, "color", "#c4cad0");
                dot_->set(line, "fillcolor", "#c4cad0");
                dot_->set(line, "penwidth", "0.3");
                if (x - last_label >= least_gap) {
                    Agnode_t *label = place("date" + std::to_string(number), x, top - tick_height / 2, 56, tick_height);
                    dot_->set(label, "shape", "plaintext");
                    dot_->set(label, "style", "");
                    dot_->set(label, "label", words);
                    last_label = x;
                }
            }
        }
        if (has_undated_) {
            Agnode_t *label = place("no date", no_date_at, top - tick_height / 2, 50, tick_height);
            dot_->set(label, "shape", "plaintext");
            dot_->set(label, "style", "");
            dot_->set(label, "label", "no date");
        }
        if (!options_->title.empty()) {
            Agnode_t *title = place("title", 380, top - 34, 760, 24);
            dot_->set(title, "shape", "plaintext");
            dot_->set(title, "style", "");
            dot_->set_html(
                title, "label",
                R"(<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="760" HEIGHT="22"><TR><TD ALIGN="LEFT">)"
                "<FONT POINT-SIZE=\"16\"><B>" +
                    label_text(shorten(options_->title, 80)) + "</B></FONT></TD></TR></TABLE>");
        }
    }

    void draw_marks(double top) {
        double y = top;
        std::size_t number = 0;
        for (const Lane &lane : lanes_) {
            for (std::size_t row = 0; row < lane.rows.size(); ++row) {
                const double center = y + lane_gap / 2 + mark_size * (static_cast<double>(row) + 0.5);
                for (const Mark &mark : lane.rows[row]) {
                    Agnode_t *node =
                        place("mark" + std::to_string(++number), mark.x, center, mark_size - 1, mark_size - 1);
                    const std::string color = html_color(color_of(mark.side));
                    dot_->set(node, "shape", shape_of(mark.side));
                    dot_->set(node, "color", color);
                    dot_->set(node, "fillcolor", color);
                    dot_->set(node, "fontcolor", "#ffffff");
                    dot_->set(node, "label", std::to_string(mark.claim));
                    dot_->set(node, "tooltip", dot_escape(shorten(mark.tooltip, 300)));
                }
            }
            y += mark_size * static_cast<double>(lane.rows.size()) + lane_gap;
        }
    }

    static const char *shape_of(Side side) {
        switch (side) {
        case Side::in_favor:
            return "circle";
        case Side::against:
            return "box";
        case Side::neither:
            break;
        }
        return "hexagon";
    }

    std::string label() const {
        std::string html = R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">)";
        if (drawn_.claims.empty()) {
            html += "<TR><TD ALIGN=\"LEFT\">No statements.</TD></TR>";
        }
        if (options_->legend && !drawn_.claims.empty()) {
            const auto key = [](const char *sign, Side side, const char *words) {
                return "<FONT COLOR=\"" + html_color(color_of(side)) + "\">" + sign + "</FONT> " + words + "   ";
            };
            html += "<TR><TD></TD><TD ALIGN=\"LEFT\">" + key("●", Side::in_favor, "says it is so") +
                    key("■", Side::against, "says it is not so") +
                    key("⬢", Side::neither, "neither: asks, demands, will not say") + "</TD></TR>";
        }
        html += claim_list_html(*graph_, drawn_.claims, claim_columns);
        for (const std::string &note : {drawn_.note, options_->note}) {
            if (!note.empty()) {
                html += "<TR><TD></TD><TD ALIGN=\"LEFT\"><I>" + label_text(note) + "</I></TD></TR>";
            }
        }
        return html + "</TABLE>";
    }

    const KnowledgeGraph *graph_;
    const ExportOptions *options_;
    DotGraph *dot_;
    DrawnStatements drawn_;
    Axis axis_;
    bool has_axis_ = false;
    bool has_undated_ = false;
    std::vector<Lane> lanes_;
    std::size_t lane_count_ = 0;
};

} // namespace

void draw_timeline(const KnowledgeGraph &graph, const ExportOptions &options, DotGraph &dot) {
    TimelineDrawer(graph, options, dot).draw();
}

} // namespace gainsay
