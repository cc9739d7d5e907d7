#pragma once

#include "nlp/segmentation/feature_hash.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gainsay {

/// The hashed features of one yes-or-no decision. `deep` features each add a row to the hidden layer, which sees how
/// they work together; `wide` features each add one weight to the outcome, and are for combinations spelt out by hand.
class FeatureList {
  public:
    /// More in one list could overflow the net's 16-bit sums; what is added beyond is dropped.
    static constexpr std::size_t capacity = 128;

    void clear() { deep_count_ = wide_count_ = 0; }

    /// Feature `template_id` with this value.
    void add_deep(std::uint32_t template_id, std::uint32_t value) { add(deep_, deep_count_, template_id, value); }
    void add_wide(std::uint32_t template_id, std::uint32_t value) { add(wide_, wide_count_, template_id, value); }

    [[nodiscard]] std::span<const std::uint32_t> deep() const { return {deep_.data(), deep_count_}; }
    [[nodiscard]] std::span<const std::uint32_t> wide() const { return {wide_.data(), wide_count_}; }

  private:
    using Hashes = std::array<std::uint32_t, capacity>;

    static void add(Hashes &hashes, std::size_t &count, std::uint32_t template_id, std::uint32_t value) {
        if (count < capacity) {
            hashes[count++] = spread(template_id, value);
        }
    }

    Hashes deep_;
    Hashes wide_;
    std::size_t deep_count_ = 0;
    std::size_t wide_count_ = 0;
};

/// Sizes and scales at the head of a stored net. Little-endian, every field 4 bytes.
struct FeatureNetHeader {
    std::uint32_t hidden = 0;
    /// Rows of the deep table and weights of the wide table, as powers of two.
    std::uint32_t deep_bits = 0;
    std::uint32_t wide_bits = 0;
    /// What one step of the stored 8-bit numbers is worth.
    float deep_step = 0;
    float wide_step = 0;
    float bias = 0;
};

/// A small trained net over hashed features: a sum of 8-bit rows, a rectifier, one output. It reads its weights where
/// they are mapped; const and thread-safe.
///
///   header | float hidden_bias[hidden] | float output[hidden] | int8 deep[2^deep_bits][hidden] | int8
///   wide[2^wide_bits]
class FeatureNet {
  public:
    static constexpr std::size_t hidden = 32;

    FeatureNet() = default;
    /// Takes its bytes from the front of `bytes`, which it shortens. `bytes` is 4-byte aligned and outlives the net.
    /// Throws ModelError when they are too short or of other sizes.
    explicit FeatureNet(std::span<const std::byte> &bytes);

    /// The log-odds of yes.
    [[nodiscard]] float score(const FeatureList &features) const;

    [[nodiscard]] static std::uint32_t bucket(std::uint32_t hash, std::uint32_t bits) { return hash >> (32U - bits); }

  private:
    FeatureNetHeader header_;
    const float *hidden_bias_ = nullptr;
    const float *output_ = nullptr;
    const std::int8_t *deep_ = nullptr;
    const std::int8_t *wide_ = nullptr;
};

} // namespace gainsay
