#include "exporters/dot/layout.h"

#include "base/resources.h"
#include "exporters/dot/dot_writer.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace gainsay {

namespace {

/// A4 less the margins, in points.
constexpr double page_width = 567;
constexpr double page_height = 814;
/// Longer and narrower is hard to place on a page of text.
constexpr double most_elongated = 1.55;

/// Letters of 11 points have 6.6 points then.
constexpr double readable_scale = 0.6;

struct FreeData {
    void operator()(char *data) const { gvFreeRenderData(data); }
};

/// The relocatable archive brings a font and fontconfig's configuration for it, as a bare machine has neither. What the
/// user names in the environment stands.
void use_own_fonts() {
    const std::filesystem::path configuration = Resources().folder() / "fonts" / "fonts.conf";
    std::error_code error;
    if (std::filesystem::exists(configuration, error)) {
        setenv("FONTCONFIG_FILE", configuration.c_str(), 0); // NOLINT(concurrency-mt-unsafe): once, under the lock
    }
}

/// One for all drawings and for good: the plugin that measures texts keeps a pointer to the name of the last font,
/// which goes with its context (Graphviz 2.42.2). To be called under the lock.
GVC_t *whole_context() {
    static GVC_t *const context = [] {
        use_own_fonts();
        return gvContext();
    }();
    return context;
}

std::string render(GVC_t *context, const DotGraph &dot, const char *format) {
    char *data = nullptr;
    unsigned size = 0;
    if (gvRenderData(context, dot.get(), format, &data, &size) != 0 || data == nullptr) {
        GraphvizLock::fail(std::string("draw ") + format);
    }
    const std::unique_ptr<char, FreeData> owned(data);
    return {data, size};
}

} // namespace

double scale_on_page(DrawingSize size) {
    const double shorter = std::max(1.0, std::min(size.width, size.height));
    const double longer = std::max(1.0, std::max(size.width, size.height));
    const double scale = std::min(page_width / shorter, page_height / longer);
    return scale >= 1 ? 1 : scale * std::min(1.0, most_elongated / (longer / shorter));
}

LaidOutGraph::LaidOutGraph(const GraphvizLock &lock, const KnowledgeGraph &graph, const ExportOptions &options,
                           const LayoutPlan &plan, const char *dpi)
    : context_(whole_context()), dot_(lock) {
    if (context_ == nullptr) {
        GraphvizLock::fail("start");
    }
    draw(graph, options, plan, dot_);
    if (dpi != nullptr) {
        dot_.set_graph("dpi", dpi);
    }
    if (gvLayout(context_, dot_.get(), plan.engine.c_str()) != 0) {
        GraphvizLock::fail("lay out the graph with " + plan.engine);
    }
}

LaidOutGraph::~LaidOutGraph() {
    // What the layout added must go before the graph does.
    gvFreeLayout(context_, dot_.get());
}

DrawingSize LaidOutGraph::size() const {
    const boxf box = GD_bb(dot_.get());
    return {box.UR.x - box.LL.x, box.UR.y - box.LL.y};
}

std::string LaidOutGraph::rendered(const char *format) const {
    return render(context_, dot_, format);
}

std::string rendered(const GraphvizLock & /*lock*/, DotGraph &dot, const char *engine, const char *format) {
    GVC_t *context = whole_context();
    if (context == nullptr) {
        GraphvizLock::fail("start");
    }
    if (gvLayout(context, dot.get(), engine) != 0) {
        GraphvizLock::fail(std::string("lay out the drawing with ") + engine);
    }
    const auto free_layout = [context](Agraph_t *graph) { gvFreeLayout(context, graph); };
    const std::unique_ptr<Agraph_t, decltype(free_layout)> layout(dot.get(), free_layout);
    return render(context, dot, format);
}

ChosenPlan choose_plan(const GraphvizLock &lock, const KnowledgeGraph &graph, const ExportOptions &options) {
    std::vector<LayoutPlan> plans = possible_plans(graph);
    ChosenPlan best{plans.front(), 0};
    if (plans.size() == 1) {
        return best;
    }
    for (LayoutPlan &plan : plans) {
        const double scale = scale_on_page(LaidOutGraph(lock, graph, options, plan).size());
        // A plan that is preferred is worth a little room.
        if (scale > 1.05 * best.scale) {
            best = {std::move(plan), scale};
        }
        // Two sides are the clearest picture of a dispute, as long as it can be read.
        if (best.scale == 1 || (best.plan.has_sides && best.scale >= readable_scale)) {
            break;
        }
    }
    return best;
}

} // namespace gainsay
