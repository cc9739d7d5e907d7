#pragma once

#include <ATen/CPUGeneratorImpl.h>
#include <torch/torch.h>

#include "nlp/names/name_features.h"
#include "nlp/names/name_lattice.h"
#include "training/bilstm.h"

#include <vector>

namespace gainsay::training {

/// Everything that fixes the network's shape.
struct NamesShape {
    std::int64_t states = 0;
    std::int64_t map = 128;    ///< numbers kept of the encoders' states
    std::int64_t pooled = 64;  ///< of these, the first so many are averaged over the other places of a form
    std::int64_t hidden = 144; ///< cells of a direction
    std::vector<std::int64_t> field_sizes = {8, 8, 8, 8, 8, 8, 12, 4, 4};
};

/// Articles of one step, their tokens in a row.
struct NamesBatch {
    torch::Tensor states;     ///< [tokens, states] in -1 to 1
    torch::Tensor fields;     ///< [tokens, fields]
    torch::Tensor flags;      ///< [tokens, flags]
    torch::Tensor grouped;    ///< tokens that have a group
    torch::Tensor group;      ///< their groups
    torch::Tensor group_size; ///< [groups]
    torch::Tensor rows;       ///< token by packed row
    torch::Tensor back;       ///< packed row by token
    PackedLayout layout;      ///< of the sentences
};

/// Sees a token's states, what stands at the other places of the same form in its article, its letters and what lists
/// know, reads a sentence in both directions and scores the tags of NameLattice.
struct NamesNetworkImpl : torch::nn::Module {
    explicit NamesNetworkImpl(const NamesShape &shape);

    /// Scores [tokens, NameLattice::tag_count].
    torch::Tensor scores(const NamesBatch &batch);

    NamesShape shape;
    at::Generator generator; ///< of the dropout; set before each call in training
    torch::nn::Linear map{nullptr}, answer{nullptr}, reader_forward{nullptr}, reader_backward{nullptr};
    std::vector<torch::nn::Embedding> tables;
    torch::Tensor reader_recurrent_forward, reader_recurrent_backward;
    torch::Tensor transitions; ///< [tags, tags]
};
TORCH_MODULE(NamesNetwork);

} // namespace gainsay::training
