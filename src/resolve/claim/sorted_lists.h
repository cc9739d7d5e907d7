#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace gainsay {

// Lists as sets: sorted, each item once.

template <class Item>
void sort_once(std::vector<Item> &items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

template <class Item>
std::vector<Item> shared(const std::vector<Item> &a, const std::vector<Item> &b) {
    std::vector<Item> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

/// The part of the shorter list that the other has too; 0 where one is empty.
template <class Item>
double overlap(const std::vector<Item> &a, const std::vector<Item> &b) {
    const std::size_t fewer = std::min(a.size(), b.size());
    return fewer == 0 ? 0 : static_cast<double>(shared(a, b).size()) / static_cast<double>(fewer);
}

/// The part of both together that both have (Jaccard 1901); 0 where both are empty.
template <class Item>
double jaccard(const std::vector<Item> &a, const std::vector<Item> &b) {
    const std::size_t both = shared(a, b).size();
    const std::size_t all = a.size() + b.size() - both;
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

} // namespace gainsay
