// What the engine promises of any text, tried with a tiny model of random weights, so that these tests run everywhere.

#include "nlp/language_engine.h"

#include "support/temporary_file.h"
#include "text/conllu.h"
#include "tiny_model.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace gainsay;
using gainsay::test::TemporaryFile;
using gainsay::test::TinyModel;

namespace {

LanguageEngine tiny_engine(std::uint32_t seed = 1) {
    const TemporaryFile file("engine-" + std::to_string(seed));
    TinyModel(seed).write(file.path());
    return LanguageEngine::load(file.path());
}

Document document_of(std::string text) {
    Document document;
    document.meta.id = "test";
    document.text = std::move(text);
    return document;
}

/// A document of given sentences; a token "|" joins the next one to it.
Document tokenized(const std::vector<std::vector<std::string>> &sentences) {
    Document document;
    document.meta.id = "test";
    for (const auto &words : sentences) {
        Sentence sentence;
        sentence.first_token = static_cast<std::uint32_t>(document.tokens.size());
        sentence.span.begin = document.text.size();
        for (const std::string &word : words) {
            Token token;
            token.form = word;
            token.span = {document.text.size(), document.text.size() + word.size()};
            document.text += word + " ";
            document.tokens.push_back(std::move(token));
        }
        sentence.end_token = static_cast<std::uint32_t>(document.tokens.size());
        sentence.span.end = document.text.size() - 1;
        document.sentences.push_back(std::move(sentence));
    }
    return document;
}

/// One root, all heads within the sentence, no cycles, everything filled in.
void require_parsed(const Document &document) {
    REQUIRE(find_inconsistency(document) == std::nullopt);
    for (const Sentence &sentence : document.sentences) {
        const auto tokens = document.tokens_of(sentence);
        std::size_t roots = 0;
        for (std::size_t t = 0; t < tokens.size(); ++t) {
            REQUIRE(tokens[t].upos != Upos::none);
            REQUIRE_FALSE(tokens[t].deprel.empty());
            REQUIRE((tokens[t].deprel == "root") == (tokens[t].head == Token::root_head));
            roots += tokens[t].head == Token::root_head ? 1U : 0U;
            auto node = static_cast<std::int32_t>(t);
            for (std::size_t steps = 0; node != Token::root_head; ++steps) {
                REQUIRE(steps <= tokens.size());
                REQUIRE(node >= 0);
                REQUIRE(node < static_cast<std::int32_t>(tokens.size()));
                node = tokens[static_cast<std::size_t>(node)].head;
            }
        }
        REQUIRE(roots == 1);
    }
    std::uint32_t free_from = 0;
    for (const Name &name : document.names) {
        REQUIRE(name.first_token >= free_from);
        free_from = name.end_token;
    }
}

/// What the analysis says of a sentence, apart from names, which depend on the whole document.
std::string analysis(const Document &document, const Sentence &sentence) {
    std::string text;
    for (const Token &token : document.tokens_of(sentence)) {
        text += token.form + " " + token.lemma + " " + std::string(upos_name(token.upos)) + " " + token.xpos + " " +
                token.feats + " " + std::to_string(token.head) + " " + token.deprel + "\n";
    }
    return text;
}

std::vector<std::vector<std::string>> random_sentences(std::size_t count, std::uint32_t seed) {
    const std::vector<std::string> words = {"The", "minister", "said", "not",  "Russia", "Tuesday", ",",
                                            "\"",  "élan",     "1914", "U.S.", "”",      "-",       "日本"};
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> word(0, words.size() - 1);
    std::uniform_int_distribution<std::size_t> length(1, 40);
    std::vector<std::vector<std::string>> sentences(count);
    for (auto &sentence : sentences) {
        for (std::size_t n = length(random); n > 0; --n) {
            sentence.push_back(words[word(random)]);
        }
    }
    return sentences;
}

} // namespace

TEST_CASE("raw text is filled with sentences and trees") {
    const LanguageEngine engine = tiny_engine();
    LanguageEngine::Scratch scratch;
    Document document = document_of("MOSCOW - The minister didn't say why.\n\n\"We can't,\" said Anna Example.\n");
    engine.annotate(document, scratch);
    require_parsed(document);
    CHECK(document.tokens.size() >= 14);
    // What was there before is replaced.
    const Document before = document;
    engine.annotate(document, scratch);
    CHECK(document == before);
    CHECK(scratch.times().segmentation > 0);
    CHECK(scratch.times().analysis > 0);
    CHECK(scratch.times().assembly > 0);
}

TEST_CASE("a sentence ends where a zone does") {
    const LanguageEngine engine = tiny_engine();
    LanguageEngine::Scratch scratch;
    Document document = document_of("OSLO - Exports fell");
    document.zones = {{{0, 7}, Zone::dateline}, {{7, 19}, Zone::body}};
    engine.annotate(document, scratch);
    require_parsed(document);
    const bool has_border = std::any_of(document.sentences.begin(), document.sentences.end(),
                                        [](const Sentence &sentence) { return sentence.span.begin == 7; });
    CHECK(has_border);
}

TEST_CASE("odd texts are no trouble") {
    const LanguageEngine engine = tiny_engine();
    LanguageEngine::Scratch scratch;
    std::string long_line;
    for (int i = 0; i < 3000; ++i) {
        long_line += "word ";
    }
    for (const std::string &text :
         {std::string(), std::string("\n"), std::string(" \t\r\n\n"), std::string("\xEF\xBB\xBF"), std::string("."),
          std::string("x"), std::string("’"), std::string("😀"), std::string("\xff\xfe"), std::string(5000, 'a'),
          std::string(5000, '!'), std::string(3000, '\n') + "a", long_line, std::string("a\0b", 3),
          std::string("\u00a0\u2028\u0085"), std::string("e\u0301\u0301\u0301"), std::string("don't can't n't 'n't")}) {
        Document document = document_of(text);
        engine.annotate(document, scratch);
        INFO(text.substr(0, 40) << " (" << text.size() << " bytes)");
        require_parsed(document);
    }
}

TEST_CASE("no bytes break it") {
    const std::vector<std::string> parts = {"The ",
                                            "minister ",
                                            "said",
                                            "n't",
                                            "\n",
                                            "\n\n",
                                            "\r\n",
                                            ". ",
                                            ".",
                                            "\"",
                                            "“",
                                            "”",
                                            "’",
                                            "-",
                                            "—",
                                            "U.S.",
                                            "é",
                                            "日",
                                            "😀",
                                            "\xff",
                                            "\xe2",
                                            "\x80",
                                            "1,0",
                                            " ",
                                            "\t",
                                            "\xc2\xa0",
                                            "(",
                                            ")",
                                            "http://a.b/c?d",
                                            "\u200b",
                                            "'",
                                            "$5"};
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const LanguageEngine engine = tiny_engine(seed);
        LanguageEngine::Scratch scratch;
        std::mt19937 random(seed);
        std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
        std::uniform_int_distribution<std::size_t> size(0, 120);
        for (int trial = 0; trial < 150; ++trial) {
            std::string text;
            for (std::size_t n = size(random); n > 0; --n) {
                text += trial % 3 == 0 ? std::string(1, static_cast<char>(random() & 0xFFU)) : parts[part(random)];
            }
            INFO("seed " << seed << ", trial " << trial);
            Document document = document_of(text);
            engine.annotate(document, scratch);
            require_parsed(document);
        }
    }
}

TEST_CASE("a sentence does not see its neighbours") {
    const LanguageEngine engine = tiny_engine();
    LanguageEngine::Scratch scratch;
    // More than are analyzed together.
    const auto sentences = random_sentences(150, 4);
    Document together = tokenized(sentences);
    engine.annotate_tokens(together, scratch);
    require_parsed(together);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        Document alone = tokenized({sentences[s]});
        engine.annotate_tokens(alone, scratch);
        INFO("sentence " << s);
        REQUIRE(analysis(alone, alone.sentences[0]) == analysis(together, together.sentences[s]));
    }
}

TEST_CASE("a sentence of any length is one tree") {
    const LanguageEngine engine = tiny_engine();
    LanguageEngine::Scratch scratch;
    for (const std::size_t length : {1U, 511U, 512U, 513U, 1024U, 1025U, 3000U}) {
        std::vector<std::string> words(length, "word");
        Document document = tokenized({{"Before", "."}, words, {"After", "."}});
        const Document before = document;
        engine.annotate_tokens(document, scratch);
        INFO(length << " tokens");
        require_parsed(document);
        CHECK(document.text == before.text);
        CHECK(document.sentences == before.sentences);
        REQUIRE(document.tokens.size() == before.tokens.size());
        for (std::size_t t = 0; t < document.tokens.size(); ++t) {
            REQUIRE(document.tokens[t].form == before.tokens[t].form);
            REQUIRE(document.tokens[t].span == before.tokens[t].span);
        }
    }
}

TEST_CASE("a document without sentences stays empty") {
    const LanguageEngine engine = tiny_engine();
    LanguageEngine::Scratch scratch;
    Document document = document_of("Nobody cut this.");
    document.names.push_back({0, 1, NameType::PER});
    engine.annotate_tokens(document, scratch);
    CHECK(document.tokens.empty());
    CHECK(document.names.empty());
}

TEST_CASE("engines, scratches and threads do not matter") {
    const LanguageEngine first = tiny_engine();
    const LanguageEngine second = tiny_engine();
    std::vector<std::string> expected;
    {
        LanguageEngine::Scratch scratch;
        for (std::uint32_t d = 0; d < 12; ++d) {
            Document document = tokenized(random_sentences(20, d));
            first.annotate_tokens(document, scratch);
            expected.push_back(to_conllu(document));
        }
    }
    const auto run = [](const LanguageEngine &engine, std::vector<std::string> &results, std::uint32_t start) {
        // A scratch may serve any engine and any order of documents.
        LanguageEngine::Scratch scratch;
        for (std::uint32_t i = 0; i < 12; ++i) {
            const std::uint32_t d = (start + i) % 12;
            Document document = tokenized(random_sentences(20, d));
            engine.annotate_tokens(document, scratch);
            results[d] = to_conllu(document);
        }
    };
    std::array<std::vector<std::string>, 3> results;
    results.fill(std::vector<std::string>(12));
    {
        std::thread a(run, std::cref(first), std::ref(results[0]), 0U);
        std::thread b(run, std::cref(first), std::ref(results[1]), 5U);
        std::thread c(run, std::cref(second), std::ref(results[2]), 7U);
        a.join();
        b.join();
        c.join();
    }
    for (const auto &result : results) {
        CHECK(result == expected);
    }
}

TEST_CASE("documents that are analyzed together get what each would get alone") {
    const LanguageEngine engine = tiny_engine();
    const StateMap map(engine.state_size());
    // More sentences than are sorted together, of very different lengths; one text is empty, one overlong.
    std::string many;
    std::string overlong;
    for (int i = 0; i < 1300; ++i) {
        many += i % 7 == 0 ? "Nobody answered. " : "The ministry, which had met twice, denied it again. ";
        overlong += "and then it rained ";
    }
    const std::vector<std::string> texts = {"A word.", many, "", overlong, "She left.\n\nHe stayed, and \"Bonn\" won."};
    std::vector<Document> together;
    together.reserve(texts.size());
    for (const std::string &text : texts) {
        together.push_back(document_of(text));
    }
    std::vector<Document *> pointers;
    pointers.reserve(together.size());
    for (Document &document : together) {
        pointers.push_back(&document);
    }
    LanguageEngine::Scratch scratch;
    engine.annotate(pointers, scratch, &map);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Document alone = document_of(texts[i]);
        engine.annotate(alone, scratch, &map);
        INFO("document " << i);
        CHECK((together[i] == alone));
        CHECK(together[i].vectors.values.size() == together[i].tokens.size() * engine.state_size());
    }
}

TEST_CASE("an engine can be moved") {
    LanguageEngine first = tiny_engine();
    LanguageEngine::Scratch scratch;
    Document document = document_of("The minister said nothing.");
    first.annotate(document, scratch);
    const LanguageEngine moved = std::move(first);
    Document again = document_of("The minister said nothing.");
    moved.annotate(again, scratch);
    CHECK(again == document);
}
