#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace gainsay {

/// Elements 0 … n-1 in sets that only grow together. The smallest element stands for its set, so that the result does
/// not depend on the order of the unions.
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }

    std::size_t find(std::size_t element) {
        while (parent_[element] != element) {
            parent_[element] = parent_[parent_[element]];
            element = parent_[element];
        }
        return element;
    }
    void unite(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        parent_[a < b ? b : a] = a < b ? a : b;
    }

  private:
    std::vector<std::size_t> parent_;
};

} // namespace gainsay
