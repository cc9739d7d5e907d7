#pragma once

#include "nlp/segmentation/feature_net.h"
#include "nlp/segmentation/join_features.h"
#include "nlp/segmentation/multiword.h"
#include "nlp/segmentation/sentence_features.h"
#include "nlp/segmentation/text_unit.h"
#include "nlp/segmentation/token_piece.h"
#include "nlp/segmentation/word_classes.h"

#include "base/span.h"
#include "text/layout.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A surface token and the words that it stands for. A token has no blanks inside, except where a line was wrapped at a
/// hyphen within it: read its form with `token_form`.
struct RawToken {
    static constexpr std::size_t most_words = 3;

    ByteSpan span;
    /// The spans of its words, which together make `span`; one word for an ordinary token, more for a multiword token
    /// ("don't" is "do" and "n't").
    std::array<ByteSpan, most_words> words{};
    std::uint8_t word_count = 1;
    /// A blank or the end of the block follows. False for a hyphen within a word at which a line was broken.
    bool space_after = true;

    friend bool operator==(const RawToken &, const RawToken &) = default;
};

/// The text of a token or word, without the line break that wrapping may have left in it.
std::string token_form(std::string_view text, ByteSpan span);

struct RawSentence {
    /// From its first token's first byte to its last token's end. May contain line breaks of wrapped text.
    ByteSpan span;
    std::vector<RawToken> tokens;
    /// First sentence of its block.
    bool new_paragraph = false;

    friend bool operator==(const RawSentence &, const RawSentence &) = default;
};

/// Cuts text into sentences and tokens by the conventions of the English UD corpora. Reads its trained tables where
/// they are mapped; const, and serves any number of threads, each with a scratch of its own.
///
/// Units (runs of letters, runs of digits, signs) are joined to tokens, tokens to sentences, and tokens cut into words
/// by three small nets (`FeatureNet`), each going through the block from left to right. Whatever the input, the tokens
/// cover each character of the blocks that is not blank exactly once, in order.
class Tokenizer {
  public:
    /// Longest sentence, in tokens; where no end is found before, the likeliest one in its second half is taken.
    static constexpr std::size_t longest_sentence = 400;
    /// Longest token, in bytes; what would be longer is cut.
    static constexpr std::size_t longest_token = 4096;

    /// Working memory, reused from call to call; bounded whatever the length of the text.
    struct Scratch {
        std::vector<TextUnit> units;
        std::vector<TokenPiece> pieces;
        std::vector<float> scores;
        JoinFeatures join_features;
        SentenceFeatures sentence_features;
        FeatureList features;
        RawSentence sentence;
    };

    /// `section` is 4-byte aligned and outlives the tokenizer. Throws ModelError when it is damaged or of another
    /// version.
    explicit Tokenizer(std::span<const std::byte> section);

    /// Calls `sink` with each sentence, in order; the sink may move from it. `blocks` are spans of `text`, in order, as
    /// `find_blocks` gives them.
    void tokenize(std::string_view text, std::span<const Block> blocks, Scratch &scratch,
                  const std::function<void(RawSentence &)> &sink) const;

    /// The same, appended to `sentences`.
    void tokenize(std::string_view text, std::span<const Block> blocks, std::vector<RawSentence> &sentences,
                  Scratch &scratch) const;

  private:
    void tokenize_block(std::string_view text, ByteSpan block, Scratch &scratch,
                        const std::function<void(RawSentence &)> &sink) const;
    void join_units(Scratch &scratch) const;
    /// One past the last token of the sentence that begins at `first`.
    [[nodiscard]] std::size_t find_sentence_end(std::size_t first, Scratch &scratch) const;
    void fill_token(std::string_view text, ByteSpan block, std::size_t index, const Scratch &scratch,
                    FeatureList &features, RawToken &token) const;

    WordClasses classes_;
    FeatureNet join_net_;
    FeatureNet sentence_net_;
    WordSplits splits_;
    FeatureNet split_net_;
};

/// The first four bytes of the section: changes with its layout or with any feature.
inline constexpr std::uint32_t tokenizer_section_version = 0x544B0001U;

} // namespace gainsay
