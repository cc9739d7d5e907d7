#pragma once

#include "extract/coreference/chain_ranker.h"

#include <cstdint>
#include <random>
#include <vector>

namespace gainsay::training {

/// One choice with its right answers: 0 for a new chain, candidates from 1. `weight` scales its loss.
struct ChainExample {
    std::vector<std::vector<std::uint32_t>> features;
    std::vector<std::uint8_t> is_right;
    float weight = 1;
};

struct TrainerOptions {
    float rate = 0.05F;
    /// Share of features that are left out, each time others.
    float dropout = 0.2F;
    float decay = 1e-5F;
    std::uint64_t seed = 1;
};

/// Adagrad on the log of the probability of all right answers together.
class ChainTrainer {
  public:
    ChainTrainer(ChainRanker &ranker, TrainerOptions options);
    /// Goes through the examples once in a random order; the mean loss.
    double run(const std::vector<ChainExample> &examples);

  private:
    double step(const ChainExample &example);

    ChainRanker *ranker_;
    TrainerOptions options_;
    std::mt19937_64 random_;
    std::vector<float> row_squares_;
    std::array<float, ChainRanker::width> bias_squares_{};
    std::array<float, ChainRanker::width> output_squares_{};
};

/// Share of examples whose best answer is right.
double accuracy(const ChainRanker &ranker, const std::vector<ChainExample> &examples);

} // namespace gainsay::training
