// Turns the trainer's weights and the tokenizer's tables into the one model file that the program maps.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <set>
#include <sstream>

#include "nlp/label_list.h"
#include "nlp/lexical_features.h"
#include "nlp/model_file.h"
#include "nlp/quantized_layer.h"
#include "nlp/word_table.h"
#include "training/corpus.h"
#include "training/tensor_archive.h"

namespace gainsay::training {
namespace {

struct Options {
    std::filesystem::path weights, tokenizer, embeddings, resources, out;
    std::size_t words = 125000;
    float silver_names = 0.5F;
};

constexpr float state_step = 1.0F / 127.0F;

float from_half(std::uint16_t bits) {
    const std::uint32_t sign = (bits & 0x8000U) << 16U;
    const std::uint32_t exponent = (bits >> 10U) & 0x1FU;
    const std::uint32_t mantissa = bits & 0x3FFU;
    if (exponent == 0)
        return (sign != 0 ? -1.0F : 1.0F) * std::ldexp(static_cast<float>(mantissa), -24);
    return std::bit_cast<float>(sign | ((exponent + 112U) << 23U) | (mantissa << 13U));
}

class Packer {
  public:
    Packer(const Options &options, const TensorArchive &archive) : options_(options), archive_(archive) {}

    void pack() {
        pack_embedding();
        pack_encoder();
        pack_heads();
        pack_parser();
        for (const char *list : {"upos", "xpos", "feats", "lemmas", "names", "silver_names", "relations"})
            write_labels(writer_, std::string("labels.") + list, labels(list));
        const std::string blob = read_corpus_file(options_.tokenizer);
        writer_.add("tokenizer", std::as_bytes(std::span(blob)));
        pack_places();
        const std::vector<float> weight = {options_.silver_names};
        writer_.add_numbers("names.weight", std::span<const float>(weight));
        const std::vector<std::uint32_t> shape = {vector_size,
                                                  n(tensor("own_words.weight").shape[1]),
                                                  own_words_,
                                                  n(tensor("affixes.weight").shape[1]),
                                                  n(tensor("shapes.weight").shape[1]),
                                                  n(tensor("glue.weight").shape[1]),
                                                  n(hidden()),
                                                  n(layers_),
                                                  n(arc()),
                                                  n(relation())};
        writer_.add_numbers("shape", std::span<const std::uint32_t>(shape));
        writer_.write(options_.out, header());
    }

  private:
    static constexpr std::uint32_t vector_size = 100;

    template <typename T>
    static std::uint32_t n(T value) {
        return static_cast<std::uint32_t>(value);
    }
    [[nodiscard]] const NamedTensor &tensor(const std::string &name) const {
        const auto found = archive_.tensors.find(name);
        if (found == archive_.tensors.end())
            throw std::runtime_error("the weights have no tensor " + name);
        return found->second;
    }
    [[nodiscard]] const std::vector<std::string> &labels(const std::string &name) const {
        return archive_.lists.at(name);
    }
    [[nodiscard]] std::size_t size(const std::string &name, std::size_t axis) const {
        return static_cast<std::size_t>(tensor(name).shape[axis]);
    }
    [[nodiscard]] std::size_t hidden() const { return size("recurrent_forward_0", 0); }
    [[nodiscard]] std::size_t arc() const { return size("parser.arc_dependent.weight", 0); }
    [[nodiscard]] std::size_t relation() const { return size("parser.relation_dependent.weight", 0); }

    /// [outputs, inputs] -> [inputs, outputs]
    static std::vector<float> transposed(const NamedTensor &t) {
        const auto rows = static_cast<std::size_t>(t.shape[0]);
        const auto columns = static_cast<std::size_t>(t.shape[1]);
        std::vector<float> out(t.values.size());
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c)
                out[c * rows + r] = t.values[r * columns + c];
        return out;
    }

    void add_bytes(const std::string &name, const std::vector<std::int8_t> &bytes) {
        writer_.add_numbers(name, std::span<const std::int8_t>(bytes));
    }

    /// Rounds a table by columns, appending each column's step to the steps of the encoder's input. Values beyond
    /// `widest` standard deviations are cut: a few of the word vectors would cost all others their precision.
    std::vector<std::int8_t> rounded(const std::vector<float> &table, std::size_t columns, std::size_t begin,
                                     std::size_t end) {
        constexpr double widest = 6.0;
        std::vector<std::int8_t> out(end - begin);
        const std::size_t rows = (end - begin) / columns;
        std::vector<float> steps(columns);
        for (std::size_t c = 0; c < columns; ++c) {
            double squares = 0;
            float largest = 1e-9F;
            for (std::size_t r = 0; r < rows; ++r) {
                const float x = table[begin + r * columns + c];
                largest = std::max(largest, std::abs(x));
                squares += static_cast<double>(x) * static_cast<double>(x);
            }
            const auto cut = static_cast<float>(widest * std::sqrt(squares / static_cast<double>(rows)));
            steps[c] = std::max(std::min(largest, cut), 1e-9F) / 127.0F;
        }
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] =
                static_cast<std::int8_t>(std::clamp(std::lround(table[begin + i] / steps[i % columns]), -127L, 127L));
        input_steps_.insert(input_steps_.end(), steps.begin(), steps.end());
        return out;
    }

    /// States, their capitals and parts, and cities, one a line.
    void pack_places() {
        std::set<std::string> places;
        std::istringstream names(read_corpus_file(options_.resources / "geopolitical_names.txt"));
        for (std::string line; std::getline(names, line);)
            if (!line.empty() && line[0] != '#')
                places.insert(line);
        std::istringstream states(read_corpus_file(options_.resources / "countries.tsv"));
        for (std::string line; std::getline(states, line);) {
            if (line.empty() || line[0] == '#')
                continue;
            std::istringstream columns(line);
            std::string column;
            for (int number = 0; std::getline(columns, column, '\t'); ++number) {
                // Name, aliases and capitals; adjectives, demonyms and seats of government are no places.
                std::istringstream items(number == 1 || number == 2 || number == 5 ? column : "");
                for (std::string item; std::getline(items, item, ';');)
                    places.insert(item);
            }
        }
        std::string text;
        for (const auto &place : places)
            text += place + "\n";
        writer_.add("names.places", std::as_bytes(std::span(text)));
    }

    void pack_embedding() {
        std::istringstream lines(read_corpus_file(options_.embeddings / "glove6b-100d-150k.words.txt"));
        std::vector<std::string> words;
        for (std::string line; words.size() < options_.words && std::getline(lines, line);)
            words.push_back(line);
        WordTable::write(writer_, words);
        const std::string halves = read_corpus_file(options_.embeddings / "glove6b-100d-150k.f16le");
        std::vector<float> vectors((words.size() + 1) * vector_size, 0.0F);
        for (std::size_t i = 0; i < words.size() * vector_size; ++i) {
            std::uint16_t bits = 0;
            std::memcpy(&bits, halves.data() + 2 * i, 2);
            vectors[vector_size + i] = from_half(bits);
        }
        add_bytes("embedding.vectors", rounded(vectors, vector_size, 0, vectors.size()));

        // Only the words that training showed have a vector of their own; row 0 is the unknown word's, row 1 is zero.
        const NamedTensor &own = tensor("own_words.weight");
        const std::size_t width = size("own_words.weight", 1);
        own_words_ = n(own.shape[0]);
        std::vector<float> kept(own.values.begin(), own.values.begin() + static_cast<std::ptrdiff_t>(width));
        kept.resize(2 * width, 0.0F);
        std::vector<std::uint16_t> rows(own_words_, 1);
        rows[0] = 0;
        for (std::size_t word = 1; word < own_words_; ++word) {
            const auto begin = own.values.begin() + static_cast<std::ptrdiff_t>(word * width);
            const auto end = begin + static_cast<std::ptrdiff_t>(width);
            if (std::all_of(begin, end, [](float x) { return x == 0.0F; }))
                continue;
            rows[word] = static_cast<std::uint16_t>(kept.size() / width);
            kept.insert(kept.end(), begin, end);
        }
        if (kept.size() / width > 65535)
            throw std::runtime_error("more words with a vector of their own than 16 bits can number");
        std::cerr << kept.size() / width << " words with a vector of their own\n";
        add_bytes("embedding.own_words", rounded(kept, width, 0, kept.size()));
        writer_.add_numbers("embedding.own_rows", std::span<const std::uint16_t>(rows));

        const NamedTensor &affixes = tensor("affixes.weight");
        const std::size_t affix = size("affixes.weight", 1);
        std::vector<std::int8_t> all;
        for (std::size_t slot = 0; slot < LexicalFeatures::affix_count; ++slot) {
            const std::size_t step = LexicalFeatures::affix_buckets * affix;
            const auto part = rounded(affixes.values, affix, slot * step, (slot + 1) * step);
            all.insert(all.end(), part.begin(), part.end());
        }
        add_bytes("embedding.affixes", all);
        for (const auto &[name, section] :
             {std::pair{"shapes", "shapes"}, {"glue", "glue"}, {"sentence_case", "case"}}) {
            const std::string full = std::string(name) + ".weight";
            const auto &values = tensor(full).values;
            add_bytes(std::string("embedding.") + section, rounded(values, size(full, 1), 0, values.size()));
        }
    }

    void pack_encoder() {
        for (layers_ = 0; archive_.tensors.contains("recurrent_forward_" + std::to_string(layers_)); ++layers_) {
            const std::vector<float> state_steps(hidden(), state_step);
            const std::vector<float> both_steps(2 * hidden(), state_step);
            for (const std::string direction : {"forward", "backward"}) {
                const std::string number = std::to_string(layers_);
                const std::string section = "encoder." + number + "." + direction;
                const std::string input = "input_" + direction + "_" + number;
                write_matrix(writer_, section + ".input", transposed(tensor(input + ".weight")),
                             layers_ == 0 ? std::span<const float>(input_steps_) : std::span<const float>(both_steps));
                write_matrix(writer_, section + ".recurrent", tensor("recurrent_" + direction + "_" + number).values,
                             state_steps);
                writer_.add_numbers(section + ".bias", std::span<const float>(tensor(input + ".bias").values));
            }
        }
    }

    void pack_heads() {
        const std::size_t inputs = 2 * hidden();
        const std::vector<std::string> parts = {"upos",
                                                "xpos",
                                                "feats",
                                                "lemmas",
                                                "names",
                                                "silver_names",
                                                "parser.arc_dependent",
                                                "parser.arc_head",
                                                "parser.relation_dependent",
                                                "parser.relation_head"};
        std::size_t outputs = 0;
        for (const auto &part : parts)
            outputs += size(part + ".bias", 0);
        constexpr std::size_t step = 16;
        const std::size_t padded = (outputs + step - 1) / step * step;
        std::vector<float> weights(inputs * padded, 0.0F);
        std::vector<float> bias(padded, 0.0F);
        std::size_t at = 0;
        for (const auto &part : parts) {
            const auto &w = tensor(part + ".weight").values;
            const auto &b = tensor(part + ".bias").values;
            for (std::size_t o = 0; o < b.size(); ++o) {
                bias[at + o] = b[o];
                for (std::size_t i = 0; i < inputs; ++i)
                    weights[i * padded + at + o] = w[o * inputs + i];
            }
            at += b.size();
        }
        write_matrix(writer_, "heads", weights, std::vector<float>(inputs, state_step));
        writer_.add_numbers("heads.bias", std::span<const float>(bias));
    }

    /// What a projection makes of the artificial root.
    std::vector<float> projected_root(const std::string &layer) const {
        const auto &root = tensor("parser.root").values;
        const auto &w = tensor("parser." + layer + ".weight").values;
        std::vector<float> out = tensor("parser." + layer + ".bias").values;
        for (std::size_t o = 0; o < out.size(); ++o) {
            for (std::size_t i = 0; i < root.size(); ++i)
                out[o] += w[o * root.size() + i] * root[i];
            out[o] = out[o] > 0 ? out[o] : 0.1F * out[o];
        }
        return out;
    }

    /// A biaffine weight's last row is the head's part, the same for every dependent.
    void pack_biaffine(const std::string &section, const std::string &name, std::size_t inputs,
                       const std::string &head_layer) {
        const auto &values = tensor(name).values;
        const std::size_t outputs = values.size() / (inputs + 1);
        const std::span<const float> all(values);
        write_matrix(writer_, section, all.first(inputs * outputs), std::vector<float>(inputs, 1.0F));
        writer_.add_numbers(section + ".bias", all.last(outputs));
        const auto root = projected_root(head_layer);
        writer_.add_numbers(section + ".root", std::span<const float>(root));
    }

    void pack_parser() {
        pack_biaffine("arc", "parser.arc_weight", arc(), "arc_head");
        pack_biaffine("relation", "parser.relation_weight", relation(), "relation_head");
    }

    [[nodiscard]] std::string header() const {
        rapidjson::StringBuffer buffer;
        rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
        const auto entry = [&json](const char *key, const std::string &value) {
            json.Key(key);
            json.String(value.c_str(), static_cast<rapidjson::SizeType>(value.size()));
        };
        json.StartObject();
        entry("name", "Gainsay English");
        entry("licence", "CC BY-SA 4.0");
        entry("recipe", "src/training/README.md");
        json.Key("data");
        json.StartArray();
        for (const char *line :
             {"Universal Dependencies 2.16 English EWT train, CC BY-SA 4.0",
              "Universal Dependencies 2.16 English GUM train without the non-commercial genres, CC BY 4.0 and CC BY-SA",
              "names of GUM train (by rule from its entities), CC BY 4.0", "CrossNER politics train, MIT",
              "GloVe 6B 100d vectors, Public Domain Dedication and License",
              "machine annotation (Stanford CoreNLP) of PolNeAR train as an auxiliary task; no text is contained"})
            json.String(line);
        json.EndArray();
        entry("scores of the trainer, before rounding",
              archive_.lists.contains("report") ? archive_.lists.at("report").front() : "");
        json.EndObject();
        return {buffer.GetString(), buffer.GetSize()};
    }

    const Options &options_;
    const TensorArchive &archive_;
    ModelFileWriter writer_;
    std::vector<float> input_steps_;
    std::uint32_t own_words_ = 0;
    std::size_t layers_ = 0;
};

} // namespace
} // namespace gainsay::training

int main(int argc, char **argv) {
    using namespace gainsay::training;
    Options o;
    CLI::App app{"Packs trained weights into Gainsay's model file."};
    app.add_option("--weights", o.weights, "best.tensors of train_engine")->required();
    app.add_option("--tokenizer", o.tokenizer, "the tokenizer's tables, made by train_tokenizer")->required();
    app.add_option("--embeddings", o.embeddings, "folder of the word vectors")->required();
    app.add_option("--resources", o.resources,
                   "folder of the English data files (countries.tsv, geopolitical_names.txt)")
        ->required();
    app.add_option("--out", o.out, "model file to write")->required();
    app.add_option("--words", o.words, "word vectors to keep, the most frequent first");
    app.add_option("--silver-names", o.silver_names, "weight of the name classifier trained on silver data, 0 to 1");
    CLI11_PARSE(app, argc, argv);
    try {
        Packer(o, TensorArchive::read(o.weights)).pack();
    } catch (const std::exception &error) {
        std::cerr << "pack_model: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
