#pragma once

#include "neural/bilstm_encoder.h"
#include "neural/int8_matrix.h"
#include "neural/lstm_scan.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gainsay {

class ModelFile;

/// A bidirectional LSTM layer over windows of a text that overlap. A row's inputs are the token's own, the same in
/// every window, followed by what the token is in this window; what the first add to the gates is reckoned once a
/// token. Const; any number of threads.
class WindowEncoder {
  public:
    /// Reads the sections "PREFIXencoder.0.*", which are those of a BilstmEncoder with `token_inputs + window_inputs`
    /// inputs. Throws ModelError.
    WindowEncoder(const ModelFile &file, const std::string &prefix, std::size_t token_inputs, std::size_t window_inputs,
                  std::size_t hidden);

    /// What tokens add to the gates of both directions.
    struct TokenGates {
        std::vector<float> forward, backward; ///< [tokens, 4 * hidden]
    };
    /// `tokens` [tokens, token_inputs].
    [[nodiscard]] TokenGates token_gates(std::span<const std::int8_t> tokens) const;

    /// The states [layout.rows(), 2 * hidden] of windows whose row r is token `token_of[r]` with `rows`
    /// [layout.rows(), window_inputs].
    [[nodiscard]] std::vector<std::int8_t> run(const TokenGates &tokens, std::span<const std::size_t> token_of,
                                               std::span<const std::int8_t> rows, const BatchLayout &layout) const;

    [[nodiscard]] std::size_t outputs() const { return 2 * hidden_; }

  private:
    struct Direction {
        Direction(const ModelFile &file, const std::string &section, std::size_t token_inputs,
                  std::size_t window_inputs, std::size_t hidden);
        Int8Matrix token, window;
        LstmRecurrence recurrence;
    };

    std::size_t hidden_;
    Direction forward_, backward_;
};

} // namespace gainsay
