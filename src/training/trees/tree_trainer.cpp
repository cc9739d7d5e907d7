#include "training/trees/tree_trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <optional>

namespace gainsay::training {

namespace {

double rounded(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return std::strtod(text, nullptr);
}

struct Sums {
    double gradient = 0;
    double curvature = 0;
    std::size_t count = 0;

    void add(const Sums &other) {
        gradient += other.gradient;
        curvature += other.curvature;
        count += other.count;
    }
    Sums without(const Sums &other) const {
        return {gradient - other.gradient, curvature - other.curvature, count - other.count};
    }
    double gain(double decay) const { return gradient * gradient / (curvature + decay); }
};

struct Split {
    double gain = 0;
    std::size_t feature = 0;
    std::size_t bin = 0;
};

struct Leaf {
    std::uint32_t node = 0;
    std::vector<std::uint32_t> examples;
    Sums sums;
    std::optional<Split> split;
};

class Booster {
  public:
    Booster(const std::vector<TreeExample> &examples, const TreeOptions &options)
        : examples_(&examples), options_(options), odds_(examples.size(), 0), gradients_(examples.size()) {
        find_thresholds();
    }

    std::vector<Tree> run() {
        double right = 0;
        double all = 0;
        for (const TreeExample &each : *examples_) {
            right += each.is_right ? each.weight : 0;
            all += each.weight;
        }
        std::vector<Tree> trees = {{TreeNode{-1, rounded(std::log(right / (all - right))), 0, 0}}};
        odds_.assign(odds_.size(), trees.front().front().value);
        for (std::size_t i = 0; i < options_.trees; ++i) {
            trees.push_back(grow());
        }
        return trees;
    }

  private:
    void find_thresholds() {
        const std::size_t features = examples_->front().values.size();
        bins_.resize(features);
        for (std::size_t f = 0; f < features; ++f) {
            std::vector<double> values;
            values.reserve(examples_->size());
            for (const TreeExample &each : *examples_) {
                values.push_back(each.values[f]);
            }
            std::vector<double> found = thresholds_of(std::move(values));
            bins_[f].reserve(examples_->size());
            for (const TreeExample &each : *examples_) {
                bins_[f].push_back(static_cast<std::uint8_t>(
                    std::lower_bound(found.begin(), found.end(), each.values[f]) - found.begin()));
            }
            thresholds_.push_back(std::move(found));
        }
    }

    /// Between all values where they are few, else so that as many examples lie between any two.
    std::vector<double> thresholds_of(std::vector<double> values) const {
        std::sort(values.begin(), values.end());
        std::vector<double> distinct = values;
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        std::vector<double> found;
        const auto add = [&found](double value) {
            if (found.empty() || found.back() < value) {
                found.push_back(value);
            }
        };
        if (distinct.size() <= options_.thresholds) {
            for (std::size_t k = 0; k + 1 < distinct.size(); ++k) {
                add(rounded((distinct[k] + distinct[k + 1]) / 2));
            }
            return found;
        }
        for (std::size_t k = 1; k < options_.thresholds; ++k) {
            if (const double value = rounded(values[values.size() * k / options_.thresholds]); value < values.back()) {
                add(value);
            }
        }
        return found;
    }

    Tree grow() {
        for (std::size_t i = 0; i < examples_->size(); ++i) {
            const double probability = 1 / (1 + std::exp(-odds_[i]));
            const TreeExample &each = (*examples_)[i];
            gradients_[i] = {each.weight * ((each.is_right ? 1 : 0) - probability),
                             each.weight * probability * (1 - probability), 1};
        }
        Tree tree(1);
        std::vector<Leaf> leaves(1);
        leaves.front().examples.resize(examples_->size());
        std::iota(leaves.front().examples.begin(), leaves.front().examples.end(), 0U);
        finish(leaves.front());
        while (leaves.size() < options_.leaves) {
            const auto best = std::max_element(leaves.begin(), leaves.end(), [](const Leaf &a, const Leaf &b) {
                return (a.split ? a.split->gain : -1) < (b.split ? b.split->gain : -1);
            });
            if (!best->split) {
                break;
            }
            const Split split = *best->split;
            Leaf low;
            Leaf high;
            for (const std::uint32_t example : best->examples) {
                (bins_[split.feature][example] <= split.bin ? low : high).examples.push_back(example);
            }
            low.node = static_cast<std::uint32_t>(tree.size());
            high.node = low.node + 1;
            tree[best->node] = {static_cast<int>(split.feature), thresholds_[split.feature][split.bin], low.node,
                                high.node};
            tree.resize(tree.size() + 2);
            finish(low);
            finish(high);
            *best = std::move(low);
            leaves.push_back(std::move(high));
        }
        for (const Leaf &leaf : leaves) {
            const double value = rounded(options_.rate * leaf.sums.gradient / (leaf.sums.curvature + options_.decay));
            tree[leaf.node].value = value;
            for (const std::uint32_t example : leaf.examples) {
                odds_[example] += value;
            }
        }
        return tree;
    }

    void finish(Leaf &leaf) const {
        for (const std::uint32_t example : leaf.examples) {
            leaf.sums.add(gradients_[example]);
        }
        for (std::size_t f = 0; f < bins_.size(); ++f) {
            std::vector<Sums> by_bin(thresholds_[f].size() + 1);
            for (const std::uint32_t example : leaf.examples) {
                by_bin[bins_[f][example]].add(gradients_[example]);
            }
            Sums low;
            for (std::size_t bin = 0; bin + 1 < by_bin.size(); ++bin) {
                low.add(by_bin[bin]);
                const Sums high = leaf.sums.without(low);
                if (low.count < options_.least_in_leaf || high.count < options_.least_in_leaf) {
                    continue;
                }
                const double gain =
                    low.gain(options_.decay) + high.gain(options_.decay) - leaf.sums.gain(options_.decay);
                if (gain > 0 && (!leaf.split || gain > leaf.split->gain)) {
                    leaf.split = Split{gain, f, bin};
                }
            }
        }
    }

    const std::vector<TreeExample> *examples_;
    TreeOptions options_;
    std::vector<double> odds_;
    std::vector<Sums> gradients_;
    std::vector<std::vector<double>> thresholds_;
    /// By feature and example: how many thresholds its value is above.
    std::vector<std::vector<std::uint8_t>> bins_;
};

} // namespace

std::vector<Tree> grow_trees(const std::vector<TreeExample> &examples, const TreeOptions &options) {
    return Booster(examples, options).run();
}

double odds(const std::vector<Tree> &trees, const std::vector<double> &values) {
    double total = 0;
    for (const Tree &tree : trees) {
        std::size_t at = 0;
        while (tree[at].feature >= 0) {
            at = values[static_cast<std::size_t>(tree[at].feature)] <= tree[at].value ? tree[at].low : tree[at].high;
        }
        total += tree[at].value;
    }
    return total;
}

std::string to_text(const std::vector<Tree> &trees, const std::vector<std::string_view> &names) {
    std::string text;
    for (std::size_t t = 0; t < trees.size(); ++t) {
        for (std::size_t n = 0; n < trees[t].size(); ++n) {
            const TreeNode &node = trees[t][n];
            char value[32];
            std::snprintf(value, sizeof value, "%.4g", node.value);
            const bool is_leaf = node.feature < 0;
            text += std::to_string(t) + '\t' + std::to_string(n) + '\t';
            text += is_leaf ? "-" : std::string(names[static_cast<std::size_t>(node.feature)]);
            text += '\t' + std::string(value) + '\t' + (is_leaf ? "" : std::to_string(node.low)) + '\t' +
                    (is_leaf ? "" : std::to_string(node.high)) + '\n';
        }
    }
    return text;
}

} // namespace gainsay::training
