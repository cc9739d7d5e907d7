#pragma once

#include <cstdint>

namespace gainsay {

/// Spreads the bits of a hash.
constexpr std::uint32_t avalanche(std::uint32_t value) {
    value ^= value >> 16U;
    value *= 0x7FEB352DU;
    value ^= value >> 15U;
    value *= 0x846CA68BU;
    value ^= value >> 16U;
    return value;
}

/// One hash of two; the order counts.
constexpr std::uint32_t combine(std::uint32_t first, std::uint32_t second) {
    return (first * 0x9E3779B1U) ^ (second + 0x7F4A7C15U + (first >> 7U));
}

/// The hash of one feature; all of its bits are good.
constexpr std::uint32_t spread(std::uint32_t template_id, std::uint32_t value) {
    std::uint32_t hash = (value ^ (template_id * 0x9E3779B1U)) * 0x85EBCA6BU;
    hash = (hash ^ (hash >> 15U)) * 0xC2B2AE35U;
    return hash ^ (hash >> 14U);
}

} // namespace gainsay
