// Packs trained weights into the names model's file. See ../README.md.

#include "neural/model_file.h"
#include "neural/quantized_layer.h"
#include "nlp/names/name_features.h"
#include "nlp/names/name_lattice.h"
#include "training/network_packer.h"
#include "training/tensor_archive.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <stdexcept>

namespace gainsay::training {

namespace {

constexpr float state_step = 1.0F / 127.0F;
constexpr std::size_t padded_tags = 32;

class Packer {
  public:
    explicit Packer(const std::filesystem::path &weights) : archive_(TensorArchive::read(weights)) {}

    void pack(const std::filesystem::path &out, const ModelFile &model, const std::string &header) {
        const std::size_t states = columns("map.weight");
        const std::size_t map = rows("map.weight");
        const std::size_t pooled = std::stoul(archive_.lists.at("pooled").front());
        const std::size_t hidden = rows("reader_recurrent_forward");
        std::vector<std::uint32_t> shape = {number(states), number(map), number(pooled), number(hidden)};
        pack_layer("map", "map", std::vector<float>(states, state_step), map);
        // A row is the map, the pooled map, the fields' vectors and the flags.
        std::vector<float> steps(map + pooled, state_step);
        for (std::size_t i = 0; i < NameFeatures::field_count; ++i) {
            const std::string name = "field_" + std::to_string(i) + ".weight";
            const auto &values = tensor(name).values;
            const auto rounded = rounded_by_columns(values, columns(name), 0, values.size(), steps);
            writer_.add_numbers("field." + std::to_string(i), std::span<const std::int8_t>(rounded));
            shape.push_back(number(columns(name)));
        }
        steps.insert(steps.end(), NameFeatures::flag_count, state_step);
        pack_lstm(steps);
        pack_layer("answer", "answer", std::vector<float>(2 * hidden, state_step), padded_tags);
        writer_.add_numbers("transitions", std::span<const float>(tensor("transitions").values));
        writer_.add_numbers("shape", std::span<const std::uint32_t>(shape));
        NameLexicon::Entries entries;
        for (const std::string &line : archive_.lists.at("lexicon")) {
            const std::size_t tab = line.find('\t');
            entries.emplace_back(line.substr(tab + 1),
                                 static_cast<NameLexicon::Kinds>(std::stoul(line.substr(0, tab))));
        }
        NameLexicon(std::move(entries)).write(writer_);
        add_states_of(writer_, model);
        writer_.write(out, header);
    }

    std::string report() const { return archive_.lists.at("report").front(); }

  private:
    static std::uint32_t number(std::size_t value) { return static_cast<std::uint32_t>(value); }
    const NamedTensor &tensor(const std::string &name) const {
        const auto found = archive_.tensors.find(name);
        if (found == archive_.tensors.end()) {
            throw std::runtime_error("the weights have no tensor " + name);
        }
        return found->second;
    }
    std::size_t rows(const std::string &name) const { return static_cast<std::size_t>(tensor(name).shape[0]); }
    std::size_t columns(const std::string &name) const { return static_cast<std::size_t>(tensor(name).shape[1]); }

    /// A linear layer [outputs, inputs] as [inputs, padded], filled up with zeros.
    void pack_layer(const std::string &layer, const std::string &section, const std::vector<float> &steps,
                    std::size_t padded) {
        const NamedTensor &weight = tensor(layer + ".weight");
        const std::size_t outputs = rows(layer + ".weight");
        const std::size_t inputs = columns(layer + ".weight");
        std::vector<float> transposed(inputs * padded, 0.0F);
        for (std::size_t o = 0; o < outputs; ++o) {
            for (std::size_t i = 0; i < inputs; ++i) {
                transposed[i * padded + o] = weight.values[o * inputs + i];
            }
        }
        write_matrix(writer_, section, transposed, steps);
        std::vector<float> bias = tensor(layer + ".bias").values;
        bias.resize(padded, 0.0F);
        writer_.add_numbers(section + ".bias", std::span<const float>(bias));
    }

    void pack_lstm(const std::vector<float> &steps) {
        for (const std::string direction : {"forward", "backward"}) {
            const std::string section = "encoder.0." + direction;
            const std::string layer = "reader_" + direction;
            const NamedTensor &recurrent = tensor("reader_recurrent_" + direction);
            const auto hidden = static_cast<std::size_t>(recurrent.shape[0]);
            const std::size_t outputs = 4 * hidden;
            const std::vector<float> bias = tensor(layer + ".bias").values;
            const std::size_t inputs = columns(layer + ".weight");
            std::vector<float> transposed(inputs * outputs);
            for (std::size_t o = 0; o < outputs; ++o) {
                for (std::size_t i = 0; i < inputs; ++i) {
                    transposed[i * outputs + o] = tensor(layer + ".weight").values[o * inputs + i];
                }
            }
            write_matrix(writer_, section + ".input", transposed, steps);
            write_matrix(writer_, section + ".recurrent", recurrent.values, std::vector<float>(hidden, state_step));
            writer_.add_numbers(section + ".bias", std::span<const float>(bias));
        }
    }

    TensorArchive archive_;
    ModelFileWriter writer_;
};

std::string header_of(const std::string &report) {
    std::string quoted;
    for (const char c : report) {
        quoted += c == '\n' ? std::string("; ") : std::string(1, c);
    }
    return "{\n    \"name\": \"Gainsay names\",\n    \"licence\": \"CC BY-SA 4.0\",\n    \"recipe\": "
           "\"src/training/README.md\",\n    \"data\": [\n"
           "        \"English Worldwide Newswire train (Shan et al. 2023): annotation of names in news, no licence "
           "stated; no text is contained\",\n"
           "        \"names of GUM train without the non-commercial genres (by rule from its entities), CC BY 4.0\",\n"
           "        \"CrossNER politics train, MIT\",\n"
           "        \"states of the language engine's model: see its header\",\n"
           "        \"lists of src/resources/en: see NOTICE\"\n    ],\n"
           "    \"scores of the trainer\": \"" +
           quoted + "\"\n}\n";
}

} // namespace

} // namespace gainsay::training

int main(int argc, char **argv) {
    std::filesystem::path weights;
    std::filesystem::path states;
    std::filesystem::path out;
    CLI::App app{"Packs trained weights into Gainsay's names model."};
    app.add_option("--weights", weights, "best.tensors of train_names")->required();
    app.add_option("--model", states, "english.model whose states it was trained on")->required();
    app.add_option("--out", out, "model file to write")->required();
    CLI11_PARSE(app, argc, argv);
    try {
        gainsay::training::Packer packer(weights);
        packer.pack(out, gainsay::ModelFile::open(states), gainsay::training::header_of(packer.report()));
    } catch (const std::exception &error) {
        std::cerr << "pack_names: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
