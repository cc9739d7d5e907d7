#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "neural/int8_matrix.h"

namespace gainsay {

class ModelFile;
class ModelFileWriter;

/// Reads "NAME.weights" (int8 [inputs, outputs]) and "NAME.scales" (f32 [outputs]). Throws ModelError.
[[nodiscard]] Int8Matrix read_matrix(const ModelFile &file, const std::string &name, std::size_t inputs,
                                     std::size_t outputs, Int8Matrix::Output output);

/// Rows of a matrix, `[first, end)`.
struct MatrixRows {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// The part of that matrix which multiplies the inputs `[rows.first, rows.end)`. Throws ModelError.
[[nodiscard]] Int8Matrix read_matrix_rows(const ModelFile &file, const std::string &name, std::size_t inputs,
                                          MatrixRows rows, std::size_t outputs, Int8Matrix::Output output);

/// Columns of a matrix, `[first, end)`.
struct MatrixColumns {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// The outputs of that matrix that `columns` name, in this order, as a matrix of their own. Throws ModelError.
[[nodiscard]] Int8Matrix read_matrix_columns(const ModelFile &file, const std::string &name, std::size_t inputs,
                                             std::span<const MatrixColumns> columns, std::size_t outputs,
                                             Int8Matrix::Output output);

/// Reads a section of `count` floats. Throws ModelError.
[[nodiscard]] std::span<const float> read_floats(const ModelFile &file, const std::string &name, std::size_t count);

/// Rounds each column of `weights` [inputs, outputs] to 8 bits and writes what `read_matrix` reads. `input_scales`
/// [inputs] is what one step of each quantized input stands for.
void write_matrix(ModelFileWriter &writer, const std::string &name, std::span<const float> weights,
                  std::span<const float> input_scales);

/// Rounds rows of floats to 8 bits with a scale of their own: `output` [rows, size], `scales` [rows].
void quantize_rows(const float *input, std::size_t rows, std::size_t size, std::int8_t *output, float *scales);

} // namespace gainsay
