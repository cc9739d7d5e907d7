#include "nlp/names/name_lattice.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace gainsay {

namespace {

constexpr float never = -1e9F;
constexpr float smallest = 1e-30F;

} // namespace

NameLattice::NameLattice(std::span<const float> transitions) {
    if (transitions.size() != tag_count * tag_count) {
        throw std::invalid_argument("a lattice of names needs " + std::to_string(tag_count * tag_count) +
                                    " transitions");
    }
    for (std::size_t from = 0; from < tag_count; ++from) {
        for (std::size_t to = 0; to < tag_count; ++to) {
            const float score = transitions[from * tag_count + to];
            transitions_[from][to] = allowed(from, to) ? score : never;
            factors_[from][to] = allowed(from, to) ? std::exp(score) : 0.0F;
        }
    }
}

std::vector<std::uint8_t> NameLattice::best(std::span<const Scores> scores) const {
    std::vector<std::uint8_t> tags(scores.size());
    if (scores.empty()) {
        return tags;
    }
    std::vector<std::array<std::uint8_t, tag_count>> from(scores.size());
    Scores sums = scores[0];
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
        sums[tag] = continues(tag) ? never : sums[tag];
    }
    for (std::size_t t = 1; t < scores.size(); ++t) {
        Scores next;
        next.fill(2 * never);
        for (std::size_t previous = 0; previous < tag_count; ++previous) {
            for (std::size_t tag = 0; tag < tag_count; ++tag) {
                const float sum = sums[previous] + transitions_[previous][tag];
                const bool better = sum > next[tag];
                next[tag] = better ? sum : next[tag];
                from[t][tag] = better ? static_cast<std::uint8_t>(previous) : from[t][tag];
            }
        }
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
            sums[tag] = next[tag] + scores[t][tag];
        }
    }
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
        sums[tag] = opens(tag) ? sums[tag] + never : sums[tag];
    }
    tags.back() = static_cast<std::uint8_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    for (std::size_t t = scores.size(); t-- > 1;) {
        tags[t - 1] = from[t][tags[t]];
    }
    return tags;
}

std::vector<NameLattice::Scores> NameLattice::marginals(std::span<const Scores> scores,
                                                        std::span<const std::uint32_t> allowed_tags,
                                                        std::span<double> counts, double share, double *log_sum) const {
    const std::size_t n = scores.size();
    std::vector<Scores> factor(n);
    std::vector<Scores> forward(n);
    double logarithm = 0;
    for (std::size_t t = 0; t < n; ++t) {
        const float largest = *std::max_element(scores[t].begin(), scores[t].end());
        logarithm += static_cast<double>(largest);
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
            const bool may = (allowed_tags.empty() || ((allowed_tags[t] >> tag) & 1U) != 0) &&
                             (t > 0 || !continues(tag)) && (t + 1 < n || !opens(tag));
            factor[t][tag] = may ? std::max(smallest, std::exp(scores[t][tag] - largest)) : 0.0F;
        }
        Scores sums{};
        if (t == 0) {
            sums.fill(1.0F);
        } else {
            for (std::size_t previous = 0; previous < tag_count; ++previous) {
                const float before = forward[t - 1][previous];
                for (std::size_t tag = 0; tag < tag_count; ++tag) {
                    sums[tag] += before * factors_[previous][tag];
                }
            }
        }
        float total = 0;
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
            forward[t][tag] = sums[tag] * factor[t][tag];
            total += forward[t][tag];
        }
        total = std::max(total, smallest);
        logarithm += std::log(static_cast<double>(total));
        for (float &value : forward[t]) {
            value /= total;
        }
    }
    if (log_sum != nullptr) {
        *log_sum = logarithm;
    }
    std::vector<Scores> result(n);
    Scores backward;
    backward.fill(1.0F);
    for (std::size_t t = n; t-- > 0;) {
        float total = 0;
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
            result[t][tag] = forward[t][tag] * backward[tag];
            total += result[t][tag];
        }
        total = std::max(total, smallest);
        for (float &value : result[t]) {
            value /= total;
        }
        if (t == 0) {
            break;
        }
        Scores ahead;
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
            ahead[tag] = factor[t][tag] * backward[tag];
        }
        Scores before{};
        float largest = smallest;
        double pairs = 0;
        for (std::size_t previous = 0; previous < tag_count; ++previous) {
            float sum = 0;
            for (std::size_t tag = 0; tag < tag_count; ++tag) {
                sum += factors_[previous][tag] * ahead[tag];
            }
            before[previous] = sum;
            largest = std::max(largest, sum);
            pairs += static_cast<double>(forward[t - 1][previous] * sum);
        }
        if (!counts.empty()) {
            for (std::size_t previous = 0; previous < tag_count; ++previous) {
                const double weight = share * static_cast<double>(forward[t - 1][previous]) / std::max(pairs, 1e-30);
                for (std::size_t tag = 0; tag < tag_count; ++tag) {
                    counts[previous * tag_count + tag] +=
                        weight * static_cast<double>(factors_[previous][tag] * ahead[tag]);
                }
            }
        }
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
            backward[tag] = before[tag] / largest;
        }
    }
    return result;
}

} // namespace gainsay
