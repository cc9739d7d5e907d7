#pragma once

#include "language/claim_words.h"
#include "language/entity_words.h"

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
    /// Countries' codes of two letters by those of three.
    std::unordered_map<std::string, std::string> country_codes;
};

} // namespace gainsay
