#pragma once

#include "text/document.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gainsay {

/// A stretch of a sentence that is analyzed as one: all of it, or a part of one that is longer than the analyzer takes.
struct SentenceStretch {
    std::size_t document = 0; ///< its place among those handed in
    std::size_t sentence = 0;
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;

    [[nodiscard]] std::size_t size() const { return end_token - first_token; }
};

/// Of all sentences, in the order of the documents and their texts.
[[nodiscard]] std::vector<SentenceStretch> stretches_of(std::span<Document *const> documents);

/// The window's stretches by their places in it, the longest first: those that are analyzed together are about equally
/// long.
[[nodiscard]] std::vector<std::size_t> longest_first(std::span<const SentenceStretch> window);

} // namespace gainsay
