#include "cli/io/picture_part.h"

#include "base/atomic_file.h"
#include "exporters/csv/csv_tables.h"
#include "exporters/html/html_writer.h"
#include "exporters/picture/picture_writer.h"
#include "exporters/text.h"
#include "query/importance.h"
#include "query/stories.h"

#include <algorithm>
#include <string>
#include <vector>

namespace gainsay {

namespace {

/// No page holds more.
constexpr std::size_t first_try = 60;
/// Fewer are no picture.
constexpr std::size_t least_nodes = 12;
/// The letters of edges, of 11 points, have 5.5 points at this scale, which is the smallest that newspapers print.
constexpr double least_scale = 0.5;

struct Part {
    KnowledgeGraph graph;
    /// "34 more nodes and 90 more edges are not drawn."; empty if nothing is left out.
    std::string note;
};

std::string number_of(std::size_t count, const char *noun) {
    return std::to_string(count) + " more " + noun + (count == 1 ? "" : "s");
}

Part part_of_size(const KnowledgeGraph &view, std::size_t most_nodes, const std::vector<std::string> &centers) {
    Part part{most_important(view, most_nodes, centers), ""};
    const std::size_t nodes = view.nodes().size() - part.graph.nodes().size();
    const std::size_t edges = view.edges().size() - part.graph.edges().size();
    if (nodes > 0) {
        part.note = number_of(nodes, "node") + " and " + number_of(edges, "edge") + " are not drawn.";
    } else if (edges > 0) {
        part.note = number_of(edges, "edge") + (edges == 1 ? " is" : " are") + " not drawn.";
    }
    return part;
}

Part part_for_a_page(const KnowledgeGraph &view, const ExportOptions &options,
                     const std::vector<std::string> &centers) {
    for (std::size_t most_nodes = first_try;; most_nodes = most_nodes * 5 / 6) {
        Part part = part_of_size(view, most_nodes, centers);
        ExportOptions with_note = options;
        with_note.note = part.note;
        if (most_nodes <= least_nodes || picture_scale(part.graph, with_note) >= least_scale) {
            return part;
        }
    }
}

/// The part of the view that the format draws.
Part drawn_part(KnowledgeGraph view, Purpose purpose, const ExportOptions &options, const DrawnAmount &amount,
                const std::vector<std::string> &centers) {
    if (amount.most_nodes > 0) {
        return part_of_size(view, amount.most_nodes, centers);
    }
    // A table or an axis chooses for itself what it can hold.
    if (options.drawing != Drawing::network) {
        return {std::move(view), ""};
    }
    if (!amount.all && purpose == Purpose::picture) {
        return part_for_a_page(view, options, centers);
    }
    return {std::move(view), ""};
}

} // namespace

bool keeps_everything(const Format &format) {
    return &format == &formats().front();
}

View default_view(const Format &format) {
    if (keeps_everything(format) || format.purpose == Purpose::records) {
        return View::full;
    }
    return format.purpose == Purpose::data ? View::network : View::story;
}

void write_part(const KnowledgeGraph &graph, const Format &format, const ViewOptions &view, ExportOptions options,
                const DrawnAmount &amount, ByteSink &sink) {
    ViewOptions shown = view;
    shown.untyped_events = keeps_everything(format);
    options.articles = &graph;
    options.provenance = view.view == View::full;
    if (format.purpose == Purpose::page) {
        write_page(graph, view, options, {}, sink);
        return;
    }
    const Part part = drawn_part(make_view(graph, shown), format.purpose, options, amount, center_ids(graph, view));
    options.note = part.note;
    format.write(part.graph, options, sink);
}

void write_page(const KnowledgeGraph &graph, ViewOptions view, ExportOptions options, const PageTexts &texts,
                ByteSink &sink) {
    view.view = View::full;
    view.untyped_events = false;
    options.articles = &graph;
    write_html_with_texts(make_view(graph, view), options, texts, sink);
}

void write_story_pictures(const KnowledgeGraph &graph, const Format &format, const ViewOptions &view,
                          const ExportOptions &options, const DrawnAmount &amount, AtomicFolder &folder) {
    std::string rows;
    std::size_t number = 0;
    for (const Story &story : find_stories(graph)) {
        const KnowledgeGraph part = story_part(graph, story);
        if (make_view(part, view).edges().empty()) {
            continue;
        }
        constexpr std::size_t digits = 3;
        std::string count = std::to_string(++number);
        count.insert(0, digits - std::min(digits, count.size()), '0');
        const std::string name = "story-" + count + std::string(format.extensions.front());
        ExportOptions of_story = options;
        of_story.title = options.title.empty() ? story.title : options.title + ": " + story.title;
        AtomicFile file(folder.file(name));
        SinkTo sink(file);
        write_part(part, format, view, of_story, amount, sink);
        file.commit();
        const std::string dates = story.first == story.last ? story.first : story.first + " – " + story.last;
        rows += "<li><a href=\"" + name + "\">" + xml_escape(story.title) + "</a> (" +
                std::to_string(story.documents.size()) + (story.documents.size() == 1 ? " article" : " articles") +
                (dates.empty() ? "" : ", " + xml_escape(dates)) + ")</li>\n";
    }
    AtomicFile index(folder.file("index.html"));
    index.write(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Stories</title></head>\n<body>\n"
        "<h1>" +
        xml_escape(options.title.empty() ? "Stories" : options.title) + "</h1>\n<ol>\n" + rows +
        "</ol>\n</body></html>\n");
    index.commit();
}

void write_tables(const KnowledgeGraph &graph, const ViewOptions &view, ExportOptions options,
                  const DrawnAmount &amount, AtomicFolder &folder) {
    ViewOptions shown = view;
    shown.untyped_events = false;
    const Part part = drawn_part(make_view(graph, shown), Purpose::data, options, amount, center_ids(graph, view));
    // Statements and events of what the options keep, whatever the view shows of them.
    ViewOptions listed = shown;
    listed.view = View::full;
    const KnowledgeGraph all_listed = make_view(graph, listed);
    options.drawn = &part.graph;
    options.articles = &graph;
    options.provenance = view.view == View::full;
    for (const CsvTable &table : csv_tables()) {
        AtomicFile file(folder.file(std::string(table.file_name)));
        SinkTo sink(file);
        table.write(all_listed, options, sink);
        file.commit();
    }
}

} // namespace gainsay
