#include "nlp/segmentation/multiword.h"

#include "nlp/segmentation/char_class.h"
#include "nlp/segmentation/feature_hash.h"
#include "nlp/segmentation/section_reader.h"

#include "base/utf8.h"

#include <algorithm>
#include <string>

namespace gainsay {
namespace {

constexpr std::uint32_t outside = 0x00ABCDEFU;

enum Template : std::uint32_t { form_at = 0x2000, class_at = 0x2020, look_at = 0x2040, key_of = 0x2060, pair = 0x2080 };

bool has_apostrophe(std::span<const TextUnit> units) {
    return std::any_of(units.begin(), units.end(),
                       [](const TextUnit &unit) { return unit.kind == UnitKind::sign && folded(unit.sign) == U'\''; });
}

} // namespace

WordSplits::WordSplits(std::span<const std::byte> &bytes) {
    SectionReader reader(bytes);
    const std::size_t count = *reader.take<std::uint32_t>(1);
    rows_ = {reader.take<WordSplit>(count), count};
    bytes = reader.rest();
}

std::uint32_t WordSplits::ending_key(std::u32string_view ending) {
    std::uint32_t hash = 0x811C9DC5U;
    for (const char32_t code : ending) {
        hash = (hash ^ static_cast<std::uint32_t>(code)) * 0x01000193U;
    }
    return avalanche(hash);
}

const WordSplit *WordSplits::row(std::uint32_t key, bool is_ending) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), key,
                                        [](const WordSplit &row, std::uint32_t wanted) { return row.key < wanted; });
    return found != rows_.end() && found->key == key && (found->is_ending != 0) == is_ending ? &*found : nullptr;
}

std::optional<WordCut> WordSplits::find(std::string_view text, const TokenPiece &piece,
                                        std::span<const TextUnit> units) const {
    if (const WordSplit *whole = row(piece.form, false)) {
        std::size_t at = piece.span.begin;
        for (std::uint16_t i = 0; i < whole->length && at < piece.span.end;) {
            const ClassifiedChar next = classify_char(text, at);
            i = static_cast<std::uint16_t>(i + (next.kind == CharKind::blank ? 0 : 1));
            at += next.length;
        }
        if (at > piece.span.begin && at < piece.span.end) {
            return WordCut{at, whole->key};
        }
    }
    const std::span<const TextUnit> own = units.subspan(piece.first_unit, piece.end_unit - piece.first_unit);
    if (own.size() < 2 || !has_apostrophe(own)) {
        return std::nullopt;
    }
    // The starts of the last code points, from the end; the longest ending that has a row wins.
    std::array<std::size_t, longest_ending> starts{};
    std::u32string ending;
    std::size_t at = piece.span.end;
    std::size_t count = 0;
    while (count < longest_ending && at > piece.span.begin) {
        at = std::max(previous_utf8(text, at), piece.span.begin);
        const ClassifiedChar last = classify_char(text, at);
        if (last.kind != CharKind::blank) {
            ending.insert(ending.begin(), folded(last.code));
            starts[count++] = at;
        }
    }
    for (std::size_t length = count; length > 0; --length) {
        const std::size_t start = starts[length - 1];
        const WordSplit *found = row(ending_key(std::u32string_view(ending).substr(count - length)), true);
        if (found != nullptr && found->length == length && start > piece.span.begin) {
            return WordCut{start, found->key};
        }
    }
    return std::nullopt;
}

void extract_split_features(std::span<const TokenPiece> pieces, std::size_t index, std::uint32_t key,
                            FeatureList &features) {
    features.clear();
    const auto at = [&](std::ptrdiff_t k) -> const TokenPiece * {
        const std::ptrdiff_t i = static_cast<std::ptrdiff_t>(index) + k;
        return i < 0 || i >= static_cast<std::ptrdiff_t>(pieces.size()) ? nullptr
                                                                        : &pieces[static_cast<std::size_t>(i)];
    };
    const auto form_k = [&](std::ptrdiff_t k) {
        const TokenPiece *piece = at(k);
        return piece != nullptr ? piece->known_form : outside;
    };
    const auto look_k = [&](std::ptrdiff_t k) {
        const TokenPiece *piece = at(k);
        return piece != nullptr ? piece->shape : outside;
    };
    const auto class_k = [&](std::ptrdiff_t k) {
        const TokenPiece *piece = at(k);
        return piece != nullptr ? piece->word_class : outside;
    };
    for (std::ptrdiff_t k = -2; k <= 2; ++k) {
        const auto slot = static_cast<std::uint32_t>(k + 8);
        features.add_deep(form_at + slot, form_k(k));
        features.add_deep(class_at + slot, class_k(k));
        features.add_deep(look_at + slot, look_k(k));
    }
    features.add_deep(key_of, key);
    std::uint32_t number = pair;
    const auto wide = [&](auto first, auto... others) {
        std::uint32_t hash = first;
        ((hash = avalanche(combine(hash, others))), ...);
        features.add_wide(number++, hash);
    };
    wide(form_k(0));
    wide(key);
    wide(form_k(0), form_k(1));
    wide(form_k(-1), form_k(0));
    wide(form_k(0), class_k(1));
    wide(class_k(-1), form_k(0));
    wide(key, look_k(0));
    wide(key, class_k(0));
    wide(key, class_k(0), class_k(1));
    wide(key, form_k(1));
    wide(key, form_k(-1));
    wide(key, class_k(1), look_k(1));
    wide(form_k(0), look_k(0));
}

} // namespace gainsay
