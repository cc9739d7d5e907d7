#pragma once

#include "nlp/segmentation/text_unit.h"
#include "nlp/segmentation/word_classes.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace gainsay {

/// A token as the tokenizer sees it before sentences are made: some units, and what decisions need to know of them.
struct TokenPiece {
    std::size_t first_unit = 0;
    std::size_t end_unit = 0;
    ByteSpan span;
    /// Hash of the folded form.
    std::uint32_t form = 0;
    /// What decisions look at: `form` if it is frequent, else the same number for all rare words; all initials are one
    /// form, and quotes are told apart by their role, not by their sign.
    std::uint32_t known_form = 0;
    /// Hash of the last three folded code points of its last unit.
    std::uint32_t ending = 0;
    /// Hash of the pattern of capitals, digits and signs.
    std::uint32_t shape = 0;
    /// Of the form, else of its first run of letters.
    std::uint16_t word_class = WordClasses::unknown;
    bool blank_before = false;
    LetterCase letter_case = LetterCase::none;
    /// The sign, for a token of one sign (straight form of quotes).
    char32_t sign = 0;
    bool opens_quote = false;
    bool closes_quote = false;
};

/// The token made of the units `[first, end)`; `classes` names its word class. Quote roles are left open.
[[nodiscard]] TokenPiece make_piece(std::span<const TextUnit> units, std::size_t first, std::size_t end,
                                    const WordClasses &classes);

/// Marks which quotes open and which close, from the blanks around them, else in turn.
void mark_quotes(std::span<TokenPiece> pieces);

/// `unit.form` as decisions see it: one number for all rare words, one for all single capitals but "I".
[[nodiscard]] std::uint32_t known_unit_form(const TextUnit &unit, WordEntry entry);

/// The form under which all abbreviations of the kind of `entry` are known.
[[nodiscard]] std::uint32_t abbreviation_form(WordEntry entry);

/// Coarse look of a unit as a small number: the case of letters, the number of digits, or the sign itself.
[[nodiscard]] std::uint32_t unit_look(const TextUnit &unit);

} // namespace gainsay
