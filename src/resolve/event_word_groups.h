#pragma once

#include "observation/observations.h"
#include "resolve/claim_words.h"
#include "resolve/story_groups.h"

#include <cstddef>
#include <vector>

namespace gainsay {

struct EventWordPlace {
    std::size_t document = 0;
    /// In Observations::event_words.
    std::size_t word = 0;
};

/// Words of several documents that tell of the same event: those of one story with the same stem or synonym ("killed",
/// "the killing"), as the same-lemma baseline of cross-document coreference has it (Upadhyay et al. 2016). In order of
/// story and word; each group is of two documents at least, in the order of documents and texts.
std::vector<std::vector<EventWordPlace>> group_event_words(const std::vector<Observations> &documents,
                                                           const StoryGroups &stories, const ClaimWords &words);

} // namespace gainsay
