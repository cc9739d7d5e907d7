#include "text/layout.h"

#include <catch2/catch.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;

namespace {

using Lines = std::vector<std::string>;

/// The blocks' texts, with every run of white space as one blank.
Lines blocks_of(std::string_view text) {
    Lines result;
    for (const Block &block : find_blocks(text)) {
        std::string line;
        for (const char byte : text.substr(block.span.begin, block.span.size())) {
            const bool blank = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
            if (!blank) {
                line += byte;
            } else if (line.back() != ' ') {
                line += ' ';
            }
        }
        result.push_back(line);
    }
    return result;
}

/// Fills lines greedily up to `width` columns (ASCII text).
std::string wrap(std::string_view text, std::size_t width) {
    std::string result;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (column > 0) {
            const bool fits = column + 1 + word.size() <= width;
            result += fits ? ' ' : '\n';
            column = fits ? column + 1 : 0;
        }
        result += word;
        column += word.size();
        at = end + 1;
    }
    return result;
}

const Lines article = {
    "Port Closed After Dispute Between Harbour Board and Union Leaders Over New Contracts",
    "By Jane Example",
    ("The harbour board of Eastport said on Monday that it had suspended talks with the union. Its chairman, "
     "Paul Imaginary, told reporters that nobody had agreed to the new contracts, and that the U.S. owners of the "
     "terminal would decide."),
    ("\"We never said so,\" Union President Mary Invented answered. She accused the board of a 'cheap trick' and "
     "called on Mayor Adam Nobody to step in before the port loses another 2,000 jobs."),
    "What happens next",
    ("Talks may go on in 2015. See "
     "https://port.example.org/a/very/long/address/that/no/line/of/any/usual/width/can/hold/"
     "without/running/over for the contracts."),
};

std::string join(const Lines &paragraphs, std::string_view between, std::size_t width = 0) {
    std::string text;
    for (const std::string &paragraph : paragraphs) {
        text += text.empty() ? "" : between;
        text += width == 0 ? paragraph : wrap(paragraph, width);
    }
    return text;
}

} // namespace

TEST_CASE("an empty line ends a block, whatever the line ends") {
    const Lines expected = {"A title", "Some text."};
    CHECK(blocks_of("A title\n\nSome text.\n") == expected);
    CHECK(blocks_of("A title\r\n\r\nSome text.\r\n") == expected);
    CHECK(blocks_of("A title\r\rSome text.") == expected);
    CHECK(blocks_of("\xEF\xBB\xBF"
                    "A title\n \t\xC2\xA0\nSome text.") == expected);
    CHECK(blocks_of("A title\fSome text.") == expected);
}

TEST_CASE("no text, no blocks") {
    CHECK(find_blocks("").empty());
    CHECK(find_blocks(" \n\t\r\n \xC2\xA0 \xEF\xBB\xBF").empty());
}

TEST_CASE("a block's span has no white space at its ends") {
    const std::string_view text = "  \n  Some text. \n";
    const std::vector<Block> blocks = find_blocks(text);
    REQUIRE(blocks.size() == 1);
    CHECK(text.substr(blocks[0].span.begin, blocks[0].span.size()) == "Some text.");
}

TEST_CASE("lines that are paragraphs of their own stay apart") {
    const Lines lines = {"Skip to content", "Breaking News",    "Mayor Denies Report",
                         "By Jane Example", "October 16, 2014", "The mayor denied the report on Thursday."};
    CHECK(blocks_of(join(lines, "\n")) == lines);
    CHECK(blocks_of(join(article, "\n")) == article);
}

TEST_CASE("wrapped and unwrapped text have the same blocks") {
    const std::size_t width = GENERATE(40U, 60U, 65U, 72U, 80U, 100U);
    CAPTURE(width);
    CHECK(blocks_of(join(article, "\n\n", width)) == article);
}

TEST_CASE("a wrapped file with indented lines and no empty lines") {
    const std::string text = "The harbour board of Eastport said on Monday that it had\n"
                             "            suspended talks.\n"
                             "            Its chairman told reporters that nobody had agreed to\n"
                             "            the new contracts.\n"
                             "            'Cheap trick'\n"
                             "            The union accused the board of a trick and called on\n"
                             "            Mayor Adam Nobody to step in.\n";
    CHECK(blocks_of(text) ==
          Lines{"The harbour board of Eastport said on Monday that it had suspended talks.",
                "Its chairman told reporters that nobody had agreed to the new contracts.", "'Cheap trick'",
                "The union accused the board of a trick and called on Mayor Adam Nobody to step in."});
}

TEST_CASE("some paragraphs wrapped, others on one long line") {
    const std::string text =
        "The board has refuted reports that it and the union have agreed to share the costs of the new "
        "terminal in the harbour.\n"
        "READ MORE: Ten years of quarrels in Eastport, told by those who were there\n"
        "Following the talks, both sides held separate\n"
        "conferences for the press, and their accounts of what\n"
        "was agreed had little in common.\n"
        "On Friday, the board issued a statement.\n";
    CHECK(
        blocks_of(text) ==
        Lines{"The board has refuted reports that it and the union have agreed to share the costs of the new terminal "
              "in the "
              "harbour.",
              "READ MORE: Ten years of quarrels in Eastport, told by those who were there",
              "Following the talks, both sides held separate conferences for the press, and their accounts of what was "
              "agreed had little in common.",
              "On Friday, the board issued a statement."});
}

TEST_CASE("bullets and headings begin blocks") {
    CHECK(blocks_of("What we know:\n- The board met.\n- the union left\n* Talks go on\n\xE2\x80\xA2 More soon") ==
          Lines{"What we know:", "- The board met.", "- the union left", "* Talks go on", "\xE2\x80\xA2 More soon"});
    CHECK(blocks_of("# Mayor Denies Report\nThe mayor denied it.") ==
          Lines{"# Mayor Denies Report", "The mayor denied it."});
    CHECK(blocks_of("1. Skip to content\n  2. Skip to main menu") ==
          Lines{"1. Skip to content", "2. Skip to main menu"});
}

TEST_CASE("a row of stars is no bullet, and a year at the start of a line no number of a list") {
    CHECK(blocks_of("The board will meet again in the spring of\n2015. It has asked the mayor and the union to\ncome "
                    "with new plans.") == Lines{"The board will meet again in the spring of 2015. It has asked the "
                                                "mayor and the union to come with new plans."});
    CHECK(blocks_of("some words that are followed by a row of\n***** and by others that stand after it in\nthe text.")
              .size() == 1);
}

TEST_CASE("a caption that is repeated is two captions") {
    CHECK(blocks_of("the mayor at work, photographed on a sunny day\nthe mayor at work, photographed on a sunny day")
              .size() == 2);
}

TEST_CASE("blocks cover every character that is not white space, once and in order") {
    std::mt19937 random(7);
    const std::string_view alphabet = "aB.,-# \t\n\n\r\"'1*\xE2\x80\x9C\xC2\xA0\xEF\xBB\xBF\xFF\x80";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t length = random() % 80; length > 0; --length) {
            text += alphabet[random() % alphabet.size()];
        }
        CAPTURE(text);
        std::size_t at = 0;
        for (const Block &block : find_blocks(text)) {
            REQUIRE(block.span.begin >= at);
            REQUIRE(block.span.end > block.span.begin);
            REQUIRE(block.span.end <= text.size());
            REQUIRE(find_blocks(text.substr(at, block.span.begin - at)).empty());
            at = block.span.end;
        }
        REQUIRE(find_blocks(text.substr(at)).empty());
    }
}
