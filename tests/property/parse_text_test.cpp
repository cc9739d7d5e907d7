// What must hold of `gainsay parse` for every input: random bytes, random UTF-8, news turned upside down. Seeded, so
// that a failure comes back.

#include "base/error.h"
#include "base/utf8.h"
#include "nlp/parse_stream.h"
#include "support/temporary_file.h"
#include "text/conllu.h"
#include "tiny_model.h"

#include <catch2/catch.hpp>

#include <functional>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;
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

/// The promises: the output is well-formed CoNLL-U, in which every character of the text stands, once and in order; it
/// reads back as a consistent document, and parsing that again keeps it.
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
        REQUIRE(without_blanks(text).empty());
        return;
    }
    REQUIRE(document.has_value());
    REQUIRE(reader.diagnostics().empty());
    REQUIRE_FALSE(reader.read_document().has_value());
    REQUIRE(find_inconsistency(*document) == std::nullopt);
    REQUIRE(without_blanks(document->text) == without_blanks(text));
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

class Generator {
  public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    std::string bytes() {
        std::string text;
        for (std::size_t n = below(300); n > 0; --n) {
            text += static_cast<char>(below(256));
        }
        return text;
    }
    std::string characters() {
        std::string text;
        for (std::size_t n = below(200); n > 0; --n) {
            // Planes where odd things live, and plain letters between them.
            static const std::vector<std::pair<char32_t, char32_t>> ranges = {
                {0x01, 0x7F},     {0x20, 0x7E},       {0x20, 0x7E},       {0x80, 0xFF},       {0x2000, 0x206F},
                {0x300, 0x36F},   {0x600, 0x6FF},     {0x4E00, 0x4F00},   {0xD7F0, 0xD7FF},   {0xE000, 0xE010},
                {0xFEF0, 0xFFFF}, {0x1F1E6, 0x1F1FF}, {0x1F600, 0x1F64F}, {0xE0000, 0xE007F}, {0x10FFF0, 0x10FFFF}};
            const auto &[first, last] = ranges[below(ranges.size())];
            append_utf8(text, first + static_cast<char32_t>(below(last - first + 1)));
        }
        return text;
    }
    std::string news() {
        static const std::vector<std::string> parts = {"The minister ",
                                                       "said ",
                                                       "“",
                                                       "”",
                                                       "\"",
                                                       "'",
                                                       "’s ",
                                                       "n't ",
                                                       "didn't ",
                                                       ". ",
                                                       ".",
                                                       "...",
                                                       ", ",
                                                       "\n",
                                                       "\n\n",
                                                       "\r\n",
                                                       "\t",
                                                       "U.S. ",
                                                       "Gen. ",
                                                       "J. ",
                                                       "http://example.org/a?b=c ",
                                                       "#tag ",
                                                       "@name ",
                                                       "$1.5bn ",
                                                       "- ",
                                                       "—",
                                                       "* ",
                                                       "1. ",
                                                       "(",
                                                       ")",
                                                       "[",
                                                       "]",
                                                       "Oct. 14",
                                                       ":-)",
                                                       "WASHINGTON ",
                                                       "\u00a0",
                                                       "re-\n",
                                                       "cannot ",
                                                       "\u2028",
                                                       "é"};
        std::string text;
        for (std::size_t n = below(150); n > 0; --n) {
            text += parts[below(parts.size())];
        }
        return text;
    }
    /// A sound text with some bytes lost, doubled or changed.
    std::string damaged(std::string text) {
        for (std::size_t n = 1 + below(5); n > 0 && !text.empty(); --n) {
            const std::size_t at = below(text.size());
            switch (below(3)) {
            case 0:
                text.erase(at, 1 + below(3));
                break;
            case 1:
                text.insert(at, text.substr(at, 1 + below(20)));
                break;
            default:
                text[at] = static_cast<char>(below(256));
            }
        }
        return text;
    }

  private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("parsing keeps its promises for any input") {
    constexpr std::uint32_t trials = 250;
    for (std::uint32_t seed = 1; seed <= trials; ++seed) {
        Generator generator(seed);
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
