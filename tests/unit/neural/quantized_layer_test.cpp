#include "neural/quantized_layer.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;
using gainsay::test::TemporaryFile;

TEST_CASE("a written matrix multiplies as the floats it was made of") {
    constexpr std::size_t inputs = 50;
    constexpr std::size_t outputs = 20;
    constexpr std::size_t rows = 5;
    std::mt19937 random(51);
    std::uniform_real_distribution<float> number(-1.0F, 1.0F);
    std::uniform_int_distribution<int> state(-127, 127);
    std::vector<float> weights(inputs * outputs);
    for (float &w : weights) {
        w = number(random);
    }
    std::vector<float> steps(inputs);
    for (float &step : steps) {
        step = (1.5F + number(random)) / 127.0F;
    }
    std::vector<std::int8_t> input(rows * inputs);
    for (auto &x : input) {
        x = static_cast<std::int8_t>(state(random));
    }
    const TemporaryFile path("matrix");
    ModelFileWriter writer;
    write_matrix(writer, "m", weights, steps);
    writer.write(path.path(), "{}");
    const ModelFile file = ModelFile::open(path.path());
    std::vector<float> output(rows * outputs);
    read_matrix(file, "m", inputs, outputs, Int8Matrix::Output::replaced).multiply(input.data(), rows, output.data());
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t n = 0; n < outputs; ++n) {
            float expected = 0;
            // Half a step of each weight, of which the largest has 63.
            float allowed = 1e-4F;
            for (std::size_t k = 0; k < inputs; ++k) {
                const auto x = static_cast<float>(input[r * inputs + k]);
                expected += weights[k * outputs + n] * steps[k] * x;
                allowed += 2.5F / 127.0F / 63.0F / 2.0F * std::abs(x);
            }
            CHECK(std::abs(output[r * outputs + n] - expected) <= allowed);
        }
    }
    for (const std::int8_t weight : file.section_as<std::int8_t>("m.weights")) {
        CHECK(std::abs(weight) <= 63);
    }
}

TEST_CASE("sections of another size are refused by name") {
    const TemporaryFile path("matrix");
    ModelFileWriter writer;
    write_matrix(writer, "m", std::vector<float>(12, 0.5F), std::vector<float>(3, 1.0F));
    writer.write(path.path(), "{}");
    const ModelFile file = ModelFile::open(path.path());
    CHECK_NOTHROW(read_matrix(file, "m", 3, 4, Int8Matrix::Output::replaced));
    CHECK_THROWS_WITH(read_matrix(file, "m", 4, 4, Int8Matrix::Output::replaced),
                      Contains("m.weights") && Contains("expected 16 weights, found 12"));
    CHECK_THROWS_WITH(read_matrix(file, "m", 4, 3, Int8Matrix::Output::replaced),
                      Contains("m.scales") && Contains("expected 3 numbers, found 4"));
    CHECK_THROWS_WITH(read_matrix(file, "no", 3, 4, Int8Matrix::Output::replaced), Contains("'no.weights'"));
    CHECK_THROWS_WITH(read_floats(file, "m.scales", 5),
                      Contains("m.scales") && Contains("expected 5 numbers, found 4"));
}

TEST_CASE("some columns of a matrix give what they give within it") {
    const TemporaryFile path("matrix");
    constexpr std::size_t inputs = 5;
    constexpr std::size_t outputs = 23;
    std::vector<float> weights(inputs * outputs);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = static_cast<float>(i * 37 % 101) - 50.0F;
    }
    ModelFileWriter writer;
    write_matrix(writer, "m", weights, std::vector<float>(inputs, 1.0F));
    writer.write(path.path(), "{}");
    const ModelFile file = ModelFile::open(path.path());
    const std::vector<std::int8_t> input = {1, -127, 127, 0, 44, -3, 8, 99, -100, 5};
    const std::size_t rows = input.size() / inputs;
    std::vector<float> whole(rows * outputs);
    read_matrix(file, "m", inputs, outputs, Int8Matrix::Output::replaced).multiply(input.data(), rows, whole.data());
    const std::vector<MatrixColumns> columns = {{2, 4}, {4, 4}, {6, 23}};
    const Int8Matrix some = read_matrix_columns(file, "m", inputs, columns, outputs, Int8Matrix::Output::replaced);
    REQUIRE(some.outputs() == 19);
    std::vector<float> part(rows * some.outputs());
    some.multiply(input.data(), rows, part.data());
    for (std::size_t r = 0; r < rows; ++r) {
        std::size_t at = 0;
        for (const MatrixColumns &each : columns) {
            for (std::size_t n = each.first; n < each.end; ++n) {
                CHECK(part[r * some.outputs() + at++] == whole[r * outputs + n]);
            }
        }
    }
    CHECK_THROWS_WITH(read_matrix_columns(file, "m", inputs, columns, outputs + 1, Int8Matrix::Output::replaced),
                      Contains("m.weights"));
}

TEST_CASE("weights that the kernels could not add up exactly are refused by name") {
    for (const std::int8_t weight : {std::int8_t{64}, std::int8_t{-64}, std::int8_t{-128}}) {
        const TemporaryFile path("matrix");
        ModelFileWriter writer;
        writer.add_numbers("m.weights", std::span<const std::int8_t>(std::vector<std::int8_t>{1, weight}));
        writer.add_numbers("m.scales", std::span<const float>(std::vector<float>{1.0F}));
        writer.write(path.path(), "{}");
        const ModelFile file = ModelFile::open(path.path());
        CHECK_THROWS_WITH(read_matrix(file, "m", 2, 1, Int8Matrix::Output::replaced),
                          Contains("m.weights") && Contains("expected weights of -63 to 63"));
    }
}

TEST_CASE("rows are rounded with a scale of their own") {
    const std::vector<float> rows = {1.0F, -2.0F, 0.5F, 0.0F, 0.0F, 0.0F, 1e-3F, 1e-3F, -1e-3F};
    std::vector<std::int8_t> output(9);
    std::vector<float> scales(3);
    quantize_rows(rows.data(), 3, 3, output.data(), scales.data());
    CHECK(output == std::vector<std::int8_t>{64, -127, 32, 0, 0, 0, 127, 127, -127});
    CHECK(scales[0] * 127.0F == Approx(2.0F));
    CHECK(scales[2] * 127.0F == Approx(1e-3F));
    CHECK(std::isfinite(scales[1]));
}
