#pragma once

#include "language/boosted_trees.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace gainsay {

/// The features that trees ask for, found by their names among all that a caller sees. Const once made; serves any
/// number of threads.
class AskedFeatures {
  public:
    /// `names` in the caller's order; `file` is where the trees are from. Throws ModelError where they ask for a
    /// feature that has none of these names.
    AskedFeatures(const BoostedTrees &trees, std::span<const std::string_view> names, std::string_view file);

    /// Of `values`, one for each of the names, those that BoostedTrees::probability wants.
    std::vector<double> of(std::span<const double> values) const;

  private:
    /// For each feature of the trees its place.
    std::vector<std::size_t> places_;
};

} // namespace gainsay
