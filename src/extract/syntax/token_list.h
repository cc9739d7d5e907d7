#pragma once

#include "extract/syntax/syntax.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace gainsay {

/// Whether the token is among these, which are in order of the text.
inline bool contains(const std::vector<TokenIndex> &tokens, TokenIndex token) {
    return std::binary_search(tokens.begin(), tokens.end(), token);
}

/// Those that hang on none of the others, without punctuation: the heads of a phrase, or of several.
inline std::vector<TokenIndex> tops_of(const Syntax &syntax, const std::vector<TokenIndex> &tokens) {
    std::vector<TokenIndex> tops;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(tops), [&](TokenIndex token) {
        const std::optional<TokenIndex> head = syntax.head(token);
        return syntax.upos(token) != Upos::PUNCT && !(head && contains(tokens, *head));
    });
    return tops;
}

/// Takes all punctuation from both ends, marks of quotation and brackets too.
inline void strip_punctuation(const Syntax &syntax, std::vector<TokenIndex> &tokens) {
    const auto is_mark = [&syntax](TokenIndex token) { return syntax.upos(token) == Upos::PUNCT; };
    tokens.erase(std::find_if_not(tokens.rbegin(), tokens.rend(), is_mark).base(), tokens.end());
    tokens.erase(tokens.begin(), std::find_if_not(tokens.begin(), tokens.end(), is_mark));
}

} // namespace gainsay
