#include "nlp/analysis/dependency_tree.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

using namespace gainsay;

namespace {

using Heads = std::vector<std::int32_t>;

double total(const std::vector<float> &scores, const Heads &heads) {
    double sum = 0;
    for (std::size_t d = 0; d < heads.size(); ++d) {
        sum += static_cast<double>(scores[d * (heads.size() + 1) + static_cast<std::size_t>(heads[d] + 1)]);
    }
    return sum;
}

/// One word under the root, all others under words, no cycles.
bool is_single_rooted_tree(const Heads &heads) {
    std::size_t roots = 0;
    for (std::size_t d = 0; d < heads.size(); ++d) {
        roots += heads[d] == -1 ? 1U : 0U;
        auto node = static_cast<std::int32_t>(d);
        for (std::size_t steps = 0; node != -1; ++steps) {
            if (steps > heads.size() || node < -1 || node >= static_cast<std::int32_t>(heads.size())) {
                return false;
            }
            node = heads[static_cast<std::size_t>(node)];
        }
    }
    return roots == 1;
}

double best_by_trying_all(const std::vector<float> &scores, std::size_t words) {
    double best = -std::numeric_limits<double>::infinity();
    Heads heads(words, -1);
    for (bool more = true; more;) {
        if (is_single_rooted_tree(heads)) {
            best = std::max(best, total(scores, heads));
        }
        more = false;
        for (std::size_t d = 0; d < words && !more; ++d) {
            more = ++heads[d] < static_cast<std::int32_t>(words);
            if (!more) {
                heads[d] = -1;
            }
        }
    }
    return best;
}

std::vector<float> random_scores(std::size_t words, std::mt19937 &random, float root_bonus) {
    std::normal_distribution<float> number(0.0F, 5.0F);
    std::vector<float> scores(words * (words + 1));
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i] = number(random) + (i % (words + 1) == 0 ? root_bonus : 0.0F);
    }
    return scores;
}

} // namespace

TEST_CASE("no tree of up to five words is better") {
    std::mt19937 random(11);
    for (std::size_t words = 1; words <= 5; ++words) {
        // With a high bonus every word would like to be the root, with a low one none.
        for (const float root_bonus : {-10.0F, 0.0F, 5.0F, 20.0F}) {
            for (int trial = 0; trial < (words < 5 ? 200 : 40); ++trial) {
                const std::vector<float> scores = random_scores(words, random, root_bonus);
                const Heads heads = best_dependency_tree(scores, words);
                INFO(words << " words, root bonus " << root_bonus << ", trial " << trial);
                REQUIRE(heads.size() == words);
                REQUIRE(is_single_rooted_tree(heads));
                REQUIRE(total(scores, heads) == Approx(best_by_trying_all(scores, words)).margin(1e-3));
            }
        }
    }
}

TEST_CASE("big trees are trees that no move of one word makes better") {
    std::mt19937 random(12);
    for (const std::size_t words : {20U, 60U, 150U}) {
        for (const float root_bonus : {-5.0F, 10.0F}) {
            const std::vector<float> scores = random_scores(words, random, root_bonus);
            const Heads heads = best_dependency_tree(scores, words);
            REQUIRE(is_single_rooted_tree(heads));
            const double score = total(scores, heads);
            std::size_t better = 0;
            for (std::size_t d = 0; d < words && words <= 60; ++d) {
                Heads other = heads;
                for (std::int32_t head = -1; head < static_cast<std::int32_t>(words); ++head) {
                    other[d] = head;
                    better += is_single_rooted_tree(other) && total(scores, other) > score + 1e-3 ? 1U : 0U;
                }
            }
            CHECK(better == 0);
        }
    }
}

TEST_CASE("the known tree comes back when its arcs score highest") {
    const Heads known = {1, -1, 4, 4, 1, 7, 7, 4};
    std::vector<float> scores(known.size() * (known.size() + 1), -1.0F);
    for (std::size_t d = 0; d < known.size(); ++d) {
        scores[d * (known.size() + 1) + static_cast<std::size_t>(known[d] + 1)] = 3.0F;
    }
    CHECK(best_dependency_tree(scores, known.size()) == known);
}

TEST_CASE("equal and extreme scores still give a tree, always the same") {
    constexpr std::size_t words = 40;
    for (const float score : {0.0F, 1e6F, -1e6F}) {
        const std::vector<float> scores(words * (words + 1), score);
        const Heads heads = best_dependency_tree(scores, words);
        CHECK(is_single_rooted_tree(heads));
        CHECK(best_dependency_tree(scores, words) == heads);
    }
}

TEST_CASE("the smallest sentences") {
    CHECK(best_dependency_tree({}, 0).empty());
    const std::vector<float> one = {-3.0F, 9.0F};
    CHECK(best_dependency_tree(one, 1) == Heads{-1});
}

TEST_CASE("a sentence of nested cycles is no trouble") {
    // Each pair of neighbours prefers itself, each pair of pairs, and so on.
    constexpr std::size_t words = 256;
    std::vector<float> scores(words * (words + 1));
    for (std::size_t d = 0; d < words; ++d) {
        for (std::size_t h = 0; h < words; ++h) {
            std::size_t level = 0;
            while ((d >> level) != (h >> level)) {
                ++level;
            }
            scores[d * (words + 1) + h + 1] = -static_cast<float>(level);
        }
        scores[d * (words + 1)] = -20.0F;
    }
    CHECK(is_single_rooted_tree(best_dependency_tree(scores, words)));
}
