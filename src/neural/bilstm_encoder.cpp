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

std::span<const std::int8_t> BilstmEncoder::run(std::span<const std::int8_t> rows, const BatchLayout &layout,
                                                Scratch &scratch) const {
    return run(rows, {}, layout, scratch);
}

std::span<const std::int8_t> BilstmEncoder::run(std::span<const std::int8_t> kinds,
                                                std::span<const std::uint32_t> kind_of, const BatchLayout &layout,
                                                Scratch &scratch) const {
    std::span<const std::int8_t> from = kinds;
    const std::size_t size = layout.rows() * outputs();
    for (std::size_t layer = 0; layer * 2 < directions_.size(); ++layer) {
        std::vector<std::int8_t> &to = layer % 2 == 0 ? scratch.states : scratch.other;
        if (to.size() < size) {
            to.resize(size);
        }
        const auto kinds_of_layer = layer == 0 ? kind_of : std::span<const std::uint32_t>();
        run_direction(directions_[layer * 2], false, from, kinds_of_layer, layout, scratch, to.data());
        run_direction(directions_[layer * 2 + 1], true, from, kinds_of_layer, layout, scratch, to.data() + hidden_);
        from = std::span<const std::int8_t>(to).first(size);
    }
    return from;
}

void BilstmEncoder::run_direction(const Direction &direction, bool backward, std::span<const std::int8_t> rows,
                                  std::span<const std::uint32_t> kind_of, const BatchLayout &layout, Scratch &scratch,
                                  std::int8_t *output) const {
    const std::size_t width = 4 * hidden_;
    const std::size_t size = direction.input.inputs();
    if (!kind_of.empty()) {
        const std::size_t kinds = rows.size() / size;
        if (scratch.gates_of_kinds.size() < kinds * width) {
            scratch.gates_of_kinds.resize(kinds * width);
        }
        direction.input.multiply(rows.data(), kinds, scratch.gates_of_kinds.data());
    }
    const auto inputs = [&](std::size_t first, std::size_t count, float *gates) {
        if (kind_of.empty()) {
            direction.input.multiply(rows.data() + first * size, count, gates);
            return;
        }
        for (std::size_t row = 0; row < count; ++row) {
            std::copy_n(scratch.gates_of_kinds.data() + kind_of[first + row] * width, width, gates + row * width);
        }
    };
    lstm_scan(direction.recurrence, inputs, backward, layout, hidden_, scratch, output, outputs());
}

} // namespace gainsay
