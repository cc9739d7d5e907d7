#pragma once

#include "nlp/segmentation/feature_net.h"
#include "nlp/segmentation/token_piece.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gainsay {

/// How tokens of one written form fall into words: "cannot" as can + not, anything in "n't" before those three letters.
/// Stored sorted by `key`.
struct WordSplit {
    /// Hash of the folded token (`TokenPiece::form`), or `ending_key` of its ending.
    std::uint32_t key = 0;
    /// Code points of the first word, or, for an ending, of the last word.
    std::uint16_t length = 0;
    std::uint16_t is_ending = 0;
};

/// Where a token may be cut into two words.
struct WordCut {
    std::size_t at = 0;
    std::uint32_t key = 0;
};

/// The table of possible splits. Const and thread-safe; reads its rows where they are mapped.
class WordSplits {
  public:
    static constexpr std::size_t longest_ending = 6;

    WordSplits() = default;
    /// Takes its bytes from the front of `bytes`, which it shortens. Throws ModelError when they are damaged.
    explicit WordSplits(std::span<const std::byte> &bytes);
    /// A table over rows of the caller, sorted by key.
    explicit WordSplits(std::span<const WordSplit> rows) : rows_(rows) {}

    /// The byte of `text` where `piece` may be cut, if any row fits; always inside the token.
    [[nodiscard]] std::optional<WordCut> find(std::string_view text, const TokenPiece &piece,
                                              std::span<const TextUnit> units) const;

    /// The key of an ending, from its folded code points.
    [[nodiscard]] static std::uint32_t ending_key(std::u32string_view ending);

  private:
    [[nodiscard]] const WordSplit *row(std::uint32_t key, bool is_ending) const;

    std::span<const WordSplit> rows_;
};

/// The features of "is token `index`, which may be cut by row `key`, two words here?".
void extract_split_features(std::span<const TokenPiece> pieces, std::size_t index, std::uint32_t key,
                            FeatureList &features);

} // namespace gainsay
