#pragma once

#include "nlp/segmentation/feature_net.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gainsay::training {

struct FeatureNetOptions {
    std::uint32_t deep_bits = 13;
    std::uint32_t wide_bits = 18;
    int epochs = 12;
    float deep_rate = 0.02F;
    float wide_rate = 0.02F;
    /// Share of features left out of an example at random.
    float dropout = 0.3F;
    std::uint64_t seed = 1;
};

/// Examples of one decision, kept as hashes.
class ExampleSet {
  public:
    void add(const FeatureList &features, bool yes, float weight = 1);

    [[nodiscard]] std::size_t size() const { return labels_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> deep(std::size_t i) const;
    [[nodiscard]] std::span<const std::uint32_t> wide(std::size_t i) const;
    [[nodiscard]] bool yes(std::size_t i) const { return labels_[i] != 0; }
    [[nodiscard]] float weight(std::size_t i) const { return weights_[i]; }

  private:
    std::vector<std::uint32_t> deep_;
    std::vector<std::uint32_t> wide_;
    std::vector<std::size_t> deep_ends_;
    std::vector<std::size_t> wide_ends_;
    std::vector<std::uint8_t> labels_;
    std::vector<float> weights_;
};

/// Trains by logistic loss with Adagrad, one example at a time in a fixed random order, averages the weights of the
/// last epochs, and gives the stored form that `FeatureNet` reads. The same examples and options give the same bytes.
[[nodiscard]] std::string train_feature_net(const ExampleSet &examples, const FeatureNetOptions &options);

} // namespace gainsay::training
