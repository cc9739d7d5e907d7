#include "exporters/picture/picture_writer.h"

#include "exporters/dot/layout.h"
#include "exporters/picture/matrix_drawing.h"
#include "exporters/picture/timeline_drawing.h"

#include <string>
#include <string_view>

namespace gainsay {

namespace {

/// Cairo writes the hour into a PDF: the first of its century instead, as long as the bytes that it replaces.
std::string without_time(std::string bytes) {
    if (!bytes.starts_with("%PDF")) {
        return bytes;
    }
    constexpr std::string_view key = "/CreationDate (D:";
    constexpr std::string_view no_time = "20000101000000";
    for (std::size_t at = bytes.find(key); at != std::string::npos; at = bytes.find(key, at + 1)) {
        const std::size_t begin = at + key.size();
        const std::size_t end = bytes.find(')', begin);
        for (std::size_t i = begin; i < end && end != std::string::npos; ++i) {
            const bool is_digit = bytes[i] >= '0' && bytes[i] <= '9';
            bytes[i] =
                is_digit ? (i - begin < no_time.size() ? no_time[i - begin] : '0') : (bytes[i] == '-' ? '+' : bytes[i]);
        }
    }
    return bytes;
}

void write_picture(const KnowledgeGraph &graph, const ExportOptions &options, const char *format, const char *dpi,
                   ByteSink &sink) {
    const GraphvizLock lock;
    if (options.drawing == Drawing::network) {
        const ChosenPlan chosen = choose_plan(lock, graph, options);
        sink.write(without_time(LaidOutGraph(lock, graph, options, chosen.plan, dpi).rendered(format)));
        return;
    }
    DotGraph dot(lock);
    if (dpi != nullptr) {
        dot.set_graph("dpi", dpi);
    }
    const bool is_matrix = options.drawing == Drawing::matrix;
    is_matrix ? draw_matrix(graph, options, dot) : draw_timeline(graph, options, dot);
    // "nop": nodes stay where they are put.
    sink.write(without_time(rendered(lock, dot, is_matrix ? "dot" : "nop", format)));
}

} // namespace

void write_svg(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_picture(graph, options, "svg", nullptr, sink);
}

void write_png(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_picture(graph, options, "png", "150", sink);
}

void write_pdf(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_picture(graph, options, "pdf", nullptr, sink);
}

double picture_scale(const KnowledgeGraph &graph, const ExportOptions &options) {
    const GraphvizLock lock;
    return choose_plan(lock, graph, options).scale;
}

} // namespace gainsay
