#pragma once

#include "extract/entity_book.h"

namespace gainsay {

/// The first token of the title that stands before a name ("U.S. Secretary of State John Kerry"), by its words and not
/// by the tree; `name_first` itself where there is none.
TokenIndex title_start(const Syntax &syntax, const English &english, TokenIndex name_first);

/// The first token of a person's name that is no title or form of address that the name's tagger took in.
TokenIndex bare_name_start(const Syntax &syntax, const English &english, const Name &name);

/// Makes each person's name the head of its title, as the treebanks have it; parsers often err there.
void attach_titles(Syntax &syntax, const English &english);

/// Makes "by X" below a passive its agent, where the parser left the relation open, and "accuse X of doing" a clause
/// whose subject is the object.
void name_agents(Syntax &syntax, const English &english);

/// Reads offices: from titles, appositions ("Ana Ilic, the mayor of …") and predicates ("X is the head of …"). Adds
/// them to the persons, with the body or state that the office is in as a relation. Names and nominals must be there.
void find_positions(EntityBook &book);

} // namespace gainsay
