#include "neural/packed_weights.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gainsay {

namespace {

using Group = std::array<std::int8_t, PackedWeights::block_outputs * PackedWeights::group_inputs>;

/// The numbers of four rows in turns.
void interleave(const std::array<const std::int8_t *, PackedWeights::group_inputs> &rows, std::int8_t *group) {
#if defined(__SSE2__)
    const auto load = [&rows](std::size_t row) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(rows[row]));
    };
    const auto store = [group](std::size_t part, __m128i bytes) {
        _mm_storeu_si128(reinterpret_cast<__m128i *>(group) + part, bytes);
    };
    const __m128i first = _mm_unpacklo_epi8(load(0), load(1));
    const __m128i second = _mm_unpacklo_epi8(load(2), load(3));
    const __m128i third = _mm_unpackhi_epi8(load(0), load(1));
    const __m128i fourth = _mm_unpackhi_epi8(load(2), load(3));
    store(0, _mm_unpacklo_epi16(first, second));
    store(1, _mm_unpackhi_epi16(first, second));
    store(2, _mm_unpacklo_epi16(third, fourth));
    store(3, _mm_unpackhi_epi16(third, fourth));
#else
    for (std::size_t n = 0; n < PackedWeights::block_outputs; ++n) {
        for (std::size_t i = 0; i < PackedWeights::group_inputs; ++i) {
            group[PackedWeights::group_inputs * n + i] = rows[i][n];
        }
    }
#endif
}

} // namespace

PackedWeights::PackedWeights(std::span<const std::int8_t> weights, std::size_t inputs, std::span<const float> scales)
    : inputs_(inputs), outputs_(scales.size()), groups_((inputs + group_inputs - 1) / group_inputs),
      blocks_((outputs_ + block_outputs - 1) / block_outputs), groups_of_(groups_ * blocks_),
      starts_(blocks_ * block_outputs), scales_(blocks_ * block_outputs) {
    if (weights.size() != inputs_ * outputs_) {
        throw std::invalid_argument("PackedWeights: the weights do not have the size of the matrix");
    }
    if (!are_small(weights)) {
        throw std::invalid_argument("PackedWeights: a weight is larger than 63");
    }
    std::copy(scales.begin(), scales.end(), scales_.begin());
    constexpr std::int32_t offset = 128;
    for (std::size_t k = 0; k < inputs_; ++k) {
        const std::int8_t *row = weights.data() + k * outputs_;
        for (std::size_t n = 0; n < outputs_; ++n) {
            starts_[n] -= offset * row[n];
        }
    }
    // What there is no row or column for.
    static constexpr std::array<std::int8_t, block_outputs> zeros{};
    std::array<std::array<std::int8_t, block_outputs>, group_inputs> narrow{};
    std::array<const std::int8_t *, group_inputs> rows{};
    for (std::size_t block = 0; block < blocks_; ++block) {
        const std::size_t first = block * block_outputs;
        const std::size_t count = std::min(block_outputs, outputs_ - first);
        for (std::size_t group = 0; group < groups_; ++group) {
            for (std::size_t i = 0; i < group_inputs; ++i) {
                const std::size_t k = group * group_inputs + i;
                rows[i] = k < inputs_ ? weights.data() + k * outputs_ + first : zeros.data();
                if (k < inputs_ && count < block_outputs) {
                    std::copy_n(rows[i], count, narrow[i].data());
                    rows[i] = narrow[i].data();
                }
            }
            interleave(rows, groups_of_[block * groups_ + group].data());
        }
    }
    find_pairs();
}

bool PackedWeights::are_small(std::span<const std::int8_t> weights) {
    // Without a way out of the loop and by unsigned numbers, so that compilers turn it into vectors: those of any
    // x86-64 have the larger of two unsigned bytes, but not of two signed ones.
    std::uint8_t most = 0;
    for (const std::int8_t weight : weights) {
        most = std::max(most, static_cast<std::uint8_t>(weight + largest_weight));
    }
    return most <= 2 * largest_weight;
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
