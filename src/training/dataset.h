#pragma once

#include <filesystem>
#include <random>
#include <vector>

#include "training/corpus.h"
#include "training/network.h"

namespace gainsay::training {

/// The numbers of every label the network predicts, in the order of first sight in the training corpora.
struct Labels {
    LabelSet upos, xpos, feats, lemmas, names, relations, silver_xpos, silver_names, silver_relations;
};

/// Rows of the word vectors by normalised word; row 0 is the unknown word.
class Vocabulary {
  public:
    explicit Vocabulary(const std::filesystem::path &words_file);
    [[nodiscard]] std::int64_t row(const std::string &normalized) const;
    [[nodiscard]] const std::vector<std::string> &words() const { return words_; }

  private:
    std::vector<std::string> words_; ///< words_[0] stands for row 1
    std::unordered_map<std::string, std::int64_t> rows_;
};

struct NumberedToken {
    std::int64_t word = 0;
    LexicalFeatures features;
    std::int64_t glue = 0;
    std::int64_t upos = -100, xpos = -100, feats = -100, lemma = -100, name = -100, relation = -100;
    std::int64_t head = -100; ///< index plus 1, 0 for the root
};

struct NumberedSentence {
    std::vector<NumberedToken> tokens;
    SentenceCase sentence_case = SentenceCase::ordinary;
    bool silver = false;
};

/// How the capitals of a training sentence are changed, so that headlines do not surprise the model.
enum class Capitals : std::uint8_t { as_written, upper, title, lower };

/// Adds the labels of `sentences` that occur at least `least` times to `labels`.
void collect_labels(const std::vector<CorpusSentence> &sentences, Labels &labels);

[[nodiscard]] NumberedSentence numbered(const CorpusSentence &sentence, const Labels &labels,
                                        const Vocabulary &vocabulary, Capitals capitals = Capitals::as_written);

/// Sorts by falling length and packs.
[[nodiscard]] Batch make_batch(std::vector<const NumberedSentence *> sentences);

/// Batches of about `tokens` tokens, sentences of similar length together, in random order.
[[nodiscard]] std::vector<std::vector<std::size_t>> shuffled_batches(const std::vector<CorpusSentence> &sentences,
                                                                     std::size_t tokens, std::mt19937_64 &random);

} // namespace gainsay::training
