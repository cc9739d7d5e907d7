#pragma once

#include "extract/syntax/syntax.h"
#include "language/english.h"

namespace gainsay {

/// The document's trees as extraction wants them: where the parser and the treebanks' conventions are known to part
/// (titles, agents, clauses on nouns), they are mended.
Syntax read_trees(const Document &document, const English &english);

} // namespace gainsay
