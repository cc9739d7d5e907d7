#include "nlp/names/name_tagger.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "neural/model_file.h"
#include "neural/quantized_layer.h"

namespace gainsay {
namespace {

constexpr std::size_t outside = 0;
constexpr std::size_t tag_count = std::tuple_size_v<NameScores>;
using Probabilities = std::array<float, tag_count>;

constexpr std::size_t begin_of(NameType type) {
    return 1 + 2 * static_cast<std::size_t>(type);
}
constexpr bool is_inside(std::size_t tag) {
    return tag != outside && tag % 2 == 0;
}
constexpr NameType type_of(std::size_t tag) {
    return static_cast<NameType>((tag - 1) / 2);
}

std::vector<std::size_t> tags_of(const ModelFile &file, const char *section) {
    std::vector<std::size_t> tags;
    for (const auto &label : read_labels(file, section)) {
        const auto type = label.size() > 2 ? parse_name_type(std::string_view(label).substr(2)) : std::nullopt;
        if (label != "O" && !type)
            throw ModelError(file.path().string() + ", section " + section, "a BIO tag", label);
        tags.push_back(type ? begin_of(*type) + (label[0] == 'I' ? 1 : 0) : outside);
    }
    return tags;
}

Probabilities softmax(std::span<const float> scores, const std::vector<std::size_t> &tags, float share) {
    const float largest = *std::max_element(scores.begin(), scores.end());
    Probabilities p{};
    float sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const float e = std::exp((scores[i] - largest) * share);
        p[tags[i]] += e;
        sum += e;
    }
    for (float &value : p)
        value /= sum;
    return p;
}

NameSupport support_of(std::span<const NameScores> tokens) {
    NameSupport support{};
    for (const NameScores &scores : tokens) {
        for (std::size_t type = 0; type < name_type_count; ++type) {
            support[type] += std::log(std::exp(scores[1 + 2 * type]) + std::exp(scores[2 + 2 * type])) /
                             static_cast<float>(tokens.size());
        }
    }
    return support;
}

} // namespace

NameTagger::NameTagger(const ModelFile &file)
    : gold_(tags_of(file, "labels.names")), silver_(tags_of(file, "labels.silver_names")),
      silver_weight_(read_floats(file, "names.weight", 1)[0]) {}

NameScores NameTagger::joined(std::span<const float> gold, std::span<const float> silver, float share) const {
    const Probabilities g = softmax(gold, gold_, share);
    const Probabilities s = softmax(silver, silver_, share);
    Probabilities joint{};
    for (std::size_t tag = 0; tag < tag_count; ++tag)
        joint[tag] = (1 - silver_weight_) * g[tag] + silver_weight_ * s[tag];
    // Peoples and dates are known to one classifier only, to the other they are outside or "other": where that one
    // calls a token so, this one's silence must not halve it.
    const std::size_t misc = begin_of(NameType::MISC);
    const float unnamed = g[outside] + g[misc] + g[misc + 1];
    for (const NameType type : {NameType::NORP, NameType::DATE})
        for (const std::size_t tag : {begin_of(type), begin_of(type) + 1}) {
            const float moved = (1 - silver_weight_) * s[tag] * unnamed;
            joint[tag] += moved;
            joint[outside] = std::max(0.0F, joint[outside] - moved);
        }
    NameScores scores{};
    for (std::size_t tag = 0; tag < tag_count; ++tag)
        scores[tag] = std::log(joint[tag] + 1e-6F);
    return scores;
}

std::vector<TaggedName> NameTagger::decode(std::span<const NameScores> scores) const {
    constexpr float never = -1e9F;
    std::vector<TaggedName> names;
    if (scores.empty())
        return names;
    std::vector<std::array<std::uint8_t, tag_count>> from(scores.size());
    NameScores best = scores[0];
    for (std::size_t tag = 0; tag < tag_count; ++tag)
        if (is_inside(tag))
            best[tag] = never;
    for (std::size_t t = 1; t < scores.size(); ++t) {
        const auto top = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
        NameScores next{};
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
            std::size_t previous = top;
            // A name goes on only from its own type.
            if (is_inside(tag))
                previous = best[tag] > best[tag - 1] ? tag : tag - 1;
            next[tag] = best[previous] + scores[t][tag];
            from[t][tag] = static_cast<std::uint8_t>(previous);
        }
        best = next;
    }
    std::vector<std::size_t> tags(scores.size());
    tags.back() = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t t = scores.size(); t-- > 1;)
        tags[t - 1] = from[t][tags[t]];
    for (std::size_t t = 0; t < tags.size(); ++t) {
        if (tags[t] == outside)
            continue;
        if (is_inside(tags[t]))
            names.back().name.end_token = static_cast<std::uint32_t>(t + 1);
        else
            names.push_back({{static_cast<std::uint32_t>(t), static_cast<std::uint32_t>(t + 1), type_of(tags[t])}, {}});
    }
    for (TaggedName &name : names) {
        name.support = support_of(scores.subspan(name.name.first_token, name.name.end_token - name.name.first_token));
    }
    return names;
}

} // namespace gainsay
