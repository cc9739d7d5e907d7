#include "neural/window_encoder.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "neural/quantized_layer.h"
#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

constexpr std::size_t token_inputs = 24;
constexpr std::size_t window_inputs = 10;
constexpr std::size_t inputs = token_inputs + window_inputs;
constexpr std::size_t hidden = 16;

void write_layer(const std::filesystem::path &path, std::mt19937 &random) {
    std::uniform_real_distribution<float> weight(-0.3F, 0.3F);
    const auto numbers = [&](std::size_t count) {
        std::vector<float> result(count);
        std::generate(result.begin(), result.end(), [&] { return weight(random); });
        return result;
    };
    ModelFileWriter writer;
    for (const char *direction : {"forward", "backward"}) {
        const std::string section = std::string("w.encoder.0.") + direction;
        write_matrix(writer, section + ".input", numbers(inputs * 4 * hidden),
                     std::vector<float>(inputs, 1.0F / 127.0F));
        write_matrix(writer, section + ".recurrent", numbers(hidden * 4 * hidden),
                     std::vector<float>(hidden, 1.0F / 127.0F));
        writer.add_numbers(section + ".bias", std::span<const float>(numbers(4 * hidden)));
    }
    writer.write(path, "{}");
}

std::vector<std::int8_t> random_rows(std::size_t count, std::mt19937 &random) {
    std::uniform_int_distribution<int> number(-127, 127);
    std::vector<std::int8_t> rows(count);
    std::generate(rows.begin(), rows.end(), [&] { return static_cast<std::int8_t>(number(random)); });
    return rows;
}

} // namespace

TEST_CASE("Windows that share tokens have the states of an encoder that reads each window whole") {
    std::mt19937 random(11);
    const test::TemporaryFile path("window_encoder.model");
    write_layer(path.path(), random);
    const ModelFile file = ModelFile::open(path.path());
    const WindowEncoder windows(file, "w.", token_inputs, window_inputs, hidden);
    const BilstmEncoder whole(file, "w.", inputs, hidden, 1);

    constexpr std::size_t tokens = 21;
    const std::vector<std::int8_t> token_rows = random_rows(tokens * token_inputs, random);
    // First token of each window, longest first; they overlap.
    const std::vector<std::size_t> lengths = {13, 9, 9, 4};
    const std::vector<std::size_t> first = {0, 5, 12, 2};
    BatchLayout layout;
    layout.assign(lengths);
    std::vector<std::int8_t> window_rows(layout.rows() * window_inputs, 0);
    std::vector<std::int8_t> whole_rows(layout.rows() * inputs, 0);
    std::vector<std::size_t> token_of(layout.rows(), 0);
    for (std::size_t w = 0; w < lengths.size(); ++w) {
        for (std::size_t t = 0; t < lengths[w]; ++t) {
            const std::size_t row = layout.row(w, t);
            token_of[row] = first[w] + t;
            const std::vector<std::int8_t> own = random_rows(window_inputs, random);
            std::copy(own.begin(), own.end(), window_rows.begin() + static_cast<std::ptrdiff_t>(row * window_inputs));
            auto to = whole_rows.begin() + static_cast<std::ptrdiff_t>(row * inputs);
            to = std::copy_n(token_rows.begin() + static_cast<std::ptrdiff_t>(token_of[row] * token_inputs),
                             token_inputs, to);
            std::copy(own.begin(), own.end(), to);
        }
    }
    const std::vector<std::int8_t> states = windows.run(windows.token_gates(token_rows), token_of, window_rows, layout);
    BilstmEncoder::Scratch scratch;
    const auto expected = whole.run(whole_rows, layout, scratch);
    REQUIRE(states.size() == expected.size());
    REQUIRE(windows.outputs() == whole.outputs());
    int worst = 0;
    bool has_signal = false;
    for (std::size_t w = 0; w < lengths.size(); ++w) {
        for (std::size_t t = 0; t < lengths[w]; ++t) {
            for (std::size_t i = 0; i < windows.outputs(); ++i) {
                const std::size_t at = layout.row(w, t) * windows.outputs() + i;
                worst = std::max(worst, std::abs(states[at] - expected[at]));
                has_signal = has_signal || std::abs(states[at]) > 20;
            }
        }
    }
    // The sums are added in another order: a state may be rounded to the step beside.
    CHECK(worst <= 1);
    CHECK(has_signal);
}

TEST_CASE("A window encoder says when its layer has other sizes") {
    std::mt19937 random(3);
    const test::TemporaryFile path("window_encoder_sizes.model");
    write_layer(path.path(), random);
    const ModelFile file = ModelFile::open(path.path());
    CHECK_THROWS_AS(WindowEncoder(file, "w.", token_inputs + 1, window_inputs, hidden), ModelError);
    CHECK_THROWS_AS(WindowEncoder(file, "w.", token_inputs, window_inputs, hidden + 16), ModelError);
    CHECK_THROWS_AS(WindowEncoder(file, "none.", token_inputs, window_inputs, hidden), ModelError);
}
