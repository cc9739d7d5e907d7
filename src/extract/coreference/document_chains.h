#pragma once

#include "extract/coreference/chain_finder.h"

namespace gainsay {

/// Finds names, offices and nominals (into the book), then all chains. Trainers choose by the gold.
DocumentChains find_document_chains(EntityBook &book, const Quotations &quotations, const ChainChooser &choose);

} // namespace gainsay
