#include "nlp/names/name_network.h"

#include "base/error.h"
#include "support/temporary_file.h"
#include "tiny_names_model.h"
#include "words_document.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace gainsay;
using test::document;
using test::TemporaryFile;
using test::TinyNamesModel;

namespace {

constexpr std::size_t states_of_token = 12;

const std::string story = "Anna Muster of the Muster Water Agency met Geneva and MWA . "
                          "Muster left . The agency said nothing to Anna in Geneva , to the anger of Muster .";

std::vector<std::int8_t> states_of(const Document &text) {
    std::mt19937 random(17);
    std::uniform_int_distribution<int> number(-127, 127);
    std::vector<std::int8_t> states(text.tokens.size() * states_of_token);
    for (std::int8_t &state : states) {
        state = static_cast<std::int8_t>(number(random));
    }
    return states;
}

float sigmoid(float x) {
    return 1.0F / (1.0F + std::exp(-x));
}

/// The network in floats: the scores of the tags.
class FloatNetwork {
  public:
    FloatNetwork(const TinyNamesModel &model, const Document &text, const std::vector<std::int8_t> &states)
        : m_(model), features_(text, TinyNamesModel::lexicon()) {
        const std::size_t tokens = text.tokens.size();
        mapped_.assign(tokens, {});
        for (std::size_t t = 0; t < tokens; ++t) {
            for (std::size_t o = 0; o < TinyNamesModel::map; ++o) {
                float sum = m_.map_bias[o];
                for (std::size_t i = 0; i < states_of_token; ++i) {
                    sum += m_.map_weights[i * TinyNamesModel::map + o] *
                           static_cast<float>(states[t * states_of_token + i]) * TinyNamesModel::step;
                }
                mapped_[t].push_back(std::tanh(sum));
            }
        }
    }

    std::vector<NameLattice::Scores> scores(const Sentence &sentence) const {
        const std::size_t h = TinyNamesModel::hidden;
        std::vector<std::vector<float>> read(sentence.size(), std::vector<float>(2 * h));
        for (std::size_t direction = 0; direction < 2; ++direction) {
            std::vector<float> state(h, 0.0F);
            std::vector<float> cell(h, 0.0F);
            for (std::size_t k = 0; k < sentence.size(); ++k) {
                const std::size_t t = direction == 0 ? k : sentence.size() - 1 - k;
                const std::vector<float> x = row(sentence.first_token + t);
                std::vector<float> gates = m_.biases[direction];
                for (std::size_t g = 0; g < 4 * h; ++g) {
                    for (std::size_t i = 0; i < x.size(); ++i) {
                        gates[g] += x[i] * m_.input_weights[direction][i * 4 * h + g];
                    }
                    for (std::size_t i = 0; i < h; ++i) {
                        gates[g] += state[i] * m_.recurrent_weights[direction][i * 4 * h + g];
                    }
                }
                for (std::size_t i = 0; i < h; ++i) {
                    cell[i] = sigmoid(gates[i]) * std::tanh(gates[2 * h + i]) + sigmoid(gates[h + i]) * cell[i];
                    state[i] = sigmoid(gates[3 * h + i]) * std::tanh(cell[i]);
                    read[t][direction * h + i] = state[i];
                }
            }
        }
        std::vector<NameLattice::Scores> result(sentence.size());
        for (std::size_t t = 0; t < sentence.size(); ++t) {
            for (std::size_t tag = 0; tag < NameLattice::tag_count; ++tag) {
                result[t][tag] = m_.answer_bias[tag];
                for (std::size_t i = 0; i < 2 * h; ++i) {
                    result[t][tag] += read[t][i] * m_.answer_weights[i * TinyNamesModel::padded_tags + tag];
                }
            }
        }
        return result;
    }

  private:
    std::vector<float> row(std::size_t t) const {
        std::vector<float> x = mapped_[t];
        std::vector<float> mean(TinyNamesModel::pooled, 0.0F);
        const std::uint32_t group = features_.groups()[t];
        float others = 0;
        for (std::size_t o = 0; group != NameFeatures::no_group && o < mapped_.size(); ++o) {
            if (o == t || features_.groups()[o] != group) {
                continue;
            }
            others += 1;
            for (std::size_t i = 0; i < mean.size(); ++i) {
                mean[i] += mapped_[o][i];
            }
        }
        for (const float sum : mean) {
            x.push_back(others > 0 ? sum / others : 0.0F);
        }
        for (std::size_t f = 0; f < NameFeatures::field_count; ++f) {
            const std::size_t value = features_.fields()[t * NameFeatures::field_count + f];
            for (std::size_t i = 0; i < TinyNamesModel::field_size; ++i) {
                x.push_back(static_cast<float>(m_.fields[f][value * TinyNamesModel::field_size + i]) *
                            TinyNamesModel::step);
            }
        }
        for (std::size_t f = 0; f < NameFeatures::flag_count; ++f) {
            x.push_back(features_.flags()[t * NameFeatures::flag_count + f]);
        }
        return x;
    }

    const TinyNamesModel &m_;
    NameFeatures features_;
    std::vector<std::vector<float>> mapped_;
};

std::vector<TaggedName> found_by(const NameNetwork &network, const Document &text,
                                 const std::vector<std::int8_t> &states) {
    std::vector<std::int8_t> mapped;
    network.map().apply(states, mapped);
    NameNetwork::Scratch scratch;
    return network.find(text, mapped, {}, scratch);
}

} // namespace

TEST_CASE("The names network in 8 bits agrees with floats") {
    const TemporaryFile path("names.model");
    const TinyNamesModel model(states_of_token);
    model.write(path.path());
    const NameNetwork network(path.path());
    CHECK(network.map().inputs() == states_of_token);
    const Document text = document(story);
    const std::vector<std::int8_t> states = states_of(text);
    std::map<std::pair<std::uint32_t, std::uint32_t>, NameSupport> found;
    for (const TaggedName &name : found_by(network, text, states)) {
        CHECK(found.emplace(std::pair(name.name.first_token, name.name.end_token), name.support).second);
    }
    const FloatNetwork exact(model, text, states);
    const NameLattice lattice(model.transitions);
    std::size_t names = 0;
    std::size_t same = 0;
    for (const Sentence &sentence : text.sentences) {
        const auto scores = exact.scores(sentence);
        const auto tags = lattice.best(scores);
        const auto probabilities = lattice.marginals(scores);
        for (std::size_t t = 0; t < tags.size();) {
            std::size_t end = t + 1;
            while (tags[t] != NameLattice::outside && end < tags.size() && NameLattice::continues(tags[end])) {
                ++end;
            }
            if (tags[t] != NameLattice::outside) {
                ++names;
                const auto at = found.find({sentence.first_token + static_cast<std::uint32_t>(t),
                                            sentence.first_token + static_cast<std::uint32_t>(end)});
                if (at != found.end()) {
                    ++same;
                    const std::size_t type = NameLattice::type_of(tags[t]);
                    float p = 0;
                    for (std::size_t place = 0; place < 4; ++place) {
                        p += probabilities[t][NameLattice::tag(type, static_cast<NameLattice::Place>(place))];
                    }
                    if (end == t + 1) {
                        const float support = at->second[static_cast<std::size_t>(NameLattice::types[type])];
                        CHECK(std::exp(support) == Approx(p).margin(0.1));
                    }
                }
            }
            t = end;
        }
    }
    CHECK(names > 3);
    // Scores by chance are close to each other: one of ten may fall to the other side.
    CHECK(same * 10 >= names * 9);
}

TEST_CASE("Names come in the order of the text, whole, within their sentence") {
    const TemporaryFile path("names.model");
    TinyNamesModel(states_of_token).write(path.path());
    const NameNetwork network(path.path());
    // One sentence longer than what is read at once.
    std::string words = story;
    for (std::uint32_t i = 0; i < NameNetwork::longest_sentence; ++i) {
        words += " Anna Muster";
    }
    Document text = document(words + " . " + story);
    const auto names = found_by(network, text, states_of(text));
    for (const TaggedName &name : names) {
        text.names.push_back(name.name);
    }
    CHECK(find_inconsistency(text) == std::nullopt);
    CHECK_FALSE(names.empty());
    CHECK(found_by(network, Document(), {}).empty());
}

TEST_CASE("What stands elsewhere in the document changes a name's support") {
    const TemporaryFile path("names.model");
    TinyNamesModel(states_of_token).write(path.path());
    const NameNetwork network(path.path());
    const Document twice = document("Muster left . Muster spoke .");
    Document other = twice;
    other.tokens[3].form = "Nobody";
    const std::vector<std::int8_t> states = states_of(twice);
    const auto a = found_by(network, twice, states);
    const auto b = found_by(network, other, states);
    const auto first_sentence = [](const std::vector<TaggedName> &names) {
        std::vector<NameSupport> supports;
        for (const TaggedName &name : names) {
            if (name.name.end_token <= 3) {
                supports.push_back(name.support);
            }
        }
        return supports;
    };
    CHECK(first_sentence(a) != first_sentence(b));
}

TEST_CASE("The classifiers' opinion counts where it is sure") {
    const TemporaryFile path("names.model");
    TinyNamesModel(states_of_token).write(path.path());
    const NameNetwork network(path.path());
    const Document text = document(story);
    std::vector<std::int8_t> mapped;
    network.map().apply(states_of(text), mapped);
    NameScores outside{};
    outside.fill(-1000.0F);
    outside[0] = 0.0F;
    NameNetwork::Scratch scratch;
    CHECK_FALSE(network.find(text, mapped, {}, scratch).empty());
    CHECK(network.find(text, mapped, std::vector<NameScores>(text.tokens.size(), outside), scratch).empty());
}

TEST_CASE("A names model that is not whole is refused") {
    const TemporaryFile path("names.model");
    const TinyNamesModel model(states_of_token);
    for (const std::string without : {"shape", "map", "map.bias", "field.0", "field.8", "encoder.0.forward.bias",
                                      "answer.bias", "transitions", "names.lexicon"}) {
        model.write(path.path(), without);
        INFO(without);
        CHECK_THROWS_AS(NameNetwork(path.path()), ModelError);
    }
    TinyNamesModel small(states_of_token);
    small.fields[2].pop_back();
    small.write(path.path());
    CHECK_THROWS_AS(NameNetwork(path.path()), ModelError);
    CHECK_THROWS_AS(NameNetwork("/nowhere/names.model"), ModelError);
}
