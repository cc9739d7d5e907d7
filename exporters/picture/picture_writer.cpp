#include "exporters/picture/picture_writer.h"

#include "exporters/dot/dot_writer.h"

#include <graphviz/gvc.h>

#include <memory>

namespace gainsay {

namespace {

struct FreeContext {
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};

/// Frees what layout added to the graph, which must happen before context and graph go.
class Layout {
  public:
    Layout(GVC_t *context, const DotGraph &dot, const std::string &engine) : context_(context), graph_(dot.get()) {
        if (gvLayout(context, graph_, engine.c_str()) != 0) {
            GraphvizLock::fail("lay out the graph with " + engine);
        }
    }
    ~Layout() { gvFreeLayout(context_, graph_); }
    Layout(const Layout &) = delete;
    Layout &operator=(const Layout &) = delete;
    Layout(Layout &&) = delete;
    Layout &operator=(Layout &&) = delete;

  private:
    GVC_t *context_;
    Agraph_t *graph_;
};

struct FreeData {
    void operator()(char *data) const { gvFreeRenderData(data); }
};

void write_picture(const KnowledgeGraph &graph, const ExportOptions &options, const char *format, const char *dpi,
                   ByteSink &sink) {
    const GraphvizLock lock;
    const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
    if (!context) {
        GraphvizLock::fail("start");
    }
    DotGraph dot(lock);
    draw(graph, options, dot);
    if (dpi != nullptr) {
        dot.set_graph("dpi", dpi);
    }
    const Layout layout(context.get(), dot, layout_engine(graph));
    char *data = nullptr;
    unsigned size = 0;
    if (gvRenderData(context.get(), dot.get(), format, &data, &size) != 0 || data == nullptr) {
        GraphvizLock::fail(std::string("draw ") + format);
    }
    const std::unique_ptr<char, FreeData> owned(data);
    sink.write({data, size});
}

} // namespace

void write_svg(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_picture(graph, options, "svg", nullptr, sink);
}

void write_png(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_picture(graph, options, "png", "150", sink);
}

} // namespace gainsay
