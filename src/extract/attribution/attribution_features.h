#pragma once

#include "extract/syntax/quotations.h"
#include "extract/syntax/syntax.h"
#include "language/english.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// What the attribution network is told of a token; each is a small number, 0 where nothing is known.
enum class TokenField : std::uint8_t { lemma, upos, relation, reporting, quotation, name, place };
inline constexpr std::size_t token_field_count = 7;

/// What it is told of a token as seen from a cue.
enum class CueField : std::uint8_t { distance, sentence, branch, cue_branch, depth, quotation };
inline constexpr std::size_t cue_field_count = 6;

/// The words and relations that the network knows, numbered from 1; 0 is any other.
struct AttributionVocabulary {
    AttributionVocabulary(const std::vector<std::string> &lemmas, const std::vector<std::string> &relations);

    std::unordered_map<std::string, std::uint16_t> lemma_numbers;
    std::unordered_map<std::string, std::uint16_t> relation_numbers;

    /// Number of values of each field.
    std::array<std::size_t, token_field_count> token_values() const;
    std::array<std::size_t, cue_field_count> cue_values() const;
};

/// Tokens `[first, end)`.
struct TokenRange {
    TokenIndex first = 0;
    TokenIndex end = 0;

    std::size_t size() const { return end - first; }
    friend bool operator==(const TokenRange &, const TokenRange &) = default;
};

/// The tokens around a cue among which its source and content are looked for, with their fields
/// [window.size(), cue_field_count].
struct CueWindow {
    TokenRange cue;
    TokenRange window;
    std::vector<std::uint16_t> fields;
};

/// Turns a parsed document into the numbers that the attribution network reads; the same in training and at run time.
/// Refers to its arguments, which must outlive it.
class AttributionFeatures {
  public:
    AttributionFeatures(const Syntax &syntax, const Quotations &quotations, const English &english,
                        const AttributionVocabulary &vocabulary);

    /// Stretches that the network reads as one: paragraphs, long ones cut between sentences (or, where a sentence is
    /// longer than any should be, within it).
    std::vector<TokenRange> paragraphs() const;
    /// [tokens, token_field_count]
    std::vector<std::uint16_t> token_fields() const;
    CueWindow window(TokenRange cue) const;
    /// The token of the cue on which its others depend.
    TokenIndex head_of(TokenRange cue) const;

  private:
    std::uint16_t reporting_value(TokenIndex token) const;
    TokenRange window_range(TokenRange cue) const;
    bool has_quotation(std::size_t sentence) const;

    const Syntax *syntax_;
    const Quotations *quotations_;
    const English *english_;
    const AttributionVocabulary *vocabulary_;
};

} // namespace gainsay
