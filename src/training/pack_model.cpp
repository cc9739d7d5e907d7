// Turns the trainer's weights and the tokenizer's tables into the one model file that the program maps.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <sstream>

#include "neural/label_list.h"
#include "neural/model_file.h"
#include "nlp/analysis/lemma_rule.h"
#include "nlp/analysis/lemmatizer.h"
#include "nlp/analysis/word_table.h"
#include "nlp/names/name_refiner.h"
#include "training/corpus.h"
#include "training/network_packer.h"
#include "training/tensor_archive.h"

namespace gainsay::training {
namespace {

struct Options {
    std::vector<std::filesystem::path> weights;
    std::filesystem::path tokenizer, corpora, resources, out;
    std::size_t words = 69000;
    float silver_names = 0.3F;
};

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
    explicit Packer(const Options &options) : options_(options) {
        for (const auto &path : options.weights) {
            archives_.push_back(TensorArchive::read(path));
        }
    }

    void pack() {
        const std::vector<float> steps = pack_vectors();
        for (std::size_t i = 0; i < archives_.size(); ++i) {
            pack_network(archives_[i], i, steps, writer_);
        }
        for (const char *list : {"upos", "xpos", "feats", "lemmas", "names", "silver_names", "relations"}) {
            const LabelList &labels = archives_.front().lists.at(list);
            for (const TensorArchive &archive : archives_) {
                if (archive.lists.at(list) != labels) {
                    throw std::runtime_error(std::string("the networks do not have the same labels: ") + list);
                }
            }
            write_labels(writer_, std::string("labels.") + list, labels);
        }
        const std::string blob = read_corpus_file(options_.tokenizer);
        writer_.add("tokenizer", std::as_bytes(std::span(blob)));
        pack_lemmas(archives_.front().lists.at("lemmas"));
        pack_known_names();
        const std::vector<float> weight = {options_.silver_names};
        writer_.add_numbers("names.weight", std::span<const float>(weight));
        writer_.write(options_.out, header());
    }

  private:
    static constexpr std::size_t vector_size = 100;

    /// The word vectors that all networks share; gives their steps.
    std::vector<float> pack_vectors() {
        std::istringstream lines(read_corpus_file(options_.corpora / "embeddings" / "glove6b-100d-150k.words.txt"));
        std::vector<std::string> words;
        for (std::string line; words.size() < options_.words && std::getline(lines, line);)
            words.push_back(line);
        WordTable::write(writer_, "words", words);
        const std::string halves = read_corpus_file(options_.corpora / "embeddings" / "glove6b-100d-150k.f16le");
        std::vector<float> vectors((words.size() + 1) * vector_size, 0.0F);
        for (std::size_t i = 0; i < words.size() * vector_size; ++i) {
            std::uint16_t bits = 0;
            std::memcpy(&bits, halves.data() + 2 * i, 2);
            vectors[vector_size + i] = from_half(bits);
        }
        std::vector<float> steps;
        const auto rounded = rounded_by_columns(vectors, vector_size, 0, vectors.size(), steps);
        writer_.add_numbers("vectors", std::span<const std::int8_t>(rounded));
        return steps;
    }

    /// The forms that the treebanks give one and the same lemma, or nearly always.
    void pack_lemmas(const LabelList &rules) {
        constexpr int nearly_always = 9; // of ten
        std::map<std::string, std::uint16_t> numbers;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            numbers.emplace(rules[i], static_cast<std::uint16_t>(i));
        }
        std::map<std::pair<std::string, std::string>, std::map<std::string, int>> seen;
        for (const char *treebank : {"ewt", "gum"}) {
            for (const CorpusSentence &sentence :
                 read_conllu(options_.corpora / "ud" / (std::string(treebank) + "-train.conllu.xz"))) {
                for (const CorpusToken &token : sentence.tokens) {
                    if (token.upos != "PROPN" && token.lemma != "_") {
                        ++seen[{token.form, token.upos}][lemma_rule(token.form, token.lemma)];
                    }
                }
            }
        }
        std::vector<Lemmatizer::KnownForm> forms;
        for (const auto &[key, counts] : seen) {
            const auto best = std::max_element(counts.begin(), counts.end(),
                                               [](const auto &a, const auto &b) { return a.second < b.second; });
            int total = 0;
            for (const auto &[rule, n] : counts) {
                total += n;
            }
            const auto number = numbers.find(best->first);
            const auto upos = parse_upos(key.second);
            if (best->second * 10 >= total * nearly_always && number != numbers.end() && upos) {
                forms.push_back({key.first, *upos, number->second});
            }
        }
        Lemmatizer::write(writer_, forms);
    }

    /// What is known of names, from the data files: the first kind that is added for a name counts.
    void pack_known_names() {
        using Known = NameRefiner::Known;
        std::map<std::string, Known> known;
        const auto add_all = [&known](const std::string &list, Known kind) {
            std::istringstream items(list);
            for (std::string item; std::getline(items, item, ';');) {
                item.erase(0, std::min(item.find_first_not_of(' '), item.size()));
                if (!item.empty()) {
                    known.emplace(item, kind);
                }
            }
        };
        const auto each_row = [this](const char *file, auto &&use) {
            std::istringstream lines(read_corpus_file(options_.resources / file));
            for (std::string line; std::getline(lines, line);) {
                if (line.empty() || line[0] == '#') {
                    continue;
                }
                std::vector<std::string> columns;
                std::istringstream cells(line);
                for (std::string cell; std::getline(cells, cell, '\t');) {
                    columns.push_back(cell);
                }
                columns.resize(std::max<std::size_t>(columns.size(), 7));
                use(columns);
            }
        };
        each_row("countries.tsv", [&](const auto &columns) {
            add_all(columns[1], Known::state);
            add_all(columns[2], Known::state);
            add_all(columns[3], Known::people);
            add_all(columns[4], Known::people);
            add_all(columns[5], Known::place);
        });
        each_row("known_organizations.tsv", [&](const auto &columns) {
            add_all(columns[0], Known::organization);
            add_all(columns[3], Known::organization);
        });
        each_row("outlets.tsv", [&](const auto &columns) {
            if (columns[0] == "name") {
                add_all(columns[1], Known::organization);
            }
        });
        each_row("organization_endings.txt",
                 [&](const auto &columns) { add_all(columns[0], Known::organization_ending); });
        each_row("geopolitical_names.txt", [&](const auto &columns) { add_all(columns[0], Known::place); });
        each_row("peoples.txt", [&](const auto &columns) { add_all(columns[0], Known::people); });
        std::string text;
        for (const auto &[name, kind] : known) {
            text += std::string(NameRefiner::known_name(kind)) + "\t" + name + "\n";
        }
        writer_.add("names.known", std::as_bytes(std::span(text)));
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
        json.Key("scores of the trainer, each network alone");
        json.StartArray();
        for (const TensorArchive &archive : archives_) {
            json.String(archive.lists.at("report").front().c_str());
        }
        json.EndArray();
        json.EndObject();
        return {buffer.GetString(), buffer.GetSize()};
    }

    const Options &options_;
    std::vector<TensorArchive> archives_;
    ModelFileWriter writer_;
};

} // namespace
} // namespace gainsay::training

int main(int argc, char **argv) {
    using namespace gainsay::training;
    Options o;
    CLI::App app{"Packs trained weights into Gainsay's model file."};
    app.add_option("--weights", o.weights, "best.tensors of train_engine; several networks' scores are added")
        ->required();
    app.add_option("--tokenizer", o.tokenizer, "the tokenizer's tables, made by train_tokenizer")->required();
    app.add_option("--data", o.corpora, "folder of the corpora (ud, embeddings)")->required();
    app.add_option("--resources", o.resources,
                   "folder of the English data files (countries.tsv, geopolitical_names.txt)")
        ->required();
    app.add_option("--out", o.out, "model file to write")->required();
    app.add_option("--words", o.words, "word vectors to keep, the most frequent first");
    app.add_option("--silver-names", o.silver_names, "weight of the name classifier trained on silver data, 0 to 1");
    CLI11_PARSE(app, argc, argv);
    try {
        Packer(o).pack();
    } catch (const std::exception &error) {
        std::cerr << "pack_model: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
