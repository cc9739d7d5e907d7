#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "neural/label_list.h"
#include "text/document.h"

namespace gainsay {

class ModelFile;

/// Natural logarithms of what a token may be: outside, then begin and inside of each NameType.
using NameScores = std::array<float, 1 + 2 * name_type_count>;

/// How well each type suits a name, by NameType: the mean logarithm of the probabilities of its tokens.
using NameSupport = std::array<float, name_type_count>;

struct TaggedName {
    Name name;
    NameSupport support{};
};

/// Joins the opinions of the two name classifiers and finds the best sequence of BIO tags (Viterbi). One classifier
/// learned from hand-made names of persons, organizations, places, events and others, the other from machine-made names
/// in news, which also have peoples and dates. Const; any number of threads.
class NameTagger {
  public:
    /// Reads "labels.names", "labels.silver_names" and "names.weight". Throws ModelError.
    explicit NameTagger(const ModelFile &file);

    [[nodiscard]] std::size_t gold_labels() const { return gold_.size(); }
    [[nodiscard]] std::size_t silver_labels() const { return silver_.size(); }

    /// `gold` and `silver` are the classifiers' scores before the softmax, to be multiplied by `share` (one over the
    /// number of networks whose scores they sum up).
    [[nodiscard]] NameScores joined(std::span<const float> gold, std::span<const float> silver, float share) const;
    /// The names of a sentence, tokens counted from its first.
    [[nodiscard]] std::vector<TaggedName> decode(std::span<const NameScores> scores) const;

  private:
    std::vector<std::size_t> gold_, silver_; ///< index in NameScores by label
    float silver_weight_;
};

} // namespace gainsay
