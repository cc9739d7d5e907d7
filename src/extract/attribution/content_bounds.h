#pragma once

#include "extract/attribution/attribution_finder.h"

namespace gainsay {

/// A network marks what is said word by word and may stop in the middle of a phrase. Moves both ends of the content to
/// where a reader would put them, as the tree tells: takes in the noun behind "the popular Hindu", the clause that
/// "when he" begins, what a last verb governs and the subject in front of the first verb; leaves out a last "when he"
/// whose clause is somebody else's words, and what stands before the "that" of the clause ("cautioned the party that
/// …"). Nothing of cue and source is taken. The content must be in order of the text.
void mend_content_bounds(const Syntax &syntax, const English &english, const Quotations &quotations,
                         FoundAttribution &found);

} // namespace gainsay
