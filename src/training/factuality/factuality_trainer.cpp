#include "factuality_trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>

namespace gainsay::training {

namespace {

struct Example {
    std::vector<std::size_t> features;
    double happened = 0;
    double weight = 1;
};

/// A small generator whose numbers are the same everywhere (splitmix64).
class Random {
  public:
    std::size_t below(std::size_t limit) {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % limit);
    }

  private:
    std::uint64_t state_ = 1;
};

} // namespace

std::vector<std::pair<std::string, double>> train_factuality(const std::vector<FactualityExample> &examples,
                                                             const FactualityTraining &training) {
    std::map<std::string, std::size_t> counts;
    for (const FactualityExample &example : examples) {
        for (const std::string &feature : example.features) {
            ++counts[feature];
        }
    }
    std::map<std::string, std::size_t> index;
    for (const auto &[feature, count] : counts) {
        if (count >= training.least_count) {
            index.emplace(feature, index.size());
        }
    }
    std::vector<Example> set;
    for (const FactualityExample &example : examples) {
        Example &made = set.emplace_back();
        made.happened = example.happened ? 1 : 0;
        made.weight = example.weight;
        for (const std::string &feature : example.features) {
            if (const auto found = index.find(feature); found != index.end()) {
                made.features.push_back(found->second);
            }
        }
    }
    std::vector<double> weights(index.size());
    std::vector<double> squares(index.size());
    std::vector<double> sums(index.size());
    std::vector<std::size_t> order(set.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random random;
    for (int epoch = 0; epoch < training.epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random.below(i)]);
        }
        for (const std::size_t at : order) {
            const Example &example = set[at];
            double score = 0;
            for (const std::size_t feature : example.features) {
                score += weights[feature];
            }
            const double error = (example.happened - 1 / (1 + std::exp(-score))) * example.weight;
            for (const std::size_t feature : example.features) {
                const double gradient = error - training.decay * weights[feature];
                squares[feature] += gradient * gradient;
                weights[feature] += training.rate * gradient / std::sqrt(squares[feature] + 1e-6);
            }
        }
        for (std::size_t i = 0; i < weights.size(); ++i) {
            sums[i] += weights[i];
        }
    }
    std::vector<std::pair<std::string, double>> result;
    for (const auto &[feature, at] : index) {
        const double weight = std::round(100 * sums[at] / training.epochs) / 100;
        if (std::abs(weight) >= training.least_weight) {
            result.emplace_back(feature, weight);
        }
    }
    return result;
}

} // namespace gainsay::training
