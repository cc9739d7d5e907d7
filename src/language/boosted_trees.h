#pragma once

#include "base/lexicon_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace gainsay {

/// Decision trees whose leaves add up to the log odds of an answer (gradient boosting: Friedman 2001, "Greedy function
/// approximation: a gradient boosting machine"). Const once made; serves any number of threads.
class BoostedTrees {
  public:
    /// A row: tree, node (from 0, the root), feature's name, threshold, the node's children for a value up to the
    /// threshold and above; of a leaf the feature is "-" and the value stands in the threshold's column. A tree's rows
    /// are in order of its nodes, children behind their parents. Throws ModelError.
    explicit BoostedTrees(const LexiconFile &file);
    /// Throws ModelError where the file is missing or damaged.
    static BoostedTrees load(const std::filesystem::path &path);

    /// Names of the features, in the order in which they are first asked for.
    const std::vector<std::string> &features() const { return features_; }
    /// From 0 to 1. `values` has one for each of features().
    double probability(const std::vector<double> &values) const;

  private:
    struct Node {
        /// Position in features_; none in a leaf.
        std::int32_t feature = -1;
        double value = 0;
        std::uint32_t low = 0;
        std::uint32_t high = 0;
    };

    /// Enters the feature, if it is new.
    Node read_node(const LexiconFile &file, const LexiconFile::Row &row);
    void check_children(const LexiconFile &file) const;

    std::vector<std::string> features_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> roots_;
};

} // namespace gainsay
