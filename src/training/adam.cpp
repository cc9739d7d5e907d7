#include "training/adam.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace gainsay::training {
namespace {

constexpr float beta_first = 0.9F;
constexpr float beta_second = 0.95F;
constexpr float epsilon = 1e-8F;
/// Keeps the second moment of rarely used rows out of the denormal numbers, which are slow and have no reciprocal root.
constexpr float floor_second = 1e-24F;
constexpr double longest_memory = 0.999;

} // namespace

Adam::Adam(std::vector<torch::Tensor> parameters) : parameters_(std::move(parameters)) {
    for (auto &p : parameters_) {
        first_.push_back(torch::zeros_like(p));
        second_.push_back(torch::zeros_like(p));
        average_.push_back(p.detach().clone());
    }
}

void Adam::step(double learning_rate, double clip, int threads) {
    torch::NoGradGuard no_gradient;
    ++steps_;
    const auto each_part = [&](auto &&work) {
        std::vector<std::thread> others;
        for (int part = 1; part < threads; ++part)
            others.emplace_back([&work, part] { work(part); });
        work(0);
        for (auto &other : others)
            other.join();
    };
    std::vector<double> squares(static_cast<std::size_t>(threads), 0.0);
    const auto part_of = [&](std::int64_t n, int part) {
        return std::pair{n * part / threads, n * (part + 1) / threads};
    };
    each_part([&](int part) {
        double sum = 0;
        for (auto &p : parameters_) {
            if (!p.grad().defined())
                continue;
            const float *g = p.grad().data_ptr<float>();
            const auto [begin, end] = part_of(p.numel(), part);
            float partial = 0;
            for (std::int64_t i = begin; i < end; ++i)
                partial += g[i] * g[i];
            sum += static_cast<double>(partial);
        }
        squares[static_cast<std::size_t>(part)] = sum;
    });
    double norm = 0;
    for (const double s : squares)
        norm += s;
    norm = std::sqrt(norm);
    const auto scale = static_cast<float>(norm > clip ? clip / norm : 1.0);
    const double n = static_cast<double>(steps_);
    const auto rate =
        static_cast<float>(learning_rate * std::sqrt(1 - std::pow(beta_second, n)) / (1 - std::pow(beta_first, n)));
    const auto fresh = static_cast<float>(1.0 - std::min(longest_memory, (1 + n) / (10 + n)));
    each_part([&](int part) {
        for (std::size_t k = 0; k < parameters_.size(); ++k) {
            auto &p = parameters_[k];
            const auto [begin, end] = part_of(p.numel(), part);
            float *w = p.data_ptr<float>();
            float *a = average_[k].data_ptr<float>();
            if (!p.grad().defined())
                continue;
            float *g = p.grad().data_ptr<float>();
            float *m = first_[k].data_ptr<float>();
            float *v = second_[k].data_ptr<float>();
            for (std::int64_t i = begin; i < end; ++i) {
                const float gradient = g[i] * scale;
                m[i] = beta_first * m[i] + (1 - beta_first) * gradient;
                v[i] = beta_second * v[i] + (1 - beta_second) * gradient * gradient + floor_second;
                w[i] -= rate * m[i] / (std::sqrt(v[i]) + epsilon);
                a[i] += fresh * (w[i] - a[i]);
                g[i] = 0;
            }
        }
    });
}

void Adam::swap_average() {
    torch::NoGradGuard no_gradient;
    for (std::size_t k = 0; k < parameters_.size(); ++k) {
        const torch::Tensor kept = parameters_[k].detach().clone();
        parameters_[k].copy_(average_[k]);
        average_[k].copy_(kept);
    }
}

void Adam::save(torch::serialize::OutputArchive &archive) const {
    archive.write("steps", torch::tensor({steps_}));
    for (std::size_t k = 0; k < parameters_.size(); ++k) {
        const std::string number = std::to_string(k);
        archive.write("parameter" + number, parameters_[k].detach());
        archive.write("first" + number, first_[k]);
        archive.write("second" + number, second_[k]);
        archive.write("average" + number, average_[k]);
    }
}

void Adam::load(torch::serialize::InputArchive &archive) {
    torch::NoGradGuard no_gradient;
    torch::Tensor read;
    archive.read("steps", read);
    steps_ = read[0].item<std::int64_t>();
    for (std::size_t k = 0; k < parameters_.size(); ++k) {
        const std::string number = std::to_string(k);
        for (auto [name, target] : {std::pair{"parameter", &parameters_[k]}, std::pair{"first", &first_[k]},
                                    std::pair{"second", &second_[k]}, std::pair{"average", &average_[k]}}) {
            archive.read(name + number, read);
            target->copy_(read);
        }
    }
}

} // namespace gainsay::training
