#include "nlp/names/name_network.h"

#include "base/error.h"
#include "neural/quantized_layer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace gainsay {

namespace {

/// Outputs of the last layer, filled up in the model file.
constexpr std::size_t padded_tags = 32;
/// Tokens of sentences that are read together: bounds the memory of a long document.
constexpr std::size_t batch_tokens = 2048;
constexpr std::int8_t yes = 127;
/// What the engine's own classifiers of names, which learned from other kinds of text, weigh beside the network: on the
/// development parts 0, 0.15, 0.3 and 0.5 give 85.5, 85.8, 85.4 and 84.6 in news, 72.2, 72.8, 73.3 and 72.9 on web
/// pages.
constexpr float opinion_share = 0.15F;

/// Where the classifiers' scores have what comes nearest to a tag.
constexpr std::size_t opinion_of(std::size_t tag) {
    if (tag == NameLattice::outside) {
        return 0;
    }
    const auto type = static_cast<std::size_t>(NameLattice::types[NameLattice::type_of(tag)]);
    return 1 + 2 * type + (NameLattice::continues(tag) ? 1 : 0);
}

std::vector<std::span<const std::int8_t>> read_tables(const ModelFile &file, const std::vector<std::size_t> &sizes) {
    std::vector<std::span<const std::int8_t>> tables;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::string section = "field." + std::to_string(i);
        const auto table = file.section_as<std::int8_t>(section);
        const std::size_t wanted = NameFeatures::field_values()[i] * sizes[i];
        if (table.size() != wanted) {
            throw ModelError(file.path().string() + ", section " + section, std::to_string(wanted) + " numbers",
                             std::to_string(table.size()));
        }
        tables.push_back(table);
    }
    return tables;
}

/// The mean logarithm of what the tokens' probabilities say of each type.
NameSupport support_of(std::span<const NameLattice::Scores> probabilities) {
    NameSupport support{};
    support.fill(std::log(1e-6F));
    for (std::size_t type = 0; type < NameLattice::types.size(); ++type) {
        float sum = 0;
        for (const NameLattice::Scores &p : probabilities) {
            float of_type = 1e-6F;
            for (std::size_t place = 0; place < 4; ++place) {
                of_type += p[NameLattice::tag(type, static_cast<NameLattice::Place>(place))];
            }
            sum += std::log(of_type);
        }
        support[static_cast<std::size_t>(NameLattice::types[type])] = sum / static_cast<float>(probabilities.size());
    }
    support[static_cast<std::size_t>(NameType::GPE)] = support[static_cast<std::size_t>(NameType::LOC)];
    return support;
}

bool has(const NameFeatures &features, std::size_t token, NameLexicon::Kind kind) {
    return features.flags()[token * NameFeatures::flag_count + static_cast<std::size_t>(kind)] != 0;
}

/// A given name that stands before a surname, and is no title, belongs to the person: at the beginning of a sentence,
/// where every word has a capital, the network sometimes takes it for another word.
void take_given_names(const Document &document, const NameFeatures &features, std::vector<TaggedName> &names) {
    std::vector<bool> first_of_sentence(document.tokens.size(), false);
    for (const Sentence &sentence : document.sentences) {
        if (sentence.size() > 0) {
            first_of_sentence[sentence.first_token] = true;
        }
    }
    std::uint32_t free = 0; // behind the name before
    for (TaggedName &each : names) {
        Name &name = each.name;
        if (name.type == NameType::PER && name.first_token > free && !first_of_sentence[name.first_token]) {
            const std::uint32_t before = name.first_token - 1;
            name.first_token = has(features, before, NameLexicon::Kind::given) &&
                                       !has(features, before, NameLexicon::Kind::title) &&
                                       !has(features, name.first_token, NameLexicon::Kind::given)
                                   ? before
                                   : name.first_token;
        }
        free = name.end_token;
    }
}

} // namespace

NameNetwork::Shape::Shape(const ModelFile &file) {
    const auto numbers = file.section_as<std::uint32_t>("shape");
    constexpr std::size_t count = 4 + NameFeatures::field_count;
    if (numbers.size() != count) {
        throw ModelError(file.path().string() + ", section shape", std::to_string(count) + " numbers",
                         std::to_string(numbers.size()));
    }
    states = numbers[0];
    map = numbers[1];
    pooled = numbers[2];
    hidden = numbers[3];
    field_sizes.assign(numbers.begin() + 4, numbers.end());
    if (pooled > map) {
        throw ModelError(file.path().string() + ", section shape", "at most " + std::to_string(map) + " pooled numbers",
                         std::to_string(pooled));
    }
}

std::size_t NameNetwork::Shape::total() const {
    return std::accumulate(field_sizes.begin(), field_sizes.end(), map + pooled + NameFeatures::flag_count);
}

NameNetwork::NameNetwork(const std::filesystem::path &file)
    : file_(ModelFile::open(file)), shape_(file_), map_(file_, "map", shape_.states, shape_.map),
      fields_(read_tables(file_, shape_.field_sizes)), encoder_(file_, "", shape_.total(), shape_.hidden, 1),
      answer_(read_matrix(file_, "answer", 2 * shape_.hidden, padded_tags, Int8Matrix::Output::replaced)),
      answer_bias_(read_floats(file_, "answer.bias", padded_tags)),
      lattice_(read_floats(file_, "transitions", NameLattice::tag_count * NameLattice::tag_count)), lexicon_(file_) {}

std::vector<std::int8_t> NameNetwork::pooled(const NameFeatures &features, std::span<const std::int8_t> mapped) const {
    std::vector<std::int32_t> sums(features.group_count() * shape_.pooled, 0);
    std::vector<std::int32_t> sizes(features.group_count(), 0);
    const auto &groups = features.groups();
    for (std::size_t t = 0; t < groups.size(); ++t) {
        if (groups[t] == NameFeatures::no_group) {
            continue;
        }
        ++sizes[groups[t]];
        std::int32_t *const sum = sums.data() + groups[t] * shape_.pooled;
        for (std::size_t i = 0; i < shape_.pooled; ++i) {
            sum[i] += mapped[t * shape_.map + i];
        }
    }
    std::vector<std::int8_t> means(groups.size() * shape_.pooled, 0);
    for (std::size_t t = 0; t < groups.size(); ++t) {
        if (groups[t] == NameFeatures::no_group) {
            continue;
        }
        const std::int32_t *const sum = sums.data() + groups[t] * shape_.pooled;
        const std::int32_t others = sizes[groups[t]] - 1;
        for (std::size_t i = 0; i < shape_.pooled; ++i) {
            const std::int32_t rest = sum[i] - mapped[t * shape_.map + i];
            // To the nearest, halves away from zero.
            const std::int32_t half = rest < 0 ? -others : others;
            means[t * shape_.pooled + i] = static_cast<std::int8_t>((2 * rest + half) / (2 * others));
        }
    }
    return means;
}

void NameNetwork::write_row(std::size_t token, const NameFeatures &features, std::span<const std::int8_t> mapped,
                            std::span<const std::int8_t> means, std::int8_t *to) const {
    to = std::copy_n(mapped.data() + token * shape_.map, shape_.map, to);
    to = std::copy_n(means.data() + token * shape_.pooled, shape_.pooled, to);
    for (std::size_t f = 0; f < NameFeatures::field_count; ++f) {
        const std::size_t size = shape_.field_sizes[f];
        const std::size_t value = features.fields()[token * NameFeatures::field_count + f];
        to = std::copy_n(fields_[f].data() + value * size, size, to);
    }
    for (std::size_t f = 0; f < NameFeatures::flag_count; ++f) {
        *to++ = features.flags()[token * NameFeatures::flag_count + f] != 0 ? yes : std::int8_t{0};
    }
}

std::vector<TaggedName> NameNetwork::find(const Document &document, std::span<const std::int8_t> mapped,
                                          std::span<const NameScores> opinions, Scratch &scratch) const {
    const NameFeatures features(document, lexicon_);
    const std::vector<std::int8_t> means = pooled(features, mapped);
    std::vector<Stretch> stretches;
    for (const Sentence &sentence : document.sentences) {
        for (std::uint32_t first = sentence.first_token; first < sentence.end_token; first += longest_sentence) {
            stretches.push_back({first, std::min(sentence.end_token, first + longest_sentence)});
        }
    }
    // Sentences of one length after the other, so that batches are full; the names are put into order at the end.
    std::stable_sort(stretches.begin(), stretches.end(),
                     [](const Stretch &a, const Stretch &b) { return a.size() > b.size(); });
    const std::size_t width = shape_.total();
    std::vector<TaggedName> names;
    std::vector<NameLattice::Scores> scores;
    for (std::size_t begin = 0; begin < stretches.size();) {
        std::size_t end = begin;
        std::vector<std::size_t> lengths;
        for (std::size_t tokens = 0; end < stretches.size() && (end == begin || tokens < batch_tokens); ++end) {
            tokens += stretches[end].size();
            lengths.push_back(stretches[end].size());
        }
        BatchLayout layout;
        layout.assign(lengths);
        scratch.rows.resize(layout.rows() * width);
        for (std::size_t s = begin; s < end; ++s) {
            for (std::size_t t = 0; t < stretches[s].size(); ++t) {
                write_row(stretches[s].first + t, features, mapped, means,
                          scratch.rows.data() + layout.row(s - begin, t) * width);
            }
        }
        const auto states = encoder_.run(scratch.rows, layout, scratch.encoder);
        scratch.scores.resize(layout.rows() * padded_tags);
        answer_.multiply(states.data(), layout.rows(), scratch.scores.data());
        for (std::size_t s = begin; s < end; ++s) {
            scores.resize(stretches[s].size());
            for (std::size_t t = 0; t < scores.size(); ++t) {
                const float *const from = scratch.scores.data() + layout.row(s - begin, t) * padded_tags;
                for (std::size_t tag = 0; tag < NameLattice::tag_count; ++tag) {
                    scores[t][tag] = from[tag] + answer_bias_[tag];
                    if (!opinions.empty()) {
                        scores[t][tag] += opinion_share * opinions[stretches[s].first + t][opinion_of(tag)];
                    }
                }
            }
            add_names(scores, stretches[s].first, names);
        }
        begin = end;
    }
    std::sort(names.begin(), names.end(),
              [](const TaggedName &a, const TaggedName &b) { return a.name.first_token < b.name.first_token; });
    take_given_names(document, features, names);
    return names;
}

void NameNetwork::add_names(std::span<const NameLattice::Scores> scores, std::uint32_t first,
                            std::vector<TaggedName> &names) const {
    const std::vector<std::uint8_t> tags = lattice_.best(scores);
    if (std::all_of(tags.begin(), tags.end(), [](std::uint8_t tag) { return tag == NameLattice::outside; })) {
        return;
    }
    const std::vector<NameLattice::Scores> probabilities = lattice_.marginals(scores);
    for (std::size_t t = 0; t < tags.size();) {
        if (tags[t] == NameLattice::outside) {
            ++t;
            continue;
        }
        std::size_t end = t + 1;
        while (end < tags.size() && NameLattice::continues(tags[end])) {
            ++end;
        }
        const Name name{first + static_cast<std::uint32_t>(t), first + static_cast<std::uint32_t>(end),
                        NameLattice::types[NameLattice::type_of(tags[t])]};
        names.push_back({name, support_of(std::span(probabilities).subspan(t, end - t))});
        t = end;
    }
}

} // namespace gainsay
