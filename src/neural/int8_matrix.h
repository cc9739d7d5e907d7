#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace gainsay {

/// A matrix of 8-bit weights, prepared for oneDNN, which picks the processor's instructions at run time. Products are
/// summed in 32-bit integers, so that a row's result does not depend on the rows beside it. Const: any number of
/// threads.
class Int8Matrix {
  public:
    /// Rows of a product are counted in such steps.
    static constexpr std::size_t row_step = 8;
    [[nodiscard]] static constexpr std::size_t padded_rows(std::size_t rows) {
        return (rows + row_step - 1) / row_step * row_step;
    }

    /// What `multiply` does with the numbers that stand in its output.
    enum class Output { replaced, added_to };

    /// `weights` is [inputs, outputs], row-major; output n of a product is multiplied by `scales[n]`. Both are copied.
    Int8Matrix(std::span<const std::int8_t> weights, std::size_t inputs, std::span<const float> scales, Output output);
    ~Int8Matrix();
    Int8Matrix(Int8Matrix &&) noexcept;
    Int8Matrix &operator=(Int8Matrix &&) noexcept;

    [[nodiscard]] std::size_t inputs() const { return inputs_; }
    [[nodiscard]] std::size_t outputs() const { return outputs_; }

    /// The scaled product of `input` [rows, inputs], to `output` [rows, outputs]; both contiguous. `rows` is a multiple
    /// of `row_step`.
    void multiply(const std::int8_t *input, std::size_t rows, float *output) const;

  private:
    struct Prepared;

    std::size_t inputs_ = 0;
    std::size_t outputs_ = 0;
    std::unique_ptr<Prepared> prepared_;
};

/// Matrix products in this thread use one processor core as long as this lives; documents are the unit of parallelism.
class SingleThreadedProducts {
  public:
    SingleThreadedProducts();
    ~SingleThreadedProducts();
    SingleThreadedProducts(const SingleThreadedProducts &) = delete;
    SingleThreadedProducts &operator=(const SingleThreadedProducts &) = delete;
    SingleThreadedProducts(SingleThreadedProducts &&) = delete;
    SingleThreadedProducts &operator=(SingleThreadedProducts &&) = delete;

  private:
    int before_;
};

} // namespace gainsay
