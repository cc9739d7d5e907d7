#pragma once

#include "extract/mentions/entity_book.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// A name of the document, looked at once.
struct NameUse {
    TokenIndex first = 0;
    /// Included.
    TokenIndex last = 0;
    /// The token whose head lies outside.
    TokenIndex head = 0;
    NameType type = NameType::MISC;
    /// Without article and address, white space as single blanks.
    std::string text;
};

/// The document's names in the order of the text, but for what is skipped: without what does not belong to the name
/// itself (article, "Mr.", possessive ending, a common noun behind it).
std::vector<NameUse> read_name_uses(const EntityBook &book);

/// The name goes from `first` to `last` (included) from now on; its head and text follow.
void set_extent(NameUse &use, const Syntax &syntax, TokenIndex first, TokenIndex last);

/// "Chargers": a plural, by its tag.
bool is_plural_name(const NameUse &use, const Syntax &syntax);

/// "the International Grain Board"
bool is_body_name(const NameUse &use, const EntityBook &book);

/// A state, an organization that is known, a newspaper or the like.
bool is_known_name(const std::string &text, const English &english);

/// The last token that is no "Jr.".
TokenIndex surname_token(const NameUse &use, const EntityBook &book);

/// Whether the token stands in the document's headline.
bool is_in_headline(const Syntax &syntax, TokenIndex token);

} // namespace gainsay
