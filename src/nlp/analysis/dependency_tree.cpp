#include "nlp/analysis/dependency_tree.h"

#include <algorithm>
#include <limits>

namespace gainsay {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();

/// Node 0 is the root, node w + 1 the word w; `at(head, dependent)`. In double precision, as `with_dear_root` adds
/// large numbers.
class ScoreTable {
  public:
    explicit ScoreTable(std::size_t nodes) : nodes_(nodes), values_(nodes * nodes, never) {}
    double &at(std::size_t head, std::size_t dependent) { return values_[dependent * nodes_ + head]; }
    [[nodiscard]] double at(std::size_t head, std::size_t dependent) const {
        return values_[dependent * nodes_ + head];
    }
    [[nodiscard]] std::size_t nodes() const { return nodes_; }

  private:
    std::size_t nodes_;
    std::vector<double> values_;
};

std::vector<std::size_t> greedy_heads(const ScoreTable &table) {
    std::vector<std::size_t> heads(table.nodes(), 0);
    for (std::size_t d = 1; d < table.nodes(); ++d)
        for (std::size_t h = 1; h < table.nodes(); ++h)
            if (h != d && table.at(h, d) > table.at(heads[d], d))
                heads[d] = h;
    return heads;
}

/// The nodes of one cycle, or none.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t> &heads) {
    std::vector<std::size_t> seen(heads.size(), 0);
    for (std::size_t start = 1; start < heads.size(); ++start) {
        std::size_t node = start;
        while (node != 0 && seen[node] == 0) {
            seen[node] = start;
            node = heads[node];
        }
        if (node == 0 || seen[node] != start)
            continue;
        std::vector<std::size_t> cycle;
        const std::size_t first = node;
        do {
            cycle.push_back(node);
            node = heads[node];
        } while (node != first);
        return cycle;
    }
    return {};
}

/// Heads of the best arborescence; contracts one cycle a call.
std::vector<std::size_t> arborescence(const ScoreTable &table) {
    std::vector<std::size_t> heads = greedy_heads(table);
    const std::vector<std::size_t> cycle = find_cycle(heads);
    if (cycle.empty())
        return heads;
    std::vector<bool> in_cycle(table.nodes(), false);
    double cycle_score = 0;
    for (const std::size_t node : cycle) {
        in_cycle[node] = true;
        cycle_score += table.at(heads[node], node);
    }
    // Old nodes outside the cycle keep their order; the cycle becomes the last new node.
    std::vector<std::size_t> outside;
    for (std::size_t node = 0; node < table.nodes(); ++node)
        if (!in_cycle[node])
            outside.push_back(node);
    const std::size_t merged = outside.size();
    ScoreTable smaller(merged + 1);
    std::vector<std::size_t> entered(merged + 1, cycle.front());
    std::vector<std::size_t> left(merged + 1, cycle.front());
    for (std::size_t i = 0; i < merged; ++i) {
        for (std::size_t j = 1; j < merged; ++j)
            if (i != j)
                smaller.at(i, j) = table.at(outside[i], outside[j]);
        double best_in = never;
        double best_out = never;
        for (const std::size_t node : cycle) {
            const double in = table.at(outside[i], node) - table.at(heads[node], node);
            if (in > best_in) {
                best_in = in;
                entered[i] = node;
            }
            if (i != 0 && table.at(node, outside[i]) > best_out) {
                best_out = table.at(node, outside[i]);
                left[i] = node;
            }
        }
        smaller.at(i, merged) = best_in + cycle_score;
        if (i != 0)
            smaller.at(merged, i) = best_out;
    }
    const std::vector<std::size_t> small_heads = arborescence(smaller);
    for (std::size_t i = 1; i < merged; ++i)
        heads[outside[i]] = small_heads[i] == merged ? left[i] : outside[small_heads[i]];
    const std::size_t from = small_heads[merged];
    heads[entered[from]] = outside[from];
    return heads;
}

std::size_t children_of_root(const std::vector<std::size_t> &heads) {
    std::size_t n = 0;
    for (std::size_t d = 1; d < heads.size(); ++d)
        n += heads[d] == 0 ? 1U : 0U;
    return n;
}

/// The table with so much taken off the root's arcs that a tree with one of them is better than any with two.
ScoreTable with_dear_root(const ScoreTable &table) {
    double price = 1;
    for (std::size_t d = 1; d < table.nodes(); ++d) {
        double lowest = std::numeric_limits<double>::infinity();
        double highest = never;
        for (std::size_t h = 0; h < table.nodes(); ++h) {
            if (h != d) {
                lowest = std::min(lowest, table.at(h, d));
                highest = std::max(highest, table.at(h, d));
            }
        }
        price += highest - lowest;
    }
    ScoreTable dear = table;
    for (std::size_t d = 1; d < table.nodes(); ++d) {
        dear.at(0, d) -= price;
    }
    return dear;
}

} // namespace

std::vector<std::int32_t> best_dependency_tree(std::span<const float> scores, std::size_t words) {
    ScoreTable table(words + 1);
    for (std::size_t d = 0; d < words; ++d)
        for (std::size_t h = 0; h <= words; ++h)
            if (h != d + 1)
                table.at(h, d + 1) = static_cast<double>(scores[d * (words + 1) + h]);
    std::vector<std::size_t> heads = arborescence(table);
    if (children_of_root(heads) > 1) {
        heads = arborescence(with_dear_root(table));
    }
    std::vector<std::int32_t> result(words);
    for (std::size_t d = 0; d < words; ++d)
        result[d] = static_cast<std::int32_t>(heads[d + 1]) - 1;
    return result;
}

} // namespace gainsay
