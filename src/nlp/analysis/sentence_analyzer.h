#pragma once

#include "neural/label_list.h"
#include "nlp/analysis/lemmatizer.h"
#include "nlp/analysis/network.h"
#include "nlp/names/name_tagger.h"
#include "text/document.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gainsay {

class ModelFile;

/// Views are into the analyzer's lists of labels.
struct TokenAnalysis {
    Upos upos = Upos::none;
    std::string_view xpos, feats, relation;
    std::string lemma;
    std::int32_t head = -1; ///< index in the sentence, -1 for the root
};

struct SentenceAnalysis {
    std::vector<TokenAnalysis> tokens;
    std::vector<NameScores> name_scores; ///< of each token, what NameTagger::decode makes names of
};

/// The neural part of the engine: the networks' scores, added up, turned into tags, names and the best tree. Const; any
/// number of threads, each with a scratch of its own. The result for a sentence does not depend on the sentences
/// analyzed with it.
class SentenceAnalyzer {
  public:
    /// A token whose lemma the classifiers must tell.
    struct UnknownLemma {
        std::size_t sentence = 0, token = 0;
    };
    struct Scratch {
        SentenceBatch batch;
        std::vector<Network::Scratch> networks;
        std::vector<float> label_scores, head_scores, relation_scores, lemma_scores;
        std::vector<UnknownLemma> unknown_lemmas;
        std::vector<std::size_t> lemma_rows;
        std::vector<std::size_t> slots; ///< of each sentence handed in, its place in the batch
    };

    /// Longest sentence to hand in, in tokens: time and memory grow with its square.
    static constexpr std::size_t longest_sentence = 512;

    /// The file must outlive the analyzer. Throws ModelError.
    explicit SentenceAnalyzer(const ModelFile &file);

    /// Analyzes a batch of sentences, each of 1 to `longest_sentence` tokens; `results` gets as many entries.
    void analyze(std::span<const std::span<const TokenInput>> sentences, std::vector<SentenceAnalysis> &results,
                 Scratch &scratch) const;

    /// Fills the scratch as `analyze` does, for the states alone.
    void encode(std::span<const std::span<const TokenInput>> sentences, Scratch &scratch) const;

    /// What makes names of the tokens' scores.
    [[nodiscard]] const NameTagger &name_tagger() const { return names_; }

    /// Of all networks together and the word's fixed vector, a token.
    [[nodiscard]] std::size_t state_size() const;
    /// Appends the encoders' states and the words' fixed vectors [tokens, state_size()] of a sentence handed in last,
    /// in steps of 1/127. The vectors are the same for all networks.
    void append_states(std::size_t sentence, std::vector<std::int8_t> &states, const Scratch &scratch) const;

  private:
    struct Column {
        std::size_t begin = 0, size = 0;
    };
    /// Of the sentence handed in as `sentence`, with its rows in the batch; notes the lemmas that it does not know.
    void tag(std::size_t sentence, std::span<const std::size_t> rows, SentenceAnalysis &result, Scratch &scratch) const;
    /// The lemmas that were noted, of all sentences together.
    void fill_lemmas(std::vector<SentenceAnalysis> &results, Scratch &scratch) const;
    void parse(std::span<const std::size_t> rows, SentenceAnalysis &result, Scratch &scratch) const;

    std::vector<Upos> upos_;
    LabelList xpos_, feats_, relations_;
    Lemmatizer lemmatizer_;
    NameTagger names_;
    Column upos_column_, xpos_column_, feats_column_, gold_name_column_, silver_name_column_;
    Network::Labels labels_;
    std::vector<Network> networks_;
};

} // namespace gainsay
