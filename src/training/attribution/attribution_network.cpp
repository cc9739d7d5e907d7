#include "training/attribution/attribution_network.h"

namespace gainsay::training {

namespace {

using torch::Tensor;

constexpr double input_dropout = 0.25;
constexpr double state_dropout = 0.33;
constexpr double recurrent_dropout = 0.15;

} // namespace

AttributionNetworkImpl::AttributionNetworkImpl(const AttributionShape &s) : shape(s) {
    map = register_module("map", torch::nn::Linear(s.states, s.map));
    style = register_parameter("style", torch::zeros({s.annotations, s.map}));
    std::int64_t token_size = s.map;
    for (std::size_t i = 0; i < s.token_values.size(); ++i) {
        auto table =
            register_module("token_" + std::to_string(i), torch::nn::Embedding(s.token_values[i], s.token_sizes[i]));
        const torch::NoGradGuard no_gradient;
        table->weight.mul_(0.3);
        token_tables.push_back(table);
        token_size += s.token_sizes[i];
    }
    reader_forward = register_module("reader_forward", lstm_input(token_size, s.reader));
    reader_backward = register_module("reader_backward", lstm_input(token_size, s.reader));
    reader_recurrent_forward = register_parameter("reader_recurrent_forward", lstm_recurrent(s.reader));
    reader_recurrent_backward = register_parameter("reader_recurrent_backward", lstm_recurrent(s.reader));
    cue = register_module("cue", torch::nn::Linear(2 * s.reader, 3));
    role = register_module("role", torch::nn::Linear(2 * s.reader, 2));
    summary = register_module("summary", torch::nn::Linear(2 * s.reader, s.cue_summary));
    std::int64_t row_size = 2 * s.reader + s.cue_summary;
    for (std::size_t i = 0; i < s.cue_values.size(); ++i) {
        auto table = register_module("cue_" + std::to_string(i), torch::nn::Embedding(s.cue_values[i], s.cue_sizes[i]));
        const torch::NoGradGuard no_gradient;
        table->weight.mul_(0.3);
        cue_tables.push_back(table);
        row_size += s.cue_sizes[i];
    }
    finder_forward = register_module("finder_forward", lstm_input(row_size, s.finder));
    finder_backward = register_module("finder_backward", lstm_input(row_size, s.finder));
    finder_recurrent_forward = register_parameter("finder_recurrent_forward", lstm_recurrent(s.finder));
    finder_recurrent_backward = register_parameter("finder_recurrent_backward", lstm_recurrent(s.finder));
    answer = register_module("answer", torch::nn::Linear(2 * s.finder, s.answers));
}

Tensor AttributionNetworkImpl::read(const Tensor &states, const Tensor &fields, const Tensor &annotation,
                                    const PackedRows &paragraphs, const Tensor &back) {
    const bool training = is_training();
    std::vector<Tensor> parts = {torch::tanh(map(states) + style.index_select(0, annotation))};
    for (std::size_t i = 0; i < token_tables.size(); ++i)
        parts.push_back(token_tables[i](fields.select(1, static_cast<std::int64_t>(i))));
    const Tensor x = dropped(torch::cat(parts, 1).index_select(0, paragraphs.rows), input_dropout, training, generator);
    const Tensor h =
        bilstm_scan(reader_forward(x), reader_backward(x),
                    dropped(reader_recurrent_forward, recurrent_dropout, training, generator),
                    dropped(reader_recurrent_backward, recurrent_dropout, training, generator), paragraphs.layout);
    return dropped(h.index_select(0, back), state_dropout, training, generator);
}

Tensor AttributionNetworkImpl::find(const Tensor &reading, const Tensor &tokens, const Tensor &cues,
                                    const Tensor &fields, const PackedLayout &windows) {
    const bool training = is_training();
    std::vector<Tensor> parts = {reading.index_select(0, tokens), torch::tanh(summary(reading)).index_select(0, cues)};
    for (std::size_t i = 0; i < cue_tables.size(); ++i)
        parts.push_back(
            dropped(cue_tables[i](fields.select(1, static_cast<std::int64_t>(i))), 0.15, training, generator));
    const Tensor x = torch::cat(parts, 1);
    const Tensor h = bilstm_scan(finder_forward(x), finder_backward(x),
                                 dropped(finder_recurrent_forward, recurrent_dropout, training, generator),
                                 dropped(finder_recurrent_backward, recurrent_dropout, training, generator), windows);
    return answer(dropped(h, state_dropout, training, generator));
}

} // namespace gainsay::training
