#include "neural/int8_kernel.h"

namespace gainsay {

namespace {

constexpr std::size_t outputs = PackedWeights::block_outputs;
constexpr std::size_t inputs = PackedWeights::group_inputs;

/// One row by one block.
void tile(const KernelTile &tile) {
    std::array<std::int32_t, outputs> sums{};
    for (std::size_t n = 0; n < outputs; ++n) {
        sums[n] = tile.starts[n];
    }
    for (std::size_t group = 0; group < tile.groups; ++group) {
        const std::uint8_t *x = tile.source + group * inputs;
        const std::int8_t *w = tile.weights + group * outputs * inputs;
        for (std::size_t n = 0; n < outputs; ++n) {
            sums[n] +=
                x[0] * w[n * inputs] + x[1] * w[n * inputs + 1] + x[2] * w[n * inputs + 2] + x[3] * w[n * inputs + 3];
        }
    }
    for (std::size_t n = 0; n < outputs; ++n) {
        const float product = static_cast<float>(sums[n]) * tile.scales[n];
        tile.output[n] = tile.add ? tile.output[n] + product : product;
    }
}

} // namespace

const Int8Kernel plain_int8_kernel = {.most_rows = 1, .most_blocks = 1, .tiles = {{{tile}}}};

} // namespace gainsay
