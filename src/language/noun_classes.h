#pragma once

#include "base/lexicon_file.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace gainsay {

/// What a noun means, roughly: the classes of noun_classes.tsv.
enum class NounClass : std::uint8_t {
    unknown,
    act,
    animal,
    artifact,
    attribute,
    cognition,
    communication,
    event,
    group,
    object,
    person,
    place,
    possession,
    quantity,
    state,
    substance,
    thing,
    time
};

enum class Gender : std::uint8_t { unknown, male, female };

/// Classes of nouns, and the sex that nouns and first names tell. Const once loaded.
class NounClasses {
  public:
    /// `nouns`: rows "class TAB words" and "female|male TAB words"; `first_names`: rows "female|male TAB names".
    NounClasses(const LexiconFile &nouns, const LexiconFile &first_names);

    /// By lemma in lookup form.
    NounClass find(const std::string &lemma) const;
    Gender gender_of_noun(const std::string &lemma) const;
    /// By first name in lookup form.
    Gender gender_of_name(const std::string &first_name) const;

  private:
    std::unordered_map<std::string, NounClass> classes_;
    std::unordered_map<std::string, Gender> noun_genders_;
    std::unordered_map<std::string, Gender> name_genders_;
};

} // namespace gainsay
