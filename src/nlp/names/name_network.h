#pragma once

#include "neural/bilstm_encoder.h"
#include "neural/int8_matrix.h"
#include "neural/model_file.h"
#include "neural/state_map.h"
#include "nlp/names/name_features.h"
#include "nlp/names/name_lattice.h"
#include "nlp/names/name_lexicon.h"
#include "nlp/names/name_tagger.h"
#include "text/document.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace gainsay {

/// Finds names with a network of its own on the encoders' states: a sentence read in both directions, each token with
/// its letters, with what lists of names know and with the mean of what stands where the document has the same form
/// again (pooled context; Akbik, Bergmann and Vollgraf 2019), and the best sequence of tags (NameLattice). Const; any
/// number of threads, each with a scratch of its own.
class NameNetwork {
  public:
    struct Scratch {
        BilstmEncoder::Scratch encoder;
        std::vector<std::int8_t> rows;
        std::vector<float> scores;
    };

    /// Maps the file. Throws ModelError where it is damaged, of another version or not of what it should be.
    explicit NameNetwork(const std::filesystem::path &file);

    /// The file that it was read from, as long as this lives.
    [[nodiscard]] const ModelFile &file() const { return file_; }
    /// What it wants to know of the encoders' states.
    [[nodiscard]] const StateMap &map() const { return map_; }

    /// The names of a document in the order of the text. `mapped` [tokens, map().outputs()] are the states through the
    /// map; `opinions` [tokens], if not empty, are what the engine's classifiers say. Sentences of more than
    /// `longest_sentence` tokens are read in stretches.
    [[nodiscard]] std::vector<TaggedName> find(const Document &document, std::span<const std::int8_t> mapped,
                                               std::span<const NameScores> opinions, Scratch &scratch) const;

    static constexpr std::uint32_t longest_sentence = 512;

  private:
    struct Shape {
        explicit Shape(const ModelFile &file);
        std::size_t states = 0, map = 0, pooled = 0, hidden = 0;
        std::vector<std::size_t> field_sizes;
        [[nodiscard]] std::size_t total() const;
    };
    /// Tokens [first, end) of the document, of one sentence.
    struct Stretch {
        std::uint32_t first = 0, end = 0;
        [[nodiscard]] std::size_t size() const { return end - first; }
    };

    [[nodiscard]] std::vector<std::int8_t> pooled(const NameFeatures &features,
                                                  std::span<const std::int8_t> mapped) const;
    void write_row(std::size_t token, const NameFeatures &features, std::span<const std::int8_t> mapped,
                   std::span<const std::int8_t> means, std::int8_t *to) const;
    void add_names(std::span<const NameLattice::Scores> scores, std::uint32_t first,
                   std::vector<TaggedName> &names) const;

    ModelFile file_;
    Shape shape_;
    StateMap map_;
    std::vector<std::span<const std::int8_t>> fields_;
    BilstmEncoder encoder_;
    Int8Matrix answer_;
    std::span<const float> answer_bias_;
    NameLattice lattice_;
    NameLexicon lexicon_;
};

} // namespace gainsay
