#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gainsay {

/// A matrix of 8-bit weights in the order in which the kernels read it: [outputs / 16][inputs / 4][16][4], filled up
/// with zeros. Const; any number of threads.
class PackedWeights {
  public:
    /// Outputs in a block, inputs in a group.
    static constexpr std::size_t block_outputs = 16;
    static constexpr std::size_t group_inputs = 4;
    /// Weights are at most that large, so that two products with numbers up to 255 fit into 16 bits.
    static constexpr int largest_weight = 63;

    /// Whether none is beyond `largest_weight`.
    [[nodiscard]] static bool are_small(std::span<const std::int8_t> weights);

    /// `weights` is [inputs, scales.size()], row-major. Throws std::invalid_argument for another size and for weights
    /// beyond `largest_weight`.
    PackedWeights(std::span<const std::int8_t> weights, std::size_t inputs, std::span<const float> scales);

    [[nodiscard]] std::size_t inputs() const { return inputs_; }
    [[nodiscard]] std::size_t outputs() const { return outputs_; }
    [[nodiscard]] std::size_t groups() const { return groups_; }
    [[nodiscard]] std::size_t blocks() const { return blocks_; }

    /// Each group of a block once: `pairs` are the first of two neighbours whose weights are so small that four
    /// products with numbers up to 255, of the one and the other, fit into 16 bits together.
    struct Order {
        std::span<const std::uint32_t> pairs, singles;
    };
    [[nodiscard]] Order order(std::size_t block) const;

    /// [groups()][16][4], aligned to 64; the blocks follow each other.
    [[nodiscard]] const std::int8_t *block(std::size_t number) const { return groups_of_[number * groups_].data(); }
    /// What sums over inputs that are 128 too large begin with, [blocks() * 16].
    [[nodiscard]] const std::int32_t *starts() const { return starts_.data(); }
    /// [blocks() * 16]
    [[nodiscard]] const float *scales() const { return scales_.data(); }

  private:
    struct alignas(64) Group : std::array<std::int8_t, block_outputs * group_inputs> {};

    static bool fits(const Group &first, const Group &second);
    void find_pairs();

    std::size_t inputs_, outputs_, groups_, blocks_;
    std::vector<Group> groups_of_;
    std::vector<std::int32_t> starts_;
    std::vector<float> scales_;
    std::vector<std::uint32_t> order_; ///< of each block, pairs first
    struct Counts {
        std::size_t begin = 0, pairs = 0, singles = 0;
    };
    std::vector<Counts> counts_; ///< of each block
};

} // namespace gainsay
