#include "nlp/segmentation/feature_net.h"

#include "nlp/segmentation/section_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/error.h"

namespace gainsay {
namespace {

constexpr std::uint32_t most_bits = 24;

} // namespace

FeatureNet::FeatureNet(std::span<const std::byte> &bytes) {
    SectionReader reader(bytes);
    header_ = *reader.take<FeatureNetHeader>(1);
    if (header_.hidden != hidden || header_.deep_bits == 0 || header_.deep_bits > most_bits || header_.wide_bits == 0 ||
        header_.wide_bits > most_bits) {
        throw ModelError("tokenizer section", "a net with " + std::to_string(hidden) + " hidden units",
                         std::to_string(header_.hidden) + " hidden units, tables of 2^" +
                             std::to_string(header_.deep_bits) + " and 2^" + std::to_string(header_.wide_bits));
    }
    hidden_bias_ = reader.take<float>(hidden);
    output_ = reader.take<float>(hidden);
    deep_ = reader.take<std::int8_t>((std::size_t{1} << header_.deep_bits) * hidden);
    wide_ = reader.take<std::int8_t>(std::size_t{1} << header_.wide_bits);
    bytes = reader.rest();
}

float FeatureNet::score(const FeatureList &features) const {
    std::array<std::int16_t, hidden> sums{};
    for (const std::uint32_t feature : features.deep()) {
        const std::int8_t *row = deep_ + std::size_t{bucket(feature, header_.deep_bits)} * hidden;
        for (std::size_t i = 0; i < hidden; ++i) {
            sums[i] = static_cast<std::int16_t>(sums[i] + row[i]);
        }
    }
    std::int32_t wide_sum = 0;
    for (const std::uint32_t feature : features.wide()) {
        wide_sum += wide_[bucket(feature, header_.wide_bits)];
    }
    float result = header_.bias + header_.wide_step * static_cast<float>(wide_sum);
    for (std::size_t i = 0; i < hidden; ++i) {
        result += output_[i] * std::max(0.0F, hidden_bias_[i] + header_.deep_step * static_cast<float>(sums[i]));
    }
    return result;
}

} // namespace gainsay
