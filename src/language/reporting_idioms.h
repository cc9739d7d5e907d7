#pragma once

#include "base/lexicon_file.h"
#include "graph_schema/edge_kind.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// What stands behind the first word of an idiom that reports, as lemmas: "issue", "with" of "take issue with".
struct ReportingIdiom {
    std::vector<std::string> rest;
    Stance stance = Stance::asserts;
};

/// Idioms that report ("take issue with"), by their first lemma. Const once loaded.
class ReportingIdioms {
  public:
    /// Rows "lemmas TAB stance TAB notes". Throws ModelError with file and line.
    explicit ReportingIdioms(const LexiconFile &file);

    /// The idioms that begin with the lemma, the longest first; null if there is none.
    const std::vector<ReportingIdiom> *find(const std::string &lemma) const;

  private:
    std::unordered_map<std::string, std::vector<ReportingIdiom>> idioms_;
};

} // namespace gainsay
