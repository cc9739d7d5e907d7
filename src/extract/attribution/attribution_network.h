#pragma once

#include "extract/attribution/attribution_features.h"
#include "graph_schema/edge_kind.h"
#include "neural/bilstm_encoder.h"
#include "neural/int8_matrix.h"
#include "neural/model_file.h"
#include "neural/state_map.h"
#include "neural/window_encoder.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gainsay {

/// What the speaker does by what is said, as the network reads it.
struct ReadStance {
    /// The likeliest; nothing where that is a feeling or no statement at all.
    std::optional<Stance> stance;
    /// 0 to 1: of the likeliest, of a feeling ("hopes", "is glad"), of no statement ("if he says", "never said that").
    float probability = 0, feeling = 0, unsaid = 0;
};

/// An attribution as the network reads it, by tokens in the order of the text.
struct ReadAttribution {
    TokenRange cue;
    TokenIndex cue_head = 0;
    std::vector<TokenIndex> source;
    std::vector<TokenIndex> content;
    /// 0 to 1.
    double confidence = 0;
    /// 0 to 1, how sure the network is of the source's words (0 where there are none), and of where the content begins
    /// and ends: of its least sure border.
    float source_certainty = 0;
    float border_certainty = 0;
    ReadStance stance;
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

    ReadStance read_stance(std::span<const float> scores) const;

    /// Writes the vectors of how a token is seen from the cue, one behind the other.
    void copy_fields(std::span<const std::uint16_t> fields, std::int8_t *to) const;

    ModelFile file_;
    AttributionVocabulary vocabulary_;
    /// Behind the roles among the answers of a window's token; nothing for a feeling and for no statement.
    std::vector<std::optional<Stance>> stances_;
    std::size_t feeling_ = 0, unsaid_ = 0;
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
