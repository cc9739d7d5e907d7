#include "training/names/names_scores.h"

#include <algorithm>
#include <cstdio>

namespace gainsay::training {

namespace {

constexpr std::uint32_t asked = 0b111; ///< the first three of NameLattice::types

} // namespace

void NamesScores::add(const NamedArticle &article, const std::vector<std::uint8_t> &tags) {
    std::vector<std::uint32_t> gold_of(tags.size(), 0); ///< number of the gold name plus one
    for (std::size_t n = 0; n < article.names.size(); ++n) {
        gold += (article.names[n].types & asked) != 0 ? 1U : 0U;
        std::fill(gold_of.begin() + article.names[n].first_token, gold_of.begin() + article.names[n].end_token,
                  static_cast<std::uint32_t>(n + 1));
    }
    for (std::size_t t = 0; t < tags.size(); ++t) {
        if (tags[t] == NameLattice::outside || NameLattice::continues(tags[t]) ||
            ((1U << NameLattice::type_of(tags[t])) & asked) == 0) {
            continue;
        }
        std::size_t end = t + 1;
        while (end < tags.size() && NameLattice::continues(tags[end])) {
            ++end;
        }
        bool ignored = false;
        bool exact = false;
        for (std::size_t w = t; w < end; ++w) {
            if (gold_of[w] == 0) {
                continue;
            }
            const GoldName &name = article.names[gold_of[w] - 1];
            ignored = ignored || (name.types & asked) == 0;
            exact = exact || (name.first_token == t && name.end_token == end &&
                              (name.types & (1U << NameLattice::type_of(tags[t]))) != 0);
        }
        found += ignored ? 0U : 1U;
        right += exact ? 1U : 0U;
    }
}

double NamesScores::f1() const {
    return found + gold == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
}

std::string NamesScores::text() const {
    char line[96];
    std::snprintf(line, sizeof line, "P %.2f R %.2f F1 %.2f (%zu)",
                  100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(found, 1)),
                  100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(gold, 1)), f1(), gold);
    return line;
}

} // namespace gainsay::training
