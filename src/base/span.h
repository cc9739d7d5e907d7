#pragma once

#include <compare>
#include <cstddef>

namespace gainsay {

/// The bytes `[begin, end)` of a document's UTF-8 text. `begin <= end` always.
struct ByteSpan {
    std::size_t begin = 0;
    std::size_t end = 0;

    /// Length in bytes.
    constexpr std::size_t size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
    constexpr bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
    constexpr bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
    /// Whether the two share at least one byte.
    constexpr bool overlaps(ByteSpan other) const {
        return begin < other.end && other.begin < end && !empty() && !other.empty();
    }

    friend constexpr auto operator<=>(const ByteSpan &, const ByteSpan &) = default;
};

/// The shortest span that contains both.
constexpr ByteSpan hull(ByteSpan a, ByteSpan b) {
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

} // namespace gainsay
