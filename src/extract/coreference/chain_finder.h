#pragma once

#include "extract/coreference/chain_ranker.h"
#include "extract/coreference/phrase.h"
#include "extract/mentions/entity_book.h"
#include "extract/mentions/nominal_mentions.h"
#include "extract/syntax/quotations.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace gainsay {

/// Phrases that refer to the same, in the order of the text, with what they tell together.
struct Chain {
    std::vector<std::uint32_t> phrases;
    /// The entity of the book, or Phrase::none.
    std::int64_t entity = Phrase::none;
    /// Bits by PhraseType of the pronouns.
    std::uint32_t pronouns = 0;
    bool has_male = false;
    bool has_female = false;
    /// The same, by more than a first name.
    bool is_surely_male = false;
    bool is_surely_female = false;
    bool has_name = false;
    std::uint32_t plural_count = 0;
    std::uint32_t singular_count = 0;
    /// How many nouns of each NounClass.
    std::vector<std::uint16_t> classes = std::vector<std::uint16_t>(18, 0);
    NounClass noun_class = NounClass::unknown;
    /// Numbers of lemmas: heads of nominals, words of names, words of titles; each once.
    std::vector<std::uint32_t> heads;
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> titles;
};

/// A phrase and the chains that it may belong to. Features of `new_chain`, then of each candidate.
struct ChainChoice {
    std::uint32_t phrase = 0;
    std::vector<std::uint32_t> candidates;
    std::vector<std::vector<std::uint32_t>> features;
};

/// What was chosen: 0 for a new chain or the number of the candidate from 1, and by how much its score is above the
/// next best (the ranker's own scale).
struct ChainPick {
    // A choice is mostly made without scores.
    ChainPick(std::size_t chosen, float ahead = sure) : number(chosen), margin(ahead) {} // NOLINT(*-explicit-*)

    static constexpr float sure = 1e6F;
    std::size_t number;
    float margin;
};

/// The chains of a document. `choose` gets each choice with all phrases and the chains so far. Phrases that the book
/// knows, and those that rules decide, are not asked for.
struct DocumentChains {
    std::vector<Phrase> phrases;
    std::vector<OpenNominal> nominals;
    std::vector<Chain> chains;
    /// Of the choice for each phrase.
    std::vector<float> margins;
};
using ChainChooser = std::function<ChainPick(const ChainChoice &, const DocumentChains &)>;

DocumentChains find_chains(const EntityBook &book, const Quotations &quotations, std::vector<OpenNominal> nominals,
                           const ChainChooser &choose);

/// The choice of the trained ranker.
ChainChooser choose_by(const ChainRanker &ranker);

/// Adds to the book what the chains tell: mentions of its entities, and entities for chains of actors and places that
/// it does not know.
void add_chains(EntityBook &book, const DocumentChains &chains);

} // namespace gainsay
