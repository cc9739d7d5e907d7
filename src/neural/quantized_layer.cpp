#include "neural/quantized_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "neural/model_file.h"

namespace gainsay {
namespace {

constexpr float largest_weight = PackedWeights::largest_weight;
constexpr float largest_input = 127.0F;

/// The largest absolute value, or 1e-12. Eight at a time, which compilers turn into vectors.
float largest_of(const float *numbers, std::size_t size) {
    constexpr std::size_t lanes = 8;
    std::array<float, lanes> largest{};
    std::size_t i = 0;
    for (; i + lanes <= size; i += lanes)
        for (std::size_t k = 0; k < lanes; ++k) {
            const float number = std::abs(numbers[i + k]);
            largest[k] = number > largest[k] ? number : largest[k];
        }
    for (; i < size; ++i)
        largest[0] = std::max(largest[0], std::abs(numbers[i]));
    return std::max(1e-12F, *std::max_element(largest.begin(), largest.end()));
}

/// Throws ModelError where they are not [inputs, outputs] or too large.
std::span<const std::int8_t> read_weights(const ModelFile &file, const std::string &name, std::size_t inputs,
                                          std::size_t outputs) {
    const auto weights = file.section_as<std::int8_t>(name + ".weights");
    if (weights.size() != inputs * outputs)
        throw ModelError(file.path().string() + ", section " + name + ".weights",
                         std::to_string(inputs * outputs) + " weights", std::to_string(weights.size()));
    if (!PackedWeights::are_small(weights)) {
        const std::string largest = std::to_string(PackedWeights::largest_weight);
        throw ModelError(file.path().string() + ", section " + name + ".weights",
                         "weights of -" + largest + " to " + largest, "larger ones");
    }
    return weights;
}

} // namespace

Int8Matrix read_matrix(const ModelFile &file, const std::string &name, std::size_t inputs, std::size_t outputs,
                       Int8Matrix::Output output) {
    return read_matrix_rows(file, name, inputs, {0, inputs}, outputs, output);
}

Int8Matrix read_matrix_rows(const ModelFile &file, const std::string &name, std::size_t inputs, MatrixRows rows,
                            std::size_t outputs, Int8Matrix::Output output) {
    const auto weights = read_weights(file, name, inputs, outputs);
    const auto scales = read_floats(file, name + ".scales", outputs);
    const std::size_t count = rows.end - rows.first;
    return {weights.subspan(rows.first * outputs, count * outputs), count, scales, output};
}

Int8Matrix read_matrix_columns(const ModelFile &file, const std::string &name, std::size_t inputs,
                               std::span<const MatrixColumns> columns, std::size_t outputs, Int8Matrix::Output output) {
    const auto weights = read_weights(file, name, inputs, outputs);
    const auto scales = read_floats(file, name + ".scales", outputs);
    std::vector<std::int8_t> chosen;
    std::vector<float> chosen_scales;
    for (const MatrixColumns &part : columns) {
        const auto of_part = scales.subspan(part.first, part.end - part.first);
        chosen_scales.insert(chosen_scales.end(), of_part.begin(), of_part.end());
    }
    chosen.reserve(inputs * chosen_scales.size());
    for (std::size_t k = 0; k < inputs; ++k) {
        for (const MatrixColumns &part : columns) {
            const auto of_part = weights.subspan(k * outputs + part.first, part.end - part.first);
            chosen.insert(chosen.end(), of_part.begin(), of_part.end());
        }
    }
    return {chosen, inputs, chosen_scales, output};
}

std::span<const float> read_floats(const ModelFile &file, const std::string &name, std::size_t count) {
    const auto numbers = file.section_as<float>(name);
    if (numbers.size() != count)
        throw ModelError(file.path().string() + ", section " + name, std::to_string(count) + " numbers",
                         std::to_string(numbers.size()));
    return numbers;
}

void write_matrix(ModelFileWriter &writer, const std::string &name, std::span<const float> weights,
                  std::span<const float> input_scales) {
    const std::size_t inputs = input_scales.size();
    const std::size_t outputs = weights.size() / inputs;
    std::vector<std::int8_t> rounded(weights.size());
    std::vector<float> scales(outputs);
    for (std::size_t n = 0; n < outputs; ++n) {
        float largest = 1e-12F;
        for (std::size_t k = 0; k < inputs; ++k)
            largest = std::max(largest, std::abs(weights[k * outputs + n] * input_scales[k]));
        scales[n] = largest / largest_weight;
        for (std::size_t k = 0; k < inputs; ++k)
            rounded[k * outputs + n] =
                static_cast<std::int8_t>(std::lround(weights[k * outputs + n] * input_scales[k] / scales[n]));
    }
    writer.add_numbers(name + ".weights", std::span<const std::int8_t>(rounded));
    writer.add_numbers(name + ".scales", std::span<const float>(scales));
}

void quantize_rows(const float *input, std::size_t rows, std::size_t size, std::int8_t *output, float *scales) {
    for (std::size_t r = 0; r < rows; ++r) {
        const float *x = input + r * size;
        const float largest = largest_of(x, size);
        scales[r] = largest / largest_input;
        const float factor = largest_input / largest;
        std::int8_t *out = output + r * size;
        for (std::size_t i = 0; i < size; ++i)
            out[i] = static_cast<std::int8_t>(static_cast<std::int32_t>(x[i] * factor + std::copysign(0.5F, x[i])));
    }
}

} // namespace gainsay
