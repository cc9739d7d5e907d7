#include "chain_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gainsay::training {

namespace {
constexpr std::size_t width = ChainRanker::width;
constexpr float tiny = 1e-6F;
} // namespace

ChainTrainer::ChainTrainer(ChainRanker &ranker, TrainerOptions options)
    : ranker_(&ranker), options_(options), random_(options.seed), row_squares_(ranker.rows.size(), tiny) {
    bias_squares_.fill(tiny);
    output_squares_.fill(tiny);
    std::normal_distribution<float> noise(0.0F, 0.05F);
    for (float &value : ranker.rows) {
        value = noise(random_);
    }
    std::normal_distribution<float> wide(0.0F, 0.3F);
    for (float &value : ranker.output) {
        value = wide(random_);
    }
    ranker.bias.fill(0.1F);
}

double ChainTrainer::run(const std::vector<ChainExample> &examples) {
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random_);
    double loss = 0;
    for (const std::size_t index : order) {
        loss += step(examples[index]);
    }
    return loss / static_cast<double>(std::max<std::size_t>(1, examples.size()));
}

double ChainTrainer::step(const ChainExample &example) {
    const std::size_t count = example.features.size();
    std::vector<std::vector<std::uint32_t>> kept(count);
    std::vector<std::array<float, width>> hidden(count);
    std::vector<double> scores(count);
    std::uniform_real_distribution<float> chance(0.0F, 1.0F);
    const float scale = 1.0F / (1.0F - options_.dropout);
    for (std::size_t i = 0; i < count; ++i) {
        hidden[i] = ranker_->bias;
        for (const std::uint32_t feature : example.features[i]) {
            if (chance(random_) < options_.dropout) {
                continue;
            }
            kept[i].push_back(feature);
            for (std::size_t k = 0; k < width; ++k) {
                hidden[i][k] += scale * ranker_->rows[feature * width + k];
            }
        }
        float score = 0;
        for (std::size_t k = 0; k < width; ++k) {
            score += ranker_->output[k] * std::max(hidden[i][k], 0.0F);
        }
        scores[i] = static_cast<double>(score);
    }
    const double top = *std::max_element(scores.begin(), scores.end());
    double all = 0;
    double right = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double mass = std::exp(scores[i] - top);
        all += mass;
        right += example.is_right[i] != 0 ? mass : 0.0;
    }
    const auto update = [&](float &value, float &squares, float gradient) {
        squares += gradient * gradient;
        value -= options_.rate * gradient / std::sqrt(squares);
    };
    std::array<float, width> bias_gradient{};
    std::array<float, width> output_gradient{};
    for (std::size_t i = 0; i < count; ++i) {
        const double mass = std::exp(scores[i] - top);
        const auto gradient =
            example.weight * static_cast<float>(mass / all - (example.is_right[i] != 0 ? mass / right : 0.0));
        if (std::abs(gradient) < tiny) {
            continue;
        }
        std::array<float, width> below{};
        for (std::size_t k = 0; k < width; ++k) {
            const bool on = hidden[i][k] > 0;
            output_gradient[k] += on ? gradient * hidden[i][k] : 0.0F;
            below[k] = on ? gradient * ranker_->output[k] : 0.0F;
            bias_gradient[k] += below[k];
        }
        for (const std::uint32_t feature : kept[i]) {
            float *row = ranker_->rows.data() + feature * width;
            float *squares = row_squares_.data() + feature * width;
            for (std::size_t k = 0; k < width; ++k) {
                update(row[k], squares[k], scale * below[k] + options_.decay * row[k]);
            }
        }
    }
    for (std::size_t k = 0; k < width; ++k) {
        update(ranker_->bias[k], bias_squares_[k], bias_gradient[k]);
        update(ranker_->output[k], output_squares_[k], output_gradient[k]);
    }
    return -std::log(std::max(right / all, 1e-12));
}

double accuracy(const ChainRanker &ranker, const std::vector<ChainExample> &examples) {
    std::size_t right = 0;
    for (const ChainExample &example : examples) {
        std::size_t best = 0;
        float best_score = ranker.score(example.features[0]);
        for (std::size_t i = 1; i < example.features.size(); ++i) {
            if (const float score = ranker.score(example.features[i]); score > best_score) {
                best_score = score;
                best = i;
            }
        }
        right += example.is_right[best] != 0 ? 1U : 0U;
    }
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, examples.size()));
}

} // namespace gainsay::training
