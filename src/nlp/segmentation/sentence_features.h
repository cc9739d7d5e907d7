#pragma once

#include "nlp/segmentation/feature_net.h"
#include "nlp/segmentation/token_piece.h"

#include <cstddef>
#include <span>
#include <vector>

namespace gainsay {

/// The features of "does a sentence end after token `left`?". Decisions are made from left to right, each knowing where
/// the sentence began.
class SentenceFeatures {
  public:
    /// Prepares for the tokens of one block; `pieces` outlives the use.
    void start(std::span<const TokenPiece> pieces);

    /// `left + 1` must be a token. `sentence_first` is the first token of the sentence that `left` belongs to.
    void extract(std::size_t left, std::size_t sentence_first, FeatureList &features) const;

  private:
    std::span<const TokenPiece> pieces_;
    /// Number of tokens before each token that are words, begin with a capital, end a sentence; whether a quote or a
    /// bracket is open after it.
    struct Counts {
        std::uint32_t words = 0;
        std::uint32_t capitals = 0;
        std::uint32_t stops = 0;
        std::int32_t brackets = 0;
        bool in_quote = false;
    };
    std::vector<Counts> counts_;
};

} // namespace gainsay
