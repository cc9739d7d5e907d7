#pragma once

#include "extract/syntax/syntax.h"
#include "language/english.h"

namespace gainsay {

/// The first token of the title that stands before a name ("U.S. Secretary of State John Kerry"), by its words and not
/// by the tree; `name_first` itself where there is none.
TokenIndex title_start(const Syntax &syntax, const English &english, TokenIndex name_first);

/// The first token of a person's name that is no title or form of address that the name's tagger took in.
TokenIndex bare_name_start(const Syntax &syntax, const English &english, const Name &name);

/// Makes each person's name the head of its title, as the treebanks have it; parsers often err there.
void attach_titles(Syntax &syntax, const English &english);

/// "accused the shipping company Meridian Lines of …" where the parser made two objects: the noun right before the name
/// with which the name goes. Nothing where `name` is no such object.
std::optional<TokenIndex> noun_before_name(const Syntax &syntax, const English &english, TokenIndex name);

} // namespace gainsay
