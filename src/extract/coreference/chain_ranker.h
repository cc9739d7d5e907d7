#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Says how well a phrase goes with a chain, from features that are on or off: one row of weights a feature, summed,
/// one layer of rectifiers, one score (a feed-forward mention ranker, after Clark and Manning 2016 and Wiseman et al.
/// 2015, small enough for a text's every pair). Const once loaded: threads share one.
class ChainRanker {
  public:
    static constexpr std::size_t row_count = std::size_t{1} << 14U;
    static constexpr std::size_t width = 32;

    /// All weights zero.
    ChainRanker();
    /// Throws ModelError where the file is missing, damaged or of another version.
    static ChainRanker load(const std::filesystem::path &path);
    /// The bytes of a file that load() reads; weights are rounded to 8 bits.
    std::string to_bytes() const;
    static ChainRanker from_bytes(std::string_view bytes, const std::string &name);

    /// `features`: rows, below row_count.
    float score(std::span<const std::uint32_t> features) const;

    /// For the trainer. Rows one after the other; then what is added to the sum, and the weights of the score.
    std::vector<float> rows;
    std::array<float, width> bias{};
    std::array<float, width> output{};
};

} // namespace gainsay
