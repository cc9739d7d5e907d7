#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "nlp/analysis/lexical_features.h"

namespace gainsay::training {

/// A label's number, given in the order of first sight; `frozen` sets give `unknown` for what they have not seen.
class LabelSet {
  public:
    static constexpr int unknown = -100;

    int add(const std::string &label);
    [[nodiscard]] int find(const std::string &label) const;
    [[nodiscard]] const std::vector<std::string> &labels() const { return labels_; }
    [[nodiscard]] int size() const { return static_cast<int>(labels_.size()); }

  private:
    std::vector<std::string> labels_;
    std::unordered_map<std::string, int> index_;
};

/// One annotated word as text. Fields that the corpus does not annotate are empty (`head` is -2).
struct CorpusToken {
    std::string form, lemma, upos, xpos, feats, deprel, name;
    int head = -2; ///< index in the sentence, -1 for the root, -2 for none
    bool space_before = true;
    bool space_after = true;
};

enum class Corpus : std::uint8_t { gold, silver };

struct CorpusSentence {
    std::string document;
    Corpus corpus = Corpus::gold;
    std::vector<CorpusToken> tokens;
};

/// Text of a file, unpacked if its name ends in .xz. Throws std::runtime_error.
[[nodiscard]] std::string read_corpus_file(const std::filesystem::path &path);

/// CoNLL-U sentences without names. Multiword ranges give the spaces around their words.
[[nodiscard]] std::vector<CorpusSentence> read_conllu(const std::filesystem::path &path);

/// BIO columns; the types are mapped to ours (PER ORG LOC EVENT MISC).
[[nodiscard]] std::vector<CorpusSentence> read_names(const std::filesystem::path &path);

/// Puts the names of `names` onto the sentences with the same words; gives how many there were. The corpora of names
/// and the treebanks have their documents in different orders.
std::size_t add_names(std::vector<CorpusSentence> &sentences, const std::vector<CorpusSentence> &names);

/// Machine-annotated news: token columns with offsets into the article texts of `articles` (JSON Lines).
[[nodiscard]] std::vector<CorpusSentence> read_silver(const std::filesystem::path &columns,
                                                      const std::filesystem::path &articles);

} // namespace gainsay::training
