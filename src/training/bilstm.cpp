#include "training/bilstm.h"

#include <algorithm>
#include <cblas.h>
#include <cmath>

namespace gainsay::training {
namespace {

using torch::Tensor;

int as_int(std::int64_t n) {
    return static_cast<int>(n);
}

float sigmoid(float x) {
    return 1.0F / (1.0F + std::exp(-x));
}
float hyperbolic(float x) {
    return 2.0F / (1.0F + std::exp(-2.0F * x)) - 1.0F;
}

struct Direction {
    const PackedLayout &layout;
    std::int64_t hidden;
    bool backward;

    /// Calls f(step, rows, previous step or -1, rows that have a previous state) in the order of the recurrence.
    template <typename F>
    void each_step(F &&f) const {
        const std::int64_t steps = layout.steps();
        for (std::int64_t k = 0; k < steps; ++k) {
            const std::int64_t t = backward ? steps - 1 - k : k;
            const std::int64_t previous = k == 0 ? -1 : (backward ? t + 1 : t - 1);
            const std::int64_t rows = count(t);
            f(t, rows, previous, previous < 0 ? 0 : std::min(rows, count(previous)));
        }
    }
    [[nodiscard]] std::int64_t count(std::int64_t t) const { return layout.count[static_cast<std::size_t>(t)]; }
    [[nodiscard]] std::int64_t offset(std::int64_t t) const { return layout.offset[static_cast<std::size_t>(t)]; }

    /// `gates` holds the input's part on entry and the activated gates afterwards.
    void run(float *gates, const float *recurrent, float *cell, float *output, std::int64_t output_stride) const {
        const std::int64_t h = hidden;
        each_step([&](std::int64_t t, std::int64_t rows, std::int64_t previous, std::int64_t linked) {
            float *g = gates + offset(t) * 4 * h;
            if (linked > 0)
                cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, as_int(linked), as_int(4 * h), as_int(h), 1.0F,
                            output + offset(previous) * output_stride, as_int(output_stride), recurrent, as_int(4 * h),
                            1.0F, g, as_int(4 * h));
            for (std::int64_t r = 0; r < rows; ++r) {
                float *gr = g + r * 4 * h;
                float *c = cell + (offset(t) + r) * h;
                const float *c_before = r < linked ? cell + (offset(previous) + r) * h : nullptr;
                float *out = output + (offset(t) + r) * output_stride;
                for (std::int64_t i = 0; i < 2 * h; ++i)
                    gr[i] = sigmoid(gr[i]);
                for (std::int64_t i = 2 * h; i < 3 * h; ++i)
                    gr[i] = hyperbolic(gr[i]);
                for (std::int64_t i = 3 * h; i < 4 * h; ++i)
                    gr[i] = sigmoid(gr[i]);
                for (std::int64_t i = 0; i < h; ++i)
                    c[i] = gr[i] * gr[2 * h + i];
                if (c_before != nullptr)
                    for (std::int64_t i = 0; i < h; ++i)
                        c[i] += gr[h + i] * c_before[i];
                for (std::int64_t i = 0; i < h; ++i)
                    out[i] = gr[3 * h + i] * hyperbolic(c[i]);
            }
        });
    }

    /// Fills `d_gates` [rows, 4H] from the gradient of the output; `carry_h` and `carry_c` are [rows, H] of zeros.
    void run_back(const float *gates, const float *recurrent, const float *cell, const float *d_output,
                  std::int64_t output_stride, float *d_gates, float *carry_h, float *carry_c) const {
        const std::int64_t h = hidden;
        const std::int64_t steps = layout.steps();
        for (std::int64_t k = steps - 1; k >= 0; --k) {
            const std::int64_t t = backward ? steps - 1 - k : k;
            const std::int64_t previous = k == 0 ? -1 : (backward ? t + 1 : t - 1);
            const std::int64_t linked = previous < 0 ? 0 : std::min(count(t), count(previous));
            for (std::int64_t r = 0; r < count(t); ++r) {
                const std::int64_t row = offset(t) + r;
                const float *g = gates + row * 4 * h;
                const float *c = cell + row * h;
                const float *c_before = r < linked ? cell + (offset(previous) + r) * h : nullptr;
                const float *d_out = d_output + row * output_stride;
                float *d = d_gates + row * 4 * h;
                float *dh_carried = carry_h + row * h;
                float *dc_carried = carry_c + row * h;
                float *dc_before = r < linked ? carry_c + (offset(previous) + r) * h : nullptr;
                for (std::int64_t i = 0; i < h; ++i) {
                    const float in = g[i];
                    const float forget = g[h + i];
                    const float candidate = g[2 * h + i];
                    const float out = g[3 * h + i];
                    const float squashed = hyperbolic(c[i]);
                    const float dh = d_out[i] + dh_carried[i];
                    const float dc = dc_carried[i] + dh * out * (1.0F - squashed * squashed);
                    d[i] = dc * candidate * in * (1.0F - in);
                    d[h + i] = c_before == nullptr ? 0.0F : dc * c_before[i] * forget * (1.0F - forget);
                    d[2 * h + i] = dc * in * (1.0F - candidate * candidate);
                    d[3 * h + i] = dh * squashed * out * (1.0F - out);
                    if (dc_before != nullptr)
                        dc_before[i] = dc * forget;
                }
            }
            if (linked > 0)
                cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, as_int(linked), as_int(h), as_int(4 * h), 1.0F,
                            d_gates + offset(t) * 4 * h, as_int(4 * h), recurrent, as_int(4 * h), 0.0F,
                            carry_h + offset(previous) * h, as_int(h));
        }
    }

    /// The gradient of the recurrent weights: the outputs before each step times the gates' gradients, as one product.
    void recurrent_gradient(const float *output, std::int64_t output_stride, const float *d_gates,
                            float *d_recurrent) const {
        const std::int64_t h = hidden;
        const std::int64_t total = layout.rows();
        std::vector<float> before(static_cast<std::size_t>(total * h));
        each_step([&](std::int64_t t, std::int64_t, std::int64_t previous, std::int64_t linked) {
            for (std::int64_t r = 0; r < linked; ++r) {
                const float *from = output + (offset(previous) + r) * output_stride;
                std::copy(from, from + h, before.data() + (offset(t) + r) * h);
            }
        });
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, as_int(h), as_int(4 * h), as_int(total), 1.0F,
                    before.data(), as_int(h), d_gates, as_int(4 * h), 0.0F, d_recurrent, as_int(4 * h));
    }
};

class Scan : public torch::autograd::Function<Scan> {
  public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &gates_forward,
                          const Tensor &gates_backward, const Tensor &recurrent_forward,
                          const Tensor &recurrent_backward, const PackedLayout *layout) {
        const std::int64_t h = recurrent_forward.size(0);
        const std::int64_t rows = layout->rows();
        Tensor active[2] = {gates_forward.contiguous().clone(), gates_backward.contiguous().clone()};
        Tensor weights[2] = {recurrent_forward.contiguous(), recurrent_backward.contiguous()};
        Tensor cells[2] = {torch::empty({rows, h}), torch::empty({rows, h})};
        Tensor output = torch::empty({rows, 2 * h});
        const auto work = [&](int d) {
            Direction{*layout, h, d == 1}.run(active[d].data_ptr<float>(), weights[d].data_ptr<float>(),
                                              cells[d].data_ptr<float>(), output.data_ptr<float>() + d * h, 2 * h);
        };
        work(0);
        work(1);
        context->save_for_backward({active[0], active[1], weights[0], weights[1], cells[0], cells[1], output});
        context->saved_data["offset"] = layout->offset;
        context->saved_data["count"] = layout->count;
        return output;
    }

    static torch::autograd::tensor_list backward(torch::autograd::AutogradContext *context,
                                                 torch::autograd::tensor_list gradient) {
        const auto saved = context->get_saved_variables();
        PackedLayout layout;
        layout.offset = context->saved_data["offset"].toIntVector();
        layout.count = context->saved_data["count"].toIntVector();
        const Tensor d_output = gradient[0].contiguous();
        const std::int64_t rows = layout.rows();
        const std::int64_t h = saved[2].size(0);
        Tensor d_gates[2] = {torch::empty({rows, 4 * h}), torch::empty({rows, 4 * h})};
        Tensor d_recurrent[2] = {torch::zeros({h, 4 * h}), torch::zeros({h, 4 * h})};
        const auto work = [&](int d) {
            const Direction direction{layout, h, d == 1};
            std::vector<float> carry_h(static_cast<std::size_t>(rows * h));
            std::vector<float> carry_c(static_cast<std::size_t>(rows * h));
            const auto at = static_cast<std::size_t>(d);
            direction.run_back(saved[at].data_ptr<float>(), saved[2 + at].data_ptr<float>(),
                               saved[4 + at].data_ptr<float>(), d_output.data_ptr<float>() + d * h, 2 * h,
                               d_gates[d].data_ptr<float>(), carry_h.data(), carry_c.data());
            direction.recurrent_gradient(saved[6].data_ptr<float>() + d * h, 2 * h, d_gates[d].data_ptr<float>(),
                                         d_recurrent[d].data_ptr<float>());
        };
        work(0);
        work(1);
        return {d_gates[0], d_gates[1], d_recurrent[0], d_recurrent[1], Tensor()};
    }
};

} // namespace

PackedLayout::PackedLayout(const std::vector<std::int64_t> &lengths_descending) {
    std::int64_t total = 0;
    offset.push_back(0);
    for (std::int64_t t = 0; t < lengths_descending.front(); ++t) {
        std::int64_t n = 0;
        while (n < static_cast<std::int64_t>(lengths_descending.size()) &&
               lengths_descending[static_cast<std::size_t>(n)] > t)
            ++n;
        count.push_back(n);
        total += n;
        offset.push_back(total);
    }
}

Tensor bilstm_scan(const Tensor &gates_forward, const Tensor &gates_backward, const Tensor &recurrent_forward,
                   const Tensor &recurrent_backward, const PackedLayout &layout) {
    return Scan::apply(gates_forward, gates_backward, recurrent_forward, recurrent_backward, &layout);
}

torch::nn::Linear lstm_input(std::int64_t size, std::int64_t hidden) {
    auto input = torch::nn::Linear(size, 4 * hidden);
    const torch::NoGradGuard no_gradient;
    torch::nn::init::xavier_uniform_(input->weight);
    input->bias.zero_();
    input->bias.slice(0, hidden, 2 * hidden).fill_(1.0);
    return input;
}

torch::Tensor lstm_recurrent(std::int64_t hidden) {
    const torch::NoGradGuard no_gradient;
    torch::Tensor weight = torch::empty({hidden, 4 * hidden});
    for (std::int64_t gate = 0; gate < 4; ++gate) {
        const torch::Tensor square = torch::empty({hidden, hidden});
        torch::nn::init::orthogonal_(square);
        weight.slice(1, gate * hidden, (gate + 1) * hidden).copy_(square);
    }
    return weight;
}

torch::Tensor dropped(const torch::Tensor &x, double probability, bool training, const at::Generator &generator) {
    if (!training)
        return x;
    return x * torch::empty_like(x, x.options().requires_grad(false)).bernoulli_(1 - probability, generator) *
           (1 / (1 - probability));
}

} // namespace gainsay::training
