#include "neural/int8_kernel.h"

#if defined(__x86_64__)

#include <cstring>
#include <immintrin.h>

#define GAINSAY_AVX2 __attribute__((target("avx2")))

namespace gainsay {

namespace {

constexpr std::size_t half = PackedWeights::block_outputs / 2;

GAINSAY_AVX2 inline __m256i load(const void *from) {
    return _mm256_loadu_si256(static_cast<const __m256i *>(from));
}

/// Four inputs, the same for each output.
GAINSAY_AVX2 inline __m256i spread(const std::uint8_t *from) {
    std::int32_t four = 0;
    std::memcpy(&four, from, sizeof(four));
    return _mm256_set1_epi32(four);
}

GAINSAY_AVX2 inline void store(__m256i sums, const float *scales, float *output, bool add) {
    __m256 result = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(scales));
    if (add) {
        result = _mm256_add_ps(_mm256_loadu_ps(output), result);
    }
    _mm256_storeu_ps(output, result);
}

/// Adds the products of runs of `Length` groups. Two products fit into 16 bits, as weights are at most 63, and those of
/// a pair together.
template <std::size_t Length, std::size_t Rows>
GAINSAY_AVX2 inline void add_runs(std::span<const std::uint32_t> runs, const KernelTile &tile, __m256i *left,
                                  __m256i *right) {
    constexpr std::size_t group_bytes = PackedWeights::block_outputs * PackedWeights::group_inputs;
    const std::size_t stride = tile.groups * PackedWeights::group_inputs;
    const __m256i ones = _mm256_set1_epi16(1);
    for (const std::uint32_t run : runs) {
        const std::int8_t *weights = tile.weights + run * group_bytes;
        const std::uint8_t *source = tile.source + run * PackedWeights::group_inputs;
        for (std::size_t row = 0; row < Rows; ++row) {
            const __m256i inputs = spread(source + row * stride);
            __m256i left_pairs = _mm256_maddubs_epi16(inputs, load(weights));
            __m256i right_pairs = _mm256_maddubs_epi16(inputs, load(weights + group_bytes / 2));
            if constexpr (Length == 2) {
                const __m256i further = spread(source + row * stride + PackedWeights::group_inputs);
                const std::int8_t *next = weights + group_bytes;
                left_pairs = _mm256_add_epi16(left_pairs, _mm256_maddubs_epi16(further, load(next)));
                right_pairs =
                    _mm256_add_epi16(right_pairs, _mm256_maddubs_epi16(further, load(next + group_bytes / 2)));
            }
            left[row] = _mm256_add_epi32(left[row], _mm256_madd_epi16(left_pairs, ones));
            right[row] = _mm256_add_epi32(right[row], _mm256_madd_epi16(right_pairs, ones));
        }
    }
}

/// Of more rows than three, sums and weights together would not stay in the sixteen registers.
template <std::size_t Rows>
GAINSAY_AVX2 void tile(const KernelTile &tile) {
    __m256i left[Rows];
    __m256i right[Rows];
    for (std::size_t row = 0; row < Rows; ++row) {
        left[row] = load(tile.starts);
        right[row] = load(tile.starts + half);
    }
    add_runs<2, Rows>(tile.order.pairs, tile, left, right);
    add_runs<1, Rows>(tile.order.singles, tile, left, right);
    for (std::size_t row = 0; row < Rows; ++row) {
        float *output = tile.output + row * tile.output_stride;
        store(left[row], tile.scales, output, tile.add);
        store(right[row], tile.scales + half, output + half, tile.add);
    }
}

} // namespace

const Int8Kernel avx2_int8_kernel = {.most_rows = 3, .most_blocks = 1, .tiles = {{{tile<1>, tile<2>, tile<3>}}}};

} // namespace gainsay

#endif
