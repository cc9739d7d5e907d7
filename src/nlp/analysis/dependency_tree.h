#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gainsay {

/// The tree of greatest total score with exactly one word under the root (Chu and Liu 1965, Edmonds 1967).
/// `scores` is [words, words + 1]: row d, column 0 the root, column h + 1 the word h as the head of d. Gives the head
/// of each word, -1 for the root. Time is quadratic where no cycles arise, cubic at worst. Ties go to the leftmost
/// head.
[[nodiscard]] std::vector<std::int32_t> best_dependency_tree(std::span<const float> scores, std::size_t words);

} // namespace gainsay
