#pragma once

#include <cstdint>
#include <torch/torch.h>
#include <vector>

namespace gainsay::training {

/// Sentences of one batch, longest first, laid out by time step: row `offset[t] + s` is token t of sentence s, and the
/// first `count[t]` sentences are longer than t. No row is padding.
struct PackedLayout {
    std::vector<std::int64_t> offset; ///< one entry a time step and the total at the end
    std::vector<std::int64_t> count;

    explicit PackedLayout(const std::vector<std::int64_t> &lengths_descending);
    PackedLayout() = default;
    [[nodiscard]] std::int64_t rows() const { return offset.back(); }
    [[nodiscard]] std::int64_t steps() const { return static_cast<std::int64_t>(count.size()); }
    [[nodiscard]] std::int64_t row(std::int64_t sentence, std::int64_t token) const {
        return offset[static_cast<std::size_t>(token)] + sentence;
    }
};

/// The recurrence of a bidirectional LSTM layer. `gates_*` [rows, 4H] are the input's part of the gates (in, forget,
/// cell, out) with bias; `recurrent_*` is [H, 4H]. Gives [rows, 2H].
torch::Tensor bilstm_scan(const torch::Tensor &gates_forward, const torch::Tensor &gates_backward,
                          const torch::Tensor &recurrent_forward, const torch::Tensor &recurrent_backward,
                          const PackedLayout &layout);

/// The input's part of a direction's gates, `hidden` cells: Glorot's initialization, forget gates open.
torch::nn::Linear lstm_input(std::int64_t size, std::int64_t hidden);
/// A direction's recurrent weights [hidden, 4 * hidden], each gate orthogonal.
torch::Tensor lstm_recurrent(std::int64_t hidden);

/// Dropout with a generator of its own: the library's is shared by all threads and would give other numbers in every
/// run.
torch::Tensor dropped(const torch::Tensor &x, double probability, bool training, const at::Generator &generator);

} // namespace gainsay::training
