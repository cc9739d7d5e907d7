#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace gainsay {

/// The families of features of coreference; each has rows of its own. Their order is part of a trained model.
enum class FeatureFamily : std::uint32_t {
    new_type,
    new_class,
    new_role,
    new_plural,
    new_lemma,
    new_candidates,
    new_word_seen,
    new_place,
    new_quoted,
    new_modified,
    new_same_text,
    new_determiner,
    new_class_role,
    last_type,
    distance,
    distance_role,
    rank,
    kind,
    number,
    gender,
    roles,
    quoted,
    paragraphs,
    size,
    pronouns,
    pronoun_forms,
    binding,
    speaker,
    reporter,
    salience,
    recent,
    rank_role,
    match,
    match_distance,
    same_text,
    modifiers,
    match_number,
    classes,
    classes_type,
    link,
    owner,
    country,
    lemma_kind,
    own_verb,
    definite_pair,
    kind_distance,
    speech,
    last_speaker,
    last_subject,
    fitting,
    fitting_kind,
    opens,
    verb_kind,
    share,
    new_speech,
    new_fitting,
    lemma_to_kind,
    quoted_only,
    by_rule,
    new_by_rule,
    speaker_whole
};

/// The number of the first limit that the value does not exceed.
std::uint32_t bucket(std::size_t value, std::initializer_list<std::size_t> limits);

/// A number for a text, the same on every machine.
std::uint32_t text_code(const std::string &text);

/// The features that are on: rows of the ranker, found by a hash of their family and values.
class FeatureRows {
  public:
    void add(FeatureFamily family, std::initializer_list<std::uint32_t> values);
    /// In order, each once; none are left here.
    std::vector<std::uint32_t> take();

  private:
    std::vector<std::uint32_t> rows_;
};

} // namespace gainsay
