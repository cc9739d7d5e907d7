#include "exporters/html/html_writer.h"

#include "base/number.h"
#include "exporters/dot/dot_writer.h"
#include "exporters/dot/layout.h"
#include "exporters/html/html_articles.h"
#include "exporters/html/page_files.h"
#include "exporters/table.h"
#include "exporters/text.h"
#include "exporters/xml_output.h"

#include <algorithm>
#include <set>
#include <vector>

namespace gainsay {

namespace {

/// A larger picture is none, and takes long to lay out.
constexpr std::size_t most_drawn_nodes = 300;
constexpr std::size_t most_drawn_edges = 600;

bool can_be_drawn(const KnowledgeGraph &graph) {
    return !graph.nodes().empty() && graph.nodes().size() <= most_drawn_nodes &&
           graph.edges().size() <= most_drawn_edges;
}

/// The SVG element alone: no prologue, and no comments, which hold names.
std::string svg_element(const std::string &file) {
    std::string svg;
    for (std::size_t at = file.find("<svg"); at < file.size();) {
        const std::size_t comment = std::min(file.find("<!--", at), file.size());
        svg.append(file, at, comment - at);
        const std::size_t end = file.find("-->", comment);
        at = end == std::string::npos ? file.size() : end + 3;
    }
    return svg;
}

std::string drawing(const KnowledgeGraph &graph, const ExportOptions &options) {
    const GraphvizLock lock;
    const ChosenPlan chosen = choose_plan(lock, graph, options);
    return svg_element(LaidOutGraph(lock, graph, options, chosen.plan).rendered("svg"));
}

bool is_web_address(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

bool is_letter_start(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

std::string plural(std::size_t count, const std::string &noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

bool is_statement(const EdgeRecord &edge) {
    return row(edge.kind).family == EdgeFamily::statement;
}

class PageWriter {
  public:
    PageWriter(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink)
        : graph_(graph), drawn_(options.drawn == nullptr ? graph : *options.drawn), options_(options),
          articles_(options.articles == nullptr ? graph : *options.articles), out_(sink) {
        for (EdgeIndex i = 0; i < drawn_.edges().size(); ++i) {
            drawn_edges_.emplace(drawn_.edge(i).id, i);
        }
        draws_ = can_be_drawn(drawn_);
        only_relays_ = nodes_that_only_relay(drawn_);
    }

    void write() {
        write_head();
        out_.markup("<main>\n");
        write_tools();
        write_stage();
        out_.markup("<div id=\"lists\">\n");
        write_claims("disputes", "Disputes", "One side says it, another denies it.", true);
        write_claims("statements", "Statements", "Who says what.", false);
        write_events();
        write_actions();
        write_actors();
        write_articles();
        out_.markup("</div>\n</main>\n<footer class=\"quiet\"><p>Made by Gainsay. Every sentence is cut out of its "
                    "article at the "
                    "bytes given.</p></footer>\n<script>")
            .markup(page_script())
            .markup("</script>\n</body>\n</html>\n");
        out_.finish();
    }

  private:
    std::string title() const { return options_.title.empty() ? "Who says what" : options_.title; }

    void write_head() {
        out_.markup(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            // Nothing is fetched, whatever the articles hold.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
        out_.text(title())
            .markup("</title>\n<style>")
            .markup(page_style())
            .markup("</style>\n</head>\n<body>\n<header>\n<h1>");
        out_.text(title())
            .markup("</h1>\n<p class=\"quiet\">")
            .text(summary())
            .markup("</p>\n<nav aria-label=\"Parts of this page\">");
        for (const auto &[id, name] :
             {std::pair{"drawing", "Picture"}, std::pair{"disputes", "Disputes"}, std::pair{"statements", "Statements"},
              std::pair{"events", "Events"}, std::pair{"actions", "Actions"}, std::pair{"actors", "Actors"},
              std::pair{"articles", "Articles"}}) {
            out_.markup("<a href=\"#").markup(id).markup("\">").markup(name).markup("</a> ");
        }
        out_.markup("</nav>\n</header>\n");
    }

    std::string summary() const {
        std::set<std::string> documents;
        std::size_t sentences = 0;
        for (const EdgeRecord &edge : graph_.edges()) {
            sentences += edge.evidence.size();
            for (const Evidence &piece : edge.evidence) {
                documents.insert(piece.document);
            }
        }
        std::size_t claims = 0;
        std::size_t disputed = 0;
        for (const NodeRecord &node : graph_.nodes()) {
            claims += node.kind == NodeKind::Claim ? 1U : 0U;
            disputed += node.status == ClaimStatus::disputed ? 1U : 0U;
        }
        return plural(documents.size(), "article") + ", " + plural(sentences, "sentence") + ", " +
               plural(claims, "claim") + ", " + std::to_string(disputed) + " of them disputed.";
    }

    void write_tools() {
        out_.markup(
            "<div class=\"tools\">\n<p><label for=\"search\">Search</label> <input type=\"search\" id=\"search\" "
            "autocomplete=\"off\" placeholder=\"a name or words of a claim\"></p>\n<ul id=\"found\" "
            "aria-live=\"polite\"></ul>\n"
            "<form id=\"filters\" autocomplete=\"off\">\n<details><summary>Filters: <span "
            "id=\"shown\"></span></summary>\n"
            "<fieldset><legend>Boxes</legend>");
        for (const NodeKindRow &kind : node_kinds()) {
            if (std::any_of(graph_.nodes().begin(), graph_.nodes().end(),
                            [&](const NodeRecord &node) { return node.kind == kind.kind; })) {
                write_checkbox("node-kind", kind.name, kind.name);
            }
        }
        std::set<EdgeKind> present;
        for (const EdgeRecord &edge : graph_.edges()) {
            present.insert(edge.kind);
        }
        out_.markup("</fieldset>\n<fieldset><legend>Stance</legend>");
        for (const EdgeKind kind : present) {
            if (row(kind).family == EdgeFamily::statement) {
                write_checkbox("edge-kind", name(kind), row(kind).label);
            }
        }
        out_.markup("</fieldset>\n<fieldset><legend>Actions and relations</legend>");
        for (const EdgeKind kind : present) {
            if (row(kind).family != EdgeFamily::statement) {
                write_checkbox("edge-kind", name(kind), row(kind).label);
            }
        }
        out_.markup("</fieldset>\n<fieldset><legend>Told by</legend><label>Outlet <select name=\"outlet\"><option "
                    "value=\"\">all"
                    "</option>");
        std::set<std::string> outlets;
        for (const auto &[id, facts] : articles_.all()) {
            outlets.insert(facts.outlet);
        }
        outlets.erase("");
        for (const std::string &outlet : outlets) {
            out_.markup("<option value=\"").text(outlet).markup("\">").text(outlet).markup("</option>");
        }
        out_.markup(
            "</select></label> <label>Articles from <input type=\"date\" name=\"from\"></label> <label>to <input "
            "type=\"date\" name=\"to\"></label> <label>Weight at least <input type=\"number\" name=\"weight\" "
            "min=\"1\" "
            "value=\"1\" step=\"1\" size=\"4\"></label></fieldset>\n<button type=\"reset\">Show everything</button>\n"
            "</details>\n</form>\n</div>\n");
    }

    void write_checkbox(std::string_view group, std::string_view value, std::string_view label) {
        out_.markup(R"(<label><input type="checkbox" name=")").markup(group).markup(R"(" value=")").text(value);
        out_.markup("\" checked> ").text(label).markup("</label>");
    }

    void write_stage() {
        out_.markup("<div class=\"stage\">\n<figure id=\"drawing\" aria-label=\"The picture\">\n");
        if (draws_) {
            ExportOptions look;
            look.note = options_.note;
            out_.markup(
                "<div class=\"zoom\"><button type=\"button\" id=\"zoom-in\" aria-label=\"larger\">+</button> <button "
                "type=\"button\" id=\"zoom-out\" aria-label=\"smaller\">−</button> <button type=\"button\" "
                "id=\"zoom-home\">whole picture</button></div>\n");
            out_.markup(drawing(drawn_, look)).markup("\n");
        } else {
            out_.markup("<p class=\"quiet\">")
                .markup(drawn_.nodes().empty() ? "There is nothing to draw."
                                               : "The graph is too large to be drawn whole.")
                .markup("</p>\n");
        }
        out_.markup(
            "</figure>\n<aside id=\"panel\" aria-live=\"polite\" aria-label=\"What was chosen\"></aside>\n</div>\n");
    }

    void begin_section(std::string_view id, std::string_view name, std::string_view about, std::string_view classes) {
        out_.markup("<section id=\"").markup(id).markup("\" class=\"").markup(classes).markup("\">\n<h2>").markup(name);
        out_.markup("</h2>\n<p class=\"quiet\">").markup(about).markup("</p>\n");
    }

    void write_claims(std::string_view id, std::string_view name, std::string_view about, bool disputed) {
        begin_section(id, name, about, "statements");
        bool any = false;
        for (NodeIndex i = 0; i < graph_.nodes().size(); ++i) {
            const NodeRecord &node = graph_.node(i);
            if (node.kind == NodeKind::Claim && (node.status == ClaimStatus::disputed) == disputed) {
                write_claim(i);
                any = true;
            }
        }
        out_.markup(any ? "</section>\n" : "<p>None.</p>\n</section>\n");
    }

    void write_claim(NodeIndex claim) {
        const NodeRecord &node = graph_.node(claim);
        begin_article(claim);
        out_.markup("<h3>");
        if (node.status && *node.status != ClaimStatus::asserted) {
            out_.markup("<span class=\"status\">").text(gainsay::name(*node.status)).markup("</span>");
        }
        out_.text(node.label).markup("</h3>\n<div class=\"sides\">\n");
        write_statements(claim);
        out_.markup("</div>\n");
        write_list(claim, [](const EdgeRecord &edge) { return row(edge.kind).family == EdgeFamily::comparison; });
        write_links(claim);
        out_.markup("</article>\n");
    }

    /// Who affirms, who denies, and who says something else, side by side.
    void write_statements(NodeIndex content) {
        struct Side {
            const char *heading;
            const char *tone;
            bool (*takes)(Tone);
        };
        static constexpr auto is_pro = [](Tone tone) {
            return tone == Tone::affirming || tone == Tone::accusing || tone == Tone::warning;
        };
        static constexpr auto is_con = [](Tone tone) { return tone == Tone::denying; };
        const Side sides[] = {{"Say so", "affirming", is_pro},
                              {"Deny it", "denying", is_con},
                              {"Neither", "doubting", [](Tone tone) { return !is_pro(tone) && !is_con(tone); }}};
        for (const Side &side : sides) {
            bool begun = false;
            for (const EdgeIndex index : graph_.in_edges(content)) {
                const EdgeRecord &edge = graph_.edge(index);
                if (!is_statement(edge) || !side.takes(row(edge.kind).tone)) {
                    continue;
                }
                if (!begun) {
                    begun = true;
                    out_.markup("<div class=\"side ").markup(side.tone).markup("\"><h4>").markup(side.heading);
                    out_.markup("</h4><ol>\n");
                }
                write_edge(index);
            }
            out_.markup(begun ? "</ol></div>\n" : "");
        }
    }

    /// Edges at the node that the test takes, those that start here or (for contents) end here.
    template <class Takes>
    void write_list(NodeIndex node, Takes takes, bool incoming = false) {
        bool begun = false;
        for (const EdgeIndex index : incoming ? graph_.in_edges(node) : graph_.out_edges(node)) {
            if (!takes(graph_.edge(index))) {
                continue;
            }
            if (!begun) {
                begun = true;
                out_.markup("<ol>\n");
            }
            write_edge(index);
        }
        out_.markup(begun ? "</ol>\n" : "");
    }

    /// What it is about and in which articles it stands, short.
    void write_links(NodeIndex node) {
        bool begun = false;
        EdgeKind last = EdgeKind::asserts;
        for (const EdgeIndex index : graph_.out_edges(node)) {
            const EdgeRecord &edge = graph_.edge(index);
            if (edge.kind != EdgeKind::about && row(edge.kind).family != EdgeFamily::provenance) {
                continue;
            }
            if (!begun || last != edge.kind) {
                out_.markup(begun ? "</p>\n" : "").markup("<p class=\"meta\">").text(row(edge.kind).label).markup(": ");
            }
            begun = true;
            last = edge.kind;
            out_.markup("<span");
            write_edge_attributes(index);
            out_.markup(">");
            write_node_link(edge.target);
            out_.markup(" </span>");
        }
        out_.markup(begun ? "</p>\n" : "");
    }

    void write_events() {
        begin_section("events", "Events", "What happened, may happen or did not.", "plain");
        for (NodeIndex i = 0; i < graph_.nodes().size(); ++i) {
            const NodeRecord &node = graph_.node(i);
            if (node.kind != NodeKind::Event) {
                continue;
            }
            begin_article(i);
            out_.markup("<h3>").text(node.label).markup("</h3>\n<p class=\"quiet\">").text(note(node)).markup("</p>\n");
            write_list(
                i, [](const EdgeRecord &edge) { return !is_statement(edge); }, true);
            write_list(i, [](const EdgeRecord &edge) { return row(edge.kind).family == EdgeFamily::structure; });
            out_.markup("<div class=\"sides\">\n");
            write_statements(i);
            out_.markup("</div>\n");
            write_links(i);
            out_.markup("</article>\n");
        }
        out_.markup("</section>\n");
    }

    void write_actions() {
        begin_section("actions", "Actions", "Who does what to whom.", "plain");
        out_.markup("<ol class=\"plain\">\n");
        for (EdgeIndex i = 0; i < graph_.edges().size(); ++i) {
            const EdgeFamily family = row(graph_.edge(i).kind).family;
            if ((family == EdgeFamily::action || family == EdgeFamily::derived) &&
                graph_.node(graph_.edge(i).target).kind != NodeKind::Event) {
                write_edge(i);
            }
        }
        out_.markup("</ol>\n</section>\n");
    }

    void write_actors() {
        begin_section("actors", "Actors and places", "Who and what they are.", "plain");
        out_.markup("<div class=\"cards\">\n");
        for (NodeIndex i = 0; i < graph_.nodes().size(); ++i) {
            const NodeRecord &node = graph_.node(i);
            if (!is_actor(node.kind) && node.kind != NodeKind::Place) {
                continue;
            }
            begin_article(i);
            out_.markup("<h3>").text(node.label).markup("</h3>\n<p class=\"quiet\">").text(name(node.kind));
            const std::string more = note(node);
            out_.markup(more.empty() ? "" : " · ").text(more).markup("</p>\n");
            if (!node.aliases.empty()) {
                out_.markup("<p class=\"quiet\">also: ").text(joined(node.aliases)).markup("</p>\n");
            }
            // What takes part in an event stands there.
            write_list(i, [](const EdgeRecord &edge) {
                return row(edge.kind).family == EdgeFamily::structure && edge.kind != EdgeKind::participates_in &&
                       edge.kind != EdgeKind::about;
            });
            write_links(i);
            out_.markup("</article>\n");
        }
        out_.markup("</div>\n</section>\n");
    }

    void write_articles() {
        begin_section("articles", "Articles", "Where it stands.", "plain");
        out_.markup("<div class=\"cards\">\n");
        for (NodeIndex i = 0; i < graph_.nodes().size(); ++i) {
            const NodeRecord &node = graph_.node(i);
            if (node.kind != NodeKind::Document) {
                continue;
            }
            begin_article(i);
            out_.markup("<h3>");
            const std::string url(text_attribute(node, "url"));
            // Nothing but the web's own addresses: a link of another scheme could run a script.
            if (is_web_address(url)) {
                out_.markup(R"(<a rel="noreferrer" href=")").text(url).markup("\">").text(node.label).markup("</a>");
            } else {
                out_.text(node.label);
            }
            out_.markup("</h3>\n<p class=\"quiet\">").text(note(node)).markup("</p>\n</article>\n");
        }
        out_.markup("</div>\n</section>\n");
    }

    static std::string joined(const std::vector<std::string> &texts) {
        std::string all;
        for (const std::string &text : texts) {
            all.append(all.empty() ? "" : "; ").append(text);
        }
        return all;
    }

    /// What is known of a node beside its name.
    static std::string note(const NodeRecord &node) {
        std::string text;
        for (const std::string_view key :
             {"outlet", "published", "author", "position", "type", "date", "polarity", "modality"}) {
            const std::string_view value = text_attribute(node, key);
            if (!value.empty() && value != "affirmed" && value != "actual") {
                text.append(text.empty() ? "" : " · ").append(value);
            }
        }
        return text;
    }

    void begin_article(NodeIndex node) {
        const NodeRecord &record = graph_.node(node);
        out_.markup("<article id=\"node-")
            .markup(std::to_string(node))
            .markup("\" data-kind=\"")
            .text(name(record.kind));
        out_.markup("\" data-label=\"").text(record.label).markup("\"");
        if (record.status == ClaimStatus::disputed) {
            out_.markup(" class=\"disputed\"");
        }
        if (!record.aliases.empty()) {
            out_.markup(" data-aliases=\"").text(joined(record.aliases)).markup("\"");
        }
        const std::string more = note(record);
        if (!more.empty()) {
            out_.markup(" data-note=\"").text(more).markup("\"");
        }
        if (const auto drawn = draws_ ? drawn_.find_node(record.id) : std::nullopt; drawn && !only_relays_[*drawn]) {
            out_.markup(" data-drawn=\"").markup(drawn_node_id(*drawn)).markup("\"");
        }
        out_.markup(">\n");
    }

    void write_node_link(NodeIndex node) {
        out_.markup("<a href=\"#node-")
            .markup(std::to_string(node))
            .markup("\">")
            .text(graph_.node(node).label)
            .markup("</a>");
    }

    void write_edge_attributes(EdgeIndex index) {
        const EdgeRecord &edge = graph_.edge(index);
        out_.markup(" class=\"edge ")
            .text(name(row(edge.kind).tone))
            .markup("\" id=\"edge-")
            .markup(std::to_string(index));
        out_.markup("\" data-kind=\"")
            .text(name(edge.kind))
            .markup("\" data-weight=\"")
            .markup(format_number(edge.weight));
        out_.markup("\" data-source=\"node-").markup(std::to_string(edge.source)).markup("\" data-target=\"node-");
        out_.markup(std::to_string(edge.target)).markup("\"");
        if (const auto drawn = drawn_edges_.find(edge.id); draws_ && drawn != drawn_edges_.end()) {
            out_.markup(" data-drawn=\"").markup(drawn_edge_id(drawn->second)).markup("\" data-label=\"");
            out_.text(graph_.node(edge.source).label).markup(" ").text(edge_label(edge)).markup(" ");
            out_.text(graph_.node(edge.target).label).markup("\"");
        }
    }

    void write_edge(EdgeIndex index) {
        const EdgeRecord &edge = graph_.edge(index);
        out_.markup("<li");
        write_edge_attributes(index);
        out_.markup("><p>");
        write_node_link(edge.source);
        out_.markup(" <span class=\"label\">").text(edge_label(edge)).markup("</span> <span class=\"target\">");
        write_node_link(edge.target);
        out_.markup("</span>");
        std::string meta = edge.title;
        meta.append(meta.empty() || edge.date.empty() ? "" : ", ").append(edge.date);
        if (needs_evidence(edge.kind)) {
            meta.append(meta.empty() ? "" : ", ").append("weight ").append(format_number(edge.weight));
            meta.append(", confidence ").append(format_rounded(edge.confidence, 2));
        }
        out_.markup(meta.empty() ? "" : " <span class=\"meta\">(").text(meta).markup(meta.empty() ? "" : ")</span>");
        for (const NodeIndex relay : edge.relayed_by) {
            out_.markup(" <span class=\"meta\">via ");
            write_node_link(relay);
            out_.markup("</span>");
        }
        out_.markup("</p>");
        if (!edge.evidence.empty()) {
            out_.markup("<ul class=\"evidence\">\n");
            for (const Evidence &piece : edge.evidence) {
                write_evidence(piece);
            }
            out_.markup("</ul>");
        }
        out_.markup("</li>\n");
    }

    void write_evidence(const Evidence &piece) {
        const ArticleFacts &article = articles_.find(piece.document);
        out_.markup("<li data-outlet=\"").text(article.outlet).markup("\" data-published=\"").text(article.published);
        out_.markup("\"><q>");
        write_sentence(piece);
        out_.markup("</q> <cite>");
        for (const std::string &part : {article.outlet, article.published}) {
            out_.text(part).markup(part.empty() ? "" : ", ");
        }
        out_.text(piece.document).markup(", bytes ").markup(std::to_string(piece.span.begin)).markup("–");
        out_.markup(std::to_string(piece.span.end)).markup("</cite></li>\n");
    }

    /// The sentence with its cue or trigger marked.
    void write_sentence(const Evidence &piece) {
        std::vector<ByteSpan> marks = piece.cue.empty() ? piece.trigger : piece.cue;
        std::sort(marks.begin(), marks.end());
        const std::string_view text = piece.text;
        std::size_t done = 0;
        for (const ByteSpan &mark : marks) {
            if (mark.begin < piece.span.begin || mark.end < mark.begin) {
                continue;
            }
            const std::size_t begin = mark.begin - piece.span.begin;
            const std::size_t end = mark.end - piece.span.begin;
            // A graph from elsewhere may have spans that fit nothing.
            if (begin < done || end > text.size() || !is_letter_start(text, begin) || !is_letter_start(text, end)) {
                continue;
            }
            out_.text(text.substr(done, begin - done))
                .markup("<mark>")
                .text(text.substr(begin, end - begin))
                .markup("</mark>");
            done = end;
        }
        out_.text(text.substr(done));
    }

    const KnowledgeGraph &graph_;
    const KnowledgeGraph &drawn_;
    const ExportOptions &options_;
    ArticleTable articles_;
    XmlOutput out_;
    std::map<std::string, EdgeIndex> drawn_edges_;
    bool draws_ = false;
    std::vector<bool> only_relays_;
};

} // namespace

void write_html(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    PageWriter(graph, options, sink).write();
}

} // namespace gainsay
