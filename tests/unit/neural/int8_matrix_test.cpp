#include "neural/int8_matrix.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace gainsay;

namespace {

struct Sample {
    Sample(std::size_t inputs, std::size_t outputs, std::size_t rows, std::uint32_t seed)
        : weights(inputs * outputs), scales(outputs), input(rows * inputs) {
        std::mt19937 random(seed);
        std::uniform_int_distribution<int> weight(-63, 63);
        std::uniform_int_distribution<int> state(-127, 127);
        for (auto &w : weights) {
            w = static_cast<std::int8_t>(weight(random));
        }
        for (auto &x : input) {
            x = static_cast<std::int8_t>(state(random));
        }
        // Powers of two, so that scaling is exact.
        for (std::size_t n = 0; n < outputs; ++n) {
            scales[n] = 1.0F / static_cast<float>(1U << (n % 9));
        }
    }
    std::vector<std::int8_t> weights;
    std::vector<float> scales;
    std::vector<std::int8_t> input;
};

/// The plain loop that the kernels must agree with.
std::vector<float> plain_product(const Sample &sample, std::size_t inputs, std::size_t rows) {
    const std::size_t outputs = sample.scales.size();
    std::vector<float> result(rows * outputs);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t n = 0; n < outputs; ++n) {
            std::int32_t sum = 0;
            for (std::size_t k = 0; k < inputs; ++k) {
                sum += sample.input[r * inputs + k] * sample.weights[k * outputs + n];
            }
            result[r * outputs + n] = static_cast<float>(sum) * sample.scales[n];
        }
    }
    return result;
}

} // namespace

TEST_CASE("products are those of a plain loop, for every number of rows") {
    constexpr std::size_t most_rows = 200;
    for (const auto &[inputs, outputs] : {std::pair<std::size_t, std::size_t>{1, 1}, {7, 33}, {100, 48}, {203, 17}}) {
        const Sample sample(inputs, outputs, most_rows, 5);
        const std::vector<float> expected = plain_product(sample, inputs, most_rows);
        const Int8Matrix matrix(sample.weights, inputs, sample.scales, Int8Matrix::Output::replaced);
        CHECK(matrix.inputs() == inputs);
        CHECK(matrix.outputs() == outputs);
        for (std::size_t rows = 0; rows <= most_rows; ++rows) {
            INFO(inputs << " inputs, " << outputs << " outputs, " << rows << " rows");
            constexpr float untouched = 12345.0F;
            std::vector<float> output(most_rows * outputs, untouched);
            matrix.multiply(sample.input.data(), rows, output.data());
            std::size_t wrong = 0;
            for (std::size_t i = 0; i < output.size(); ++i) {
                wrong += output[i] == (i < rows * outputs ? expected[i] : untouched) ? 0U : 1U;
            }
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("a product may be added to what is there") {
    constexpr std::size_t inputs = 40;
    constexpr std::size_t outputs = 24;
    constexpr std::size_t most_rows = 200;
    const Sample sample(inputs, outputs, most_rows, 6);
    const std::vector<float> product = plain_product(sample, inputs, most_rows);
    const Int8Matrix matrix(sample.weights, inputs, sample.scales, Int8Matrix::Output::added_to);
    for (std::size_t rows = 1; rows <= most_rows; ++rows) {
        std::vector<float> output(rows * outputs, 0.5F);
        matrix.multiply(sample.input.data(), rows, output.data());
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < output.size(); ++i) {
            wrong += output[i] == product[i] + 0.5F ? 0U : 1U;
        }
        INFO(rows << " rows");
        CHECK(wrong == 0);
    }
}

TEST_CASE("sums of the largest numbers do not overflow") {
    constexpr std::size_t inputs = 1024;
    constexpr std::size_t rows = 3;
    for (const std::int8_t sign : {std::int8_t{1}, std::int8_t{-1}}) {
        const std::vector<std::int8_t> weights(inputs, static_cast<std::int8_t>(sign * 63));
        const std::vector<float> scales = {1.0F};
        const std::vector<std::int8_t> input(rows * inputs, 127);
        std::vector<float> output(rows);
        Int8Matrix(weights, inputs, scales, Int8Matrix::Output::replaced).multiply(input.data(), rows, output.data());
        CHECK(output == std::vector<float>(rows, static_cast<float>(sign * 63 * 127 * 1024)));
    }
}

TEST_CASE("a row's result does not depend on the rows beside it") {
    constexpr std::size_t inputs = 61;
    constexpr std::size_t outputs = 40;
    constexpr std::size_t rows = 120;
    Sample sample(inputs, outputs, rows, 7);
    for (float &scale : sample.scales) {
        scale *= 0.0123F;
    }
    const Int8Matrix matrix(sample.weights, inputs, sample.scales, Int8Matrix::Output::replaced);
    std::vector<float> together(rows * outputs);
    matrix.multiply(sample.input.data(), rows, together.data());
    for (std::size_t begin = 0; begin < rows; ++begin) {
        std::vector<float> alone(outputs);
        matrix.multiply(sample.input.data() + begin * inputs, 1, alone.data());
        CHECK(std::equal(alone.begin(), alone.end(), together.begin() + static_cast<std::ptrdiff_t>(begin * outputs)));
    }
}

TEST_CASE("a matrix copies its weights and can be moved") {
    Sample sample(16, 8, 3, 8);
    const std::vector<float> expected = plain_product(sample, 16, 3);
    Int8Matrix first(sample.weights, 16, sample.scales, Int8Matrix::Output::replaced);
    sample.weights.assign(sample.weights.size(), 0);
    sample.scales.assign(sample.scales.size(), 0.0F);
    const Int8Matrix moved = std::move(first);
    std::vector<float> output(expected.size());
    moved.multiply(sample.input.data(), 3, output.data());
    CHECK(output == expected);
}

TEST_CASE("weights of another size than the matrix are refused") {
    const std::vector<std::int8_t> weights(11);
    const std::vector<float> scales(4);
    CHECK_THROWS_AS(Int8Matrix(weights, 3, scales, Int8Matrix::Output::replaced), std::invalid_argument);
}

TEST_CASE("weights beyond 63 are refused") {
    const std::vector<float> scales = {1.0F};
    for (const std::int8_t weight : {std::int8_t{64}, std::int8_t{-64}, std::int8_t{127}, std::int8_t{-128}}) {
        CHECK_THROWS_AS(Int8Matrix(std::vector<std::int8_t>{weight}, 1, scales, Int8Matrix::Output::replaced),
                        std::invalid_argument);
    }
}
