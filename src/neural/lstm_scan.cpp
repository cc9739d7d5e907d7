#include "neural/lstm_scan.h"

#include "neural/bilstm_encoder.h"
#include "neural/lstm_cell.h"

#include <algorithm>

namespace gainsay {

namespace {

/// Rows whose gates are reckoned together, unless one step has more.
constexpr std::size_t chunk_rows = 128;

/// Steps `[first, end)`.
struct Steps {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// The steps behind (or, backward, before) those that are done.
Steps next_steps(const BatchLayout &layout, std::size_t done, bool backward) {
    Steps steps;
    std::size_t rows = 0;
    if (backward) {
        steps.first = steps.end = layout.steps() - done;
        do {
            rows += layout.count(--steps.first);
        } while (steps.first > 0 && rows + layout.count(steps.first - 1) <= chunk_rows);
    } else {
        steps.first = steps.end = done;
        do {
            rows += layout.count(steps.end++);
        } while (steps.end < layout.steps() && rows + layout.count(steps.end) <= chunk_rows);
    }
    return steps;
}

} // namespace

void lstm_scan(const LstmRecurrence &direction, const GateInputs &inputs, bool backward, const BatchLayout &layout,
               std::size_t hidden, LstmScratch &scratch, std::int8_t *output, std::size_t stride) {
    const std::size_t slots = layout.count(0);
    const std::size_t width = 4 * hidden;
    scratch.cell.assign(slots * hidden, 0.0F);
    scratch.state.assign(slots * hidden, 0);
    for (std::size_t done = 0; done < layout.steps();) {
        const Steps steps = next_steps(layout, done, backward);
        const std::size_t first = layout.offset(steps.first);
        const std::size_t rows = layout.offset(steps.end - 1) + layout.count(steps.end - 1) - first;
        if (scratch.gates.size() < rows * width) {
            scratch.gates.resize(rows * width);
        }
        inputs(first, rows, scratch.gates.data());
        const std::size_t count = steps.end - steps.first;
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t step = backward ? steps.end - 1 - k : steps.first + k;
            float *gates = scratch.gates.data() + (layout.offset(step) - first) * width;
            if (done + k > 0) {
                direction.recurrent.multiply(scratch.state.data(), layout.count(step), gates);
            }
            lstm_cell(gates, direction.bias.data(), layout.count(step), hidden, scratch.cell.data(),
                      scratch.state.data(), output + layout.offset(step) * stride, stride);
        }
        done += count;
    }
}

} // namespace gainsay
