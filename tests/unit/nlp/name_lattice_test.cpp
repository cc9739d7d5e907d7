#include "nlp/names/name_lattice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

using namespace gainsay;

namespace {

constexpr std::size_t tags = NameLattice::tag_count;

/// Scores and transitions by chance, always the same.
class Chance {
  public:
    Chance() {
        for (float &transition : transitions) {
            transition = number_(random_);
        }
    }
    std::vector<NameLattice::Scores> scores(std::size_t tokens) {
        std::vector<NameLattice::Scores> result(tokens);
        for (NameLattice::Scores &each : result) {
            for (float &score : each) {
                score = 2 * number_(random_);
            }
        }
        return result;
    }
    std::vector<float> transitions = std::vector<float>(tags * tags);

  private:
    std::mt19937 random_{11};
    std::uniform_real_distribution<float> number_{-1.0F, 1.0F};
};

/// Calls f(tags, score) for every sequence that may be.
template <class F>
void each_sequence(const std::vector<NameLattice::Scores> &scores, const std::vector<float> &transitions, F &&f) {
    std::vector<std::uint8_t> sequence;
    const auto extend = [&](const auto &self, double sum) -> void {
        const std::size_t t = sequence.size();
        if (t == scores.size()) {
            if (sequence.empty() || !NameLattice::opens(sequence.back())) {
                f(sequence, sum);
            }
            return;
        }
        for (std::size_t tag = 0; tag < tags; ++tag) {
            if (sequence.empty() ? NameLattice::continues(tag) : !NameLattice::allowed(sequence.back(), tag)) {
                continue;
            }
            const double step = sequence.empty() ? 0.0 : static_cast<double>(transitions[sequence.back() * tags + tag]);
            sequence.push_back(static_cast<std::uint8_t>(tag));
            self(self, sum + step + static_cast<double>(scores[t][tag]));
            sequence.pop_back();
        }
    };
    extend(extend, 0.0);
}

} // namespace

TEST_CASE("A lattice's tags are whole names one behind the other") {
    using enum NameLattice::Place;
    const std::size_t b = NameLattice::tag(1, begin);
    const std::size_t i = NameLattice::tag(1, inside);
    const std::size_t e = NameLattice::tag(1, end);
    const std::size_t s = NameLattice::tag(1, single);
    CHECK(NameLattice::allowed(b, i));
    CHECK(NameLattice::allowed(b, e));
    CHECK(NameLattice::allowed(i, e));
    CHECK(NameLattice::allowed(e, b));
    CHECK(NameLattice::allowed(s, NameLattice::outside));
    CHECK_FALSE(NameLattice::allowed(b, NameLattice::outside));
    CHECK_FALSE(NameLattice::allowed(b, s));
    CHECK_FALSE(NameLattice::allowed(NameLattice::outside, e));
    CHECK_FALSE(NameLattice::allowed(b, NameLattice::tag(2, end)));
}

TEST_CASE("The best tags are those of the highest sum of all sequences") {
    Chance chance;
    const NameLattice lattice(chance.transitions);
    for (std::size_t tokens = 1; tokens <= 4; ++tokens) {
        const auto scores = chance.scores(tokens);
        std::vector<std::uint8_t> best;
        double highest = -1e9;
        each_sequence(scores, chance.transitions, [&](const auto &sequence, double sum) {
            if (sum > highest) {
                highest = sum;
                best = sequence;
            }
        });
        CHECK(lattice.best(scores) == best);
    }
    CHECK(lattice.best({}).empty());
}

TEST_CASE("A lattice's probabilities are shares of all sequences") {
    Chance chance;
    const NameLattice lattice(chance.transitions);
    const auto scores = chance.scores(3);
    std::vector<NameLattice::Scores> wanted(3);
    std::vector<double> wanted_counts(tags * tags, 0.0);
    double all = 0;
    each_sequence(scores, chance.transitions, [&all](const auto &, double sum) { all += std::exp(sum); });
    each_sequence(scores, chance.transitions, [&](const auto &sequence, double sum) {
        for (std::size_t t = 0; t < sequence.size(); ++t) {
            wanted[t][sequence[t]] += static_cast<float>(std::exp(sum) / all);
            if (t > 0) {
                wanted_counts[sequence[t - 1] * tags + sequence[t]] += std::exp(sum) / all;
            }
        }
    });
    std::vector<double> counts(tags * tags, 0.0);
    double log_sum = 0;
    const auto found = lattice.marginals(scores, {}, counts, 1, &log_sum);
    CHECK(log_sum == Approx(std::log(all)).epsilon(1e-4));
    for (std::size_t t = 0; t < 3; ++t) {
        for (std::size_t tag = 0; tag < tags; ++tag) {
            CHECK(found[t][tag] == Approx(wanted[t][tag]).margin(1e-4));
        }
    }
    for (std::size_t pair = 0; pair < counts.size(); ++pair) {
        CHECK(counts[pair] == Approx(wanted_counts[pair]).margin(1e-4));
    }
}

TEST_CASE("Tags that a token may not have get no probability") {
    Chance chance;
    const NameLattice lattice(chance.transitions);
    const auto scores = chance.scores(2);
    using enum NameLattice::Place;
    // A name of two tokens whose type is one of two.
    const std::vector<std::uint32_t> allowed = {(1U << NameLattice::tag(0, begin)) | (1U << NameLattice::tag(2, begin)),
                                                (1U << NameLattice::tag(0, end)) | (1U << NameLattice::tag(2, end))};
    double some = 0;
    double all = 0;
    REQUIRE(lattice.marginals(scores, {}, {}, 1, &all).size() == 2);
    const auto found = lattice.marginals(scores, allowed, {}, 1, &some);
    CHECK(some < all);
    for (std::size_t t = 0; t < 2; ++t) {
        float sum = 0;
        for (std::size_t tag = 0; tag < tags; ++tag) {
            CHECK((found[t][tag] == 0.0F || ((allowed[t] >> tag) & 1U) != 0));
            sum += found[t][tag];
        }
        CHECK(sum == Approx(1.0F).epsilon(1e-4));
    }
    CHECK(found[0][NameLattice::tag(0, begin)] == Approx(found[1][NameLattice::tag(0, end)]).margin(1e-5));
}

TEST_CASE("A lattice wants a score for each pair of tags") {
    CHECK_THROWS_AS(NameLattice(std::vector<float>(3)), std::invalid_argument);
}
