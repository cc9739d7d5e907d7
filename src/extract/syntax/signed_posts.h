#pragma once

#include "extract/syntax/syntax.h"

#include <vector>

namespace gainsay {

/// A post of a social network as articles embed it: "I will not resign. — Ann Lee (@annlee) May 4, 2019". Ranges are
/// `[first, end)`.
struct SignedPost {
    /// What was posted, without links, pictures and the tags behind its last sentence.
    TokenIndex first = 0;
    TokenIndex end = 0;
    /// Who signs it.
    TokenIndex name = 0;
    TokenIndex name_end = 0;
    /// "@annlee"
    TokenIndex handle = 0;
};

/// In the order of the text. Of one paragraph each.
std::vector<SignedPost> find_signed_posts(const Syntax &syntax);

} // namespace gainsay
