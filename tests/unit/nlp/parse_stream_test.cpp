#include "nlp/parse_stream.h"

#include "base/error.h"
#include "base/utf8.h"
#include "support/temporary_file.h"
#include "text/conllu.h"
#include "tiny_model.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;
using gainsay::test::TemporaryFile;
using gainsay::test::TinyModel;

namespace {

const LanguageEngine &engine() {
    static const LanguageEngine loaded = [] {
        const TemporaryFile file("parse-stream");
        TinyModel(3).write(file.path());
        return LanguageEngine::load(file.path());
    }();
    return loaded;
}

struct Outcome {
    std::string output;
    ParseCounts counts;
    Diagnostics diagnostics;
    std::vector<ParseCounts> progress;
};

template <class Parse>
Outcome run(Parse parse, const std::string &text) {
    LanguageEngine::Scratch scratch;
    std::istringstream input(text);
    std::ostringstream output;
    Outcome outcome;
    outcome.counts = parse(input, "article", engine(), scratch, output, outcome.diagnostics,
                           [&outcome](const ParseCounts &counts) { outcome.progress.push_back(counts); });
    outcome.output = output.str();
    return outcome;
}

Outcome parse_raw(const std::string &text) {
    return run(parse_text, text);
}
Outcome parse_columns(const std::string &text) {
    return run(parse_conllu, text);
}

std::vector<Document> read_back(const std::string &conllu) {
    std::istringstream input(conllu);
    ConlluReader reader(input, "back");
    std::vector<Document> documents;
    while (auto document = reader.read_document()) {
        CHECK(find_inconsistency(*document) == std::nullopt);
        documents.push_back(std::move(*document));
    }
    CHECK(reader.diagnostics().empty());
    return documents;
}

std::string without_blanks(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (!is_space(point.value)) {
            result += text.substr(at, point.length);
        }
        at += point.length;
    }
    return result;
}

std::string unparsed(const std::vector<std::string> &words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += std::to_string(i + 1) + "\t" + words[i] + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
    }
    return text + "\n";
}

} // namespace

TEST_CASE("raw text comes out as a document of its own") {
    const std::string text = "The minister said nothing.\n\nHe couldn't.\n";
    const Outcome outcome = parse_raw(text);
    CHECK(outcome.output.rfind("# newdoc id = article\n", 0) == 0);
    CHECK(outcome.diagnostics.empty());
    const std::vector<Document> documents = read_back(outcome.output);
    REQUIRE(documents.size() == 1);
    CHECK(outcome.counts.sentences == documents[0].sentences.size());
    CHECK(outcome.counts.words == documents[0].tokens.size());
    CHECK(without_blanks(documents[0].text) == without_blanks(text));
    REQUIRE_FALSE(outcome.progress.empty());
    CHECK(outcome.progress.back().words == outcome.counts.words);
}

TEST_CASE("a text of many pieces is one document, whose sentences are numbered on") {
    std::string text;
    for (int i = 0; text.size() < 700000; ++i) {
        text += "The minister number " + std::to_string(i) + " said nothing on Tuesday.\n\n";
    }
    const Outcome outcome = parse_raw(text);
    CHECK(outcome.progress.size() > 1);
    const std::vector<Document> documents = read_back(outcome.output);
    REQUIRE(documents.size() == 1);
    CHECK(without_blanks(documents[0].text) == without_blanks(text));
    CHECK(outcome.counts.sentences == documents[0].sentences.size());
    for (std::size_t s = 0; s < documents[0].sentences.size(); ++s) {
        REQUIRE(documents[0].sentences[s].id == "article-" + std::to_string(s + 1));
    }
}

TEST_CASE("a text of nothing gives nothing") {
    for (const std::string text : {"", "\n\n", "  \t\r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
        const Outcome outcome = parse_raw(text);
        CHECK(outcome.output.empty());
        CHECK(outcome.counts.sentences == 0);
        CHECK(outcome.counts.words == 0);
    }
    CHECK(parse_columns("").output.empty());
    CHECK(parse_columns("\n\n").counts.words == 0);
}

TEST_CASE("a NUL byte is refused with its place, before anything is written") {
    const auto message = [](const std::string &text) {
        try {
            parse_raw(text);
        } catch (const InputError &error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    CHECK_THAT(message(std::string("abc\0def", 7)), Contains("article") && Contains("byte 3") && Contains("binary"));
    CHECK_THAT(message(std::string("\0", 1)), Contains("byte 0"));
    std::istringstream input(std::string("A sentence.\0", 12));
    std::ostringstream output;
    Diagnostics diagnostics;
    LanguageEngine::Scratch scratch;
    CHECK_THROWS_AS(parse_text(input, "a", engine(), scratch, output, diagnostics), InputError);
    CHECK(output.str().empty());
    // In a later piece the offset is still that of the file.
    std::string later;
    while (later.size() < 400000) {
        later += "A line of text.\n\n";
    }
    const std::size_t at = later.size();
    later += std::string("x\0", 2);
    CHECK_THAT(message(later), Contains("byte " + std::to_string(at + 1)));
}

TEST_CASE("invalid UTF-8 is replaced, and reported with its place") {
    for (const auto &[text, offset] : {std::pair<std::string, std::size_t>{"\xff first", 0},
                                       {"a caf\xe9 in Paris", 5},
                                       {"cut off \xe2\x82", 8},
                                       {"lone \x80 tail", 5},
                                       {"overlong \xc0\xaf here", 9},
                                       {"surrogate \xed\xa0\x80 here", 10}}) {
        INFO(offset);
        const Outcome outcome = parse_raw(text);
        REQUIRE(outcome.diagnostics.entries().size() == 1);
        CHECK(outcome.diagnostics.entries()[0].offset == offset);
        CHECK(outcome.diagnostics.entries()[0].severity == Severity::warning);
        CHECK(outcome.diagnostics.entries()[0].source == "article");
        CHECK_FALSE(find_invalid_utf8(outcome.output).has_value());
        CHECK_THAT(outcome.output, Contains("\uFFFD"));
    }
}

TEST_CASE("CoNLL-U keeps its tokens, sentences and comments") {
    const std::string text = "# newdoc id = first\n"
                             "# sent_id = s-one\n"
                             "# speaker = Anna Example\n"
                             "# text = She didn't, \"ever\".\n"
                             "1\tShe\t_\t_\t_\t_\t_\t_\t_\t_\n"
                             "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                             "2\tdid\t_\t_\t_\t_\t_\t_\t_\t_\n"
                             "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                             "4\t,\t_\t_\t_\t_\t_\t_\t_\t_\n"
                             "5\t\"\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                             "6\tever\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|Mine=1\n"
                             "7\t\"\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                             "8\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                             "# newpar\n" +
                             unparsed({"Two", "words"}) + "# newdoc id = second\n" + unparsed({"Other", "document"});
    const Outcome outcome = parse_columns(text);
    CHECK(outcome.diagnostics.empty());
    CHECK(outcome.counts.sentences == 3);
    CHECK(outcome.counts.words == 12);
    CHECK_THAT(outcome.output, Contains("# sent_id = s-one\n") && Contains("# speaker = Anna Example\n") &&
                                   Contains("# text = She didn't, \"ever\".\n") &&
                                   Contains("\n2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n") &&
                                   Contains("Mine=1"));
    const std::vector<Document> documents = read_back(outcome.output);
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].meta.id == "first");
    CHECK(documents[1].meta.id == "second");
    REQUIRE(documents[0].sentences.size() == 2);
    CHECK(documents[0].sentences[1].new_paragraph);
    CHECK(documents[0].text == "She didn't, \"ever\".\n\nTwo words");
    CHECK(documents[1].tokens[0].form == "Other");
    for (const Document &document : documents) {
        for (const Token &token : document.tokens) {
            CHECK(token.upos != Upos::none);
            CHECK(token.head != Token::unset_head);
        }
    }
}

TEST_CASE("a long document of CoNLL-U stays one document") {
    std::string text = "# newdoc id = long\n";
    for (int i = 0; i < 700; ++i) {
        text += (i % 10 == 9 ? "# newpar\n" : "") + unparsed({"Sentence", std::to_string(i), "."});
    }
    text += "# newdoc id = short\n" + unparsed({"End", "."});
    const Outcome outcome = parse_columns(text);
    CHECK(outcome.counts.sentences == 701);
    const std::vector<Document> documents = read_back(outcome.output);
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].sentences.size() == 700);
    CHECK(documents[0].sentences[699].id == "long-700");
    CHECK(documents[1].sentences[0].id == "short-1");
    CHECK(documents[0].sentences[699].new_paragraph);
    CHECK_FALSE(documents[0].sentences[698].new_paragraph);
}

TEST_CASE("parsing what was parsed changes nothing") {
    const std::string once =
        parse_raw("The minister said nothing. \"We won't,\" he added.\n\nA second paragraph.\n").output;
    const std::string twice = parse_columns(once).output;
    CHECK(parse_columns(twice).output == twice);
    const std::vector<Document> before = read_back(once);
    const std::vector<Document> after = read_back(twice);
    REQUIRE(before.size() == after.size());
    REQUIRE(before[0].tokens.size() == after[0].tokens.size());
    CHECK(before[0].text == after[0].text);
    for (std::size_t t = 0; t < before[0].tokens.size(); ++t) {
        CHECK(before[0].tokens[t] == after[0].tokens[t]);
    }
}

TEST_CASE("broken CoNLL-U is refused with its line") {
    const auto message = [](const std::string &text) {
        try {
            parse_columns(text);
        } catch (const InputError &error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    CHECK_THAT(message(unparsed({"Fine", "."}) + "1\tonly two\n\n"), Contains("article:4") && Contains("10 columns"));
    CHECK_THAT(message("2\ttwo\t_\t_\t_\t_\t_\t_\t_\t_\n\n"), Contains("article:1") && Contains("word number 1"));
    CHECK_THAT(message("plain text is no CoNLL-U\n"), Contains("article:1"));
    CHECK_THAT(message("1\t\xff\t_\t_\t_\t_\t_\t_\t_\t_\n\n"), Contains("article:1") && Contains("UTF-8"));
}
