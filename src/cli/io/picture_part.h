#pragma once

#include "base/atomic_folder.h"
#include "exporters/format.h"
#include "exporters/html/page_passages.h"
#include "query/view.h"

#include <cstddef>
#include <string>

namespace gainsay {

/// How much of a graph is drawn.
struct DrawnAmount {
    /// At most so many nodes, the most important; 0: as much as one page holds with letters that can be read.
    std::size_t most_nodes = 0;
    /// Everything, whatever it looks like.
    bool all = false;
};

/// What a format shows where no view is asked for: Gainsay's own is whole, formats for other programs have the network
/// of actors and claims, pictures the story.
View default_view(const Format &format);

/// Whether it is Gainsay's own JSON. All others leave out events of no type, which have nothing but articles to be
/// joined to: they are there for who reads the graph with a program, and hide the rest from who looks at it.
bool keeps_everything(const Format &format);

/// Writes the view in the format. A picture has its most important part and says what is left out; a page for readers
/// has everything that the options keep, whatever the view. Throws UsageError and OutputError.
void write_part(const KnowledgeGraph &graph, const Format &format, const ViewOptions &view, ExportOptions options,
                const DrawnAmount &amount, ByteSink &sink);

/// A page of everything that the options keep, with sentences in their paragraphs where `texts` has them.
void write_page(const KnowledgeGraph &graph, ViewOptions view, ExportOptions options, const PageTexts &texts,
                ByteSink &sink);

/// A picture of each story (query/stories.h) of the graph, `story-001.svg` and so on, and an index.html that lists them
/// by their headlines. Stories of which nothing is left in the view are left out. The caller commits the folder.
void write_story_pictures(const KnowledgeGraph &graph, const Format &format, const ViewOptions &view,
                          const ExportOptions &options, const DrawnAmount &amount, AtomicFolder &folder);

/// Writes the tables of exporters/csv into the folder: the view's nodes and edges, and all statements, disputes and
/// events that the options keep. Throws UsageError and OutputError; the caller commits the folder.
void write_tables(const KnowledgeGraph &graph, const ViewOptions &view, ExportOptions options,
                  const DrawnAmount &amount, AtomicFolder &folder);

} // namespace gainsay
