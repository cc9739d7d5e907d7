#pragma once

#include <ATen/CPUGeneratorImpl.h>
#include <torch/torch.h>

#include "training/bilstm.h"

namespace gainsay::training {

/// Everything that fixes the network's shape; stored in the checkpoint.
struct NetworkShape {
    std::int64_t word_vectors = 0; ///< rows of the fixed vectors; row 0 is the unknown word
    std::int64_t vector_size = 100;
    std::int64_t own_words = 40000; ///< the first so many words have a trained vector too; row 0 is the unknown word
    std::int64_t own_word_size = 64;
    std::int64_t affix_size = 24;
    std::int64_t shape_size = 24;
    std::int64_t flag_size = 8;
    std::int64_t hidden = 200; ///< a direction
    std::int64_t layers = 3;
    std::int64_t arc_size = 200;
    std::int64_t relation_size = 64;
    std::int64_t upos = 0, xpos = 0, feats = 0, lemmas = 0, names = 0, relations = 0;
    std::int64_t silver_xpos = 0, silver_names = 0, silver_relations = 0;
};

/// One batch in packed rows (see PackedLayout). Labels are -100 where the corpus has none.
struct Batch {
    PackedLayout layout;
    std::vector<std::int64_t> lengths;
    bool silver = false;
    torch::Tensor words;                                       ///< [rows]
    torch::Tensor affixes;                                     ///< [rows, affix_count], already offset by slot
    torch::Tensor shapes, glue, sentence_case;                 ///< [rows]
    torch::Tensor upos, xpos, feats, lemmas, names, relations; ///< [rows]
    torch::Tensor heads;                                       ///< [rows], index in the sentence plus 1, 0 for the root
    torch::Tensor head_rows;                                   ///< [rows], packed row of the head; rows() for the root
    torch::Tensor padded;                                      ///< [sentences, longest], packed row or 0
    torch::Tensor
        padded_heads; ///< [sentences, longest + 1], packed row of a possible head, rows() for the root and for none
    torch::Tensor head_mask; ///< [sentences, 1, longest + 1], 0 where there is a head and -1e9 elsewhere
};

/// A biaffine parser over the encoder's states (Dozat and Manning 2017).
struct BiaffineImpl : torch::nn::Module {
    BiaffineImpl(std::int64_t input, std::int64_t arc_size, std::int64_t relation_size, std::int64_t relations);

    /// Scores [sentences, longest, longest + 1] of every head; column 0 is the root.
    torch::Tensor arcs(const torch::Tensor &states, const Batch &batch);
    /// Scores [rows, relations] for the given heads.
    torch::Tensor labels(const torch::Tensor &states, const torch::Tensor &head_rows);

    torch::nn::Linear arc_dependent{nullptr}, arc_head{nullptr}, relation_dependent{nullptr}, relation_head{nullptr};
    torch::Tensor root, arc_weight, relation_weight;
    std::int64_t relations;
    double dropout = 0.33;
    at::Generator generator; ///< of the dropout; set before training

  private:
    torch::Tensor with_root(const torch::Tensor &states) const;
    torch::Tensor projected(torch::nn::Linear &layer, const torch::Tensor &states) const;
};
TORCH_MODULE(Biaffine);

struct NetworkImpl : torch::nn::Module {
    NetworkImpl(const NetworkShape &shape, torch::Tensor vectors);

    /// The encoder's states [rows, 2 * hidden].
    torch::Tensor encode(const Batch &batch);
    /// The summed loss of all tasks that the batch has labels for.
    torch::Tensor loss(const Batch &batch);
    /// Makes this network use the weights of `other`; gradients stay its own.
    void share_weights(NetworkImpl &other);

    NetworkShape shape;
    at::Generator generator; ///< of the dropout; set before each call of loss() in training
    torch::Tensor vectors;   ///< not trained
    torch::nn::Embedding own_words{nullptr}, affixes{nullptr}, shapes{nullptr}, glue{nullptr}, sentence_case{nullptr};
    std::vector<torch::nn::Linear> inputs_forward, inputs_backward;
    std::vector<torch::Tensor> recurrent_forward, recurrent_backward;
    torch::nn::Linear upos{nullptr}, xpos{nullptr}, feats{nullptr}, lemmas{nullptr}, names{nullptr};
    torch::nn::Linear silver_xpos{nullptr}, silver_names{nullptr};
    Biaffine parser{nullptr}, silver_parser{nullptr};
};
TORCH_MODULE(Network);

} // namespace gainsay::training
