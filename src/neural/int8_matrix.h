#pragma once

#include "neural/int8_kernel.h"
#include "neural/packed_weights.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace gainsay {

/// A matrix of 8-bit weights by which rows of 8-bit numbers are multiplied. Products are summed exactly in 32-bit
/// integers, so that a row's result depends neither on the rows beside it nor on the processor. Const: any number of
/// threads.
class Int8Matrix {
  public:
    /// What `multiply` does with the numbers that stand in its output.
    enum class Output { replaced, added_to };

    /// `weights` is [inputs, outputs], row-major, each at most 63; output n of a product is multiplied by `scales[n]`.
    /// Both are copied. Throws std::invalid_argument, and UsageError as chosen_instruction_set() does.
    Int8Matrix(std::span<const std::int8_t> weights, std::size_t inputs, std::span<const float> scales, Output output)
        : weights_(weights, inputs, scales), kernel_(&int8_kernel(chosen_instruction_set())),
          add_(output == Output::added_to) {}

    [[nodiscard]] std::size_t inputs() const { return weights_.inputs(); }
    [[nodiscard]] std::size_t outputs() const { return weights_.outputs(); }

    /// The scaled product of `input` [rows, inputs], to `output` [rows, outputs]; both contiguous.
    void multiply(const std::int8_t *input, std::size_t rows, float *output) const {
        gainsay::multiply(*kernel_, weights_, input, rows, output, add_);
    }

  private:
    PackedWeights weights_;
    const Int8Kernel *kernel_;
    bool add_;
};

} // namespace gainsay
