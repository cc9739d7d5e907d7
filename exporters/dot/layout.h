#pragma once

#include "exporters/dot/dot_graph.h"
#include "exporters/dot/layout_plan.h"
#include "exporters/format.h"

#include <graphviz/gvc.h>

#include <string>

namespace gainsay {

/// Size of a drawing in points (1/72 inch).
struct DrawingSize {
    double width = 0;
    double height = 0;
};

/// How much of its size a drawing keeps on an A4 page, upright or lying, with margins of 5 mm: 1 if it fits as it is.
/// Less for drawings that must shrink and are more than half as long again as broad.
double scale_on_page(DrawingSize size);

/// A graph drawn by a plan and laid out by Graphviz. Needs a GraphvizLock that lives longer.
class LaidOutGraph {
  public:
    /// `dpi` may be null: Graphviz' own.
    LaidOutGraph(const GraphvizLock &lock, const KnowledgeGraph &graph, const ExportOptions &options,
                 const LayoutPlan &plan, const char *dpi = nullptr);
    ~LaidOutGraph();
    LaidOutGraph(const LaidOutGraph &) = delete;
    LaidOutGraph &operator=(const LaidOutGraph &) = delete;
    LaidOutGraph(LaidOutGraph &&) = delete;
    LaidOutGraph &operator=(LaidOutGraph &&) = delete;

    DrawingSize size() const;
    /// In a format of Graphviz ("svg", "png").
    std::string rendered(const char *format) const;

  private:
    GVC_t *context_;
    DotGraph dot_;
};

/// A drawing of one's own, laid out by the engine and rendered in a format of Graphviz.
std::string rendered(const GraphvizLock &lock, DotGraph &dot, const char *engine, const char *format);

/// Of the possible plans the one whose picture is largest on a page, with its scale there. Lays out small graphs once a
/// plan; of larger ones takes the only plan without trying it, and the scale is 0.
struct ChosenPlan {
    LayoutPlan plan;
    double scale = 0;
};
ChosenPlan choose_plan(const GraphvizLock &lock, const KnowledgeGraph &graph, const ExportOptions &options);

} // namespace gainsay
