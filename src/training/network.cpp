#include "training/network.h"

#include "nlp/analysis/lexical_features.h"

namespace gainsay::training {
namespace {

namespace F = torch::nn::functional;
using torch::Tensor;

constexpr double vector_dropout = 0.08;
constexpr double own_word_dropout = 0.30;
constexpr double affix_dropout = 0.05;
constexpr double input_dropout = 0.20;
constexpr double state_dropout = 0.33;
constexpr double recurrent_dropout = 0.20;

/// Drops whole rows without scaling: the network learns to do without a word's vector, as it must for unknown words.
Tensor without_some_rows(const Tensor &x, double probability, bool training, const at::Generator &generator) {
    if (!training)
        return x;
    return x * torch::empty({x.size(0), 1}).bernoulli_(1 - probability, generator);
}

Tensor cross_entropy(const Tensor &scores, const Tensor &target) {
    const auto labelled = (target != -100).sum().item<std::int64_t>();
    if (labelled == 0)
        return torch::zeros({});
    return F::cross_entropy(scores, target, F::CrossEntropyFuncOptions().ignore_index(-100));
}

} // namespace

BiaffineImpl::BiaffineImpl(std::int64_t input, std::int64_t arc_size, std::int64_t relation_size,
                           std::int64_t relations_)
    : relations(relations_) {
    arc_dependent = register_module("arc_dependent", torch::nn::Linear(input, arc_size));
    arc_head = register_module("arc_head", torch::nn::Linear(input, arc_size));
    relation_dependent = register_module("relation_dependent", torch::nn::Linear(input, relation_size));
    relation_head = register_module("relation_head", torch::nn::Linear(input, relation_size));
    root = register_parameter("root", torch::randn({1, input}) * 0.1);
    arc_weight = register_parameter("arc_weight", torch::zeros({arc_size + 1, arc_size}));
    relation_weight =
        register_parameter("relation_weight", torch::zeros({relation_size + 1, relations * (relation_size + 1)}));
    torch::nn::init::xavier_uniform_(arc_weight, 0.3);
}

Tensor BiaffineImpl::with_root(const Tensor &states) const {
    return torch::cat({states, root});
}

Tensor BiaffineImpl::projected(torch::nn::Linear &layer, const Tensor &states) const {
    return dropped(torch::leaky_relu(layer(states), 0.1), dropout, is_training(), generator);
}

Tensor BiaffineImpl::arcs(const Tensor &states, const Batch &batch) {
    const Tensor dependents = projected(arc_dependent, states);
    const Tensor heads = projected(arc_head, with_root(states));
    // The last row of the weight is the head's own score, whatever the dependent.
    const Tensor weighted = torch::addmm(arc_weight.slice(0, arc_weight.size(0) - 1), dependents,
                                         arc_weight.slice(0, 0, arc_weight.size(0) - 1));
    const auto padded = [](const Tensor &rows, const Tensor &index) {
        return rows.index_select(0, index.reshape({-1})).view({index.size(0), index.size(1), rows.size(1)});
    };
    return torch::bmm(padded(weighted, batch.padded), padded(heads, batch.padded_heads).transpose(1, 2)) +
           batch.head_mask;
}

Tensor BiaffineImpl::labels(const Tensor &states, const Tensor &head_rows) {
    const Tensor one = torch::ones({states.size(0), 1});
    const Tensor dependents = torch::cat({projected(relation_dependent, states), one}, 1);
    const Tensor heads = projected(relation_head, with_root(states)).index_select(0, head_rows);
    const Tensor heads_one = torch::cat({heads, one}, 1);
    const Tensor weighted = torch::mm(dependents, relation_weight).view({states.size(0), relations, heads_one.size(1)});
    return torch::bmm(weighted, heads_one.unsqueeze(2)).squeeze(2);
}

NetworkImpl::NetworkImpl(const NetworkShape &s, Tensor fixed_vectors) : shape(s), vectors(std::move(fixed_vectors)) {
    const auto table = [&](const char *name, std::int64_t rows, std::int64_t size, double scale) {
        auto embedding = register_module(name, torch::nn::Embedding(rows, size));
        torch::NoGradGuard no_gradient;
        embedding->weight.mul_(scale);
        return embedding;
    };
    // Words that training never shows keep the zero vector, which word dropout makes familiar.
    own_words = table("own_words", s.own_words, s.own_word_size, 0.0);
    affixes = table("affixes", static_cast<std::int64_t>(LexicalFeatures::affix_count * LexicalFeatures::affix_buckets),
                    s.affix_size, 0.3);
    shapes = table("shapes", LexicalFeatures::shape_buckets, s.shape_size, 0.3);
    glue = table("glue", LexicalFeatures::glue_values, s.flag_size, 0.3);
    sentence_case = table("sentence_case", LexicalFeatures::case_values, s.flag_size, 0.3);
    std::int64_t size = s.vector_size + s.own_word_size +
                        static_cast<std::int64_t>(LexicalFeatures::affix_count) * s.affix_size + s.shape_size +
                        2 * s.flag_size;
    for (std::int64_t layer = 0; layer < s.layers; ++layer) {
        const auto add = [&](const std::string &name, std::vector<torch::nn::Linear> &inputs,
                             std::vector<Tensor> &recurrent) {
            inputs.push_back(register_module("input_" + name, lstm_input(size, s.hidden)));
            recurrent.push_back(register_parameter("recurrent_" + name, lstm_recurrent(s.hidden)));
        };
        add("forward_" + std::to_string(layer), inputs_forward, recurrent_forward);
        add("backward_" + std::to_string(layer), inputs_backward, recurrent_backward);
        size = 2 * s.hidden;
    }
    upos = register_module("upos", torch::nn::Linear(size, s.upos));
    xpos = register_module("xpos", torch::nn::Linear(size, s.xpos));
    feats = register_module("feats", torch::nn::Linear(size, s.feats));
    lemmas = register_module("lemmas", torch::nn::Linear(size, s.lemmas));
    names = register_module("names", torch::nn::Linear(size, s.names));
    parser = register_module("parser", Biaffine(size, s.arc_size, s.relation_size, s.relations));
    silver_xpos = register_module("silver_xpos", torch::nn::Linear(size, s.silver_xpos));
    silver_names = register_module("silver_names", torch::nn::Linear(size, s.silver_names));
    silver_parser = register_module("silver_parser", Biaffine(size, s.arc_size, s.relation_size, s.silver_relations));
}

Tensor NetworkImpl::encode(const Batch &batch) {
    const std::int64_t rows = batch.layout.rows();
    const bool training = is_training();
    const Tensor own = torch::where(batch.words < shape.own_words, batch.words, torch::zeros_like(batch.words));
    Tensor x =
        torch::cat({without_some_rows(vectors.index_select(0, batch.words), vector_dropout, training, generator),
                    without_some_rows(own_words(own), own_word_dropout, training, generator),
                    without_some_rows(affixes(batch.affixes).view({rows, -1}), affix_dropout, training, generator),
                    shapes(batch.shapes), glue(batch.glue), sentence_case(batch.sentence_case)},
                   1);
    x = dropped(x, input_dropout, training, generator);
    for (std::size_t layer = 0; layer < inputs_forward.size(); ++layer) {
        x = bilstm_scan(inputs_forward[layer](x), inputs_backward[layer](x),
                        dropped(recurrent_forward[layer], recurrent_dropout, training, generator),
                        dropped(recurrent_backward[layer], recurrent_dropout, training, generator), batch.layout);
        x = dropped(x, state_dropout, training, generator);
    }
    return x;
}

Tensor NetworkImpl::loss(const Batch &batch) {
    parser->generator = generator;
    silver_parser->generator = generator;
    const Tensor states = encode(batch);
    const auto parse_loss = [&](Biaffine &biaffine) {
        if ((batch.heads >= 0).sum().item<std::int64_t>() == 0)
            return torch::zeros({});
        const Tensor scores = biaffine->arcs(states, batch);
        const Tensor target = torch::full({scores.size(0), scores.size(1)}, -100, torch::kLong);
        auto targets = target.accessor<std::int64_t, 2>();
        const auto heads = batch.heads.accessor<std::int64_t, 1>();
        for (std::int64_t s = 0; s < scores.size(0); ++s)
            for (std::int64_t t = 0; t < batch.lengths[static_cast<std::size_t>(s)]; ++t)
                targets[s][t] = heads[batch.layout.row(s, t)];
        return cross_entropy(scores.view({-1, scores.size(2)}), target.view({-1})) +
               cross_entropy(biaffine->labels(states, batch.head_rows), batch.relations);
    };
    if (batch.silver)
        return parse_loss(silver_parser) + 0.5 * cross_entropy(silver_xpos(states), batch.xpos) +
               cross_entropy(silver_names(states), batch.names);
    return parse_loss(parser) + cross_entropy(upos(states), batch.upos) +
           0.5 * cross_entropy(xpos(states), batch.xpos) + 0.5 * cross_entropy(feats(states), batch.feats) +
           0.5 * cross_entropy(lemmas(states), batch.lemmas) + cross_entropy(names(states), batch.names);
}

void NetworkImpl::share_weights(NetworkImpl &other) {
    auto ours = parameters();
    auto theirs = other.parameters();
    for (std::size_t i = 0; i < ours.size(); ++i)
        ours[i].set_data(theirs[i].data());
}

} // namespace gainsay::training
