#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// The words of a name as they are compared: folded (accents dropped), without article, possessive ending, full stops.
std::vector<std::string> name_words(std::string_view name);
/// The same with single blanks between.
std::string name_form(std::string_view name);

/// Whether one of the two words of names is the other's first letter alone.
bool is_initial_of(std::string_view a, std::string_view b);

/// A short form of a word by which inflections and derivations meet: "cooperation" and "cooperate".
std::string word_stem(std::string_view word);

} // namespace gainsay
