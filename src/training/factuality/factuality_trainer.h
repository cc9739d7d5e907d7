#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gainsay::training {

struct FactualityExample {
    std::vector<std::string> features;
    bool happened = false;
    /// How much it counts.
    double weight = 1;
};

struct FactualityTraining {
    int epochs = 8;
    double rate = 0.15;
    double decay = 2e-2;
    /// Features that fewer examples have are left out.
    std::size_t least_count = 5;
    /// Weights below this are left out at the end.
    double least_weight = 0.15;
};

/// Logistic regression by stochastic gradients with AdaGrad (Duchi, Hazan, Singer 2011) and averaged weights.
/// Deterministic, one thread. Features in order of their names, weights rounded to two decimals.
std::vector<std::pair<std::string, double>> train_factuality(const std::vector<FactualityExample> &examples,
                                                             const FactualityTraining &training);

} // namespace gainsay::training
