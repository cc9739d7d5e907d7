#pragma once

#include "base/lexicon_file.h"
#include "graph_schema/edge_kind.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Where a reporting verb's content stands.
enum class Complement : std::uint8_t {
    clause,      // that
    infinitive,  // to
    object,      // np
    gerund,      // ing
    object_to,   // obj+to
    description, // as
    phrase,      // p:X
    phrase_to    // p:X+to
};

/// One reading of a reporting verb.
struct ReportingVerb {
    Stance stance = Stance::asserts;
    /// When the verb is negated.
    Stance negated = Stance::declines;
    Complement complement = Complement::clause;
    /// Of phrase and phrase_to.
    std::string preposition;
};

/// Verbs and nouns that report, by lemma (with the particle, "point out"). Const once loaded.
class ReportingWords {
  public:
    ReportingWords(const LexiconFile &verbs, const LexiconFile &nouns);

    /// Null if the verb reports nothing.
    const std::vector<ReportingVerb> *find_verb(const std::string &lemma) const;
    const ReportingVerb *find_verb(const std::string &lemma, Complement complement) const;
    /// The stance of whoever's word the noun names; null for other nouns.
    const Stance *find_noun(const std::string &lemma) const;

  private:
    std::unordered_map<std::string, std::vector<ReportingVerb>> verbs_;
    std::unordered_map<std::string, Stance> nouns_;
};

} // namespace gainsay
