#pragma once

#include "text/document.h"

#include <cstdint>
#include <vector>

namespace gainsay {

/// A fingerprint of the article's words by which reprints are found without the text: hashes of runs of five words
/// (lower case, without punctuation), of which the least in every window of eight is kept (winnowing: Schleimer,
/// Wilkerson and Aiken, "Local Algorithms for Document Fingerprinting", SIGMOD 2003). Two texts that share twelve words
/// in a row share a hash. Sorted, each once; boilerplate and bylines do not count. About one hash for four words.
std::vector<std::uint32_t> fingerprint(const Document &document);

} // namespace gainsay
