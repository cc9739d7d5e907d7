#pragma once

#include "graph/knowledge_graph.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A stretch of a document that a page shows: what one or several sentences of evidence cover together.
struct Passage {
    /// The document's id.
    std::string document;
    /// Bytes of the document's text.
    ByteSpan span;
    /// What stands there.
    std::string text;
};

/// Where a sentence of evidence stands in a passage. Browsers count in UTF-16 units.
struct PassagePart {
    std::size_t passage = 0;
    std::size_t begin = 0;
    std::size_t length = 0;
    /// Begin (in the passage) and length of what the eye should find: the cue or the trigger, in order, disjoint.
    std::vector<std::pair<std::size_t, std::size_t>> marks;
};

/// Texts of documents by their ids.
using PageTexts = std::map<std::string, std::string, std::less<>>;

/// All evidence of a graph, every stretch of text once: sentences that overlap share a passage. Evidence whose text
/// does not fit its span (a graph from elsewhere) stands in a passage of its own, without marks.
struct Passages {
    /// By document, then by place.
    std::vector<Passage> list;
    /// One for each piece of evidence, in the order of the edges and of each edge's evidence.
    std::vector<PassagePart> parts;
};

/// With the texts of documents a passage is the whole paragraph (or paragraphs) of its sentences, where the text has
/// them and the paragraph is no longer than a screen.
Passages find_passages(const KnowledgeGraph &graph, const PageTexts &texts = {});

/// UTF-16 units that valid UTF-8 takes in a browser.
std::size_t utf16_length(std::string_view text);

} // namespace gainsay
