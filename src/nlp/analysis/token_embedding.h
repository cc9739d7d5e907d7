#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "nlp/analysis/lexical_features.h"
#include "nlp/analysis/word_table.h"

namespace gainsay {

class ModelFile;

/// Sizes of the parts of a token's vector.
struct EmbeddingShape {
    std::size_t vector_size = 0;   ///< fixed word vector
    std::size_t own_word_size = 0; ///< trained word vector
    std::size_t own_words = 0;     ///< words that may have one
    std::size_t affix_size = 0;    ///< of each affix
    std::size_t shape_size = 0;
    std::size_t flag_size = 0; ///< of white space and of the sentence's capitals

    [[nodiscard]] std::size_t total() const {
        return vector_size + own_word_size + LexicalFeatures::affix_count * affix_size + shape_size + 2 * flag_size;
    }
};

/// Turns tokens into the encoder's 8-bit input by copying rows of mapped tables. Const; any number of threads.
class TokenEmbedding {
  public:
    /// Reads the sections "words.*" and "vectors", which networks share, and "PREFIXembedding.*" of a file that
    /// outlives this. Throws ModelError.
    TokenEmbedding(const ModelFile &file, const std::string &prefix, const EmbeddingShape &shape);

    /// Writes `size()` bytes to `row`.
    void embed(std::string_view form, std::uint32_t glue, SentenceCase sentence_case, std::int8_t *row) const;
    [[nodiscard]] std::size_t size() const { return shape_.total(); }
    /// The fixed word vector, with which a row begins.
    [[nodiscard]] std::size_t vector_size() const { return shape_.vector_size; }

  private:
    EmbeddingShape shape_;
    WordTable words_;
    std::span<const std::int8_t> vectors_, own_words_, affixes_, shapes_, glue_, cases_;
    std::span<const std::uint16_t> own_rows_; ///< row of the trained vector by word; 0 for none
};

} // namespace gainsay
