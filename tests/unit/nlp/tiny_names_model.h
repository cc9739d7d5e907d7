#pragma once

#include "neural/model_file.h"
#include "neural/quantized_layer.h"
#include "nlp/names/name_features.h"
#include "nlp/names/name_lattice.h"
#include "nlp/names/name_lexicon.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace gainsay::test {

/// A names network of small size with weights by chance, always the same, in floats and as a file.
struct TinyNamesModel {
    static constexpr std::size_t map = 8, pooled = 4, hidden = 8, field_size = 2, padded_tags = 32;
    static constexpr std::size_t inputs =
        map + pooled + NameFeatures::field_count * field_size + NameFeatures::flag_count;
    static constexpr float step = 1.0F / 127.0F;

    explicit TinyNamesModel(std::size_t states_of_token, std::uint32_t seed = 3)
        : states(states_of_token), random_(seed) {
        map_weights = numbers(states * map, 1.0F);
        map_bias = numbers(map, 0.5F);
        for (std::size_t f = 0; f < NameFeatures::field_count; ++f) {
            std::vector<std::int8_t> table(NameFeatures::field_values()[f] * field_size);
            for (std::int8_t &value : table) {
                value = static_cast<std::int8_t>(std::uniform_int_distribution<int>(-127, 127)(random_));
            }
            fields.push_back(std::move(table));
        }
        for (int direction = 0; direction < 2; ++direction) {
            input_weights.push_back(numbers(inputs * 4 * hidden, 0.4F));
            recurrent_weights.push_back(numbers(hidden * 4 * hidden, 0.4F));
            biases.push_back(numbers(4 * hidden, 0.5F));
        }
        answer_weights = numbers(2 * hidden * padded_tags, 4.0F);
        answer_bias = numbers(padded_tags, 1.0F);
        transitions = numbers(NameLattice::tag_count * NameLattice::tag_count, 0.5F);
    }

    static NameLexicon lexicon() {
        return NameLexicon({{"Geneva", NameLexicon::bit(NameLexicon::Kind::place)},
                            {"Anna", NameLexicon::bit(NameLexicon::Kind::given)}});
    }

    /// Leaves out the section `without`, if any.
    void write(const std::filesystem::path &path, const std::string &without = "") const {
        ModelFileWriter writer;
        const std::vector<float> steps(inputs, step);
        const auto add = [&](const std::string &name, const auto &values) {
            using Value = typename std::decay_t<decltype(values)>::value_type;
            if (name != without) {
                writer.add_numbers(name, std::span<const Value>(values));
            }
        };
        if (without != "map") {
            write_matrix(writer, "map", map_weights, std::vector<float>(states, step));
        }
        add("map.bias", map_bias);
        std::vector<std::uint32_t> shape = {static_cast<std::uint32_t>(states), map, pooled, hidden};
        for (std::size_t f = 0; f < fields.size(); ++f) {
            add("field." + std::to_string(f), fields[f]);
            shape.push_back(field_size);
        }
        for (std::size_t d = 0; d < 2; ++d) {
            const std::string section = std::string("encoder.0.") + (d == 0 ? "forward" : "backward");
            write_matrix(writer, section + ".input", input_weights[d], steps);
            write_matrix(writer, section + ".recurrent", recurrent_weights[d], std::vector<float>(hidden, step));
            add(section + ".bias", biases[d]);
        }
        write_matrix(writer, "answer", answer_weights, std::vector<float>(2 * hidden, step));
        add("answer.bias", answer_bias);
        add("transitions", transitions);
        add("shape", shape);
        if (without != "names.lexicon") {
            lexicon().write(writer);
        }
        writer.write(path, R"({"name":"tiny names"})");
    }

    std::size_t states;
    std::vector<float> map_weights, map_bias; ///< [states, map]
    std::vector<std::vector<std::int8_t>> fields;
    std::vector<std::vector<float>> input_weights, recurrent_weights, biases; ///< forward, backward
    std::vector<float> answer_weights, answer_bias, transitions;

  private:
    std::vector<float> numbers(std::size_t count, float limit) {
        std::uniform_real_distribution<float> number(-limit, limit);
        std::vector<float> result(count);
        for (float &value : result) {
            value = number(random_);
        }
        return result;
    }
    std::mt19937 random_;
};

} // namespace gainsay::test
