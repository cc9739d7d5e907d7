#include "neural/int8_kernel.h"

#if defined(__x86_64__)

#include <cstring>
#include <immintrin.h>

#define GAINSAY_AVX512VNNI __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

namespace gainsay {

namespace {

constexpr std::size_t group_bytes = PackedWeights::block_outputs * PackedWeights::group_inputs;

GAINSAY_AVX512VNNI inline __m512i load(const void *from) {
    return _mm512_loadu_si512(from);
}

/// Four inputs, the same for each output.
GAINSAY_AVX512VNNI inline __m512i spread(const std::uint8_t *from) {
    std::int32_t four = 0;
    std::memcpy(&four, from, sizeof(four));
    return _mm512_set1_epi32(four);
}

GAINSAY_AVX512VNNI inline void store(__m512i sums, const float *scales, float *output, bool add) {
    // Not without a mask, where GCC 12 warns of its own header.
    constexpr __mmask16 every = 0xFFFF;
    __m512 result = _mm512_mul_ps(_mm512_maskz_cvtepi32_ps(every, sums), _mm512_loadu_ps(scales));
    if (add) {
        result = _mm512_add_ps(_mm512_loadu_ps(output), result);
    }
    _mm512_storeu_ps(output, result);
}

/// Few rows have several sums for each output, added up at the end: an instruction waits for the one before it on the
/// same sum.
template <std::size_t Blocks, std::size_t Rows>
GAINSAY_AVX512VNNI void tile(const KernelTile &tile) {
    constexpr std::size_t parts = Blocks * Rows <= 2 ? 4 : Blocks * Rows <= 5 ? 2 : 1;
    const std::size_t stride = tile.groups * PackedWeights::group_inputs;
    const std::size_t block_bytes = tile.groups * group_bytes;
    __m512i sums[parts][Rows][Blocks];
    for (std::size_t part = 0; part < parts; ++part) {
        for (std::size_t row = 0; row < Rows; ++row) {
            for (std::size_t block = 0; block < Blocks; ++block) {
                sums[part][row][block] =
                    part == 0 ? load(tile.starts + block * PackedWeights::block_outputs) : _mm512_setzero_si512();
            }
        }
    }
    std::size_t group = 0;
    for (; group + parts <= tile.groups; group += parts) {
        for (std::size_t part = 0; part < parts; ++part) {
            const std::int8_t *weights = tile.weights + (group + part) * group_bytes;
            for (std::size_t row = 0; row < Rows; ++row) {
                const __m512i inputs =
                    spread(tile.source + row * stride + (group + part) * PackedWeights::group_inputs);
                for (std::size_t block = 0; block < Blocks; ++block) {
                    sums[part][row][block] =
                        _mm512_dpbusd_epi32(sums[part][row][block], inputs, load(weights + block * block_bytes));
                }
            }
        }
    }
    for (; group < tile.groups; ++group) {
        const std::int8_t *weights = tile.weights + group * group_bytes;
        for (std::size_t row = 0; row < Rows; ++row) {
            const __m512i inputs = spread(tile.source + row * stride + group * PackedWeights::group_inputs);
            for (std::size_t block = 0; block < Blocks; ++block) {
                sums[0][row][block] =
                    _mm512_dpbusd_epi32(sums[0][row][block], inputs, load(weights + block * block_bytes));
            }
        }
    }
    for (std::size_t row = 0; row < Rows; ++row) {
        for (std::size_t block = 0; block < Blocks; ++block) {
            for (std::size_t part = 1; part < parts; ++part) {
                sums[0][row][block] = _mm512_add_epi32(sums[0][row][block], sums[part][row][block]);
            }
            const std::size_t column = block * PackedWeights::block_outputs;
            store(sums[0][row][block], tile.scales + column, tile.output + row * tile.output_stride + column, tile.add);
        }
    }
}

template <std::size_t Blocks>
constexpr std::array<Int8Kernel::Tile, Int8Kernel::row_limit> tiles = {
    tile<Blocks, 1>, tile<Blocks, 2>, tile<Blocks, 3>, tile<Blocks, 4>,
    tile<Blocks, 5>, tile<Blocks, 6>, tile<Blocks, 7>, tile<Blocks, 8>};

} // namespace

const Int8Kernel avx512vnni_int8_kernel = {.most_rows = 8, .most_blocks = 2, .tiles = {tiles<1>, tiles<2>}};

} // namespace gainsay

#endif
