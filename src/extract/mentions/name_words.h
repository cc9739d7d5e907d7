#pragma once

#include "language/english.h"

#include <cstddef>
#include <string>

namespace gainsay {

// Names as words, in the form that name_key() gives them unless it says otherwise.

std::size_t word_count(const std::string &text);
std::string last_word(const std::string &text);
std::string first_word(const std::string &text);

/// The surname of a name as it is written: the last word that is no "Jr.".
std::string surname_key(const std::string &name, const English &english);

/// A name's key without "Jr." behind it.
std::string without_suffix(std::string key, const English &english);

/// "junior" of a key that ends in "Jr." and the like, "senior", the number of "Reed III"; empty for others.
std::string generation_of(const std::string &key, const English &english);

/// "Steen", "van der Steen", "al Haddad".
bool is_surname_alone(const std::string &key, const English &english);

/// Whether two first names, or a form of address and a first name, are of different sexes: "Marko" and "Marka".
bool differ_in_sex(const std::string &a, const std::string &b, const English &english);

/// Whether two names may be forms of one person's: "Reed" and "Ana Reed", "J. Smith" and "John Smith", not "Smith Jr."
/// and "Smith Sr.".
bool may_be_one_person(const std::string &key, const std::string &other, const English &english);

/// Whether the long name ends in the short one, a name of its own (two words, or one that is more than a head noun, as
/// a team's).
bool ends_with_name(const std::string &longer, const std::string &shorter, bool is_team_name, const English &english);

/// "U.S.N." without its full stops; of a name as it is written.
std::string letters_of(const std::string &short_name);

/// The capitals that begin words; of a name as it is written.
std::string initials_of(const std::string &long_name);

/// Whether the letters of a name are the initials of another: two at least.
bool is_acronym(const std::string &letters, const std::string &initials);

} // namespace gainsay
