#pragma once

#include "training/bilstm.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/torch.h>

#include <vector>

namespace gainsay::training {

struct AttributionShape {
    std::int64_t states = 900; ///< numbers a token from the language engine
    std::int64_t map = 128;    ///< what is kept of them
    std::vector<std::int64_t> token_values, token_sizes;
    std::vector<std::int64_t> cue_values, cue_sizes;
    std::int64_t reader = 128; ///< cells of a direction, over paragraphs
    std::int64_t cue_summary = 32;
    std::int64_t finder = 96; ///< cells of a direction, over a cue's window
    std::int64_t answers = 3; ///< outputs of a token in a window: roles, then stances
    std::int64_t annotations = 2;
};

/// Sequences of rows in packed order, and for each row which token it is.
struct PackedRows {
    PackedLayout layout;
    torch::Tensor rows; ///< packed row -> row of the input
};

/// Two recurrent networks on the states of the language engine. The first reads paragraphs and tells cues; the second
/// reads the tokens around one cue and tells its source and content (as He et al. 2017 do for semantic roles, with the
/// tree's paths beside the words).
struct AttributionNetworkImpl : torch::nn::Module {
    explicit AttributionNetworkImpl(const AttributionShape &shape);

    /// States of the reader in order of the tokens [tokens, 2 * reader]. `states` [tokens, shape.states] and `fields`
    /// [tokens, fields] are those of a batch of documents, `annotation` [tokens] who annotated them; `paragraphs`
    /// orders their tokens.
    torch::Tensor read(const torch::Tensor &states, const torch::Tensor &fields, const torch::Tensor &annotation,
                       const PackedRows &paragraphs, const torch::Tensor &back);
    /// [tokens, 3]: none, first, further token of a cue.
    torch::Tensor cue_scores(const torch::Tensor &reading) { return cue(reading); }
    /// [tokens, 2]: in some source, in some content; to help the reader learn.
    torch::Tensor role_scores(const torch::Tensor &reading) { return role(reading); }
    /// [rows, answers] in packed order of the windows; `tokens` and `cues` are the token and the cue's head of each
    /// row.
    torch::Tensor find(const torch::Tensor &reading, const torch::Tensor &tokens, const torch::Tensor &cues,
                       const torch::Tensor &fields, const PackedLayout &windows);

    AttributionShape shape;
    at::Generator generator; ///< of the dropout
    torch::nn::Linear map{nullptr}, summary{nullptr}, cue{nullptr}, role{nullptr}, answer{nullptr};
    torch::Tensor style; ///< added to what is kept of the states, for each annotation
    std::vector<torch::nn::Embedding> token_tables, cue_tables;
    torch::nn::Linear reader_forward{nullptr}, reader_backward{nullptr};
    torch::nn::Linear finder_forward{nullptr}, finder_backward{nullptr};
    torch::Tensor reader_recurrent_forward, reader_recurrent_backward;
    torch::Tensor finder_recurrent_forward, finder_recurrent_backward;
};
TORCH_MODULE(AttributionNetwork);

} // namespace gainsay::training
