#pragma once

#include "text/document.h"
#include "text/layout.h"

#include <vector>

namespace gainsay {

/// Whether a zone tells the story: body, headline, heading and caption.
bool tells_story(Zone zone);

/// The blocks of a document's text for the language engine: those of find_blocks, cut where zones begin and end,
/// without the zones that do not tell the story. All of them where nobody has looked for zones. For tokenizing; every
/// block lies in one zone.
std::vector<Block> story_blocks(const Document &document);

} // namespace gainsay
