#pragma once

#include "exporters/format.h"

namespace gainsay {

/// One page that needs nothing else: the picture, searchable and filtered by a script of its own, and lists of
/// disputes, statements, events, actions, actors and articles with the sentences, which can be read without the script.
/// The picture shows `options.drawn`, outlets and dates come from the articles of `options.articles`.
void write_html(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
