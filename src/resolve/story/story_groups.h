#pragma once

#include "language/word_counts.h"
#include "observation/observations.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace gainsay {

/// Which documents tell of the same affair: near in time, and alike in the names, descriptions, words of events and of
/// the title that they have often and few other articles have (cosine of vectors weighted by inverse document
/// frequency, over the given documents and those that the words were counted in: story_words.tsv). Candidate pairs come
/// from shared rare features, so that the cost grows almost linearly with the documents. Joined from the most similar
/// pair on; what would make a large story must be like it on the average.
class StoryGroups {
  public:
    StoryGroups(const std::vector<Observations> &documents, const WordCounts &words);

    /// Number of the document's story: its first document.
    std::size_t of(std::size_t document) const { return story_[document]; }
    /// Number of the wider affair: stories that are less alike, and may still hold a statement and its denial.
    std::size_t affair_of(std::size_t document) const { return affair_[document]; }

    /// Of one story, alike by themselves and not through others, and days apart at most.
    bool are_close(std::size_t a, std::size_t b) const;

  private:
    std::vector<std::size_t> story_;
    std::vector<std::size_t> affair_;
    /// Pairs of documents, the smaller first, sorted.
    std::vector<std::pair<std::size_t, std::size_t>> close_;
};

} // namespace gainsay
