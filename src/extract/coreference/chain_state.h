#pragma once

#include "extract/coreference/chain_finder.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// The chains of a document while they are being found, phrase by phrase in the order of the text. Refers to the book,
/// which must outlive it.
class ChainState {
  public:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    ChainState(const EntityBook &book, const Quotations &quotations, std::vector<OpenNominal> nominals);

    const EntityBook &book() const { return *book_; }
    const DocumentChains &all() const { return all_; }
    const std::vector<Phrase> &phrases() const { return all_.phrases; }
    const Chain &chain(std::uint32_t number) const { return all_.chains[number]; }
    /// The chain of a phrase; `none` where it has not been reached.
    std::uint32_t chain_of(std::uint32_t phrase) const { return chain_of_[phrase]; }
    std::span<const std::uint32_t> chains_of_phrases() const { return chain_of_; }
    /// The phrase with this head, or `none`.
    std::uint32_t phrase_at(TokenIndex head) const { return phrase_at_[head]; }
    std::span<const std::uint32_t> phrases_at_heads() const { return phrase_at_; }
    /// By quotation, the head of who speaks.
    const std::vector<std::optional<TokenIndex>> &speakers() const { return speakers_; }
    /// Whether the phrase stands in a quotation of at least a clause: "He is wrong," she said.
    bool is_in_whole_quotation(const Phrase &phrase) const {
        return phrase.quotation >= 0 && is_whole_[static_cast<std::size_t>(phrase.quotation)];
    }
    /// The latest chains with the word, the last one at the end.
    const std::vector<std::uint32_t> &chains_of_word(std::uint32_t word) const;
    /// The latest chain of "I", "you", "we", or `none`.
    const std::array<std::uint32_t, 3> &latest_of_speech() const { return latest_; }

    /// Made where there is none.
    std::uint32_t chain_of_entity(std::int64_t entity);
    std::uint32_t new_chain();
    /// The phrase at the position is one of the chain's.
    void extend(std::uint32_t number, std::uint32_t position);
    /// The phrases and pronouns of `from` become `into`'s; `from` stays behind empty.
    void take_over(std::uint32_t into, std::uint32_t from);
    void set_margin(std::uint32_t phrase, float margin) { all_.margins[phrase] = margin; }
    /// The chain of who speaks where the phrase stands, made where he is only named behind his words; or `none`.
    std::uint32_t speaker_chain(const Phrase &phrase);

    /// Of the chain's entity or else by its nouns and pronouns.
    bool is_person(const Chain &chain) const;
    /// A state, an organization or a medium.
    bool is_body(const Chain &chain) const;
    /// The subject of the main verb: whom or what the sentence is about.
    bool is_main_subject(const Phrase &phrase) const;
    /// Whether some quotation is this one's words.
    bool says_quotation(const Phrase &phrase) const;

    DocumentChains finish() { return std::move(all_); }

  private:
    /// Files the chain as the latest with the word.
    void file(std::uint32_t word, std::uint32_t chain);

    const EntityBook *book_;
    DocumentChains all_;
    /// Chain by phrase; phrase by head token.
    std::vector<std::uint32_t> chain_of_;
    std::vector<std::uint32_t> phrase_at_;
    std::vector<std::optional<TokenIndex>> speakers_;
    /// By quotation, whether it begins a sentence or stands behind a comma or a colon.
    std::vector<bool> is_whole_;
    /// The heads among them.
    std::unordered_set<TokenIndex> speaking_heads_;
    std::unordered_map<std::int64_t, std::uint32_t> by_entity_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word_;
    std::array<std::uint32_t, 3> latest_{none, none, none};
};

bool is_body_kind(NodeKind kind);

/// A chain takes a number once.
void add_once(std::vector<std::uint32_t> &numbers, std::uint32_t number);

/// Whether nothing speaks for the other sex, and something for this one if it is a body's pronoun as well; any chain
/// where the sex is not told.
bool has_sex(const Chain &chain, Gender gender);

} // namespace gainsay
