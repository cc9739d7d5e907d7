#include "extract/coreference/feature_rows.h"

#include "extract/coreference/chain_ranker.h"

#include <algorithm>
#include <utility>

namespace gainsay {

std::uint32_t bucket(std::size_t value, std::initializer_list<std::size_t> limits) {
    std::uint32_t index = 0;
    for (const std::size_t limit : limits) {
        if (value <= limit) {
            return index;
        }
        ++index;
    }
    return index;
}

std::uint32_t text_code(const std::string &text) {
    std::uint32_t hash = 2166136261U;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    return hash;
}

void FeatureRows::add(FeatureFamily family, std::initializer_list<std::uint32_t> values) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL * (static_cast<std::uint64_t>(family) + 1);
    for (const std::uint32_t value : values) {
        hash = (hash ^ (value + 1)) * 0xFF51AFD7ED558CCDULL;
        hash ^= hash >> 33U;
    }
    hash *= 0xC4CEB9FE1A85EC53ULL;
    rows_.push_back(static_cast<std::uint32_t>((hash ^ (hash >> 29U)) % ChainRanker::row_count));
}

std::vector<std::uint32_t> FeatureRows::take() {
    std::sort(rows_.begin(), rows_.end());
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    return std::move(rows_);
}

} // namespace gainsay
