#pragma once

#include "extract/attribution/attribution_features.h"
#include "extract/syntax/quotations.h"
#include "extract/syntax/trees.h"
#include "nlp/language_engine.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::training {

enum class RoleTag : std::uint8_t { other, source, content };
inline constexpr std::int64_t role_tag_count = 3;

/// What a speaker does, as the readers of the news articles marked it; the order is that of the network's outputs
/// behind those of RoleTag.
enum class StanceTag : std::uint8_t {
    asserts,
    denies,
    rejects,
    accuses,
    demands,
    promises,
    warns,
    suggests,
    questions,
    declines,
    agrees,
    feels,
    none
};
inline constexpr std::size_t stance_tag_count = 13;
inline constexpr std::array<std::string_view, stance_tag_count> stance_tag_names = {
    "asserts",  "denies",    "rejects",  "accuses", "demands", "promises", "warns",
    "suggests", "questions", "declines", "agrees",  "feels",   "none"};

/// Who annotated: what counts as an attribution differs.
enum class Annotation : std::uint8_t { polnear, news };

/// An attribution as the annotators marked it, in tokens.
struct GoldAttribution {
    TokenRange cue; ///< empty where there is none
    std::vector<TokenIndex> source, content;
    std::optional<StanceTag> stance; ///< PolNeAR does not tell
};

/// A parsed article with its annotation. Not movable: its parts refer to each other.
struct AnnotatedArticle {
    AnnotatedArticle(std::string id, std::string text, const LanguageEngine &engine, LanguageEngine::Scratch &scratch,
                     const English &english);

    Document document;
    Syntax syntax;
    Quotations quotations;
    std::vector<GoldAttribution> attributions;
    Annotation annotation = Annotation::polnear;
};

/// Reads articles with attributions (JSON Lines, perhaps .xz; spans in bytes) and parses them; `most` > 0 for the first
/// so many. Throws std::runtime_error.
std::vector<std::unique_ptr<AnnotatedArticle>> read_articles(const std::filesystem::path &path, Annotation annotation,
                                                             const LanguageEngine &engine, const English &english,
                                                             std::size_t most = 0);

/// Lemmas of at least `least` occurrences and all relations, the most frequent first.
struct AttributionLists {
    std::vector<std::string> lemmas, relations;
};
AttributionLists collect_lists(const std::vector<std::unique_ptr<AnnotatedArticle>> &articles, std::size_t least);

} // namespace gainsay::training
