#include "nlp/text_pieces.h"

#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

/// The pieces of a text; checks that they are the text and where each begins.
std::vector<std::string> pieces_of(const std::string &text, std::size_t wanted, std::size_t largest) {
    std::istringstream input(text);
    TextPieces pieces(input, wanted, largest);
    std::vector<std::string> result;
    std::string joined;
    while (auto piece = pieces.next()) {
        REQUIRE(pieces.offset() == joined.size());
        REQUIRE_FALSE(piece->empty());
        REQUIRE(piece->size() <= largest);
        joined += *piece;
        result.push_back(*piece);
    }
    REQUIRE(joined == text);
    REQUIRE_FALSE(pieces.next().has_value());
    return result;
}

std::string repeated(const std::string &text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

} // namespace

TEST_CASE("nothing has no pieces, a little has one") {
    CHECK(pieces_of("", 10, 20).empty());
    CHECK(pieces_of("\n", 10, 20) == std::vector<std::string>{"\n"});
    CHECK(pieces_of("One line.", 10, 20) == std::vector<std::string>{"One line."});
    CHECK(pieces_of("ab", TextPieces::default_wanted, TextPieces::default_largest) == std::vector<std::string>{"ab"});
}

TEST_CASE("a piece ends after an empty line") {
    CHECK(pieces_of("aaaa\n\nbbbb\n\ncccc", 4, 100) == std::vector<std::string>{"aaaa\n\n", "bbbb\n\n", "cccc"});
    // Nothing is cut before the wanted size.
    CHECK(pieces_of("aaaa\n\nbbbb\n\ncccc", 8, 100) == std::vector<std::string>{"aaaa\n\nbbbb\n\n", "cccc"});
    // Blanks do not make a line any less empty, nor do Windows line ends.
    CHECK(pieces_of("aaaa\r\n \t\r\nbbbb", 4, 100) == std::vector<std::string>{"aaaa\r\n \t\r\n", "bbbb"});
}

TEST_CASE("without empty lines a piece ends after a line, else after a blank") {
    CHECK(pieces_of("aaaa\nbbbb\ncccc dddd", 4, 12) == std::vector<std::string>{"aaaa\nbbbb\n", "cccc dddd"});
    CHECK(pieces_of("aaaa bbbb cccc dddd", 4, 12) == std::vector<std::string>{"aaaa bbbb ", "cccc dddd"});
}

TEST_CASE("a text without any border is cut between characters") {
    for (const std::string character : {"é", "日", "😀", "x"}) {
        for (std::size_t largest = 8; largest <= 24; ++largest) {
            const std::string text = repeated(character, 40);
            for (const std::string &piece : pieces_of(text, 4, largest)) {
                INFO(character << ", at most " << largest << " bytes");
                CHECK_FALSE(find_invalid_utf8(piece).has_value());
            }
        }
    }
}

TEST_CASE("a huge line is cut between characters too") {
    // Sizes at which a character stands across the border, and across the border of what is read at once.
    for (const std::string start : {"", "x", "xx"}) {
        const std::string text = start + repeated("日", TextPieces::default_largest);
        std::size_t bad = 0;
        for (const std::string &piece : pieces_of(text, TextPieces::default_wanted, TextPieces::default_largest)) {
            bad += find_invalid_utf8(piece).has_value() ? 1U : 0U;
        }
        CHECK(bad == 0);
    }
}

TEST_CASE("bytes that are no characters come through") {
    pieces_of(std::string(1000, '\x80'), 16, 64);
    pieces_of(std::string(1000, '\0'), 16, 64);
    pieces_of(std::string(1000, '\n'), 16, 64);
}

TEST_CASE("the pieces of any text are the text") {
    const std::vector<std::string> parts = {"a", "é", "😀", "\n", "\n\n", "\r\n", " ", "\t", "word ", "\xff"};
    std::mt19937 random(41);
    std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
    std::uniform_int_distribution<std::size_t> size(0, 400);
    for (int trial = 0; trial < 500; ++trial) {
        std::string text;
        for (std::size_t n = size(random); n > 0; --n) {
            text += parts[part(random)];
        }
        const std::size_t wanted = 4 + size(random) / 8;
        pieces_of(text, wanted, wanted + 4 + size(random) / 4);
    }
}
