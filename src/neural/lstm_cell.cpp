#include "neural/lstm_cell.h"

#include <bit>
#include <cstring>

// Compiled for three levels of x86-64 and chosen at the first call. Products and sums are not fused (see the project's
// CMakeLists.txt), so that all levels round alike. Not by GCC's target_clones: its resolvers run before the sanitizers
// are ready.

namespace gainsay {
namespace {

/// 1.5 * 2^23: adding it to a small number leaves the nearest integer in the low bits.
constexpr float round_to_integer = 12582912.0F;

#define GAINSAY_INLINE inline __attribute__((always_inline))

/// What the passes of a loop write, none of the others reads.
#if defined(__clang__)
#define GAINSAY_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#define GAINSAY_AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))
#else
#define GAINSAY_INDEPENDENT _Pragma("GCC ivdep")
#define GAINSAY_AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512")))
#endif

/// e^x for |x| <= 80, relative error below 1e-6: 2^k * 2^f with the Taylor polynomial of 2^f for |f| <= 0.5.
GAINSAY_INLINE float exponential(float x) {
    const float t = x * 1.44269504F;
    const float shifted = t + round_to_integer;
    const float f = t - (shifted - round_to_integer);
    float p = 1.5403530e-4F;
    p = p * f + 1.3333558e-3F;
    p = p * f + 9.6181291e-3F;
    p = p * f + 5.5504109e-2F;
    p = p * f + 2.4022651e-1F;
    p = p * f + 6.9314718e-1F;
    p = p * f + 1.0F;
    const auto k = std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(round_to_integer);
    return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) + (k << 23));
}

GAINSAY_INLINE float clamped(float x, float limit) {
    x = x < limit ? x : limit;
    return x > -limit ? x : -limit;
}

GAINSAY_INLINE float sigmoid(float x) {
    return 1.0F / (1.0F + exponential(-clamped(x, 60.0F)));
}
GAINSAY_INLINE float hyperbolic(float x) {
    return 2.0F / (1.0F + exponential(-2.0F * clamped(x, 30.0F))) - 1.0F;
}

GAINSAY_INLINE void all_rows(float *gates, const float *bias, std::size_t rows, std::size_t h, float *cell,
                             std::int8_t *state, std::int8_t *output, std::size_t output_stride) {
    for (std::size_t r = 0; r < rows; ++r) {
        float *in_gate = gates + r * 4 * h;
        const float *forget_gate = in_gate + h;
        const float *candidate_gate = forget_gate + h;
        const float *out_gate = candidate_gate + h;
        float *c = cell + r * h;
        std::int8_t *s = state + r * h;
        // None of the arrays overlap, which the compiler cannot know.
        GAINSAY_INDEPENDENT
        for (std::size_t i = 0; i < h; ++i) {
            const float in = sigmoid(in_gate[i] + bias[i]);
            const float forget = sigmoid(forget_gate[i] + bias[h + i]);
            const float candidate = hyperbolic(candidate_gate[i] + bias[2 * h + i]);
            const float out = sigmoid(out_gate[i] + bias[3 * h + i]);
            const float next = in * candidate + forget * c[i];
            c[i] = next;
            in_gate[i] = out * hyperbolic(next) * 127.0F;
        }
        // Apart from the loop above: GCC turns a loop of floats into vectors, but not one of floats and bytes.
        GAINSAY_INDEPENDENT
        for (std::size_t i = 0; i < h; ++i) {
            s[i] = static_cast<std::int8_t>(std::bit_cast<std::int32_t>(in_gate[i] + round_to_integer) -
                                            std::bit_cast<std::int32_t>(round_to_integer));
        }
        std::int8_t *o = output + r * output_stride;
        std::memcpy(o, s, h);
    }
}

using Cell = void (*)(float *, const float *, std::size_t, std::size_t, float *, std::int8_t *, std::int8_t *,
                      std::size_t);

#if defined(__x86_64__)
GAINSAY_AVX512 void cell_avx512(float *gates, const float *bias, std::size_t rows, std::size_t h, float *cell,
                                std::int8_t *state, std::int8_t *output, std::size_t output_stride) {
    all_rows(gates, bias, rows, h, cell, state, output, output_stride);
}

__attribute__((target("avx2"))) void cell_avx2(float *gates, const float *bias, std::size_t rows, std::size_t h,
                                               float *cell, std::int8_t *state, std::int8_t *output,
                                               std::size_t output_stride) {
    all_rows(gates, bias, rows, h, cell, state, output, output_stride);
}
#endif

void cell_plain(float *gates, const float *bias, std::size_t rows, std::size_t h, float *cell, std::int8_t *state,
                std::int8_t *output, std::size_t output_stride) {
    all_rows(gates, bias, rows, h, cell, state, output, output_stride);
}

Cell cell_for([[maybe_unused]] InstructionSet set) {
#if defined(__x86_64__)
    if (set == InstructionSet::avx512vnni)
        return cell_avx512;
    if (set != InstructionSet::plain)
        return cell_avx2;
#endif
    return cell_plain;
}

} // namespace

void lstm_cell(float *gates, const float *bias, std::size_t rows, std::size_t hidden, float *cell, std::int8_t *state,
               std::int8_t *output, std::size_t output_stride) {
    static const Cell chosen = cell_for(chosen_instruction_set());
    chosen(gates, bias, rows, hidden, cell, state, output, output_stride);
}

void lstm_cell(InstructionSet set, float *gates, const float *bias, std::size_t rows, std::size_t hidden, float *cell,
               std::int8_t *state, std::int8_t *output, std::size_t output_stride) {
    cell_for(set)(gates, bias, rows, hidden, cell, state, output, output_stride);
}

void quantized_tanh(float *sums, const float *bias, std::size_t rows, std::size_t size, std::int8_t *output) {
    for (std::size_t r = 0; r < rows; ++r) {
        float *row = sums + r * size;
        std::int8_t *out = output + r * size;
        GAINSAY_INDEPENDENT
        for (std::size_t i = 0; i < size; ++i) {
            row[i] = hyperbolic(row[i] + bias[i]) * 127.0F;
        }
        GAINSAY_INDEPENDENT
        for (std::size_t i = 0; i < size; ++i) {
            out[i] = static_cast<std::int8_t>(std::bit_cast<std::int32_t>(row[i] + round_to_integer) -
                                              std::bit_cast<std::int32_t>(round_to_integer));
        }
    }
}

} // namespace gainsay
