#pragma once

#include "base/lexicon_file.h"

#include <string>
#include <unordered_map>

namespace gainsay {

/// The finite and other forms of English verbs, made from their lemmas by rule; the exceptions come from a file
/// (irregular_verbs.tsv: lemma, past, participle). Const once loaded.
class VerbForms {
  public:
    explicit VerbForms(const LexiconFile &file);

    /// "agreed"
    std::string past(const std::string &lemma) const;
    /// "frozen"
    std::string participle(const std::string &lemma) const;
    /// "agrees"
    static std::string third_person(const std::string &lemma);
    /// "stopping"
    std::string gerund(const std::string &lemma) const;

  private:
    struct Irregular {
        std::string past;
        std::string participle;
    };
    bool doubles_last(const std::string &lemma) const;

    std::unordered_map<std::string, Irregular> irregular_;
};

} // namespace gainsay
