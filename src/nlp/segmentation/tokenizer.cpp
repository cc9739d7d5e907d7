#include "nlp/segmentation/tokenizer.h"

#include "nlp/segmentation/char_class.h"
#include "nlp/segmentation/section_reader.h"

#include <algorithm>
#include <utility>

namespace gainsay {
namespace {

/// Units looked at at a time: far more than the longest sentence has, so that only the last sentence of such a stretch
/// has to be started anew.
constexpr std::size_t stretch_units = 8192;

std::span<const std::byte> check_version(std::span<const std::byte> section) {
    SectionReader reader(section);
    const std::uint32_t version = *reader.take<std::uint32_t>(1);
    if (version != tokenizer_section_version) {
        throw ModelError("tokenizer section", "version " + std::to_string(tokenizer_section_version),
                         "version " + std::to_string(version));
    }
    return reader.rest();
}

} // namespace

std::string token_form(std::string_view text, ByteSpan span) {
    std::string form;
    for (std::size_t at = span.begin; at < span.end;) {
        const ClassifiedChar next = classify_char(text, at);
        if (next.kind != CharKind::blank) {
            form.append(text.substr(at, next.length));
        }
        at += next.length;
    }
    return form;
}

Tokenizer::Tokenizer(std::span<const std::byte> section) {
    std::span<const std::byte> rest = check_version(section);
    classes_ = WordClasses(rest);
    join_net_ = FeatureNet(rest);
    sentence_net_ = FeatureNet(rest);
    splits_ = WordSplits(rest);
    split_net_ = FeatureNet(rest);
}

void Tokenizer::tokenize(std::string_view text, std::span<const Block> blocks, Scratch &scratch,
                         const std::function<void(RawSentence &)> &sink) const {
    for (const Block &block : blocks) {
        tokenize_block(text, block.span, scratch, sink);
    }
}

void Tokenizer::tokenize(std::string_view text, std::span<const Block> blocks, std::vector<RawSentence> &sentences,
                         Scratch &scratch) const {
    tokenize(text, blocks, scratch, [&sentences](RawSentence &sentence) { sentences.push_back(std::move(sentence)); });
}

void Tokenizer::tokenize_block(std::string_view text, ByteSpan block, Scratch &scratch,
                               const std::function<void(RawSentence &)> &sink) const {
    std::size_t from = block.begin;
    bool new_paragraph = true;
    while (from < block.end) {
        scratch.units.clear();
        const std::size_t stop = split_units(text, from, block.end, stretch_units, scratch.units);
        if (scratch.units.empty()) {
            return;
        }
        join_units(scratch);
        scratch.sentence_features.start(scratch.pieces);
        const std::size_t count = scratch.pieces.size();
        from = stop;
        for (std::size_t first = 0; first < count;) {
            const std::size_t end = find_sentence_end(first, scratch);
            if (end == count && stop < block.end && first > 0) {
                from = scratch.pieces[first].span.begin;
                break;
            }
            RawSentence &sentence = scratch.sentence;
            sentence.span = {scratch.pieces[first].span.begin, scratch.pieces[end - 1].span.end};
            sentence.new_paragraph = std::exchange(new_paragraph, false);
            sentence.tokens.clear();
            sentence.tokens.resize(end - first);
            for (std::size_t i = first; i < end; ++i) {
                fill_token(text, block, i, scratch, scratch.features, sentence.tokens[i - first]);
            }
            sink(sentence);
            first = end;
        }
    }
}

void Tokenizer::join_units(Scratch &scratch) const {
    scratch.pieces.clear();
    scratch.join_features.start(scratch.units, classes_);
    const std::span<const TextUnit> units = scratch.units;
    std::size_t first = 0;
    for (std::size_t left = 0; left < units.size(); ++left) {
        if (left + 1 < units.size() && scratch.join_features.is_candidate(left) &&
            units[left + 1].span.end - units[first].span.begin <= longest_token) {
            scratch.join_features.extract(left, first, scratch.features);
            if (join_net_.score(scratch.features) > 0) {
                continue;
            }
        }
        scratch.pieces.push_back(make_piece(units, first, left + 1, classes_));
        first = left + 1;
    }
    mark_quotes(scratch.pieces);
}

std::size_t Tokenizer::find_sentence_end(std::size_t first, Scratch &scratch) const {
    const std::size_t last = std::min(scratch.pieces.size(), first + longest_sentence);
    scratch.scores.clear();
    for (std::size_t left = first; left + 1 < last; ++left) {
        scratch.sentence_features.extract(left, first, scratch.features);
        const float score = sentence_net_.score(scratch.features);
        if (score > 0) {
            return left + 1;
        }
        scratch.scores.push_back(score);
    }
    if (last == scratch.pieces.size()) {
        return last;
    }
    const auto second_half = scratch.scores.begin() + longest_sentence / 2;
    const auto best = std::max_element(second_half, scratch.scores.end());
    return first + static_cast<std::size_t>(best - scratch.scores.begin()) + 1;
}

void Tokenizer::fill_token(std::string_view text, ByteSpan block, std::size_t index, const Scratch &scratch,
                           FeatureList &features, RawToken &token) const {
    const std::span<const TokenPiece> pieces = scratch.pieces;
    const TokenPiece &piece = pieces[index];
    token.span = piece.span;
    token.space_after = piece.span.end >= block.end || classify_char(text, piece.span.end).kind == CharKind::blank;
    if (index + 1 < pieces.size() && scratch.units[pieces[index + 1].first_unit].broken_at_hyphen) {
        token.space_after = false;
    }
    token.words[0] = piece.span;
    if (const auto cut = splits_.find(text, piece, scratch.units)) {
        extract_split_features(pieces, index, cut->key, features);
        if (split_net_.score(features) > 0) {
            token.words[0] = {piece.span.begin, cut->at};
            token.words[1] = {cut->at, piece.span.end};
            token.word_count = 2;
        }
    }
}

} // namespace gainsay
