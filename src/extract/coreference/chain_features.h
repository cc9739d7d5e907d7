#pragma once

#include "extract/coreference/chain_finder.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gainsay {

/// What the features of one phrase are made of. Refers to the book and the chains.
struct ChainContext {
    ChainContext(const EntityBook &the_book, const DocumentChains &the_chains, std::uint32_t position)
        : book(&the_book), all(&the_chains), phrase(&the_chains.phrases[position]), at(position) {}

    const EntityBook *book;
    const DocumentChains *all;
    const Phrase *phrase;
    /// Position of the phrase.
    std::uint32_t at;
    /// The chain of who speaks here; no chain has the greatest number.
    std::uint32_t speaker = ~std::uint32_t{0};
    /// Chain by phrase, phrase by head token.
    std::span<const std::uint32_t> chain_of;
    std::span<const std::uint32_t> phrase_at;
};

/// Rows of ChainRanker that are on if the phrase begins a chain.
std::vector<std::uint32_t> features_of_new_chain(const ChainContext &context,
                                                 std::span<const std::uint32_t> candidates);
/// Rows that are on if it belongs to the chain of this number, which is the `rank`th of the candidates, the latest
/// mentioned first.
std::vector<std::uint32_t> features_of_chain(const ChainContext &context, std::uint32_t number, std::size_t rank);

/// Whether the chain has the same noun with another owner: "Holub's team" is not "Belic's team".
bool has_other_owner(const ChainContext &context, const Chain &chain);

} // namespace gainsay
