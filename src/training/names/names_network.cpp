#include "training/names/names_network.h"

namespace gainsay::training {

namespace {

using torch::Tensor;

constexpr double state_dropout = 0.2;
constexpr double input_dropout = 0.25;
constexpr double output_dropout = 0.4;
constexpr double recurrent_dropout = 0.2;

} // namespace

NamesNetworkImpl::NamesNetworkImpl(const NamesShape &s) : shape(s) {
    map = register_module("map", torch::nn::Linear(s.states, s.map));
    std::int64_t inputs = s.map + s.pooled + static_cast<std::int64_t>(NameFeatures::flag_count);
    for (std::size_t i = 0; i < NameFeatures::field_count; ++i) {
        auto table = register_module(
            "field_" + std::to_string(i),
            torch::nn::Embedding(static_cast<std::int64_t>(NameFeatures::field_values()[i]), s.field_sizes[i]));
        const torch::NoGradGuard no_gradient;
        table->weight.mul_(0.3);
        tables.push_back(table);
        inputs += s.field_sizes[i];
    }
    reader_forward = register_module("reader_forward", lstm_input(inputs, s.hidden));
    reader_backward = register_module("reader_backward", lstm_input(inputs, s.hidden));
    reader_recurrent_forward = register_parameter("reader_recurrent_forward", lstm_recurrent(s.hidden));
    reader_recurrent_backward = register_parameter("reader_recurrent_backward", lstm_recurrent(s.hidden));
    const auto tags = static_cast<std::int64_t>(NameLattice::tag_count);
    answer = register_module("answer", torch::nn::Linear(2 * s.hidden, tags));
    transitions = register_parameter("transitions", torch::zeros({tags, tags}));
}

Tensor NamesNetworkImpl::scores(const NamesBatch &batch) {
    const bool training = is_training();
    const Tensor mapped = torch::tanh(map(dropped(batch.states, state_dropout, training, generator)));
    const Tensor own = mapped.slice(1, 0, shape.pooled).index_select(0, batch.grouped);
    const Tensor sums = torch::zeros({batch.group_size.size(0), shape.pooled}).index_add(0, batch.group, own);
    const Tensor others =
        (sums.index_select(0, batch.group) - own) / (batch.group_size.index_select(0, batch.group) - 1).unsqueeze(1);
    const Tensor pooled = torch::zeros({mapped.size(0), shape.pooled}).index_add(0, batch.grouped, others);
    std::vector<Tensor> parts = {mapped, pooled};
    for (std::size_t i = 0; i < tables.size(); ++i)
        parts.push_back(tables[i](batch.fields.select(1, static_cast<std::int64_t>(i))));
    parts.push_back(batch.flags);
    const Tensor x = dropped(torch::cat(parts, 1), input_dropout, training, generator).index_select(0, batch.rows);
    const Tensor h =
        bilstm_scan(reader_forward(x), reader_backward(x),
                    dropped(reader_recurrent_forward, recurrent_dropout, training, generator),
                    dropped(reader_recurrent_backward, recurrent_dropout, training, generator), batch.layout);
    return answer(dropped(h, output_dropout, training, generator)).index_select(0, batch.back);
}

} // namespace gainsay::training
