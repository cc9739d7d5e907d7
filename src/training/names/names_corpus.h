#pragma once

#include "nlp/language_engine.h"
#include "nlp/names/name_features.h"
#include "nlp/names/name_lattice.h"
#include "text/document.h"

#include <filesystem>
#include <string>
#include <vector>

namespace gainsay::training {

/// A name as a corpus has it: tokens of the document, and a bit for each type of NameLattice::types that it may be.
struct GoldName {
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
    std::uint32_t types = 0;
};

/// An article segmented by the language engine, with the encoder's states as its vectors.
struct NamedArticle {
    std::string corpus, part;
    Document document;
    std::vector<GoldName> names;
    std::uint32_t unknown = 0; ///< bits of the types that the corpus does not annotate

    /// For each token the tags that it may have, as bits.
    [[nodiscard]] std::vector<std::uint32_t> allowed_tags() const;
};

/// Reads what make_name_corpus.py makes; at most `most` articles of each corpus and part, 0 for all. Throws
/// std::runtime_error.
[[nodiscard]] std::vector<NamedArticle> read_named_articles(const std::filesystem::path &path,
                                                            const LanguageEngine &engine, std::size_t most);

/// Lists of names from the data files of `folder` (src/resources/en).
[[nodiscard]] NameLexicon::Entries lexicon_entries(const std::filesystem::path &folder);

} // namespace gainsay::training
