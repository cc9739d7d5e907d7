#pragma once

#include "language/word_counts.h"
#include "resolve/claim/claim_form.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// What is seen of two statements of one story when it is judged whether they state the same, by the names under which
/// the learned trees (claim_pairs.tsv) ask for it.
inline constexpr std::array<std::string_view, 42> claim_pair_feature_names = {
    // Weight of the words of both: all of it, as part of the shorter, of the longer, of both together.
    "common",
    "common_of_less",
    "common_of_more",
    "common_of_all",
    // Words of both that tell something, those of them that few statements have, the rarest one's weight.
    "strong",
    "rare",
    "rarest",
    // Predicates of both, as part of both together and by number; one head; heads among the other's words.
    "core_of_all",
    "core",
    "head",
    "head_within",
    // Whom they speak of: number, part; who acts (1 the same, -1 others, 0 not told); states of both: any, part.
    "entities",
    "entities_of_all",
    "actors",
    "sides",
    "sides_of_all",
    // Each has numbers that the other has not; numbers of both; one alone has further numbers.
    "numbers_differ",
    "numbers",
    "numbers_of_one",
    // They differ in being a wish, an idea, of former times; one modality; how many are vague.
    "wish",
    "idea",
    "past",
    "modality",
    "vague",
    // One holds what the other does not; how many deny; one demands, both demand.
    "unlike",
    "denials",
    "demand",
    "demands",
    // One speaker; one article; bytes between them there.
    "source",
    "article",
    "distance",
    // Pairs of neighbouring words of both, the longest run of words of both, length in words of the shorter and as part
    // of the longer, how many are quotations.
    "bigrams",
    "run",
    "words_of_less",
    "length",
    "quotations",
    // Part of the story's statements that have the most frequent word of both; the mean of that over each one's words.
    "salience",
    "salience_of_less",
    "salience_of_more",
    // How many tell nobody; one subject (1, -1, 0 as above); negations that differ.
    "nobody",
    "subject",
    "negations",
};

/// Reads them. Refers to the forms, which must outlive it. Const once made; serves any number of threads.
class ClaimPairFeatures {
  public:
    using Values = std::array<double, claim_pair_feature_names.size()>;

    /// `counts` are those of claim_word_counts.tsv.
    ClaimPairFeatures(const ClaimForms &forms, const WordCounts &counts);

    /// The same for (b, a).
    Values of(std::size_t a, std::size_t b) const;

  private:
    struct Reading {
        /// Words of the wording, in order.
        std::vector<std::uint32_t> words;
        /// Pairs of neighbours of which one at least tells something, sorted, each once.
        std::vector<std::uint64_t> bigrams;
        std::vector<Concept> strong;
        std::vector<Concept> strong_core;
        double weight = 0;
        double salience = 0;
    };

    double weight(Concept word) const;
    double sum(const std::vector<Concept> &words) const;
    void read(std::size_t form, std::unordered_map<std::string, std::uint32_t> &index);
    void count_in_stories();
    double share_in_story(std::size_t form, Concept word) const;
    std::size_t longest_run(std::size_t a, std::size_t b) const;

    void add_words(std::size_t a, std::size_t b, Values &values) const;
    void add_actors(const ClaimForm &one, const ClaimForm &other, Values &values) const;
    void add_kinds(std::size_t a, std::size_t b, Values &values) const;
    void add_places(std::size_t a, std::size_t b, Values &values) const;

    const ClaimForms *forms_;
    std::vector<double> weights_;
    std::vector<Reading> readings_;
    /// Statements of a story, and those of them that have a word (story in the upper half).
    std::unordered_map<std::size_t, double> statements_;
    std::unordered_map<std::uint64_t, double> bearers_;
};

} // namespace gainsay
