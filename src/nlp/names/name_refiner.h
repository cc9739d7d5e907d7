#pragma once

#include "nlp/names/name_tagger.h"
#include "text/document.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gainsay {

class ModelFile;

/// What a whole document tells about its names that no sentence does: the same words are mostly the same name. A name's
/// mentions vote on its type, a surname takes part in the vote of the full name, what is known of the world (states,
/// cities, bodies, words that end the names of bodies, peoples) votes too, and proper nouns that are a name elsewhere
/// in the document are one here. Places with a government become GPE. Const; any number of threads.
class NameRefiner {
  public:
    /// Reads the section "names.known": lines of KIND, a tab and a name. Throws ModelError.
    explicit NameRefiner(const ModelFile &file);

    /// Replaces the document's names by `found` (document indices, in order), refined.
    void refine(std::span<const TaggedName> found, Document &document) const;

    /// What facts tell of a name or of its last word.
    enum class Known { state, place, organization, organization_ending, people };
    /// "state", "place", "organization", "organization-ending", "people".
    static std::string_view known_name(Known known);

  private:
    [[nodiscard]] const Known *find(std::string_view name) const;
    void trim_to_body(TaggedName &tagged, const Document &document) const;
    [[nodiscard]] std::vector<TaggedName> with_word_acronyms(std::vector<TaggedName> tagged, Document &document) const;

    std::unordered_map<std::string_view, Known> known_;
};

} // namespace gainsay
