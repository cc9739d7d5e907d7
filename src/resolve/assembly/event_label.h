#pragma once

#include "observation/observations.h"

#include <string>
#include <vector>

namespace gainsay {

/// What an event is called: of its mentions the wording that names most of who and what takes part, of equal ones the
/// shortest; on one line, cut behind a word where it is long. Never empty.
std::string event_label(const std::vector<const EventMention *> &mentions);

} // namespace gainsay
