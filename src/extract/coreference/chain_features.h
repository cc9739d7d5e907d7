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
    /// 1: the phrase is the subject of a verb of reporting; 2: a quotation is its words.
    std::uint32_t speech = 0;
    /// Whether the phrase stands in a quotation of at least a clause.
    bool is_in_whole_quotation = false;
    /// The chain of who was last said to say something, and of the last subject of a main verb, outside
    /// of quotations; no chain has the greatest number.
    std::uint32_t last_speaker = ~std::uint32_t{0};
    std::uint32_t last_subject = ~std::uint32_t{0};
    /// The chain that the rules for pronouns say; no chain has the greatest number.
    std::uint32_t by_rule = ~std::uint32_t{0};
    /// How many candidates could be meant by their kind, number and sex.
    std::uint32_t fitting = 0;
    /// Chain by phrase, phrase by head token.
    std::span<const std::uint32_t> chain_of;
    std::span<const std::uint32_t> phrase_at;
};

/// Rows of ChainRanker that are on if the phrase begins a chain.
std::vector<std::uint32_t> features_of_new_chain(const ChainContext &context,
                                                 std::span<const std::uint32_t> candidates);
/// The place of a candidate among all, the latest mentioned first, and among those that fit by kind, number and sex;
/// one that does not fit has the greatest number there.
struct CandidateRank {
    std::size_t of_all = 0;
    std::uint32_t of_fitting = ~std::uint32_t{0};
};

/// Rows that are on if it belongs to the chain of this number.
std::vector<std::uint32_t> features_of_chain(const ChainContext &context, std::uint32_t number, CandidateRank place);

/// Whether a chain can be meant by its kind, number and sex.
bool fits(const ChainContext &context, const Chain &chain);

/// Whether the chain has the same noun with another owner: "Holub's team" is not "Belic's team".
bool has_other_owner(const ChainContext &context, const Chain &chain);

} // namespace gainsay
