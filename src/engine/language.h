#pragma once

#include "language/article_rules.h"
#include "language/english.h"
#include "language/resolution_words.h"

#include <filesystem>

namespace gainsay {

/// All that is known about a language: every table of its folder, read and checked before the first document is. Const
/// once loaded; shared by all threads and stages.
struct Language {
    /// `folder` holds the files by their names ("…/en"). Throws ModelError with file and line.
    explicit Language(const std::filesystem::path &folder) : articles(folder), english(folder), resolution(folder) {}

    /// Where an article begins and ends, and who wrote it when: ingest.
    ArticleRules articles;
    /// What is said and done in it: extract.
    English english;
    /// What is the same in several: resolve.
    ResolutionWords resolution;
};

} // namespace gainsay
