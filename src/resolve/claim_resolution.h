#pragma once

#include "observation/observations.h"
#include "resolve/entity_resolution.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// Where a document states a proposition.
struct ClaimMention {
    std::size_t document = 0;
    std::size_t attribution = 0;
    std::size_t proposition = 0;
};

/// One proposition of the world, as one or several documents have it.
struct ResolvedClaim {
    /// In a fixed order; never empty.
    std::vector<ClaimMention> mentions;
    std::string label;
    /// Of the label: negated only where nobody states it affirmatively.
    Polarity polarity = Polarity::affirmed;
    /// What the claim is about, sorted.
    std::vector<std::size_t> entities;
};

/// Words that mean the same when claims are compared.
class ClaimSynonyms {
  public:
    /// From the text of claim_synonyms.tsv.
    explicit ClaimSynonyms(std::string_view text);
    /// The stem of a word, or of the word that stands for its group.
    std::string form(const std::string &word) const;

  private:
    std::vector<std::pair<std::string, std::string>> forms_;
};

/// Joins propositions that state the same, whatever their polarity: most of their words (stems, synonyms) and an entity
/// shared. `included` tells which attributions count.
std::vector<ResolvedClaim> resolve_claims(const std::vector<Observations> &documents, const EntityResolution &entities,
                                          const ClaimSynonyms &synonyms,
                                          const std::vector<std::vector<bool>> &included);

} // namespace gainsay
