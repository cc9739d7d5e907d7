#pragma once

#include "neural/label_list.h"
#include "neural/model_file.h"
#include "neural/quantized_layer.h"
#include "nlp/analysis/lemmatizer.h"
#include "nlp/analysis/lexical_features.h"
#include "nlp/analysis/word_table.h"
#include "nlp/segmentation/feature_net.h"
#include "nlp/segmentation/multiword.h"
#include "nlp/segmentation/tokenizer.h"
#include "nlp/segmentation/word_classes.h"
#include "support/temporary_file.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace gainsay::test {

/// A whole model file of small size whose weights are random but always the same: what the engine promises of any input
/// must hold whatever it has learnt. What it says of a sentence means nothing.
class TinyModel {
  public:
    static constexpr std::uint32_t vector_size = 6, own_word_size = 4, affix_size = 2, shape_size = 3, flag_size = 2;
    static constexpr std::uint32_t hidden = 8, layers = 2, arc = 12, relation = 8, networks = 2;
    static constexpr std::size_t inputs = vector_size + own_word_size + LexicalFeatures::affix_count * affix_size +
                                          shape_size + 2 * std::size_t{flag_size};

    explicit TinyModel(std::uint32_t seed = 1) : random_(seed) {
        const std::vector<std::string> words = {"the", "minister", "said", ",", ".", "\"", "not", "on", "tuesday"};
        const auto word_rows = static_cast<std::uint32_t>(words.size() + 1);
        put_labels("labels.upos", {"NOUN", "VERB", "PUNCT", "PROPN", "AUX"});
        put_labels("labels.xpos", {"NN", "VBD", "NNP"});
        put_labels("labels.feats", {"_", "Number=Sing", "Number=Plur|Person=3"});
        put_labels("labels.lemmas", {"l;0+;0+", "k;0+;0+", "l;0+;2+", "l;=be", "k;1+;0+"});
        put_labels("labels.relations", relations);
        put_labels("labels.names", {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-MISC", "I-MISC"});
        put_labels("labels.silver_names", {"O", "B-PER", "I-PER", "B-DATE", "I-DATE", "B-NORP"});
        put_floats("names.weight", {0.5F});

        put_written([&words](ModelFileWriter &writer) {
            WordTable::write(writer, "words", words);
            Lemmatizer::write(writer, {{"said", Upos::VERB, 2}, {"was", Upos::AUX, 3}});
        });
        put_bytes("vectors", std::size_t{word_rows} * vector_size);
        put_labels("names.known", {"place\tGeneva", "state\tRussia"});
        for (std::uint32_t number = 0; number < networks; ++number) {
            put_network("network." + std::to_string(number) + ".", word_rows);
        }
        put_tokenizer();
    }

    /// Whether "root" is among them decides what the parser may say of the root's child.
    inline static const LabelList relations = {"root", "nsubj", "obj", "punct", "obl:agent"};

    void write(const std::filesystem::path &path) const {
        ModelFileWriter writer;
        for (const auto &[name, bytes] : sections_) {
            writer.add(name, bytes);
        }
        writer.write(path, R"({"name":"tiny"})");
    }

    /// To make a model that does not fit together. The bytes of a section that is there.
    std::vector<std::byte> &section(const std::string &name) { return sections_.at(name); }
    void remove(const std::string &name) { sections_.erase(name); }
    void replace_text(const std::string &name, std::string_view text) {
        const auto bytes = std::as_bytes(std::span(text));
        sections_.at(name).assign(bytes.begin(), bytes.end());
    }
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto &entry : sections_) {
            names.push_back(entry.first);
        }
        return names;
    }

  private:
    float number(float limit) { return std::uniform_real_distribution<float>(-limit, limit)(random_); }

    std::byte random_byte(int limit) {
        return static_cast<std::byte>(std::uniform_int_distribution<int>(-limit, limit)(random_) & 0xFF);
    }

    void put(const std::string &name, std::span<const std::byte> bytes) {
        sections_[name].assign(bytes.begin(), bytes.end());
    }
    void put_floats(const std::string &name, const std::vector<float> &numbers) {
        put(name, std::as_bytes(std::span(numbers)));
    }
    void put_random_floats(const std::string &name, std::size_t count) {
        std::vector<float> numbers(count);
        for (float &value : numbers) {
            value = number(1.0F);
        }
        put_floats(name, numbers);
    }
    void put_labels(const std::string &name, const LabelList &labels) {
        std::string text;
        for (const std::string &label : labels) {
            text += label + "\n";
        }
        put(name, std::as_bytes(std::span(text)));
    }
    void put_bytes(const std::string &name, std::size_t count) {
        std::vector<std::byte> bytes(count);
        for (std::byte &value : bytes) {
            value = random_byte(127);
        }
        put(name, bytes);
    }
    void put_matrix(const std::string &name, std::size_t rows, std::size_t columns) {
        std::vector<std::byte> weights(rows * columns);
        for (std::byte &value : weights) {
            value = random_byte(63);
        }
        put(name + ".weights", weights);
        put_floats(name + ".scales", std::vector<float>(columns, 4.0F / (63.0F * 127.0F)));
    }
    /// The sections that `write` adds to a writer, by way of a file.
    template <class Write>
    void put_written(Write write) {
        ModelFileWriter writer;
        write(writer);
        const TemporaryFile file("tiny-sections");
        writer.write(file.path(), "{}");
        const ModelFile written = ModelFile::open(file.path());
        for (const std::string_view name : written.names()) {
            put(std::string(name), written.section(name));
        }
    }

    void put_network(const std::string &prefix, std::uint32_t word_rows) {
        const std::array<std::uint32_t, 10> shape = {vector_size, own_word_size, word_rows, affix_size, shape_size,
                                                     flag_size,   hidden,        layers,    arc,        relation};
        put(prefix + "shape", std::as_bytes(std::span(shape)));
        put_bytes(prefix + "embedding.own_words", std::size_t{3} * own_word_size);
        std::vector<std::uint16_t> own_rows(word_rows, 1);
        own_rows[0] = 0;
        own_rows[3] = 2;
        put(prefix + "embedding.own_rows", std::as_bytes(std::span(own_rows)));
        put_bytes(prefix + "embedding.affixes",
                  LexicalFeatures::affix_count * LexicalFeatures::affix_buckets * affix_size);
        put_bytes(prefix + "embedding.shapes", std::size_t{LexicalFeatures::shape_buckets} * shape_size);
        put_bytes(prefix + "embedding.glue", std::size_t{LexicalFeatures::glue_values} * flag_size);
        put_bytes(prefix + "embedding.case", std::size_t{LexicalFeatures::case_values} * flag_size);
        std::size_t columns = inputs;
        for (std::uint32_t layer = 0; layer < layers; ++layer) {
            for (const char *direction : {"forward", "backward"}) {
                const std::string name = prefix + "encoder." + std::to_string(layer) + "." + direction;
                put_matrix(name + ".input", columns, std::size_t{4} * hidden);
                put_matrix(name + ".recurrent", hidden, std::size_t{4} * hidden);
                put_random_floats(name + ".bias", std::size_t{4} * hidden);
            }
            columns = std::size_t{2} * hidden;
        }
        constexpr std::size_t tags = 5 + 3 + 3 + 5 + 7 + 6;
        constexpr std::size_t head_outputs = (tags + std::size_t{2} * arc + std::size_t{2} * relation + 15) / 16 * 16;
        put_matrix(prefix + "heads", columns, head_outputs);
        put_random_floats(prefix + "heads.bias", head_outputs);
        put_matrix(prefix + "arc", arc, arc);
        put_random_floats(prefix + "arc.bias", arc);
        put_random_floats(prefix + "arc.root", arc);
        const std::size_t relation_outputs = relations.size() * (relation + 1);
        put_matrix(prefix + "relation", relation, relation_outputs);
        put_random_floats(prefix + "relation.bias", relation_outputs);
        put_random_floats(prefix + "relation.root", relation);
    }

    void put_tokenizer() {
        std::vector<std::byte> &bytes = sections_["tokenizer"];
        const auto append = [&bytes](const auto &value) {
            const auto raw = std::as_bytes(std::span(&value, 1));
            bytes.insert(bytes.end(), raw.begin(), raw.end());
        };
        const auto append_net = [&](float bias) {
            constexpr std::uint32_t bits = 6;
            append(FeatureNetHeader{FeatureNet::hidden, bits, bits, 0.02F, 0.02F, bias});
            for (std::size_t i = 0; i < 2 * FeatureNet::hidden; ++i) {
                append(number(0.5F));
            }
            for (std::size_t i = 0; i < (FeatureNet::hidden << bits) + (1U << bits); ++i) {
                append(random_byte(127));
            }
        };
        append(tokenizer_section_version);
        append(std::uint32_t{1});
        append(WordClassSlot{});
        append_net(0.0F);
        append_net(-2.0F);
        append(std::uint32_t{1});
        append(WordSplit{WordSplits::ending_key(U"n't"), 3, 1});
        append_net(1.0F);
    }

    std::mt19937 random_;
    std::map<std::string, std::vector<std::byte>> sections_;
};

} // namespace gainsay::test
