#include "nlp/segmentation/token_piece.h"

#include "nlp/segmentation/char_class.h"
#include "nlp/segmentation/feature_hash.h"

#include <algorithm>

namespace gainsay {
namespace {

constexpr std::size_t longest_pattern = 8;
constexpr std::uint32_t rare_form = 0x2545F491U;
constexpr std::uint32_t initial_form = 0x6C8E9CF5U;
constexpr std::uint32_t opening_quote_form = 0x51ED270BU;
constexpr std::uint32_t closing_quote_form = 0xB5297A4DU;

bool is_double_quote(char32_t sign) {
    return sign == U'"';
}

bool is_apostrophe(const TextUnit &unit) {
    return unit.kind == UnitKind::sign && folded(unit.sign) == U'\'';
}

/// "J." of a name; "I." is more often the pronoun at the end.
bool is_initial(std::span<const TextUnit> units) {
    return units.size() == 2 && units[0].letter_case == LetterCase::single_upper && units[1].sign == U'.' &&
           units[1].length == 1;
}

} // namespace

std::uint32_t known_unit_form(const TextUnit &unit, WordEntry entry) {
    if (unit.kind != UnitKind::letters) {
        return unit.form;
    }
    if (unit.letter_case == LetterCase::single_upper && !unit.is_pronoun_i) {
        return initial_form;
    }
    return entry.is_frequent ? unit.form : rare_form;
}

std::uint32_t abbreviation_form(WordEntry entry) {
    constexpr std::uint32_t abbreviation = 0x165667B1U;
    return combine(abbreviation, (entry.word_class - WordClasses::first_abbreviation) / 2U);
}

std::uint32_t unit_look(const TextUnit &unit) {
    constexpr std::uint32_t letters = 1U << 24U;
    constexpr std::uint32_t digits = 2U << 24U;
    constexpr std::uint32_t run = 3U << 24U;
    constexpr std::uint32_t most_digits = 5;
    switch (unit.kind) {
    case UnitKind::letters:
        return letters + static_cast<std::uint32_t>(unit.letter_case);
    case UnitKind::digits:
        return digits + std::min<std::uint32_t>(unit.length, most_digits);
    case UnitKind::sign:
        break;
    }
    return (unit.length > 1 ? run : 0U) + static_cast<std::uint32_t>(folded(unit.sign));
}

TokenPiece make_piece(std::span<const TextUnit> units, std::size_t first, std::size_t end, const WordClasses &classes) {
    TokenPiece piece;
    piece.first_unit = first;
    piece.end_unit = end;
    piece.span = {units[first].span.begin, units[end - 1].span.end};
    piece.blank_before = units[first].blank_before;
    piece.ending = units[end - 1].ending;
    piece.form = units[first].form;
    piece.shape = unit_look(units[first]);
    piece.letter_case = units[first].letter_case;
    if (end - first == 1) {
        if (units[first].kind == UnitKind::sign) {
            piece.sign = folded(units[first].sign);
        }
    } else {
        for (std::size_t i = first + 1; i < end; ++i) {
            piece.form = combine(piece.form, units[i].form);
            if (i - first < longest_pattern) {
                piece.shape = combine(piece.shape, unit_look(units[i]));
            }
        }
        piece.form = avalanche(piece.form);
        piece.shape = avalanche(piece.shape);
    }
    const bool capitalised = piece.letter_case != LetterCase::lower;
    const WordEntry entry = classes.find(piece.form, capitalised);
    piece.word_class = entry.word_class;
    const auto own = units.subspan(first, end - first);
    if (own.size() == 1) {
        piece.known_form = known_unit_form(own[0], entry);
    } else if (entry.is_abbreviation()) {
        piece.known_form = abbreviation_form(entry);
    } else if (is_initial(own)) {
        piece.known_form = combine(initial_form, 1);
    } else {
        piece.known_form = entry.is_frequent ? piece.form : rare_form;
        if (own.size() == 2 && is_apostrophe(own[0]) && is_apostrophe(own[1])) {
            piece.sign = U'"';
        }
        if (piece.word_class == WordClasses::unknown && own[0].kind == UnitKind::letters) {
            piece.word_class = classes.find(own[0].form, capitalised).word_class;
        }
    }
    return piece;
}

void mark_quotes(std::span<TokenPiece> pieces) {
    bool open = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        TokenPiece &piece = pieces[i];
        if (!is_double_quote(piece.sign)) {
            continue;
        }
        const bool blank_after = i + 1 == pieces.size() || pieces[i + 1].blank_before;
        const bool opens = piece.blank_before == blank_after ? !open : piece.blank_before;
        piece.opens_quote = opens;
        piece.closes_quote = !opens;
        piece.known_form = opens ? opening_quote_form : closing_quote_form;
        open = opens;
    }
}

} // namespace gainsay
