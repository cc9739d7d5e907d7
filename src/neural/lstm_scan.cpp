#include "neural/lstm_scan.h"

#include "neural/bilstm_encoder.h"
#include "neural/lstm_cell.h"

namespace gainsay {

void lstm_scan(const LstmRecurrence &direction, bool backward, const BatchLayout &layout, std::size_t hidden,
               LstmScratch &scratch, std::int8_t *output, std::size_t stride) {
    const std::size_t slots = layout.count(0);
    scratch.cell.assign(slots * hidden, 0.0F);
    scratch.state.assign(slots * hidden, 0);
    for (std::size_t k = 0; k < layout.steps(); ++k) {
        const std::size_t step = backward ? layout.steps() - 1 - k : k;
        const std::size_t count = layout.count(step);
        float *gates = scratch.gates.data() + layout.offset(step) * 4 * hidden;
        if (k > 0) {
            direction.recurrent.multiply(scratch.state.data(), count, gates);
        }
        lstm_cell(gates, direction.bias.data(), count, hidden, scratch.cell.data(), scratch.state.data(),
                  output + layout.offset(step) * stride, stride);
    }
}

} // namespace gainsay
