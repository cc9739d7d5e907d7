#pragma once

#include "extract/attribution/attribution_features.h"
#include "extract/syntax/quotations.h"
#include "extract/syntax/trees.h"
#include "nlp/language_engine.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace gainsay::training {

enum class RoleTag : std::uint8_t { other, source, content };

/// An attribution as the annotators marked it, in tokens.
struct GoldAttribution {
    TokenRange cue; ///< empty where there is none
    std::vector<TokenIndex> source, content;
};

/// A parsed article with its annotation. Not movable: its parts refer to each other.
struct AnnotatedArticle {
    AnnotatedArticle(std::string id, std::string text, const LanguageEngine &engine, LanguageEngine::Scratch &scratch,
                     const English &english);

    Document document;
    Syntax syntax;
    Quotations quotations;
    std::vector<GoldAttribution> attributions;
};

/// Reads articles with attributions (JSON Lines, perhaps .xz; spans in bytes) and parses them; `most` > 0 for the first
/// so many. Throws std::runtime_error.
std::vector<std::unique_ptr<AnnotatedArticle>> read_articles(const std::filesystem::path &path,
                                                             const LanguageEngine &engine, const English &english,
                                                             std::size_t most = 0);

/// Lemmas of at least `least` occurrences and all relations, the most frequent first.
struct AttributionLists {
    std::vector<std::string> lemmas, relations;
};
AttributionLists collect_lists(const std::vector<std::unique_ptr<AnnotatedArticle>> &articles, std::size_t least);

} // namespace gainsay::training
