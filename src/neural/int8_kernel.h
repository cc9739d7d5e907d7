#pragma once

#include "neural/instruction_set.h"
#include "neural/packed_weights.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace gainsay {

/// Some rows of a product for one or two blocks of outputs.
struct KernelTile {
    const std::int8_t *weights; ///< the first block; the second follows it
    std::size_t groups;
    PackedWeights::Order order; ///< of the first block
    const std::uint8_t *source; ///< [rows][groups * 4], each number 128 too large
    const std::int32_t *starts; ///< [blocks * 16]
    const float *scales;        ///< [blocks * 16]
    float *output;              ///< [rows][blocks * 16], rows `output_stride` apart
    std::size_t output_stride;
    bool add; ///< to what stands in the output
};

/// Functions for tiles of each size, for one instruction set. Sums are exact; then each is multiplied by its scale and,
/// where asked, added to the output, with a rounding each: all kernels give the same bytes.
struct Int8Kernel {
    static constexpr std::size_t row_limit = 8;
    static constexpr std::size_t block_limit = 2;
    using Tile = void (*)(const KernelTile &tile);

    std::size_t most_rows = 0;
    std::size_t most_blocks = 0;
    std::array<std::array<Tile, row_limit>, block_limit> tiles{}; ///< by blocks and rows, each counted from 1
};

/// Throws std::invalid_argument for one that is not compiled into this program.
[[nodiscard]] const Int8Kernel &int8_kernel(InstructionSet set);

/// The product of `input` [rows, weights.inputs()] to `output` [rows, weights.outputs()].
void multiply(const Int8Kernel &kernel, const PackedWeights &weights, const std::int8_t *input, std::size_t rows,
              float *output, bool add);

extern const Int8Kernel plain_int8_kernel;
#if defined(__x86_64__)
extern const Int8Kernel avx2_int8_kernel;
extern const Int8Kernel avxvnni_int8_kernel;
extern const Int8Kernel avx512vnni_int8_kernel;
#endif

} // namespace gainsay
