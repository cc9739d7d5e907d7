#pragma once

#include "nlp/names/name_lattice.h"
#include "training/names/names_corpus.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gainsay::training {

/// Exact names of persons, organizations and places against those of a corpus. What touches a name of another type is
/// neither right nor wrong.
struct NamesScores {
    std::size_t right = 0, found = 0, gold = 0;

    /// `tags` are those of the article's tokens.
    void add(const NamedArticle &article, const std::vector<std::uint8_t> &tags);
    [[nodiscard]] double f1() const;
    [[nodiscard]] std::string text() const;
};

} // namespace gainsay::training
