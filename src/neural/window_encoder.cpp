#include "neural/window_encoder.h"

#include "neural/quantized_layer.h"

#include <algorithm>

namespace gainsay {

WindowEncoder::Direction::Direction(const ModelFile &file, const std::string &section, std::size_t token_inputs,
                                    std::size_t window_inputs, std::size_t hidden)
    : token(read_matrix_rows(file, section + ".input", token_inputs + window_inputs, {0, token_inputs}, 4 * hidden,
                             Int8Matrix::Output::replaced)),
      window(read_matrix_rows(file, section + ".input", token_inputs + window_inputs,
                              {token_inputs, token_inputs + window_inputs}, 4 * hidden, Int8Matrix::Output::added_to)),
      recurrence{read_matrix(file, section + ".recurrent", hidden, 4 * hidden, Int8Matrix::Output::added_to),
                 read_floats(file, section + ".bias", 4 * hidden)} {}

WindowEncoder::WindowEncoder(const ModelFile &file, const std::string &prefix, std::size_t token_inputs,
                             std::size_t window_inputs, std::size_t hidden)
    : hidden_(hidden), forward_(file, prefix + "encoder.0.forward", token_inputs, window_inputs, hidden),
      backward_(file, prefix + "encoder.0.backward", token_inputs, window_inputs, hidden) {}

WindowEncoder::TokenGates WindowEncoder::token_gates(std::span<const std::int8_t> tokens) const {
    const std::size_t inputs = forward_.token.inputs();
    const std::size_t count = tokens.size() / inputs;
    TokenGates gates{std::vector<float>(count * 4 * hidden_), std::vector<float>(count * 4 * hidden_)};
    forward_.token.multiply(tokens.data(), count, gates.forward.data());
    backward_.token.multiply(tokens.data(), count, gates.backward.data());
    return gates;
}

std::vector<std::int8_t> WindowEncoder::run(const TokenGates &tokens, std::span<const std::size_t> token_of,
                                            std::span<const std::int8_t> rows, const BatchLayout &layout) const {
    const std::size_t width = 4 * hidden_;
    LstmScratch scratch;
    std::vector<std::int8_t> states(layout.rows() * outputs());
    const auto run_direction = [&](const Direction &direction, const std::vector<float> &gates, bool backward) {
        const auto inputs = [&](std::size_t first, std::size_t count, float *to) {
            for (std::size_t row = 0; row < count; ++row) {
                std::copy_n(gates.data() + token_of[first + row] * width, width, to + row * width);
            }
            direction.window.multiply(rows.data() + first * direction.window.inputs(), count, to);
        };
        lstm_scan(direction.recurrence, inputs, backward, layout, hidden_, scratch,
                  states.data() + (backward ? hidden_ : 0), outputs());
    };
    run_direction(forward_, tokens.forward, false);
    run_direction(backward_, tokens.backward, true);
    return states;
}

} // namespace gainsay
