#pragma once

#include "observation/observations.h"

#include <cstddef>
#include <map>
#include <string>

namespace gainsay {

/// What tells of which affair a document is, and how often each stands in it: names (`p` and the surname of a person,
/// `n` and the form of another entity's name, as often as it is mentioned) and the stems of words of its title, of its
/// events and of what is said (`w`).
std::map<std::string, std::size_t> story_features(const Observations &document);

} // namespace gainsay
