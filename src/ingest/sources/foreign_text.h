#pragma once

#include <string_view>

namespace gainsay {

// Kinds of text that are no article, told by their shape. Each looks at a text's beginning (`foreign_kind_bytes` of it,
// or all where it is shorter), and says no wherever an article might begin so.

/// Messages of mail, one behind the other: "From a@b Mon Jan 1 …" and a header.
bool is_mailbox(std::string_view start);
/// A header of mail whose content is a page with its parts.
bool is_mhtml(std::string_view start);
/// A header of mail, from the first line on. "From:", "Date:" and "Subject:" alone may stand above an article.
bool is_mail(std::string_view start);
/// RSS, Atom.
bool is_news_feed(std::string_view start);
/// NITF, NewsML.
bool is_news_xml(std::string_view start);
bool is_svg(std::string_view start);
/// Any other XML that is no page.
bool is_xml(std::string_view start);
/// "[{": the objects of many articles, none on a line of its own.
bool is_json_array(std::string_view start);
/// Ten columns, or the comments that stand before them.
bool is_conllu(std::string_view start);
/// SubRip, WebVTT.
bool is_subtitles(std::string_view start);
/// RIS, BibTeX.
bool is_reference_list(std::string_view start);
bool is_tex(std::string_view start);
/// iCalendar, vCard.
bool is_calendar(std::string_view start);
/// Rows of equally many fields below a row of names, divided by tabs.
bool is_tsv(std::string_view start);
/// The same, divided by commas or semicolons, as RFC 4180 has it.
bool is_csv(std::string_view start);

/// Marks that an archive's export (LexisNexis, Factiva, ProQuest, …) puts to each article stand there more than once.
/// Looks at all of the text.
bool holds_many_articles(std::string_view text);

} // namespace gainsay
