#pragma once

#include "extract/attribution/attribution_features.h"
#include "neural/bilstm_encoder.h"
#include "neural/int8_matrix.h"
#include "neural/model_file.h"
#include "neural/state_map.h"
#include "neural/window_encoder.h"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace gainsay {

/// An attribution as the network reads it, by tokens in the order of the text.
struct ReadAttribution {
    TokenRange cue;
    TokenIndex cue_head = 0;
    std::vector<TokenIndex> source;
    std::vector<TokenIndex> content;
    /// 0 to 1.
    double confidence = 0;
};

/// Tells cues, and for each cue its source and its content, from the language engine's states and the tree: one
/// recurrent network reads paragraphs, a second the surroundings of one cue at a time, as He et al. (2017, Deep
/// Semantic Role Labeling) do for predicates. Trained by src/training/attribution. Const once loaded; any number of
/// threads.
class AttributionNetwork {
  public:
    /// Throws ModelError where the file is missing, damaged or of another version.
    explicit AttributionNetwork(const std::filesystem::path &file);

    /// What the language engine must make of its states for this network.
    const StateMap &state_map() const { return map_; }

    /// The outermost attributions of a document whose tokens have the vectors of state_map(), in the order of their
    /// cues.
    std::vector<ReadAttribution> read(const Syntax &syntax, const Quotations &quotations, const English &english) const;

    /// The file that it was read from, as long as this lives.
    const ModelFile &file() const { return file_; }
    /// JSON text of the model file: recipe, data with licences, scores.
    std::string_view header() const { return file_.header(); }

  private:
    struct Shape {
        explicit Shape(const ModelFile &file);
        std::size_t states = 0, map = 0, reader = 0, summary = 0, finder = 0;
        std::vector<std::size_t> token_sizes, cue_sizes;
        std::size_t token_total() const;
        /// What a token is in a window.
        std::size_t window_total() const;
    };
    using Table = std::span<const std::int8_t>;

    std::vector<std::int8_t> read_paragraphs(const Syntax &syntax, const AttributionFeatures &features) const;
    std::vector<std::pair<TokenRange, float>> find_cues(const std::vector<std::int8_t> &reading) const;
    std::vector<ReadAttribution> find_roles(const std::vector<std::int8_t> &reading,
                                            const AttributionFeatures &features,
                                            const std::vector<std::pair<TokenRange, float>> &cues) const;

    ModelFile file_;
    AttributionVocabulary vocabulary_;
    Shape shape_;
    StateMap map_;
    std::vector<Table> token_tables_, cue_tables_;
    BilstmEncoder reader_;
    WindowEncoder finder_;
    Int8Matrix cue_, summary_, answer_;
    std::span<const float> cue_bias_, summary_bias_, answer_bias_;
    float least_cue_ = 0;
};

} // namespace gainsay
