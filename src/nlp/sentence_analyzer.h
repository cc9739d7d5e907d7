#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/bilstm_encoder.h"
#include "nlp/label_list.h"
#include "nlp/name_tagger.h"
#include "nlp/token_embedding.h"
#include "text/document.h"

namespace gainsay {

class ModelFile;

struct TokenInput {
    std::string_view form;
    bool space_before = true;
    bool space_after = true;
};

/// Views are into the analyzer's lists of labels.
struct TokenAnalysis {
    Upos upos = Upos::none;
    std::string_view xpos, feats, lemma_rule, relation;
    std::int32_t head = -1; ///< index in the sentence, -1 for the root
};

struct SentenceAnalysis {
    std::vector<TokenAnalysis> tokens;
    std::vector<TaggedName> names; ///< tokens counted from the sentence's first
};

/// The neural part of the engine: a BiLSTM encoder shared by taggers, a name tagger and a biaffine parser (Dozat and
/// Manning 2017) with maximum-spanning-tree decoding. Const; any number of threads, each with a scratch of its own. The
/// result for a sentence does not depend on the sentences analyzed with it.
class SentenceAnalyzer {
  public:
    struct Scratch {
        BatchLayout layout;
        BilstmEncoder::Scratch encoder;
        std::vector<std::int8_t> rows, quantized;
        std::vector<float> outputs, projections, weighted, arc_scores, scales, relation_scores;
        std::vector<std::uint16_t> best;
        std::vector<NameScores> name_scores;
    };

    /// Longest sentence to hand in, in tokens: time and memory grow with its square.
    static constexpr std::size_t longest_sentence = 512;

    /// The file must outlive the analyzer. Throws ModelError.
    explicit SentenceAnalyzer(const ModelFile &file);

    /// Analyzes a batch of sentences, each of 1 to `longest_sentence` tokens; `results` gets as many entries.
    void analyze(std::span<const std::span<const TokenInput>> sentences, std::vector<SentenceAnalysis> &results,
                 Scratch &scratch) const;

  private:
    struct Column {
        std::size_t begin = 0, size = 0;
    };
    struct Shape {
        explicit Shape(const ModelFile &file);
        EmbeddingShape embedding;
        std::size_t hidden, layers, arc, relation;
    };
    void tag(const BatchLayout &layout, std::span<const std::int8_t> states, Scratch &scratch) const;
    void score_arcs(std::span<const std::size_t> rows, Scratch &scratch) const;
    void parse(std::span<const std::size_t> rows, SentenceAnalysis &result, Scratch &scratch) const;

    Shape shape_;
    std::vector<Upos> upos_;
    LabelList xpos_, feats_, lemmas_, relations_;
    NameTagger names_;
    TokenEmbedding embedding_;
    BilstmEncoder encoder_;
    Column upos_column_, xpos_column_, feats_column_, lemma_column_, gold_name_column_, silver_name_column_,
        projection_column_;
    Int8Matrix heads_;
    std::span<const float> heads_bias_;
    Int8Matrix arc_weight_, relation_weight_;
    std::span<const float> arc_bias_, arc_root_, relation_bias_, relation_root_;
};

} // namespace gainsay
