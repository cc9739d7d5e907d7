#include "neural/packed_weights.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace gainsay {

namespace {

using Rows = std::array<std::array<std::int8_t, PackedWeights::block_outputs>, PackedWeights::group_inputs>;
using Group = std::array<std::int8_t, PackedWeights::block_outputs * PackedWeights::group_inputs>;

/// Turns the rows' weights into a group and adds them to the sums of their columns.
void interleave(const Rows &rows, Group &group, std::int32_t *sums) {
    for (std::size_t n = 0; n < PackedWeights::block_outputs; ++n) {
        group[4 * n] = rows[0][n];
        group[4 * n + 1] = rows[1][n];
        group[4 * n + 2] = rows[2][n];
        group[4 * n + 3] = rows[3][n];
    }
    for (std::size_t n = 0; n < PackedWeights::block_outputs; ++n) {
        sums[n] += rows[0][n] + rows[1][n] + rows[2][n] + rows[3][n];
    }
}

} // namespace

PackedWeights::PackedWeights(std::span<const std::int8_t> weights, std::size_t inputs, std::span<const float> scales)
    : inputs_(inputs), outputs_(scales.size()), groups_((inputs + group_inputs - 1) / group_inputs),
      blocks_((outputs_ + block_outputs - 1) / block_outputs), groups_of_(groups_ * blocks_),
      starts_(blocks_ * block_outputs), scales_(blocks_ * block_outputs) {
    if (weights.size() != inputs_ * outputs_) {
        throw std::invalid_argument("PackedWeights: the weights do not have the size of the matrix");
    }
    if (std::any_of(weights.begin(), weights.end(),
                    [](std::int8_t weight) { return weight < -largest_weight || weight > largest_weight; })) {
        throw std::invalid_argument("PackedWeights: a weight is larger than 63");
    }
    std::copy(scales.begin(), scales.end(), scales_.begin());
    constexpr std::int32_t offset = 128;
    for (std::size_t block = 0; block < blocks_; ++block) {
        const std::size_t first = block * block_outputs;
        const std::size_t count = std::min(block_outputs, outputs_ - first);
        std::int32_t *starts = starts_.data() + first;
        Rows rows{};
        for (std::size_t group = 0; group < groups_; ++group) {
            for (std::size_t i = 0; i < group_inputs; ++i) {
                const std::size_t k = group * group_inputs + i;
                const std::int8_t *from = weights.data() + k * outputs_ + first;
                if (k < inputs_ && count == block_outputs) {
                    std::memcpy(rows[i].data(), from, block_outputs);
                } else {
                    rows[i].fill(0);
                    std::copy_n(from, k < inputs_ ? count : 0, rows[i].data());
                }
            }
            interleave(rows, groups_of_[block * groups_ + group], starts);
        }
        for (std::size_t n = 0; n < block_outputs; ++n) {
            starts[n] *= -offset;
        }
    }
    find_pairs();
}

PackedWeights::Order PackedWeights::order(std::size_t block) const {
    const Counts &counts = counts_[block];
    const std::span<const std::uint32_t> all(order_);
    return {all.subspan(counts.begin, counts.pairs), all.subspan(counts.begin + counts.pairs, counts.singles)};
}

bool PackedWeights::fits(const Group &first, const Group &second) {
    // The most that a sum can be, and the least, where the input is 255 for all weights of one sign and 0 for others.
    constexpr int most = 32767 / 255;
    constexpr std::size_t size = block_outputs * group_inputs;
    std::array<std::uint8_t, size> above{};
    std::array<std::uint8_t, size> below{};
    for (std::size_t i = 0; i < size; ++i) {
        const std::int8_t a = first[i];
        const std::int8_t b = second[i];
        above[i] = static_cast<std::uint8_t>((a > 0 ? a : 0) + (b > 0 ? b : 0));
        below[i] = static_cast<std::uint8_t>((a < 0 ? -a : 0) + (b < 0 ? -b : 0));
    }
    int largest = 0;
    for (const auto &bytes : {above, below}) {
        std::array<std::uint16_t, size / 2> twos{};
        std::memcpy(twos.data(), bytes.data(), size);
        for (const std::uint16_t two : twos) {
            largest = std::max(largest, (two & 0xFF) + (two >> 8U));
        }
    }
    return largest <= most;
}

void PackedWeights::find_pairs() {
    std::vector<std::uint32_t> singles;
    order_.reserve(blocks_ * groups_);
    for (std::size_t block = 0; block < blocks_; ++block) {
        Counts counts{order_.size(), 0, 0};
        singles.clear();
        const Group *groups = groups_of_.data() + block * groups_;
        for (std::size_t g = 0; g < groups_;) {
            if (g + 1 < groups_ && fits(groups[g], groups[g + 1])) {
                order_.push_back(static_cast<std::uint32_t>(g));
                g += 2;
            } else {
                singles.push_back(static_cast<std::uint32_t>(g));
                ++g;
            }
        }
        counts.pairs = order_.size() - counts.begin;
        counts.singles = singles.size();
        order_.insert(order_.end(), singles.begin(), singles.end());
        counts_.push_back(counts);
    }
}

} // namespace gainsay
