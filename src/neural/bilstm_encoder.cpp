#include "neural/bilstm_encoder.h"

#include <algorithm>

#include "neural/quantized_layer.h"

namespace gainsay {

void BatchLayout::assign(std::span<const std::size_t> lengths_descending) {
    offsets_.assign(1, 0);
    counts_.clear();
    std::size_t active = lengths_descending.size();
    for (std::size_t step = 0; step < lengths_descending.front(); ++step) {
        while (lengths_descending[active - 1] <= step)
            --active;
        counts_.push_back(active);
        offsets_.push_back(offsets_.back() + active);
    }
}

BilstmEncoder::BilstmEncoder(const ModelFile &file, const std::string &prefix, std::size_t inputs, std::size_t hidden,
                             std::size_t layers)
    : hidden_(hidden) {
    for (std::size_t layer = 0; layer < layers; ++layer) {
        for (const char *name : {"forward", "backward"}) {
            const std::string section = prefix + "encoder." + std::to_string(layer) + "." + name;
            directions_.push_back(
                {read_matrix(file, section + ".input", inputs, 4 * hidden, Int8Matrix::Output::replaced),
                 {read_matrix(file, section + ".recurrent", hidden, 4 * hidden, Int8Matrix::Output::added_to),
                  read_floats(file, section + ".bias", 4 * hidden)}});
        }
        inputs = 2 * hidden;
    }
}

std::span<const std::int8_t> BilstmEncoder::run(std::vector<std::int8_t> &rows, const BatchLayout &layout,
                                                Scratch &scratch) const {
    std::vector<std::int8_t> *from = &rows;
    std::vector<std::int8_t> *to = &scratch.other;
    for (std::size_t layer = 0; layer * 2 < directions_.size(); ++layer) {
        to->resize(layout.rows() * outputs());
        run_direction(directions_[layer * 2], false, from->data(), layout, scratch, to->data());
        run_direction(directions_[layer * 2 + 1], true, from->data(), layout, scratch, to->data() + hidden_);
        std::swap(from, to);
    }
    return {from->data(), layout.rows() * outputs()};
}

void BilstmEncoder::run_direction(const Direction &direction, bool backward, const std::int8_t *rows,
                                  const BatchLayout &layout, Scratch &scratch, std::int8_t *output) const {
    const std::size_t width = 4 * hidden_;
    if (scratch.gates.size() < layout.rows() * width)
        scratch.gates.resize(layout.rows() * width);
    direction.input.multiply(rows, layout.rows(), scratch.gates.data());
    lstm_scan(direction.recurrence, backward, layout, hidden_, scratch, output, outputs());
}

} // namespace gainsay
