#include "neural/int8_kernel.h"

#if defined(__x86_64__)

#include <cstring>
#include <immintrin.h>

#define GAINSAY_AVXVNNI __attribute__((target("avx2,avxvnni")))

namespace gainsay {

namespace {

constexpr std::size_t half = PackedWeights::block_outputs / 2;

GAINSAY_AVXVNNI inline __m256i load(const void *from) {
    return _mm256_loadu_si256(static_cast<const __m256i *>(from));
}

/// Four inputs, the same for each output.
GAINSAY_AVXVNNI inline __m256i spread(const std::uint8_t *from) {
    std::int32_t four = 0;
    std::memcpy(&four, from, sizeof(four));
    return _mm256_set1_epi32(four);
}

GAINSAY_AVXVNNI inline void store(__m256i sums, const float *scales, float *output, bool add) {
    __m256 result = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(scales));
    if (add) {
        result = _mm256_add_ps(_mm256_loadu_ps(output), result);
    }
    _mm256_storeu_ps(output, result);
}

/// Few rows have several sums for each output, added up at the end: an instruction waits for the one before it on the
/// same sum.
template <std::size_t Rows>
GAINSAY_AVXVNNI void tile(const KernelTile &tile) {
    constexpr std::size_t parts = Rows == 1 ? 4 : Rows == 2 ? 2 : 1;
    constexpr std::size_t group_bytes = 2 * half * PackedWeights::group_inputs;
    const std::size_t stride = tile.groups * PackedWeights::group_inputs;
    __m256i left[parts][Rows];
    __m256i right[parts][Rows];
    for (std::size_t part = 0; part < parts; ++part) {
        for (std::size_t row = 0; row < Rows; ++row) {
            left[part][row] = part == 0 ? load(tile.starts) : _mm256_setzero_si256();
            right[part][row] = part == 0 ? load(tile.starts + half) : _mm256_setzero_si256();
        }
    }
    std::size_t group = 0;
    for (; group + parts <= tile.groups; group += parts) {
        for (std::size_t part = 0; part < parts; ++part) {
            const std::int8_t *weights = tile.weights + (group + part) * group_bytes;
            for (std::size_t row = 0; row < Rows; ++row) {
                const __m256i inputs =
                    spread(tile.source + row * stride + (group + part) * PackedWeights::group_inputs);
                left[part][row] = _mm256_dpbusd_avx_epi32(left[part][row], inputs, load(weights));
                right[part][row] = _mm256_dpbusd_avx_epi32(right[part][row], inputs, load(weights + group_bytes / 2));
            }
        }
    }
    for (; group < tile.groups; ++group) {
        const std::int8_t *weights = tile.weights + group * group_bytes;
        for (std::size_t row = 0; row < Rows; ++row) {
            const __m256i inputs = spread(tile.source + row * stride + group * PackedWeights::group_inputs);
            left[0][row] = _mm256_dpbusd_avx_epi32(left[0][row], inputs, load(weights));
            right[0][row] = _mm256_dpbusd_avx_epi32(right[0][row], inputs, load(weights + group_bytes / 2));
        }
    }
    for (std::size_t row = 0; row < Rows; ++row) {
        for (std::size_t part = 1; part < parts; ++part) {
            left[0][row] = _mm256_add_epi32(left[0][row], left[part][row]);
            right[0][row] = _mm256_add_epi32(right[0][row], right[part][row]);
        }
        float *output = tile.output + row * tile.output_stride;
        store(left[0][row], tile.scales, output, tile.add);
        store(right[0][row], tile.scales + half, output + half, tile.add);
    }
}

} // namespace

const Int8Kernel avxvnni_int8_kernel = {
    .most_rows = 4, .most_blocks = 1, .tiles = {{{tile<1>, tile<2>, tile<3>, tile<4>}}}};

} // namespace gainsay

#endif
