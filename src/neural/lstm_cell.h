#pragma once

#include <cstddef>
#include <cstdint>

#include "neural/instruction_set.h"

namespace gainsay {

/// One step of an LSTM for some rows. `gates` [rows, 4 * hidden] are the sums of the gates in the order in, forget,
/// cell, out, without `bias` [4 * hidden]; `cell` [rows, hidden] is read and replaced; `gates` is used up; the state,
/// times 127 and rounded, goes to `state` [rows, hidden] and to `output`, whose rows are `output_stride` apart. The
/// result is the same on every processor.
void lstm_cell(float *gates, const float *bias, std::size_t rows, std::size_t hidden, float *cell, std::int8_t *state,
               std::int8_t *output, std::size_t output_stride);
/// The same with the instructions named, which must be supported.
void lstm_cell(InstructionSet set, float *gates, const float *bias, std::size_t rows, std::size_t hidden, float *cell,
               std::int8_t *state, std::int8_t *output, std::size_t output_stride);

/// tanh(sums + bias) times 127, rounded, for `rows` rows of `size` numbers; `sums` is used up. The same on every
/// processor.
void quantized_tanh(float *sums, const float *bias, std::size_t rows, std::size_t size, std::int8_t *output);

} // namespace gainsay
