#include "neural/lstm_cell.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace gainsay;

namespace {

double sigmoid(double x) {
    return 1.0 / (1.0 + std::exp(-x));
}

struct Outcome {
    double worst_state = 0;
    double worst_cell = 0;
};

/// Runs one step on random gates up to `limit` and compares with the standard library.
Outcome compare(std::size_t rows, std::size_t hidden, float limit, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> number(-limit, limit);
    std::vector<float> gates(rows * 4 * hidden);
    std::vector<float> bias(4 * hidden);
    std::vector<float> cell(rows * hidden);
    for (auto *numbers : {&gates, &bias}) {
        for (float &x : *numbers) {
            x = number(random);
        }
    }
    // Each step adds at most 1 to a cell.
    std::uniform_real_distribution<float> cell_number(-std::min(limit, 500.0F), std::min(limit, 500.0F));
    for (float &x : cell) {
        x = cell_number(random);
    }
    const std::vector<float> sums = gates;
    const std::vector<float> before = cell;
    std::vector<std::int8_t> state(rows * hidden);
    const std::size_t stride = 2 * hidden + 3;
    constexpr std::int8_t untouched = 99;
    std::vector<std::int8_t> output(rows * stride, untouched);
    lstm_cell(gates.data(), bias.data(), rows, hidden, cell.data(), state.data(), output.data(), stride);

    Outcome outcome;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto gate = [&](std::size_t number_of_gate, std::size_t i) {
            const std::size_t at = number_of_gate * hidden + i;
            return static_cast<double>(sums[r * 4 * hidden + at] + bias[at]);
        };
        for (std::size_t i = 0; i < hidden; ++i) {
            const double next = sigmoid(gate(0, i)) * std::tanh(gate(2, i)) +
                                sigmoid(gate(1, i)) * static_cast<double>(before[r * hidden + i]);
            const double expected = sigmoid(gate(3, i)) * std::tanh(next);
            const std::int8_t got = state[r * hidden + i];
            outcome.worst_cell =
                std::max(outcome.worst_cell,
                         std::abs(next - static_cast<double>(cell[r * hidden + i])) / std::max(1.0, std::abs(next)));
            outcome.worst_state = std::max(outcome.worst_state, std::abs(expected * 127.0 - got));
            REQUIRE(output[r * stride + i] == got);
        }
        for (std::size_t i = hidden; i < stride; ++i) {
            REQUIRE(output[r * stride + i] == untouched);
        }
    }
    return outcome;
}

} // namespace

TEST_CASE("a cell agrees with the standard library") {
    // Sizes around those of vector registers.
    for (const std::size_t hidden : {1U, 5U, 8U, 15U, 16U, 17U, 31U, 64U, 200U}) {
        for (const float limit : {0.1F, 2.0F, 20.0F}) {
            INFO("hidden " << hidden << ", numbers up to " << limit);
            const Outcome outcome = compare(9, hidden, limit, static_cast<std::uint32_t>(hidden));
            // The state is rounded to steps of 1/127.
            CHECK(outcome.worst_state < 0.51);
            CHECK(outcome.worst_cell < 1e-5);
        }
    }
}

TEST_CASE("numbers far outside the curves saturate") {
    for (const float limit : {1e3F, 1e6F, 1e30F}) {
        const Outcome outcome = compare(4, 32, limit, 3);
        CHECK(outcome.worst_state < 0.51);
    }
}

TEST_CASE("no rows are no work") {
    std::int8_t state = 5;
    float number = 7;
    lstm_cell(&number, &number, 0, 1, &number, &state, &state, 1);
    CHECK(state == 5);
    CHECK(number == 7.0F);
}

TEST_CASE("the cells of all instruction sets of this machine give the same bits") {
    std::mt19937 random(17);
    for (const std::size_t hidden : {1U, 7U, 16U, 33U, 200U}) {
        constexpr std::size_t rows = 5;
        std::uniform_real_distribution<float> number(-6.0F, 6.0F);
        const auto numbers = [&](std::size_t count) {
            std::vector<float> result(count);
            std::generate(result.begin(), result.end(), [&] { return number(random); });
            return result;
        };
        const std::vector<float> gates = numbers(rows * 4 * hidden);
        const std::vector<float> bias = numbers(4 * hidden);
        const std::vector<float> cell = numbers(rows * hidden);
        std::vector<float> first_cell;
        std::vector<std::int8_t> first_state;
        for (const InstructionSet set : supported_instruction_sets()) {
            std::vector<float> used = gates;
            std::vector<float> next = cell;
            std::vector<std::int8_t> state(rows * hidden);
            std::vector<std::int8_t> output(rows * hidden);
            lstm_cell(set, used.data(), bias.data(), rows, hidden, next.data(), state.data(), output.data(), hidden);
            if (set == InstructionSet::plain) {
                first_cell = next;
                first_state = state;
            }
            INFO(name_of(set) << ", hidden " << hidden);
            CHECK(next == first_cell);
            CHECK(state == first_state);
            CHECK(output == first_state);
        }
    }
}

TEST_CASE("the same numbers give the same bytes wherever they stand in a row") {
    constexpr std::size_t hidden = 67;
    std::vector<float> gates(4 * hidden);
    std::vector<float> bias(4 * hidden, 0.0F);
    std::vector<float> cell(hidden, 0.37F);
    for (std::size_t g = 0; g < 4; ++g) {
        std::fill_n(gates.begin() + static_cast<std::ptrdiff_t>(g * hidden), hidden,
                    0.71F - 0.2F * static_cast<float>(g));
    }
    std::vector<std::int8_t> state(hidden);
    std::vector<std::int8_t> output(hidden);
    lstm_cell(gates.data(), bias.data(), 1, hidden, cell.data(), state.data(), output.data(), hidden);
    CHECK(state == std::vector<std::int8_t>(hidden, state.front()));
    CHECK(cell == std::vector<float>(hidden, cell.front()));
}
