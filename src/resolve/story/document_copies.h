#pragma once

#include "observation/observations.h"

#include <cstddef>
#include <set>
#include <vector>

namespace gainsay {

/// Which documents reprint others, wholly or for the most part: agency copies, the same article in two outlets. Found
/// by their fingerprints (see extract/text_fingerprint.h; containment as in Broder 1997); a document without one is
/// nobody's copy. The earliest is the original, of several the longest. Time and memory grow in proportion to the
/// fingerprints.
class DocumentCopies {
  public:
    explicit DocumentCopies(const std::vector<Observations> &documents);

    /// The document that this one reprints; itself for an original.
    std::size_t original(std::size_t document) const { return original_[document]; }
    bool is_copy(std::size_t document) const { return original_[document] != document; }
    /// Number of documents, copies of one counted once.
    std::size_t count_independent(const std::set<std::size_t> &documents) const;

  private:
    std::vector<std::size_t> original_;
};

} // namespace gainsay
