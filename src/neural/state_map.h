#pragma once

#include "neural/int8_matrix.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gainsay {

class ModelFile;

/// What a later network wants to know of an encoder's states: a linear map of them through tanh, in steps of 1/127, or
/// the states themselves. Const; any number of threads.
class StateMap {
  public:
    /// The states themselves.
    explicit StateMap(std::size_t size) : inputs_(size), outputs_(size) {}
    /// Reads the sections "NAME.weights", "NAME.scales", "NAME.bias" of a file that outlives this. Throws ModelError.
    StateMap(const ModelFile &file, const std::string &name, std::size_t inputs, std::size_t outputs);

    [[nodiscard]] std::size_t inputs() const { return inputs_; }
    [[nodiscard]] std::size_t outputs() const { return outputs_; }

    /// Appends what becomes of `states` [rows, inputs()]: [rows, outputs()].
    void apply(std::span<const std::int8_t> states, std::vector<std::int8_t> &result) const;

  private:
    std::size_t inputs_;
    std::size_t outputs_;
    std::optional<Int8Matrix> matrix_;
    std::span<const float> bias_;
};

} // namespace gainsay
