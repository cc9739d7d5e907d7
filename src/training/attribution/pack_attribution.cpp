// Packs trained weights into the attribution model's file. See ../README.md.

#include "extract/attribution/attribution_features.h"
#include "neural/label_list.h"
#include "neural/model_file.h"
#include "neural/quantized_layer.h"
#include "training/network_packer.h"
#include "training/tensor_archive.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <stdexcept>

namespace gainsay::training {

namespace {

constexpr float state_step = 1.0F / 127.0F;
constexpr std::size_t padded_classes = 16;

class Packer {
  public:
    explicit Packer(const std::filesystem::path &weights) : archive_(TensorArchive::read(weights)) {}

    /// The weights read as the news articles are annotated; `share` of 1 leaves them so, 0 makes it PolNeAR's way.
    void mix_annotations(float share) {
        std::vector<float> &bias = archive_.tensors.at("map.bias").values;
        const std::vector<float> &style = tensor("style").values;
        for (std::size_t i = 0; i < bias.size(); ++i) {
            bias[i] += (1 - share) * (style[i] - style[bias.size() + i]);
        }
    }

    void pack(const std::filesystem::path &out, const ModelFile &model, float least_cue, const std::string &header) {
        write_labels(writer_, "labels.lemmas", archive_.lists.at("lemmas"));
        write_labels(writer_, "labels.relations", archive_.lists.at("relations"));
        write_labels(writer_, "labels.stances", archive_.lists.at("stances"));
        const std::size_t states = columns("map.weight");
        const std::size_t reader = rows("reader_recurrent_forward");
        std::vector<std::uint32_t> shape = {number(states), number(rows("map.weight")), number(reader),
                                            number(rows("summary.weight")), number(rows("finder_recurrent_forward"))};
        pack_layer("map", "map", std::vector<float>(states, state_step), 1);
        std::vector<float> steps(rows("map.weight"), state_step);
        pack_tables("token", token_field_count, steps, shape);
        pack_lstm("reader", steps);
        const std::vector<float> reading(2 * reader, state_step);
        pack_layer("cue", "cues", reading, padded_classes);
        pack_layer("summary", "summary", reading, 1);
        steps = reading;
        steps.insert(steps.end(), rows("summary.weight"), state_step);
        pack_tables("cue", cue_field_count, steps, shape);
        pack_lstm("finder", steps);
        pack_layer("answer", "answer", std::vector<float>(2 * rows("finder_recurrent_forward"), state_step),
                   padded_classes);
        writer_.add_numbers("least_cue", std::span<const float>(&least_cue, 1));
        writer_.add_numbers("shape", std::span<const std::uint32_t>(shape));
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

    /// A linear layer [outputs, inputs] as [inputs, outputs], outputs padded with zeros to a multiple of `multiple`.
    void pack_layer(const std::string &layer, const std::string &section, const std::vector<float> &steps,
                    std::size_t multiple) {
        const NamedTensor &weight = tensor(layer + ".weight");
        const std::size_t outputs = rows(layer + ".weight");
        const std::size_t inputs = columns(layer + ".weight");
        const std::size_t padded = (outputs + multiple - 1) / multiple * multiple;
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

    void pack_tables(const std::string &prefix, std::size_t count, std::vector<float> &steps,
                     std::vector<std::uint32_t> &shape) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::string name = prefix + "_" + std::to_string(i) + ".weight";
            const auto &values = tensor(name).values;
            const auto rounded = rounded_by_columns(values, columns(name), 0, values.size(), steps);
            writer_.add_numbers(prefix + "." + std::to_string(i), std::span<const std::int8_t>(rounded));
            shape.push_back(number(columns(name)));
        }
    }

    void pack_lstm(const std::string &name, const std::vector<float> &steps) {
        for (const std::string direction : {"forward", "backward"}) {
            const std::string section = name + ".encoder.0." + direction;
            const std::string layer = name + "_" + direction;
            pack_layer(layer, section + ".input", steps, 1);
            const NamedTensor &recurrent = tensor(name + "_recurrent_" + direction);
            write_matrix(writer_, section + ".recurrent", recurrent.values,
                         std::vector<float>(static_cast<std::size_t>(recurrent.shape[0]), state_step));
            writer_.add_numbers(section + ".bias", std::span<const float>(tensor(layer + ".bias").values));
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
    return "{\n    \"name\": \"Gainsay attributions\",\n    \"licence\": \"CC BY-SA 4.0\",\n    \"recipe\": "
           "\"src/training/README.md\",\n    \"data\": [\"PolNeAR 1.0.0 train: annotation of attributions in political "
           "news; no text is contained\",\n             \"attributions in news articles, marked by readers for this "
           "project (news_attributions.tsv.xz); no text is contained\",\n             \"states of the language "
           "engine's model: see its header\"],\n  "
           "  "
           "\"scores of the trainer\": \"" +
           quoted + "\"\n}\n";
}

} // namespace

} // namespace gainsay::training

int main(int argc, char **argv) {
    std::filesystem::path weights;
    std::filesystem::path states;
    std::filesystem::path out;
    float least_cue = 0.4F;
    float news_share = 1;
    CLI::App app{"Packs trained weights into Gainsay's attribution model."};
    app.add_option("--weights", weights, "best.tensors of train_attribution")->required();
    app.add_option("--model", states, "english.model whose states it was trained on")->required();
    app.add_option("--out", out, "model file to write")->required();
    app.add_option("--least-cue", least_cue, "cues of a lower probability are none");
    app.add_option("--news-share", news_share, "1 reads as the news articles are annotated, 0 as PolNeAR");
    CLI11_PARSE(app, argc, argv);
    try {
        gainsay::training::Packer packer(weights);
        packer.mix_annotations(news_share);
        packer.pack(out, gainsay::ModelFile::open(states), least_cue, gainsay::training::header_of(packer.report()));
    } catch (const std::exception &error) {
        std::cerr << "pack_attribution: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
