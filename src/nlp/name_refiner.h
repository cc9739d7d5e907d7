#pragma once

#include "nlp/name_tagger.h"
#include "text/document.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace gainsay {

class ModelFile;

/// What a whole document tells about its names that no sentence does: the same words are mostly the same name. A name's
/// mentions vote on its type, a surname takes part in the vote of the full name, known places lean towards places, and
/// proper nouns that are a name elsewhere in the document are one here. Places with a government become GPE.
/// Const; any number of threads.
class NameRefiner {
  public:
    /// Reads the section "names.places", one name a line. Throws ModelError.
    explicit NameRefiner(const ModelFile &file);

    /// Replaces the document's names by `tagged` (document indices, in order), refined.
    void refine(std::span<const TaggedName> tagged, Document &document) const;

  private:
    std::unordered_set<std::string_view> places_;
};

} // namespace gainsay
