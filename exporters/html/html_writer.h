#pragma once

#include "exporters/format.h"
#include "exporters/html/page_passages.h"

#include <string_view>

namespace gainsay {

/// One page that needs nothing else: the graph as data, a style and a script (page/) that shows people, disputes,
/// statements with their sentences, outlets and a network. `options.articles` tells the articles. No text of the graph
/// is markup: it stands in the data alone, and the page's policy lets nothing run but its own script. Same graph, same
/// bytes. Throws PageTooLarge (page_block.h) before anything is written.
void write_html(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

/// The same with sentences in the paragraphs of their documents.
void write_html_with_texts(const KnowledgeGraph &graph, const ExportOptions &options, const PageTexts &texts,
                           ByteSink &sink);

/// The same page without data: it asks its server for /api/data and /api/corrections, and writes the latter with the
/// token, which is made of letters and digits.
void write_served_page(std::string_view title, std::string_view token, ByteSink &sink);

} // namespace gainsay
