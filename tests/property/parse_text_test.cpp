// What must hold of `gainsay parse` for every input: random bytes, random UTF-8, news turned upside down. Seeded, so
// that a failure comes back.

#include "random_text.h"

#include "base/error.h"
#include "base/utf8.h"
#include "nlp/parse_stream.h"
#include "support/temporary_file.h"
#include "text/conllu.h"
#include "text/reading_text.h"
#include "tiny_model.h"

#include <catch2/catch.hpp>

#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;
using gainsay::test::RandomText;
using gainsay::test::TemporaryFile;
using gainsay::test::TinyModel;

namespace {

const LanguageEngine &engine() {
    static const LanguageEngine loaded = [] {
        const TemporaryFile file("property");
        TinyModel(5).write(file.path());
        return LanguageEngine::load(file.path());
    }();
    return loaded;
}

/// Every character that the layout does not take for white space, in order. What is no character is U+FFFD.
std::string without_blanks(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (!is_space(point.value) && !is_control(point.value)) {
            append_utf8(result, point.value);
        }
        at += point.length;
    }
    return result;
}

std::string without_hyphens(const std::string &text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (point.value != U'-' && point.value != U'\u2010') {
            append_utf8(result, point.value);
        }
        at += point.length;
    }
    return result;
}

/// What of the text has to stand in the output: what a reader sees of it. Hyphens are left out, as one at a line's end
/// may only divide a word.
std::string readable(const std::string &text) {
    return without_hyphens(without_blanks(reading_of(replace_invalid_utf8(text))));
}

std::string parsed(const std::string &text) {
    std::istringstream input(text);
    std::ostringstream output;
    Diagnostics diagnostics;
    LanguageEngine::Scratch scratch;
    const ParseCounts counts = parse_text(input, "random", engine(), scratch, output, diagnostics);
    REQUIRE((counts.words > 0) == !output.str().empty());
    REQUIRE(diagnostics.empty() == !find_invalid_utf8(text).has_value());
    return output.str();
}

/// The promises: the output is well-formed CoNLL-U, in which every readable character of the text stands, once and in
/// order; it reads back as a consistent document, and parsing that again keeps it.
void check(const std::string &text) {
    if (text.find('\0') != std::string::npos) {
        REQUIRE_THROWS_AS(parsed(text), InputError);
        return;
    }
    const std::string conllu = parsed(text);
    REQUIRE_FALSE(find_invalid_utf8(conllu).has_value());
    std::istringstream input(conllu);
    ConlluReader reader(input, "random");
    const std::optional<Document> document = reader.read_document();
    if (conllu.empty()) {
        REQUIRE(readable(text).empty());
        return;
    }
    REQUIRE(document.has_value());
    REQUIRE(reader.diagnostics().empty());
    REQUIRE_FALSE(reader.read_document().has_value());
    REQUIRE(find_inconsistency(*document) == std::nullopt);
    REQUIRE(without_hyphens(without_blanks(document->text)) == readable(text));
    for (const Token &token : document->tokens) {
        REQUIRE(token.upos != Upos::none);
        REQUIRE(token.head != Token::unset_head);
    }
    std::istringstream again(conllu);
    std::ostringstream output;
    Diagnostics diagnostics;
    LanguageEngine::Scratch scratch;
    parse_conllu(again, "random", engine(), scratch, output, diagnostics);
    std::istringstream second(output.str());
    const std::optional<Document> kept = ConlluReader(second, "random").read_document();
    REQUIRE(kept.has_value());
    REQUIRE(kept->tokens.size() == document->tokens.size());
    for (std::size_t t = 0; t < kept->tokens.size(); ++t) {
        REQUIRE(kept->tokens[t].form == document->tokens[t].form);
    }
}

} // namespace

TEST_CASE("parsing keeps its promises for any input") {
    constexpr std::uint32_t trials = 250;
    for (std::uint32_t seed = 1; seed <= trials; ++seed) {
        RandomText generator(seed);
        const std::string news = generator.news();
        for (const std::string &text : {generator.bytes(), generator.characters(), news, generator.damaged(news)}) {
            INFO("seed " << seed);
            CAPTURE(text);
            check(text);
        }
    }
}

TEST_CASE("parsing keeps its promises at the borders of its parts") {
    // Long enough for several parts: one line without blanks, and lines without an empty one.
    for (const std::string unit : {"日", "a line of words\n"}) {
        std::string text;
        while (text.size() < (std::size_t{1} << 21U) + 100000) {
            text += unit;
        }
        CAPTURE(unit);
        const std::string conllu = parsed(text);
        std::istringstream input(conllu);
        ConlluReader reader(input, "long");
        std::string forms;
        while (const std::optional<Document> sentence = reader.read_sentence()) {
            forms += without_blanks(sentence->text);
        }
        CHECK(forms == without_blanks(text));
    }
}
