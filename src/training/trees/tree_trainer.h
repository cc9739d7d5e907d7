#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::training {

struct TreeOptions {
    std::size_t trees = 120;
    std::size_t leaves = 8;
    double rate = 0.1;
    /// Pairs in a leaf at least, by number.
    std::size_t least_in_leaf = 30;
    /// Added to the weight of a leaf (L2).
    double decay = 5;
    /// A feature's values are told apart by so many thresholds at most.
    std::size_t thresholds = 64;
};

struct TreeExample {
    std::vector<double> values;
    bool is_right = false;
    double weight = 1;
};

struct TreeNode {
    /// -1 in a leaf, whose value is `value`; else what is at most `value` goes low.
    int feature = -1;
    double value = 0;
    std::uint32_t low = 0;
    std::uint32_t high = 0;
};

using Tree = std::vector<TreeNode>;

/// Gradient boosting of the log loss, trees grown by their best leaf (Friedman 2001; second-order gains as in Chen and
/// Guestrin 2016, "XGBoost"). The first tree is one leaf: the log odds of all. Values are written to four significant
/// digits, which is how they are used in training too.
std::vector<Tree> grow_trees(const std::vector<TreeExample> &examples, const TreeOptions &options);

/// The sum of the leaves: log odds.
double odds(const std::vector<Tree> &trees, const std::vector<double> &values);

/// As BoostedTrees reads them.
std::string to_text(const std::vector<Tree> &trees, const std::vector<std::string_view> &names);

} // namespace gainsay::training
