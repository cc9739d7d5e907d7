#include "resolve/claim/claim_candidates.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

namespace gainsay {

namespace {

/// Forms of a block that are all compared with each other; in a larger one each meets its neighbours.
constexpr std::size_t most_in_block = 60;
constexpr std::size_t neighbours_in_block = 8;

} // namespace

std::vector<std::pair<std::size_t, std::size_t>> claim_candidates(const ClaimForms &forms) {
    // A block is a word with a side, or a word alone where nobody is named.
    std::map<std::uint64_t, std::vector<std::size_t>> blocks;
    constexpr std::uint64_t nobody = 0xFFFFFFFFU;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms.representative(i) != i) {
            continue;
        }
        for (const Concept word : forms[i].words) {
            blocks[(std::uint64_t{word} << 32U) | nobody].push_back(i);
            for (const std::size_t side : forms[i].sides) {
                blocks[(std::uint64_t{word} << 32U) | side].push_back(i);
            }
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (auto &[key, members] : blocks) {
        // In a large block each is compared with its neighbours only, those that share most being next to each other:
        // what is the same meets there, or in a smaller block.
        std::size_t reach = members.size();
        if (members.size() > most_in_block) {
            std::sort(members.begin(), members.end(), [&forms](std::size_t a, std::size_t b) {
                return std::tie(forms[a].core, forms[a].words, a) < std::tie(forms[b].core, forms[b].words, b);
            });
            reach = neighbours_in_block;
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < members.size() && j - i <= reach; ++j) {
                pairs.emplace_back(std::minmax(members[i], members[j]));
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace gainsay
