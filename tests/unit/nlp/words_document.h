#pragma once

#include "text/document.h"

#include <cstdint>
#include <sstream>
#include <string>
#include <utility>

namespace gainsay::test {

/// A document of these words, with blanks between; sentences end with ".".
inline Document document(const std::string &words) {
    Document result;
    std::istringstream input(words);
    std::uint32_t first = 0;
    for (std::string word; input >> word;) {
        Token token;
        token.form = word;
        token.span = {result.text.size(), result.text.size() + word.size()};
        result.text += word + " ";
        result.tokens.push_back(std::move(token));
        if (word == ".") {
            const auto end = static_cast<std::uint32_t>(result.tokens.size());
            result.sentences.push_back({{0, result.text.size()}, first, end, "", false, {}});
            first = end;
        }
    }
    return result;
}

} // namespace gainsay::test
