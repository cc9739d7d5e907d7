#pragma once

#include "language/english.h"
#include "observation/observations.h"

#include <string>

namespace gainsay {

// The sex of a person as far as words tell it; Gender::unknown where they do not.

/// "daughter", "mrs.", "chairwoman"; in lookup form.
Gender sex_by_word(const English &english, const std::string &word);

/// By the first of the titles that tells it.
Gender sex_by_titles(const English &english, const Entity &person);

/// By the first word of the name, whatever the name is of.
Gender sex_by_first_name(const English &english, const Entity &person);

} // namespace gainsay
