#include "feature_net_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <numeric>
#include <span>

namespace gainsay::training {
namespace {

constexpr std::size_t hidden = FeatureNet::hidden;
using HiddenVector = std::array<float, hidden>;

/// xorshift64*: small, and the same everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}

    std::uint32_t next() {
        state_ ^= state_ >> 12U;
        state_ ^= state_ << 25U;
        state_ ^= state_ >> 27U;
        return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1DULL) >> 32U);
    }
    float uniform() { return static_cast<float>(next() >> 8U) * 0x1p-24F; }

  private:
    std::uint64_t state_;
};

/// The weights in floats, each with its sum of squared gradients.
struct Weights {
    std::vector<float> deep;
    std::vector<float> wide;
    HiddenVector hidden_bias{};
    HiddenVector output{};
    float bias = 0;
};

class Trainer {
  public:
    Trainer(const ExampleSet &examples, const FeatureNetOptions &options)
        : examples_(examples), options_(options), random_(options.seed) {
        const std::size_t deep_size = (std::size_t{1} << options.deep_bits) * hidden;
        const std::size_t wide_size = std::size_t{1} << options.wide_bits;
        for (Weights *weights : {&now_, &squares_, &sum_}) {
            weights->deep.assign(deep_size, 0);
            weights->wide.assign(wide_size, 0);
        }
        constexpr float deep_spread = 0.05F;
        for (float &weight : now_.deep) {
            weight = deep_spread * (2 * random_.uniform() - 1);
        }
        for (std::size_t i = 0; i < hidden; ++i) {
            now_.output[i] = (i % 2 == 0 ? 1.0F : -1.0F) * (0.3F + 0.3F * random_.uniform());
            now_.hidden_bias[i] = 0.1F;
        }
    }

    std::string run() {
        std::vector<std::size_t> order(examples_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const int averaged_from = options_.epochs * 2 / 3;
        int averaged = 0;
        for (int epoch = 0; epoch < options_.epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                std::swap(order[i - 1], order[random_.next() % i]);
            }
            rate_scale_ = 1.0F - 0.9F * static_cast<float>(epoch) / static_cast<float>(options_.epochs);
            double loss = 0;
            std::size_t wrong = 0;
            for (const std::size_t i : order) {
                const float score = step(i);
                const float margin = examples_.yes(i) ? score : -score;
                loss += static_cast<double>(std::log1p(std::exp(-margin)));
                wrong += margin <= 0 ? 1U : 0U;
            }
            std::fprintf(stderr, "  epoch %2d  loss %.5f  wrong %zu of %zu\n", epoch + 1,
                         loss / static_cast<double>(order.size()), wrong, order.size());
            if (epoch >= averaged_from) {
                accumulate();
                ++averaged;
            }
        }
        return store(1.0F / static_cast<float>(std::max(averaged, 1)));
    }

  private:
    float step(std::size_t i) {
        const float keep_scale = 1.0F / (1.0F - options_.dropout);
        kept_deep_.clear();
        kept_wide_.clear();
        for (const std::uint32_t feature : examples_.deep(i)) {
            if (random_.uniform() >= options_.dropout) {
                kept_deep_.push_back(FeatureNet::bucket(feature, options_.deep_bits));
            }
        }
        for (const std::uint32_t feature : examples_.wide(i)) {
            if (random_.uniform() >= options_.dropout) {
                kept_wide_.push_back(FeatureNet::bucket(feature, options_.wide_bits));
            }
        }
        HiddenVector sums{};
        for (const std::uint32_t row : kept_deep_) {
            const float *weights = &now_.deep[std::size_t{row} * hidden];
            for (std::size_t h = 0; h < hidden; ++h) {
                sums[h] += weights[h];
            }
        }
        float score = now_.bias;
        for (const std::uint32_t at : kept_wide_) {
            score += keep_scale * now_.wide[at];
        }
        for (std::size_t h = 0; h < hidden; ++h) {
            sums[h] = now_.hidden_bias[h] + keep_scale * sums[h];
            score += now_.output[h] * std::max(0.0F, sums[h]);
        }

        const float probability = 1.0F / (1.0F + std::exp(-score));
        const float gradient = (probability - (examples_.yes(i) ? 1.0F : 0.0F)) * examples_.weight(i);
        if (std::abs(gradient) < 1e-4F) {
            return score;
        }
        const float deep_rate = options_.deep_rate * rate_scale_;
        const float wide_rate = options_.wide_rate * rate_scale_;
        HiddenVector back{};
        for (std::size_t h = 0; h < hidden; ++h) {
            if (sums[h] > 0) {
                back[h] = gradient * now_.output[h];
                update(now_.output[h], squares_.output[h], gradient * sums[h], deep_rate);
                update(now_.hidden_bias[h], squares_.hidden_bias[h], back[h], deep_rate);
            }
            back[h] *= keep_scale;
        }
        update(now_.bias, squares_.bias, gradient, wide_rate);
        for (const std::uint32_t at : kept_wide_) {
            update(now_.wide[at], squares_.wide[at], gradient * keep_scale, wide_rate);
        }
        for (const std::uint32_t row : kept_deep_) {
            float *weights = &now_.deep[std::size_t{row} * hidden];
            float *squares = &squares_.deep[std::size_t{row} * hidden];
            for (std::size_t h = 0; h < hidden; ++h) {
                squares[h] += back[h] * back[h];
                weights[h] -= deep_rate * back[h] / std::sqrt(squares[h] + 1e-6F);
            }
        }
        return score;
    }

    static void update(float &weight, float &square, float gradient, float rate) {
        square += gradient * gradient;
        weight -= rate * gradient / std::sqrt(square + 1e-6F);
    }

    void accumulate() {
        const auto add = [](auto &to, const auto &from) {
            for (std::size_t i = 0; i < to.size(); ++i) {
                to[i] += from[i];
            }
        };
        add(sum_.deep, now_.deep);
        add(sum_.wide, now_.wide);
        add(sum_.hidden_bias, now_.hidden_bias);
        add(sum_.output, now_.output);
        sum_.bias += now_.bias;
    }

    static float step_size(const std::vector<float> &weights) {
        float largest = 1e-6F;
        for (const float weight : weights) {
            largest = std::max(largest, std::abs(weight));
        }
        return largest / 127.0F;
    }

    static void append_quantized(std::string &bytes, const std::vector<float> &weights, float step) {
        for (const float weight : weights) {
            bytes.push_back(static_cast<char>(std::lround(weight / step)));
        }
    }

    template <class Value>
    static void append(std::string &bytes, const Value &value) {
        bytes.append(reinterpret_cast<const char *>(&value), sizeof(value));
    }

    std::string store(float scale) {
        const auto shrink = [scale](auto &values) {
            for (float &value : values) {
                value *= scale;
            }
        };
        shrink(sum_.deep);
        shrink(sum_.wide);
        shrink(sum_.hidden_bias);
        shrink(sum_.output);
        FeatureNetHeader header;
        header.hidden = hidden;
        header.deep_bits = options_.deep_bits;
        header.wide_bits = options_.wide_bits;
        header.deep_step = step_size(sum_.deep);
        header.wide_step = step_size(sum_.wide);
        header.bias = sum_.bias * scale;
        std::string bytes;
        append(bytes, header);
        append(bytes, sum_.hidden_bias);
        append(bytes, sum_.output);
        append_quantized(bytes, sum_.deep, header.deep_step);
        append_quantized(bytes, sum_.wide, header.wide_step);
        return bytes;
    }

    const ExampleSet &examples_;
    FeatureNetOptions options_;
    Random random_;
    Weights now_;
    Weights squares_;
    Weights sum_;
    std::vector<std::uint32_t> kept_deep_;
    std::vector<std::uint32_t> kept_wide_;
    float rate_scale_ = 1;
};

} // namespace

void ExampleSet::add(const FeatureList &features, bool yes, float weight) {
    deep_.insert(deep_.end(), features.deep().begin(), features.deep().end());
    wide_.insert(wide_.end(), features.wide().begin(), features.wide().end());
    deep_ends_.push_back(deep_.size());
    wide_ends_.push_back(wide_.size());
    labels_.push_back(yes ? 1 : 0);
    weights_.push_back(weight);
}

std::span<const std::uint32_t> ExampleSet::deep(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : deep_ends_[i - 1];
    return std::span(deep_).subspan(begin, deep_ends_[i] - begin);
}

std::span<const std::uint32_t> ExampleSet::wide(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : wide_ends_[i - 1];
    return std::span(wide_).subspan(begin, wide_ends_[i] - begin);
}

std::string train_feature_net(const ExampleSet &examples, const FeatureNetOptions &options) {
    return Trainer(examples, options).run();
}

} // namespace gainsay::training
