#pragma once

#include "neural/bilstm_encoder.h"
#include "neural/int8_matrix.h"
#include "neural/quantized_layer.h"
#include "nlp/analysis/token_embedding.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

class ModelFile;

struct TokenInput {
    std::string_view form;
    bool space_before = true;
    bool space_after = true;
};

/// What the networks see of a token by itself.
struct TokenKind {
    std::string_view form;
    std::uint32_t glue = 0;
    SentenceCase sentence_case = SentenceCase::ordinary;

    bool operator==(const TokenKind &) const = default;
};

/// Sentences analyzed together, longest first, and where their tokens stand.
struct SentenceBatch {
    std::vector<std::span<const TokenInput>> sentences;
    BatchLayout layout;
    std::vector<TokenKind> kinds;
    std::vector<std::uint32_t> kind_of; ///< by the layout's rows

    /// Fills the rest from `sentences`.
    void assign_kinds();
};

/// One trained network: embeddings, a BiLSTM encoder, linear classifiers and a biaffine parser (Dozat and Manning 2017)
/// on it. The model may have several, whose scores are added. Const; any number of threads, each with a scratch of its
/// own. The scores of a sentence do not depend on the sentences analyzed with it.
class Network {
  public:
    /// How many labels its classifiers and its parser have.
    struct Labels {
        std::size_t tags = 0;   ///< of the classifiers of words
        std::size_t lemmas = 0; ///< rules of lemmas: many, and asked for a few tokens only
        std::size_t names = 0;  ///< of the classifiers of names
        std::size_t relations = 0;

        /// What `classify` scores.
        [[nodiscard]] std::size_t classified() const { return tags + names; }
    };

    struct Scratch {
        BilstmEncoder::Scratch encoder;
        std::vector<std::int8_t> rows; ///< of the batch's kinds
        std::vector<std::int8_t> quantized;
        std::vector<float> outputs, projections, weighted, scales, relation_weighted;
        /// The encoder's states of the batch [layout.rows(), state_size()].
        std::span<const std::int8_t> states;
    };

    /// Reads the sections "network.NUMBER.*" of a file that outlives this. Throws ModelError.
    Network(const ModelFile &file, std::size_t number, Labels labels);

    /// Encodes the batch, which the methods below then refer to, for the states alone.
    void encode(const SentenceBatch &batch, Scratch &scratch) const;

    /// The same, and adds the scores of tags and names to `scores` [layout.rows(), labels.classified()].
    void classify(const SentenceBatch &batch, std::vector<float> &scores, Scratch &scratch) const;

    /// Adds the scores of the lemmas' rules of some of the layout's rows to `scores` [rows, labels.lemmas].
    void score_lemmas(std::span<const std::size_t> rows, std::vector<float> &scores, Scratch &scratch) const;

    [[nodiscard]] std::size_t state_size() const { return encoder_.outputs(); }
    [[nodiscard]] std::size_t vector_size() const { return embedding_.vector_size(); }
    /// The fixed vector of the word that a kind of the batch is.
    [[nodiscard]] std::span<const std::int8_t> vector(std::size_t kind, const Scratch &scratch) const {
        return std::span(scratch.rows).subspan(kind * embedding_.size(), vector_size());
    }

    /// Adds the score of every head of every word to `scores` [words, words + 1]; column 0 is the root. `rows` are the
    /// layout's rows of one sentence.
    void score_heads(std::span<const std::size_t> rows, std::vector<float> &scores, Scratch &scratch) const;

    /// Adds the scores of all relations of every word to its head (-1 for the root) to `scores` [words, relations].
    void score_relations(std::span<const std::size_t> rows, std::span<const std::int32_t> heads,
                         std::vector<float> &scores, Scratch &scratch) const;

  private:
    struct Shape {
        Shape(const ModelFile &file, const std::string &prefix);
        EmbeddingShape embedding;
        std::size_t hidden, layers, arc, relation;
    };

    /// The parser's projections of a row: of a dependent and of a head for arcs, then the same for relations.
    std::size_t projection_size() const { return 2 * shape_.arc + 2 * shape_.relation; }
    /// How many outputs the file must have.
    std::size_t outputs_used() const { return labels_.tags + labels_.lemmas + labels_.names + projection_size(); }
    Int8Matrix read_heads(const ModelFile &file, std::initializer_list<MatrixColumns> columns) const;

    std::string prefix_;
    Shape shape_;
    Labels labels_;
    TokenEmbedding embedding_;
    BilstmEncoder encoder_;
    std::size_t head_outputs_;
    Int8Matrix heads_; ///< tags, names and the parser's projections
    Int8Matrix lemma_heads_;
    std::span<const float> heads_bias_; ///< in the order of the file: tags, lemmas, names, projections
    Int8Matrix arc_weight_, relation_weight_;
    std::span<const float> arc_bias_, arc_root_, relation_bias_, relation_root_;
};

} // namespace gainsay
