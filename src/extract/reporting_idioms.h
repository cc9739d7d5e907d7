#pragma once

#include "base/lexicon_file.h"
#include "extract/syntax.h"
#include "graph_schema/edge_kind.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Idioms that report ("take issue with"), by their first lemma. Const once loaded.
class ReportingIdioms {
  public:
    /// Rows "lemmas TAB stance TAB notes". Throws ModelError with file and line.
    explicit ReportingIdioms(const LexiconFile &file);

    /// The stance of the longest idiom whose verb is `verb`, of which the other words follow it in its sentence with
    /// few between ("took strong issue with"); null if there is none.
    const Stance *find(const Syntax &syntax, TokenIndex verb) const;

  private:
    struct Idiom {
        std::vector<std::string> rest;
        Stance stance = Stance::asserts;
    };
    std::unordered_map<std::string, std::vector<Idiom>> idioms_;
};

} // namespace gainsay
