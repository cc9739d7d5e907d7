#pragma once

#include "neural/int8_matrix.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace gainsay {

class BatchLayout;

/// What one direction of an LSTM layer does once the inputs' part of the gates is known.
struct LstmRecurrence {
    Int8Matrix recurrent; ///< [hidden, 4 * hidden], added to the gates
    std::span<const float> bias;
};

struct LstmScratch {
    std::vector<float> gates, cell;
    std::vector<std::int8_t> state;
};

/// Writes the inputs' part of the gates of the batch's rows [first, first + count) to `gates` [count, 4 * hidden].
using GateInputs = std::function<void(std::size_t first, std::size_t count, float *gates)>;

/// Runs the direction over a batch: asks for the inputs' part of the gates of some steps at a time, as many as stay in
/// the cache. States, in steps of 1/127, go to `output`, whose rows are `stride` apart.
void lstm_scan(const LstmRecurrence &direction, const GateInputs &inputs, bool backward, const BatchLayout &layout,
               std::size_t hidden, LstmScratch &scratch, std::int8_t *output, std::size_t stride);

} // namespace gainsay
