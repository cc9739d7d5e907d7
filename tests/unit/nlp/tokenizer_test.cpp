#include "nlp/segmentation/tokenizer.h"

#include "base/error.h"
#include "nlp/segmentation/char_class.h"
#include "nlp/segmentation/multiword.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;

namespace {

/// A section whose three nets always decide the same. What they have learnt is measured in tests/quality.
class FixedSection {
  public:
    struct Answers {
        bool join = false;
        bool end_sentence = false;
        bool split = true;
    };

    explicit FixedSection(Answers answers, std::vector<WordSplit> splits = {}) {
        put(tokenizer_section_version);
        put(std::uint32_t{1});
        put(WordClassSlot{});
        put_net(answers.join);
        put_net(answers.end_sentence);
        std::sort(splits.begin(), splits.end(), [](const WordSplit &a, const WordSplit &b) { return a.key < b.key; });
        put(static_cast<std::uint32_t>(splits.size()));
        for (const WordSplit &split : splits) {
            put(split);
        }
        put_net(answers.split);
    }

    std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words_)); }

  private:
    template <class Value>
    void put(const Value &value) {
        constexpr std::size_t word_size = sizeof(std::uint32_t);
        static_assert(sizeof(Value) % word_size == 0);
        const std::size_t at = words_.size();
        words_.resize(at + sizeof(Value) / word_size);
        std::memcpy(&words_[at], &value, sizeof(Value));
    }

    void put_net(bool yes) {
        constexpr std::uint32_t bits = 2;
        put(FeatureNetHeader{FeatureNet::hidden, bits, bits, 1, 1, yes ? 1.0F : -1.0F});
        words_.resize(words_.size() + 2 * FeatureNet::hidden + (FeatureNet::hidden << bits) / 4 + (1U << bits) / 4);
    }

    std::vector<std::uint32_t> words_;
};

std::vector<RawSentence> tokenize(const FixedSection &section, std::string_view text) {
    const Tokenizer tokenizer(section.bytes());
    Tokenizer::Scratch scratch;
    std::vector<RawSentence> sentences;
    tokenizer.tokenize(text, find_blocks(text), sentences, scratch);
    return sentences;
}

std::vector<std::string> forms(std::string_view text, const std::vector<RawSentence> &sentences) {
    std::vector<std::string> result;
    for (const RawSentence &sentence : sentences) {
        for (const RawToken &token : sentence.tokens) {
            result.push_back(token_form(text, token.span));
        }
    }
    return result;
}

bool is_blank_at(std::string_view text, std::size_t at) {
    return classify_char(text, at).kind == CharKind::blank;
}

/// The promise of the interface: every character that is not blank once, in order, whatever the bytes.
void require_cover(std::string_view text, const std::vector<RawSentence> &sentences) {
    std::size_t at = 0;
    const auto skip_blanks = [&](std::size_t to) {
        while (at < to) {
            REQUIRE(is_blank_at(text, at));
            at += classify_char(text, at).length;
        }
        REQUIRE(at == to);
    };
    for (const RawSentence &sentence : sentences) {
        REQUIRE_FALSE(sentence.tokens.empty());
        REQUIRE(sentence.tokens.size() <= Tokenizer::longest_sentence);
        REQUIRE(sentence.span == ByteSpan{sentence.tokens.front().span.begin, sentence.tokens.back().span.end});
        for (const RawToken &token : sentence.tokens) {
            REQUIRE(token.span.size() > 0);
            REQUIRE(token.span.size() <= Tokenizer::longest_token);
            skip_blanks(token.span.begin);
            REQUIRE(token.word_count >= 1);
            for (std::size_t i = 0; i < token.word_count; ++i) {
                REQUIRE(token.words[i].begin == at);
                REQUIRE(token.words[i].end > at);
                at = token.words[i].end;
            }
            REQUIRE(at == token.span.end);
        }
    }
    skip_blanks(text.size());
}

WordSplit ending(std::u32string_view text) {
    return {WordSplits::ending_key(text), static_cast<std::uint16_t>(text.size()), 1};
}

WordSplit whole(std::string_view word, std::uint16_t first_length) {
    std::vector<TextUnit> units;
    split_units(word, 0, word.size(), word.size(), units);
    const WordClasses none{std::span<const WordClassSlot>{}};
    return {make_piece(units, 0, units.size(), none).form, first_length, 0};
}

} // namespace

TEST_CASE("units are runs of letters, runs of digits and signs") {
    const std::string_view text = "U.S.-led talks cost $1.1bn... \"Really?!\" \xC3\x89t\xC3\xA9";
    const FixedSection section({.join = false});
    CHECK(forms(text, tokenize(section, text)) ==
          std::vector<std::string>{"U", ".", "S",  ".",   "-",  "led",    "talks", "cost", "$",  "1",
                                   ".", "1", "bn", "...", "\"", "Really", "?",     "!",    "\"", "\xC3\x89t\xC3\xA9"});
}

TEST_CASE("blanks and line breaks part tokens whatever the nets say") {
    const std::string_view text = "one two\xC2\xA0three\tfour\n\nfive";
    const FixedSection section({.join = true});
    const std::vector<RawSentence> sentences = tokenize(section, text);
    CHECK(forms(text, sentences) == std::vector<std::string>{"one", "two", "three", "four", "five"});
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0].new_paragraph);
    CHECK(sentences[1].new_paragraph);
}

TEST_CASE("space_after tells blanks from their absence") {
    const std::string_view text = "Yes, sir";
    const std::vector<RawSentence> sentences = tokenize(FixedSection({}), text);
    REQUIRE(sentences.size() == 1);
    REQUIRE(sentences[0].tokens.size() == 3);
    CHECK_FALSE(sentences[0].tokens[0].space_after);
    CHECK(sentences[0].tokens[1].space_after);
    CHECK(sentences[0].tokens[2].space_after);
}

TEST_CASE("only the first sentence of a block begins a paragraph") {
    const std::vector<RawSentence> sentences = tokenize(FixedSection({.end_sentence = true}), "One two");
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0].new_paragraph);
    CHECK_FALSE(sentences[1].new_paragraph);
}

TEST_CASE("multiword tokens fall into words with spans of their own") {
    const FixedSection section({.join = true}, {ending(U"n't"), ending(U"'s"), ending(U"'"), whole("cannot", 3)});
    const auto words = [&](std::string_view text) {
        std::vector<std::string> result;
        for (const RawSentence &sentence : tokenize(section, text)) {
            for (const RawToken &token : sentence.tokens) {
                for (std::size_t i = 0; i < token.word_count; ++i) {
                    result.push_back(token_form(text, token.words[i]));
                }
            }
        }
        return result;
    };
    using Words = std::vector<std::string>;
    CHECK(words("don't") == Words{"do", "n't"});
    CHECK(words("Don\xE2\x80\x99T") == Words{"Do", "n\xE2\x80\x99T"});
    CHECK(words("Russia\xE2\x80\x99s") == Words{"Russia", "\xE2\x80\x99s"});
    CHECK(words("companies'") == Words{"companies", "'"});
    CHECK(words("CANNOT") == Words{"CAN", "NOT"});
    CHECK(words("n't 's '") == Words{"n't", "'s", "'"});
}

TEST_CASE("a token that is wrapped at its hyphen is one token") {
    const FixedSection section({.join = true});
    const std::string_view text = "the anti-\nterror group";
    const std::vector<RawSentence> sentences = tokenize(section, text);
    CHECK(forms(text, sentences) == std::vector<std::string>{"the", "anti-terror", "group"});
    require_cover(text, sentences);
    CHECK(forms("a -\nterror", tokenize(section, "a -\nterror")) == std::vector<std::string>{"a", "-", "terror"});
}

TEST_CASE("any bytes are covered") {
    std::mt19937 random(11);
    const std::vector<FixedSection> sections = {
        FixedSection({.join = false, .end_sentence = false}), FixedSection({.join = true, .end_sentence = false}),
        FixedSection({.join = true, .end_sentence = true},
                     {ending(U"'s"), ending(U"'"), ending(U"n't"), whole("aa", 1)})};
    const std::vector<std::string> pieces = {"a",
                                             "B",
                                             "aa",
                                             "n't",
                                             "'s",
                                             "'",
                                             "1",
                                             ".",
                                             "-",
                                             " ",
                                             "\n",
                                             "\r\n",
                                             "\t",
                                             "\"",
                                             "\xE2\x80\x99",
                                             "\xE2\x80\x9C",
                                             "\xC2\xA0",
                                             "\xEF\xBB\xBF",
                                             "\xF0\x9F\x98\x80",
                                             "\xE2\x80",
                                             "\xFF",
                                             "\x80",
                                             "\xC3",
                                             std::string(1, '\0'),
                                             "\x1C",
                                             "\xC2\x85"};
    for (int round = 0; round < 1500; ++round) {
        std::string text;
        for (std::size_t length = random() % 60; length > 0; --length) {
            if (round % 3 == 0) {
                text += static_cast<char>(random() % 256);
            } else {
                text += pieces[random() % pieces.size()];
            }
        }
        for (const FixedSection &section : sections) {
            require_cover(text, tokenize(section, text));
        }
    }
}

TEST_CASE("long lines without a full stop are cut into sentences and tokens of bounded length") {
    const FixedSection apart({.join = false});
    const FixedSection joined({.join = true});
    std::string words;
    for (int i = 0; i < 30000; ++i) {
        words += i % 7 == 0 ? "no-stop " : "word ";
    }
    require_cover(words, tokenize(apart, words));
    require_cover(words, tokenize(joined, words));
    const std::string letters(300000, 'a');
    require_cover(letters, tokenize(joined, letters));
    std::string dotted;
    for (int i = 0; i < 100000; ++i) {
        dotted += "a.";
    }
    require_cover(dotted, tokenize(joined, dotted));
    require_cover(dotted, tokenize(apart, dotted));
    const std::string dashes(100000, '-');
    require_cover(dashes, tokenize(apart, dashes));
}

TEST_CASE("the result does not depend on what the scratch was used for before") {
    const FixedSection section({.join = true, .end_sentence = false}, {ending(U"'s")});
    const Tokenizer tokenizer(section.bytes());
    Tokenizer::Scratch used;
    std::vector<RawSentence> first;
    std::vector<RawSentence> second;
    const std::string_view text = "The board's \"plan\" failed.";
    tokenizer.tokenize("Something else (1, 2, 3).\n\nMore.", find_blocks("Something else (1, 2, 3).\n\nMore."), first,
                       used);
    first.clear();
    tokenizer.tokenize(text, find_blocks(text), first, used);
    Tokenizer::Scratch fresh;
    tokenizer.tokenize(text, find_blocks(text), second, fresh);
    CHECK(first == second);
}

TEST_CASE("a damaged section is refused") {
    const FixedSection section({});
    const std::span<const std::byte> bytes = section.bytes();
    for (std::size_t size = 0; size < bytes.size(); size += 4) {
        CAPTURE(size);
        CHECK_THROWS_AS(Tokenizer(bytes.first(size)), ModelError);
    }
    std::vector<std::uint32_t> other(bytes.size() / 4);
    std::memcpy(other.data(), bytes.data(), bytes.size());
    other[0] += 1;
    CHECK_THROWS_WITH(Tokenizer(std::as_bytes(std::span(other))), Catch::Matchers::Contains("version"));
    other[0] -= 1;
    other[1] = 3;
    CHECK_THROWS_AS(Tokenizer(std::as_bytes(std::span(other))), ModelError);
}
