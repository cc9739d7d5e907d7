#include "neural/state_map.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "neural/quantized_layer.h"
#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace gainsay;

TEST_CASE("A state map without weights hands the states on") {
    const StateMap map(3);
    std::vector<std::int8_t> result = {7};
    map.apply(std::vector<std::int8_t>{1, -2, 3, 4, 5, -6}, result);
    CHECK(result == std::vector<std::int8_t>{7, 1, -2, 3, 4, 5, -6});
    CHECK(map.inputs() == 3);
    CHECK(map.outputs() == 3);
}

TEST_CASE("A state map is tanh of a linear map, in steps of 1/127") {
    constexpr std::size_t inputs = 40;
    constexpr std::size_t outputs = 16;
    std::mt19937 random(5);
    std::uniform_real_distribution<float> weight(-0.4F, 0.4F);
    std::vector<float> weights(inputs * outputs);
    for (float &w : weights) {
        w = weight(random);
    }
    std::vector<float> bias(outputs);
    for (float &b : bias) {
        b = weight(random);
    }
    const test::TemporaryFile path("state_map.model");
    ModelFileWriter writer;
    write_matrix(writer, "map", weights, std::vector<float>(inputs, 1.0F / 127.0F));
    writer.add_numbers("map.bias", std::span<const float>(bias));
    writer.write(path.path(), "{}");
    const ModelFile file = ModelFile::open(path.path());
    const StateMap map(file, "map", inputs, outputs);

    // More rows than are held at a time, and no multiple of the kernels' step.
    constexpr std::size_t rows = 131;
    std::vector<std::int8_t> states(rows * inputs);
    std::uniform_int_distribution<int> step(-127, 127);
    for (std::int8_t &state : states) {
        state = static_cast<std::int8_t>(step(random));
    }
    std::vector<std::int8_t> result;
    map.apply(states, result);
    REQUIRE(result.size() == rows * outputs);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t o = 0; o < outputs; ++o) {
            float sum = bias[o];
            for (std::size_t i = 0; i < inputs; ++i) {
                sum += weights[i * outputs + o] * static_cast<float>(states[r * inputs + i]) / 127.0F;
            }
            // Weights have 7 bits.
            CHECK(std::abs(static_cast<float>(result[r * outputs + o]) / 127.0F - std::tanh(sum)) < 0.05F);
        }
    }
    CHECK_THROWS_AS(StateMap(file, "map", inputs, outputs + 16), ModelError);
    CHECK_THROWS_AS(StateMap(file, "none", inputs, outputs), ModelError);
}
