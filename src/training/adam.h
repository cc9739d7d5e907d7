#pragma once

#include <torch/torch.h>
#include <vector>

namespace gainsay::training {

/// Adam (Kingma and Ba 2015) and a running average of the weights in one pass over memory: with eight million weights
/// and small batches the passes of a general optimizer would cost as much as the network.
class Adam {
  public:
    /// Keeps references to the parameters. One thread uses it at a time.
    explicit Adam(std::vector<torch::Tensor> parameters);

    /// One step with the parameters' gradients, scaled so that their norm is at most `clip`; the gradients are zeroed.
    void step(double learning_rate, double clip, int threads);

    /// Exchanges the weights and their average; call it twice to come back.
    void swap_average();

    void save(torch::serialize::OutputArchive &archive) const;
    void load(torch::serialize::InputArchive &archive);

  private:
    std::vector<torch::Tensor> parameters_, first_, second_, average_;
    std::int64_t steps_ = 0;
};

} // namespace gainsay::training
