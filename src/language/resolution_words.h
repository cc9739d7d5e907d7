#pragma once

#include "language/boosted_trees.h"
#include "language/claim_words.h"
#include "language/entity_words.h"
#include "language/word_counts.h"

#include <filesystem>
#include <string>
#include <unordered_map>

namespace gainsay {

/// The words by which names and claims of several documents are compared. Const once loaded.
struct ResolutionWords {
    /// `folder` holds the files of a language by their names. Throws ModelError with file and line.
    explicit ResolutionWords(const std::filesystem::path &folder);

    EntityWords entities;
    ClaimWords claims;
    /// Of story_features(), in articles.
    WordCounts stories;
    /// Of the words of claims, in statements.
    WordCounts statements;
    /// Whether two statements of a story state the same: claim_pair_features.h.
    BoostedTrees claim_pairs;
    /// Countries' codes of two letters by those of three.
    std::unordered_map<std::string, std::string> country_codes;
};

} // namespace gainsay
