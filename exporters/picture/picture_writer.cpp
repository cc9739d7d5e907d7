#include "exporters/picture/picture_writer.h"

#include "exporters/dot/layout.h"

namespace gainsay {

namespace {

void write_picture(const KnowledgeGraph &graph, const ExportOptions &options, const char *format, const char *dpi,
                   ByteSink &sink) {
    const GraphvizLock lock;
    const ChosenPlan chosen = choose_plan(lock, graph, options);
    sink.write(LaidOutGraph(lock, graph, options, chosen.plan, dpi).rendered(format));
}

} // namespace

void write_svg(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_picture(graph, options, "svg", nullptr, sink);
}

void write_png(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_picture(graph, options, "png", "150", sink);
}

double picture_scale(const KnowledgeGraph &graph, const ExportOptions &options) {
    const GraphvizLock lock;
    return choose_plan(lock, graph, options).scale;
}

} // namespace gainsay
