#pragma once

#include "exporters/format.h"

namespace gainsay {

/// The drawing that the options ask for, laid out and drawn by Graphviz.
void write_svg(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);
/// The same in pixels, 150 to the inch.
void write_png(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

/// The same on one page, which Cairo draws. Same graph, same bytes: its date of making is that of no day.
void write_pdf(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

/// How much of its size the picture keeps on an A4 page: 1 if it fits as it is, less where letters must shrink; 0 for
/// graphs so large that this is not tried.
double picture_scale(const KnowledgeGraph &graph, const ExportOptions &options);

} // namespace gainsay
