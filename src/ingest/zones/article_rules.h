#pragma once

#include "ingest/zones/phrase_table.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gainsay {

/// The words by which an article is told from what surrounds it; the files say what their kinds mean. Const after
/// loading; serves any number of threads.
struct ArticleRules {
    PhraseTable boilerplate;
    PhraseTable bylines;
    PhraseTable photo_credits;
    PhraseTable calendar;
    PhraseTable verbs;
    PhraseTable outlets;
    PhraseTable author_roles;
    PhraseTable html_parts;
    /// Outlets by domain, in lower case.
    std::unordered_map<std::string, std::string> outlet_domains;

    /// From the resources under "en/". Throws ModelError where one is missing.
    static ArticleRules load();

    /// The outlet whose site the address belongs to.
    std::optional<std::string> outlet_of(std::string_view url) const;
};

} // namespace gainsay
