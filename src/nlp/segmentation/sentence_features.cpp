#include "nlp/segmentation/sentence_features.h"

#include "nlp/segmentation/feature_hash.h"

#include <algorithm>

namespace gainsay {
namespace {

constexpr std::uint32_t outside = 0x00ABCDEFU;

enum Template : std::uint32_t {
    form_at = 0x1000,
    look_at = 0x1020,
    class_at = 0x1040,
    ending_at = 0x1060,
    bag_left = 0x1080,
    bag_right,
    blank_between,
    sentence_length,
    rest_of_block,
    quote_state,
    bracket_state,
    capital_share,
    stops_in_sentence,
    stops_ahead,
    first_form,
    first_class,
    pair = 0x1100,
};

std::uint32_t length_bucket(std::size_t length) {
    constexpr std::size_t exact = 5;
    if (length < exact) {
        return static_cast<std::uint32_t>(length);
    }
    std::uint32_t bucket = exact;
    for (std::size_t limit = 7; limit < length && limit < 128; limit = limit * 7 / 5) {
        ++bucket;
    }
    return bucket;
}

bool is_stop(const TokenPiece &piece) {
    return piece.sign == U'.' || piece.sign == U'?' || piece.sign == U'!' || piece.sign == U'\u2026';
}

} // namespace

void SentenceFeatures::start(std::span<const TokenPiece> pieces) {
    pieces_ = pieces;
    counts_.clear();
    Counts counts;
    for (const TokenPiece &piece : pieces) {
        switch (piece.sign) {
        case U'(':
        case U'[':
            ++counts.brackets;
            break;
        case U')':
        case U']':
            counts.brackets = std::max(0, counts.brackets - 1);
            break;
        default:
            break;
        }
        counts.in_quote = piece.opens_quote || (counts.in_quote && !piece.closes_quote);
        if (piece.letter_case != LetterCase::none) {
            ++counts.words;
            counts.capitals += piece.letter_case != LetterCase::lower ? 1U : 0U;
        }
        counts.stops += is_stop(piece) ? 1U : 0U;
        counts_.push_back(counts);
    }
}

void SentenceFeatures::extract(std::size_t left, std::size_t sentence_first, FeatureList &features) const {
    features.clear();
    const auto size = static_cast<std::ptrdiff_t>(pieces_.size());
    const auto at = [&](std::ptrdiff_t k) -> const TokenPiece * {
        const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(left) + k;
        return index < 0 || index >= size ? nullptr : &pieces_[static_cast<std::size_t>(index)];
    };
    const auto form_k = [&](std::ptrdiff_t k) { return at(k) != nullptr ? at(k)->known_form : outside; };
    const auto look_k = [&](std::ptrdiff_t k) {
        return at(k) != nullptr ? at(k)->shape ^ (at(k)->blank_before ? 0x33000000U : 0U) : outside;
    };
    const auto class_k = [&](std::ptrdiff_t k) { return at(k) != nullptr ? at(k)->word_class : outside; };
    const auto slot = [](std::ptrdiff_t k) { return static_cast<std::uint32_t>(k + 16); };

    for (std::ptrdiff_t k = -2; k <= 3; ++k) {
        features.add_deep(form_at + slot(k), form_k(k));
    }
    for (std::ptrdiff_t k = -4; k <= 5; ++k) {
        features.add_deep(look_at + slot(k), look_k(k));
        features.add_deep(class_at + slot(k), class_k(k));
    }
    for (std::ptrdiff_t k = -1; k <= 2; ++k) {
        features.add_deep(ending_at + slot(k), at(k) != nullptr ? at(k)->ending : outside);
    }
    constexpr std::size_t bag_size = 8;
    const std::size_t bag_first = std::max(sentence_first, left >= bag_size ? left - bag_size : 0);
    for (std::size_t i = bag_first; i <= left; ++i) {
        features.add_deep(bag_left, pieces_[i].word_class);
    }
    for (std::size_t i = left + 1; i < std::min(pieces_.size(), left + 1 + bag_size); ++i) {
        features.add_deep(bag_right, pieces_[i].word_class);
    }

    const TokenPiece &here = pieces_[left];
    const TokenPiece &next = pieces_[left + 1];
    const Counts &counts = counts_[left];
    const std::size_t length = left + 1 - sentence_first;
    const std::uint32_t blank = next.blank_before ? 1U : 0U;
    const std::uint32_t quote =
        (counts.in_quote ? 1U : 0U) + (here.opens_quote ? 2U : 0U) + (here.closes_quote ? 4U : 0U);
    const std::uint32_t bracket = std::min<std::uint32_t>(static_cast<std::uint32_t>(counts.brackets), 2);

    // How the writer uses capitals around here: after 20 words of lower case a capital says more than in a headline.
    constexpr std::size_t style_window = 20;
    const Counts &style_begin = counts_[left >= style_window ? left - style_window : 0];
    const Counts &style_end = counts_[std::min(pieces_.size() - 1, left + style_window)];
    const std::uint32_t style_words = style_end.words - style_begin.words;
    const std::uint32_t style = style_words == 0 ? 6U : (style_end.capitals - style_begin.capitals) * 5U / style_words;
    const std::uint32_t stops =
        std::min<std::uint32_t>(counts.stops - (sentence_first > 0 ? counts_[sentence_first - 1].stops : 0U), 3);
    const std::uint32_t ahead = std::min<std::uint32_t>(style_end.stops - counts.stops, 2);

    features.add_deep(blank_between, blank);
    features.add_deep(sentence_length, length_bucket(length));
    features.add_deep(rest_of_block, length_bucket(pieces_.size() - left - 1));
    features.add_deep(quote_state, quote);
    features.add_deep(bracket_state, bracket);
    features.add_deep(capital_share, style);
    features.add_deep(stops_in_sentence, stops);
    features.add_deep(stops_ahead, ahead);
    features.add_deep(first_form, pieces_[sentence_first].known_form);
    features.add_deep(first_class, pieces_[sentence_first].word_class);

    std::uint32_t number = pair;
    const auto wide = [&](auto first, auto... others) {
        std::uint32_t hash = first;
        ((hash = avalanche(combine(hash, others))), ...);
        features.add_wide(number++, hash);
    };
    wide(form_k(0), form_k(1));
    wide(form_k(0), look_k(1));
    wide(look_k(0), form_k(1));
    wide(form_k(-1), form_k(0), look_k(1));
    wide(form_k(-1), form_k(0), form_k(1));
    wide(form_k(0), look_k(1), form_k(1), quote);
    wide(form_k(0), look_k(1), look_k(2));
    wide(look_k(-1), look_k(0), look_k(1), look_k(2));
    wide(look_k(-1), form_k(0), look_k(1), class_k(1));
    wide(class_k(-1), form_k(0), look_k(1), class_k(1));
    wide(class_k(0), class_k(1), look_k(1));
    wide(class_k(0), class_k(1), class_k(2));
    wide(class_k(-1), class_k(0), class_k(1), look_k(1));
    wide(form_k(1), form_k(2), look_k(1));
    wide(form_k(0), form_k(1), form_k(2));
    wide(form_k(0), quote, look_k(1), style);
    wide(form_k(0), bracket, look_k(1), stops);
    wide(form_k(0), length_bucket(length), look_k(1));
    wide(look_k(0), look_k(1), length_bucket(length), style);
    wide(form_k(0), look_k(1), stops, ahead);
    wide(form_k(-1), look_k(0), form_k(1));
    wide(form_k(-2), form_k(-1), form_k(0));
    wide(class_k(1), class_k(2), look_k(1), look_k(0));
}

} // namespace gainsay
