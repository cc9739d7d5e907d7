#include "neural/int8_kernel.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace gainsay {

namespace {

constexpr std::size_t block_outputs = PackedWeights::block_outputs;

/// Rows that are multiplied by all blocks before the next: their numbers stay in the first or second cache.
constexpr std::size_t chunk_rows = 64;

/// Rows with 128 added to each number and zeros at their end.
void make_unsigned(const std::int8_t *input, std::size_t rows, std::size_t inputs, std::size_t stride,
                   std::vector<std::uint8_t> &source) {
    source.resize(rows * stride);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int8_t *from = input + row * inputs;
        std::uint8_t *to = source.data() + row * stride;
        for (std::size_t k = 0; k < inputs; ++k) {
            to[k] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(from[k]) ^ 0x80U);
        }
        std::fill(to + inputs, to + stride, std::uint8_t{0});
    }
}

/// The last block of a matrix may have fewer outputs: it is computed apart and the part that exists copied.
void run_partial(Int8Kernel::Tile function, KernelTile tile, std::size_t rows, std::size_t count) {
    std::array<float, Int8Kernel::row_limit * Int8Kernel::block_limit * block_outputs> whole{};
    float *const output = tile.output;
    const std::size_t stride = tile.output_stride;
    constexpr std::size_t width = Int8Kernel::block_limit * block_outputs;
    for (std::size_t row = 0; tile.add && row < rows; ++row) {
        std::copy_n(output + row * stride, count, whole.data() + row * width);
    }
    tile.output = whole.data();
    tile.output_stride = width;
    function(tile);
    for (std::size_t row = 0; row < rows; ++row) {
        std::copy_n(whole.data() + row * width, count, output + row * stride);
    }
}

} // namespace

const Int8Kernel &int8_kernel(InstructionSet set) {
    switch (set) {
    case InstructionSet::plain:
        return plain_int8_kernel;
#if defined(__x86_64__)
    case InstructionSet::avx2:
        return avx2_int8_kernel;
    case InstructionSet::avxvnni:
        return avxvnni_int8_kernel;
    case InstructionSet::avx512vnni:
        return avx512vnni_int8_kernel;
#else
    default:
        break;
#endif
    }
    throw std::invalid_argument("int8_kernel: an instruction set of other processors");
}

void multiply(const Int8Kernel &kernel, const PackedWeights &weights, const std::int8_t *input, std::size_t rows,
              float *output, bool add) {
    thread_local std::vector<std::uint8_t> source;
    const std::size_t source_stride = weights.groups() * PackedWeights::group_inputs;
    const std::size_t outputs = weights.outputs();
    for (std::size_t begin = 0; begin < rows; begin += chunk_rows) {
        const std::size_t chunk = std::min(chunk_rows, rows - begin);
        make_unsigned(input + begin * weights.inputs(), chunk, weights.inputs(), source_stride, source);
        for (std::size_t block = 0; block < weights.blocks();) {
            const std::size_t blocks = std::min(kernel.most_blocks, weights.blocks() - block);
            const std::size_t first = block * block_outputs;
            const std::size_t count = std::min(blocks * block_outputs, outputs - first);
            const PackedWeights::Order order = weights.order(block);
            for (std::size_t row = 0; row < chunk;) {
                const std::size_t tile_rows = std::min(kernel.most_rows, chunk - row);
                const Int8Kernel::Tile function = kernel.tiles[blocks - 1][tile_rows - 1];
                const KernelTile tile = {.weights = weights.block(block),
                                         .groups = weights.groups(),
                                         .order = order,
                                         .source = source.data() + row * source_stride,
                                         .starts = weights.starts() + first,
                                         .scales = weights.scales() + first,
                                         .output = output + (begin + row) * outputs + first,
                                         .output_stride = outputs,
                                         .add = add};
                if (count == blocks * block_outputs) {
                    function(tile);
                } else {
                    run_partial(function, tile, tile_rows, count);
                }
                row += tile_rows;
            }
            block += blocks;
        }
    }
}

} // namespace gainsay
