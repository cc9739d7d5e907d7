#include "neural/state_map.h"

#include "neural/lstm_cell.h"
#include "neural/model_file.h"
#include "neural/quantized_layer.h"

#include <algorithm>

namespace gainsay {

StateMap::StateMap(const ModelFile &file, const std::string &name, std::size_t inputs, std::size_t outputs)
    : inputs_(inputs), outputs_(outputs),
      matrix_(read_matrix(file, name, inputs, outputs, Int8Matrix::Output::replaced)),
      bias_(read_floats(file, name + ".bias", outputs)) {}

void StateMap::apply(std::span<const std::int8_t> states, std::vector<std::int8_t> &result) const {
    if (!matrix_) {
        result.insert(result.end(), states.begin(), states.end());
        return;
    }
    // Few enough rows to stay in the cache.
    constexpr std::size_t chunk_rows = 64;
    std::vector<float> sums(chunk_rows * outputs_);
    const std::size_t rows = states.size() / inputs_;
    for (std::size_t begin = 0; begin < rows; begin += chunk_rows) {
        const std::size_t count = std::min(chunk_rows, rows - begin);
        matrix_->multiply(states.data() + begin * inputs_, count, sums.data());
        const std::size_t at = result.size();
        result.resize(at + count * outputs_);
        quantized_tanh(sums.data(), bias_.data(), count, outputs_, result.data() + at);
    }
}

} // namespace gainsay
