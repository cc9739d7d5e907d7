#pragma once

#include "extract/english.h"
#include "extract/syntax.h"

namespace gainsay {

/// The document's trees as extraction reads them: titles below their names, agents of passives and noun clauses named.
/// Refers to the document, which must outlive it and not change.
Syntax read_trees(const Document &document, const English &english);

} // namespace gainsay
