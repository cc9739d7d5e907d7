#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "neural/int8_matrix.h"
#include "neural/lstm_scan.h"

namespace gainsay {

class ModelFile;

/// Rows of a batch of sentences, longest first, by time step: token t of sentence s is row `offset(t) + s`.
class BatchLayout {
  public:
    void assign(std::span<const std::size_t> lengths_descending);
    [[nodiscard]] std::size_t steps() const { return counts_.size(); }
    [[nodiscard]] std::size_t offset(std::size_t step) const { return offsets_[step]; }
    [[nodiscard]] std::size_t count(std::size_t step) const { return counts_[step]; }
    [[nodiscard]] std::size_t rows() const { return offsets_.back(); }
    [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t token) const { return offsets_[token] + sentence; }

  private:
    std::vector<std::size_t> offsets_, counts_;
};

/// Bidirectional LSTM layers on 8-bit states: a state's step is 1/127. Const; a scratch each thread.
class BilstmEncoder {
  public:
    struct Scratch : LstmScratch {
        std::vector<std::int8_t> states, other;
        std::vector<float> gates_of_kinds;
    };

    /// Reads the sections "PREFIXencoder.LAYER.*". Throws ModelError.
    BilstmEncoder(const ModelFile &file, const std::string &prefix, std::size_t inputs, std::size_t hidden,
                  std::size_t layers);

    /// The states [layout.rows(), 2 * hidden] of `rows` [layout.rows(), inputs], which live in the scratch until the
    /// next call.
    std::span<const std::int8_t> run(std::span<const std::int8_t> rows, const BatchLayout &layout,
                                     Scratch &scratch) const;
    /// The same where many rows are equal: row r is `kinds` [any, inputs] number `kind_of[r]`. What the first layer
    /// makes of a row's inputs is reckoned once a kind.
    std::span<const std::int8_t> run(std::span<const std::int8_t> kinds, std::span<const std::uint32_t> kind_of,
                                     const BatchLayout &layout, Scratch &scratch) const;

    [[nodiscard]] std::size_t outputs() const { return 2 * hidden_; }

  private:
    struct Direction {
        Int8Matrix input;
        LstmRecurrence recurrence;
    };
    /// `kind_of` is empty where each row is of its own kind.
    void run_direction(const Direction &direction, bool backward, std::span<const std::int8_t> rows,
                       std::span<const std::uint32_t> kind_of, const BatchLayout &layout, Scratch &scratch,
                       std::int8_t *output) const;

    std::size_t hidden_;
    std::vector<Direction> directions_; ///< forward and backward of each layer in turn
};

} // namespace gainsay
