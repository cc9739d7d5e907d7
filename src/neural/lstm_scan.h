#pragma once

#include "neural/int8_matrix.h"

#include <cstddef>
#include <cstdint>
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

/// Runs the direction over a batch. `scratch.gates` [layout.rows(), 4 * hidden] holds the inputs' part of the gates and
/// is used up; states, in steps of 1/127, go to `output`, whose rows are `stride` apart.
void lstm_scan(const LstmRecurrence &direction, bool backward, const BatchLayout &layout, std::size_t hidden,
               LstmScratch &scratch, std::int8_t *output, std::size_t stride);

} // namespace gainsay
