#pragma once

#include "language/article_kinds.h"
#include "language/phrase_lists.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gainsay {

using BoilerplateLines = PhraseLists<BoilerplateLine>;
using BylineWords = PhraseLists<BylineWord>;
using CreditWords = PhraseLists<CreditWord>;
using CalendarWords = PhraseLists<CalendarWord>;
using FiniteVerbs = PhraseLists<VerbForm>;
using MediumNames = PhraseLists<MediumName>;
using AuthorWords = PhraseLists<AuthorWord>;
using PageParts = PhraseLists<PagePart>;

/// The words by which an article is told from what surrounds it; the files say what their kinds mean. Const after
/// loading; serves any number of threads.
struct ArticleRules {
    /// `folder` holds the files by their names. Throws ModelError with file and line.
    explicit ArticleRules(const std::filesystem::path &folder);

    BoilerplateLines boilerplate;
    BylineWords bylines;
    CreditWords photo_credits;
    CalendarWords calendar;
    FiniteVerbs verbs;
    MediumNames outlets;
    AuthorWords author_roles;
    PageParts html_parts;
    /// Outlets by domain, in lower case.
    std::unordered_map<std::string, std::string> outlet_domains;

    /// The outlet whose site the address belongs to.
    std::optional<std::string> outlet_of(std::string_view url) const;
};

} // namespace gainsay
