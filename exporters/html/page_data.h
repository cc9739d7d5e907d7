#pragma once

#include "exporters/format.h"
#include "exporters/html/page_passages.h"

namespace gainsay {

/// What the page's script reads, as JSON in which no "<" stands, so that it may stand in a page: the graph in columns
/// (page/data/store.js tells them), every text of an article once, the disputes in the order of `gainsay query
/// disputes`. With the texts of documents sentences stand in their paragraphs. Throws
/// OutputError.
void write_page_data(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink,
                     const PageTexts &texts = {});

} // namespace gainsay
