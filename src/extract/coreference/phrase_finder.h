#pragma once

#include "extract/coreference/phrase.h"
#include "extract/mentions/nominal_mentions.h"
#include "extract/syntax/quotations.h"

#include <vector>

namespace gainsay {

/// All phrases of a document that may refer to something: names, nouns with their determiners, pronouns; in the order
/// of their first tokens, longer ones first. Those that the book knows carry their entity, those of `nominals` their
/// position there.
std::vector<Phrase> find_phrases(const EntityBook &book, const Quotations &quotations,
                                 const std::vector<OpenNominal> &nominals);

} // namespace gainsay
