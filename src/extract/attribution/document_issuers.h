#pragma once

#include "extract/attribution/attribution_finder.h"

#include <optional>
#include <utility>
#include <vector>

namespace gainsay {

/// "The statement said": gives the attributions of a document's words the entity that issued it, where the text says so
/// ("said in a statement", "released a report", "the ministry's memo", "an article in the Post"). A document whose
/// issuer is not told stays without one: its own phrase names the source.
void find_issuers(const EntityBook &book, std::vector<FoundAttribution> &all);

/// "It added", where nobody could tell what "it" is: what spoke last, if that was one or two sentences before and no
/// person.
void continue_things(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

/// The media of which the document tells articles ("a story in the Post"), which "the article" behind them means. Made
/// of a book with all names in it, which must outlive it.
class PressDocuments {
  public:
    explicit PressDocuments(const EntityBook &book);

    /// "The article", "the story": the medium that an article before it was said to be of.
    std::optional<EntityIndex> medium_of(TokenIndex head) const;

    /// "the claims in the article": whose article it is, where that is known.
    std::optional<EntityIndex> author_of_content(const std::vector<TokenIndex> &content) const;

  private:
    /// "The committee's report": behind a medium's, and from there on "the report" may be that.
    bool is_another_since(TokenIndex medium, TokenIndex head) const;

    const EntityBook *book_;
    /// Where each is named, in the order of the text.
    std::vector<std::pair<TokenIndex, EntityIndex>> media_;
};

} // namespace gainsay
