#pragma once

#include "base/span.h"
#include "text/document.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace gainsay::training {

/// A surface token of the gold standard and its words' spans.
struct GoldToken {
    ByteSpan span;
    std::vector<ByteSpan> words;
    bool ends_sentence = false;
};

/// Text with its tokens, in order.
struct GoldText {
    std::string text;
    std::vector<GoldToken> tokens;
};

/// The documents of a CoNLL-U file (unpacked if its name ends in .xz), as raw text with gold tokens: sentences joined
/// by a blank, paragraphs by an empty line. Throws InputError.
[[nodiscard]] std::vector<GoldText> read_gold_texts(const std::filesystem::path &path);

/// The same text with typographic quotes, apostrophes and dashes as news sites set them.
[[nodiscard]] GoldText with_typographic_signs(const GoldText &gold);

/// The same text without the blanks between some of the sentences, as careless writers do; every `period`-th.
[[nodiscard]] GoldText without_some_blanks(const GoldText &gold, std::size_t period);

/// The same text with single quotes, as British papers set them.
[[nodiscard]] GoldText with_single_quotes(const GoldText &gold);

/// The same text with abbreviations in the place of capitalised words at the end of sentences, their full stop being
/// the sentence's, and in the place of some before other capitalised words: what the corpora have too seldom to learn
/// from.
[[nodiscard]] GoldText with_abbreviations(const GoldText &gold);

/// The same text with every `period`-th sentence that has no quotes put into quotes, and the one after it too:
/// statements quoted one after the other are common in news and rare in the corpora.
[[nodiscard]] GoldText with_quoted_sentences(const GoldText &gold, std::size_t period);

/// The same text in capitals.
[[nodiscard]] GoldText in_capitals(const GoldText &gold);

} // namespace gainsay::training
