#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// Adds what is said in posts that the article embeds ("I will not resign. — Ann Lee (@annlee)"): whoever signs one
/// says all of it. The handle is the cue. What was found within a post stays nested in it. In the order of the cues
/// afterwards.
void add_posted_words(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all);

} // namespace gainsay
