#include "nlp/segmentation/join_features.h"

#include "nlp/segmentation/feature_hash.h"
#include "nlp/segmentation/token_piece.h"

#include <algorithm>
#include <array>

namespace gainsay {
namespace {

constexpr std::uint32_t outside = 0x00ABCDEFU;
constexpr std::uint32_t behind_blank = 0x55000000U;
/// Units of a token beyond these tell nothing more.
constexpr std::size_t longest_look = 24;
/// In units.
constexpr std::size_t longest_quote = 120;

std::uint32_t bucket_of(std::size_t count) {
    constexpr std::size_t exact = 6;
    constexpr std::size_t few = 10;
    if (count < exact) {
        return static_cast<std::uint32_t>(count);
    }
    return count < few ? exact : exact + 1;
}

/// Feature templates; a new number asks for a new model.
enum Template : std::uint32_t {
    look_at = 0x100,
    form_at = 0x120,
    class_at = 0x140,
    chunk_traits = 0x160,
    place_in_chunk,
    rest_of_chunk,
    token_length,
    token_look,
    token_spelling,
    joined_class,
    longer_class,
    joined_known,
    single_quote,
    left_ending,
    right_length,
    left_length,
    next_chunk_look,
    next_chunk_form,
    next_chunk_class,
    previous_chunk_form,
    pair = 0x200,
};

/// What stands in a chunk.
enum Trait : std::uint32_t {
    at_sign = 1,
    scheme = 2,
    slash = 8,
    digits = 16,
    letters = 32,
    inner_dot = 64,
    hyphen = 128,
    underscore = 256,
    colon = 512,
    angle = 1024,
    many_digits = 2048,
    apostrophe = 4096,
    only_signs = 8192
};

} // namespace

std::uint32_t JoinFeatures::traits_of(std::span<const TextUnit> chunk) {
    std::uint32_t traits = 0;
    constexpr std::uint8_t many = 3;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        const TextUnit &unit = chunk[i];
        if (unit.kind == UnitKind::letters) {
            traits |= letters;
        } else if (unit.kind == UnitKind::digits) {
            traits |= unit.length >= many ? digits | many_digits : digits;
        } else {
            switch (unit.sign) {
            case U'@':
                traits |= at_sign;
                break;
            case U'/':
                traits |= slash;
                if (i > 1 && chunk[i - 1].sign == U'/' && chunk[i - 2].sign == U':') {
                    traits |= scheme;
                }
                break;
            case U'-':
                traits |= hyphen;
                break;
            case U'_':
                traits |= underscore;
                break;
            case U':':
                traits |= colon;
                break;
            case U'<':
            case U'>':
                traits |= angle;
                break;
            case U'.':
                if (i > 0 && i + 1 < chunk.size() && chunk[i - 1].kind != UnitKind::sign &&
                    chunk[i + 1].kind != UnitKind::sign) {
                    traits |= inner_dot;
                }
                break;
            case U'\'':
            case U'\u2019':
                traits |= apostrophe;
                break;
            default:
                break;
            }
        }
    }
    if ((traits & (letters | digits)) == 0) {
        traits |= only_signs;
    }
    return traits;
}

bool JoinFeatures::is_candidate(std::size_t left) const {
    const TextUnit &right = units_[left + 1];
    if (right.blank_before || units_[left].sign == U'\u2018') {
        return false;
    }
    const Chunk &chunk = chunks_[chunk_of_[left]];
    const bool is_last = left + 2 == chunk.end;
    return !(is_last && (right.sign == U'.' || right.sign == U',') && right.length == 1 &&
             (chunk.traits & (scheme | at_sign)) != 0);
}

void JoinFeatures::start(std::span<const TextUnit> units, const WordClasses &classes) {
    units_ = units;
    table_ = &classes;
    classes_.clear();
    forms_.clear();
    in_single_quote_.clear();
    std::size_t quote_opened = units.size();
    looks_.clear();
    chunk_of_.clear();
    chunks_.clear();
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (i == 0 || units[i].blank_before) {
            chunks_.push_back({i, i, 0});
        }
        chunk_of_.push_back(static_cast<std::uint32_t>(chunks_.size() - 1));
        chunks_.back().end = i + 1;
        looks_.push_back(unit_look(units[i]));
        // One that opens has a blank before and none after it; one that is never closed is forgotten in time.
        const bool open = quote_opened < i && i - quote_opened < longest_quote;
        in_single_quote_.push_back(open);
        if (looks_.back() == U'\'') {
            const bool blank_after = i + 1 == units.size() || units[i + 1].blank_before;
            if (units[i].blank_before && !blank_after) {
                quote_opened = i;
            } else if (open && blank_after && i > 0 && units[i - 1].kind == UnitKind::sign) {
                quote_opened = units.size();
            }
        }
        const WordEntry entry = units[i].kind == UnitKind::letters
                                    ? classes.find(units[i].form, units[i].letter_case != LetterCase::lower)
                                    : WordEntry{};
        classes_.push_back(entry.word_class);
        forms_.push_back(known_unit_form(units[i], entry));
    }
    for (Chunk &chunk : chunks_) {
        if (chunk.end - chunk.first > 1) {
            chunk.traits = traits_of(units.subspan(chunk.first, chunk.end - chunk.first));
        }
    }
}

std::uint32_t JoinFeatures::look(std::size_t base, std::ptrdiff_t offset) const {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(base) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(units_.size())) {
        return outside;
    }
    const auto index = static_cast<std::size_t>(at);
    return looks_[index] ^ (chunk_of_[index] == chunk_of_[base] ? 0U : behind_blank);
}

std::uint32_t JoinFeatures::form(std::size_t base, std::ptrdiff_t offset) const {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(base) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(units_.size())) {
        return outside;
    }
    const auto index = static_cast<std::size_t>(at);
    return forms_[index] ^ (chunk_of_[index] == chunk_of_[base] ? 0U : behind_blank);
}

std::uint32_t JoinFeatures::word_class(std::size_t base, std::ptrdiff_t offset) const {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(base) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(units_.size())) {
        return outside;
    }
    const auto index = static_cast<std::size_t>(at);
    return classes_[index] ^ (chunk_of_[index] == chunk_of_[base] ? 0U : behind_blank);
}

void JoinFeatures::extract(std::size_t left, std::size_t token_first, FeatureList &features) const {
    features.clear();
    const Chunk &chunk = chunks_[chunk_of_[left]];
    const auto look_k = [&](std::ptrdiff_t k) { return look(left, k); };
    const auto slot = [](std::ptrdiff_t k) { return static_cast<std::uint32_t>(k + 8); };

    std::uint32_t token = units_[token_first].form;
    std::uint32_t pattern = looks_[token_first];
    const std::size_t looked_at = std::min(left, token_first + longest_look);
    for (std::size_t i = token_first + 1; i <= looked_at; ++i) {
        token = combine(token, units_[i].form);
        pattern = combine(pattern, looks_[i]);
    }
    const bool capitalised = units_[token_first].letter_case != LetterCase::lower;
    // The token as it would be: "gen" before "." is a word of which vectors know "gen."
    const TextUnit &right = units_[left + 1];
    const std::uint32_t joined = combine(token, right.form);
    const WordEntry joined_entry = table_->find(avalanche(joined), capitalised);
    const bool has_second = left + 2 < chunk.end;
    const WordEntry longer_entry =
        has_second ? table_->find(avalanche(combine(joined, units_[left + 2].form)), capitalised) : WordEntry{};
    const WordEntry token_entry = table_->find(token_first == left ? token : avalanche(token), capitalised);
    token = token_entry.is_frequent || units_[left].kind != UnitKind::letters ? avalanche(token) : forms_[left];
    pattern = avalanche(pattern);
    // Before the full stop of a listed abbreviation its own letters do not count, only its kind.
    const bool abbreviation = joined_entry.is_abbreviation();
    if (abbreviation) {
        token = abbreviation_form(joined_entry);
    }
    const std::uint32_t known = (joined_entry.word_class != 0 ? 1U : 0U) + (joined_entry.is_frequent ? 2U : 0U) +
                                (longer_entry.word_class != 0 ? 4U : 0U) + (longer_entry.is_frequent ? 8U : 0U) +
                                (token_entry.word_class != 0 ? 16U : 0U);

    const auto form_k = [&](std::ptrdiff_t k) { return abbreviation && k == 0 ? token : form(left, k); };
    const auto class_k = [&](std::ptrdiff_t k) {
        return abbreviation && k == 0 ? std::uint32_t{joined_entry.word_class} : word_class(left, k);
    };
    const std::uint32_t ending = abbreviation ? token : units_[left].ending;

    for (std::ptrdiff_t k = -3; k <= 4; ++k) {
        features.add_deep(look_at + slot(k), look_k(k));
    }
    for (std::ptrdiff_t k = -2; k <= 3; ++k) {
        features.add_deep(form_at + slot(k), form_k(k));
    }
    for (std::ptrdiff_t k = -1; k <= 3; ++k) {
        features.add_deep(class_at + slot(k), class_k(k));
    }
    features.add_deep(chunk_traits, chunk.traits);
    features.add_deep(place_in_chunk, bucket_of(left - chunk.first));
    features.add_deep(rest_of_chunk, bucket_of(chunk.end - left - 1));
    features.add_deep(token_length, bucket_of(left - token_first));
    features.add_deep(token_look, pattern);
    features.add_deep(token_spelling, token);
    features.add_deep(joined_class, joined_entry.word_class);
    features.add_deep(longer_class, longer_entry.word_class);
    features.add_deep(joined_known, known);
    const std::uint32_t quoted = in_single_quote_[left] ? 1U : 0U;
    features.add_deep(single_quote, quoted);
    features.add_deep(left_ending, ending);
    features.add_deep(right_length, std::min<std::uint32_t>(right.length, 8));
    features.add_deep(left_length, std::min<std::uint32_t>(units_[left].length, 8));
    const bool has_next = chunk.end < units_.size();
    const std::uint32_t next_look = has_next ? looks_[chunk.end] : outside;
    const std::uint32_t next_form = has_next ? forms_[chunk.end] : outside;
    const std::uint32_t next_class = has_next ? classes_[chunk.end] : outside;
    features.add_deep(next_chunk_look, next_look);
    features.add_deep(next_chunk_form, next_form);
    features.add_deep(next_chunk_class, next_class);
    features.add_deep(previous_chunk_form, chunk.first > 0 ? forms_[chunk.first - 1] : outside);

    std::uint32_t number = pair;
    const auto wide = [&](auto first, auto... others) {
        std::uint32_t hash = first;
        ((hash = avalanche(combine(hash, others))), ...);
        features.add_wide(number++, hash);
    };
    const bool last_border = left + 2 == chunk.end;
    const std::uint32_t border = last_border ? 1U : 0U;
    const std::uint32_t glued = token_first < left ? 1U : 0U;
    wide(form_k(0), form_k(1));
    wide(form_k(0), look_k(1), glued);
    wide(look_k(0), form_k(1), glued);
    wide(form_k(-1), form_k(0), form_k(1));
    wide(form_k(0), form_k(1), form_k(2));
    wide(form_k(-1), form_k(1));
    wide(form_k(0), form_k(2));
    wide(look_k(-1), look_k(0), look_k(1), look_k(2));
    wide(look_k(-2), look_k(-1), look_k(0), look_k(1), look_k(2), look_k(3));
    wide(look_k(0), look_k(1), look_k(2), look_k(3), look_k(4));
    wide(look_k(-3), look_k(-2), look_k(-1), look_k(0), look_k(1));
    wide(token, form_k(1));
    wide(token, form_k(1), border, next_look);
    wide(pattern, form_k(1), border);
    wide(pattern, look_k(1), border, next_look);
    wide(chunk.traits, form_k(0), look_k(1));
    wide(chunk.traits, look_k(0), form_k(1));
    wide(chunk.traits, look_k(-1), look_k(0), look_k(1), look_k(2), glued);
    wide(form_k(0), form_k(1), next_form);
    wide(form_k(0), form_k(1), border, next_class);
    wide(class_k(0), form_k(1), class_k(2));
    wide(class_k(-1), form_k(0), class_k(1));
    wide(form_k(1), border, next_look, units_[left].length);
    wide(ending, form_k(1), border);
    wide(token, chunk.traits);
    wide(known, form_k(1), border, next_look);
    wide(quoted, form_k(1), look_k(0), border);
    wide(quoted, form_k(1), ending, border);
    wide(quoted, form_k(1), next_class, border);
    wide(known, pattern, form_k(1), border);
    wide(known, form_k(0), form_k(1));
    wide(joined_entry.word_class, border, next_look);
}

} // namespace gainsay
