#pragma once

#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gainsay::test {

/// Texts that nobody would write, and texts that somebody might. The same seed gives the same texts.
class RandomText {
  public:
    explicit RandomText(std::uint32_t seed) : random_(seed) {}

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

    /// From 0 to `limit` - 1.
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

  private:
    std::mt19937 random_;
};

} // namespace gainsay::test
