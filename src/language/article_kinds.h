#pragma once

#include "language/kinds.h"

// The kinds of the tables by which an article is told from what surrounds it; see kinds.h.

namespace gainsay {

/// boilerplate.tsv: lines of news pages that are no part of the article.
enum class BoilerplateLine : std::uint8_t {
    whole,
    start,
    label,
    has,
    /// A line of at most 40 words ends so.
    end,
    credit_start,
    credit_has,
    from,
    from_start,
    address,
    buttons
};
template <>
inline constexpr auto kind_names<BoilerplateLine> = std::to_array<std::string_view>({"whole", "start", "label", "has",
                                                                                     "end", "credit start",
                                                                                     "credit has", "from", "from start",
                                                                                     "address", "buttons"});

/// bylines.tsv: who wrote an article.
enum class BylineWord : std::uint8_t { by, role, joint, particle };
template <>
inline constexpr auto kind_names<BylineWord> = std::to_array<std::string_view>({"by", "role", "and", "particle"});

/// photo_credits.tsv: who made a picture, and where on it people stand.
enum class CreditWord : std::uint8_t { lead, maker, sure, mark, place, agency };
template <>
inline constexpr auto kind_names<CreditWord> = std::to_array<std::string_view>({"lead", "maker", "sure", "mark",
                                                                                "place", "agency"});

/// publication_dates.tsv: words of dates of publication. The first twelve are the months in their order.
enum class CalendarWord : std::uint8_t {
    january,
    february,
    march,
    april,
    may,
    june,
    july,
    august,
    september,
    october,
    november,
    december,
    ordinal,
    of,
    weekday,
    around,
    updated
};
template <>
inline constexpr auto kind_names<CalendarWord> = std::to_array<std::string_view>(
    {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "ordinal", "of", "weekday", "around", "updated"});
/// `month` from 1 to 12.
constexpr CalendarWord calendar_month(int month) {
    return static_cast<CalendarWord>(month - 1);
}

/// news_outlets.tsv: names of media, and what such names end in.
enum class MediumName : std::uint8_t { ending, name };
template <>
inline constexpr auto kind_names<MediumName> = std::to_array<std::string_view>({"ending", "name"});

/// author_roles.tsv: a note on the author behind the article.
enum class AuthorWord : std::uint8_t { copula, role, verb, speech };
template <>
inline constexpr auto kind_names<AuthorWord> = std::to_array<std::string_view>({"copula", "role", "verb", "speech"});

/// html_parts.tsv: what the elements of a page are called.
enum class PagePart : std::uint8_t { noise, sure_noise, post, article, byline, dateline, caption };
template <>
inline constexpr auto kind_names<PagePart> = std::to_array<std::string_view>({"noise", "sure noise", "post", "article",
                                                                              "byline", "dateline", "caption"});

/// finite_verbs.txt: one list without a name.
enum class VerbForm : std::uint8_t { finite };
template <>
inline constexpr auto kind_names<VerbForm> = std::to_array<std::string_view>({"finite"});

} // namespace gainsay
