#pragma once

#include "base/span.h"

#include <string_view>
#include <vector>

namespace gainsay {

/// A unit of layout: a paragraph, a heading, a byline, a caption, an item of a list. No sentence crosses its border.
struct Block {
    /// From its first to its last character that is not white space. Line breaks inside are soft: they come from
    /// wrapping and stand for a blank.
    ByteSpan span;

    friend bool operator==(const Block &, const Block &) = default;
};

/// The blocks of a text, in order; every character that is not white space lies in exactly one. A function of the text
/// alone. Any of the usual line ends, a byte order mark and ill-formed UTF-8 are accepted.
///
/// An empty line always ends a block. A single line break is soft where the text was wrapped there: the next word would
/// not have fitted into the width to which the lines around are wrapped, or the sentence goes on in lower case.
std::vector<Block> find_blocks(std::string_view text);

} // namespace gainsay
