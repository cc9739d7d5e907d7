#include "neural/bilstm_encoder.h"

#include "neural/model_file.h"
#include "support/temporary_file.h"
#include "tiny_model.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace gainsay;
using gainsay::test::TemporaryFile;
using gainsay::test::TinyModel;

namespace {

constexpr std::size_t hidden = TinyModel::hidden;
constexpr std::size_t inputs = TinyModel::inputs;

using Rows = std::vector<std::vector<std::int8_t>>;

Rows random_sentence(std::size_t length, std::mt19937 &random) {
    std::uniform_int_distribution<int> number(-127, 127);
    Rows rows(length, std::vector<std::int8_t>(inputs));
    for (auto &row : rows) {
        for (auto &x : row) {
            x = static_cast<std::int8_t>(number(random));
        }
    }
    return rows;
}

/// The states of each sentence; sentences longest first.
std::vector<Rows> encode(const BilstmEncoder &encoder, const std::vector<Rows> &sentences) {
    std::vector<std::size_t> lengths;
    lengths.reserve(sentences.size());
    for (const Rows &sentence : sentences) {
        lengths.push_back(sentence.size());
    }
    BatchLayout layout;
    layout.assign(lengths);
    std::vector<std::int8_t> rows(layout.rows() * inputs, 77);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        for (std::size_t t = 0; t < sentences[s].size(); ++t) {
            std::copy(sentences[s][t].begin(), sentences[s][t].end(),
                      rows.begin() + static_cast<std::ptrdiff_t>(layout.row(s, t) * inputs));
        }
    }
    BilstmEncoder::Scratch scratch;
    const std::span<const std::int8_t> states = encoder.run(rows, layout, scratch);
    REQUIRE(states.size() == layout.rows() * encoder.outputs());
    std::vector<Rows> result;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        Rows of_sentence;
        for (std::size_t t = 0; t < sentences[s].size(); ++t) {
            const auto row = states.subspan(layout.row(s, t) * encoder.outputs(), encoder.outputs());
            of_sentence.emplace_back(row.begin(), row.end());
        }
        result.push_back(of_sentence);
    }
    return result;
}

double sigmoid(double x) {
    return 1.0 / (1.0 + std::exp(-x));
}

/// One direction of one layer in plain arithmetic, on states rounded as the encoder rounds them.
void plain_direction(const ModelFile &file, const std::string &name, bool backward, const Rows &input,
                     std::vector<std::vector<double>> &output, std::size_t column) {
    const auto in_weights = file.section_as<std::int8_t>(name + ".input.weights");
    const auto in_scales = file.section_as<float>(name + ".input.scales");
    const auto state_weights = file.section_as<std::int8_t>(name + ".recurrent.weights");
    const auto state_scales = file.section_as<float>(name + ".recurrent.scales");
    const auto bias = file.section_as<float>(name + ".bias");
    std::vector<double> cell(hidden, 0.0);
    std::vector<double> state(hidden, 0.0);
    for (std::size_t step = 0; step < input.size(); ++step) {
        const std::size_t t = backward ? input.size() - 1 - step : step;
        std::vector<double> gates(4 * hidden);
        for (std::size_t g = 0; g < gates.size(); ++g) {
            double from_input = 0;
            for (std::size_t k = 0; k < input[t].size(); ++k) {
                from_input += static_cast<double>(input[t][k]) * in_weights[k * gates.size() + g];
            }
            double from_state = 0;
            for (std::size_t k = 0; k < hidden; ++k) {
                from_state += state[k] * state_weights[k * gates.size() + g];
            }
            gates[g] = from_input * static_cast<double>(in_scales[g]) +
                       from_state * static_cast<double>(state_scales[g]) + static_cast<double>(bias[g]);
        }
        for (std::size_t i = 0; i < hidden; ++i) {
            cell[i] = sigmoid(gates[i]) * std::tanh(gates[2 * hidden + i]) + sigmoid(gates[hidden + i]) * cell[i];
            state[i] = std::round(127.0 * sigmoid(gates[3 * hidden + i]) * std::tanh(cell[i]));
            output[t][column + i] = state[i];
        }
    }
}

} // namespace

TEST_CASE("a batch is laid out by time steps, longest sentence first") {
    BatchLayout layout;
    const std::vector<std::size_t> lengths = {4, 2, 2, 1};
    layout.assign(lengths);
    REQUIRE(layout.steps() == 4);
    CHECK(layout.count(0) == 4);
    CHECK(layout.count(1) == 3);
    CHECK(layout.count(2) == 1);
    CHECK(layout.count(3) == 1);
    std::vector<std::size_t> rows;
    for (std::size_t s = 0; s < lengths.size(); ++s) {
        for (std::size_t t = 0; t < lengths[s]; ++t) {
            CHECK(layout.row(s, t) < layout.rows());
            rows.push_back(layout.row(s, t));
        }
    }
    std::sort(rows.begin(), rows.end());
    CHECK(std::adjacent_find(rows.begin(), rows.end()) == rows.end());
    CHECK(layout.rows() == 9);
    // What was laid out before leaves nothing behind.
    layout.assign(std::vector<std::size_t>{1});
    CHECK(layout.steps() == 1);
    CHECK(layout.rows() == 1);
}

TEST_CASE("states are those of plain arithmetic, and no sentence sees its neighbours") {
    const TemporaryFile path("encoder");
    TinyModel(7).write(path.path());
    const ModelFile file = ModelFile::open(path.path());
    const BilstmEncoder encoder(file, "network.0.", inputs, hidden, TinyModel::layers);
    REQUIRE(encoder.outputs() == 2 * hidden);

    std::mt19937 random(8);
    std::vector<Rows> sentences;
    for (const std::size_t length : {23U, 9U, 9U, 4U, 2U, 1U, 1U, 1U, 1U, 1U}) {
        sentences.push_back(random_sentence(length, random));
    }
    const std::vector<Rows> together = encode(encoder, sentences);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        INFO("sentence " << s);
        CHECK(encode(encoder, {sentences[s]})[0] == together[s]);

        Rows rows = sentences[s];
        for (std::size_t layer = 0; layer < TinyModel::layers; ++layer) {
            std::vector<std::vector<double>> states(rows.size(), std::vector<double>(2 * hidden));
            const std::string name = "network.0.encoder." + std::to_string(layer);
            plain_direction(file, name + ".forward", false, rows, states, 0);
            plain_direction(file, name + ".backward", true, rows, states, hidden);
            rows.assign(rows.size(), std::vector<std::int8_t>(2 * hidden));
            for (std::size_t t = 0; t < rows.size(); ++t) {
                for (std::size_t i = 0; i < 2 * hidden; ++i) {
                    rows[t][i] = static_cast<std::int8_t>(states[t][i]);
                }
            }
        }
        int farthest = 0;
        for (std::size_t t = 0; t < rows.size(); ++t) {
            for (std::size_t i = 0; i < 2 * hidden; ++i) {
                farthest = std::max(farthest, std::abs(rows[t][i] - together[s][t][i]));
            }
        }
        // Where a state lies between two steps, rounding in another order of sums may choose the other one.
        CHECK(farthest <= 1);
    }
}
