#pragma once

#include "graph/knowledge_graph.h"
#include "query/word_forms.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A user's list of concepts, into which claims are folded: lines of concept, TAB, words or a claim's id, TAB, sign. A
/// claim belongs to the concept if it has the id or all of the words (in any form and order); with the sign "-" who
/// says the claim is against the concept. Without the third field the sign is "+". Several lines may name one concept.
/// Empty lines and lines that begin with # are passed over. Never changes once it is set up.
class ConceptTable {
  public:
    /// Throws InputError with `source` and the line.
    ConceptTable(std::string_view text, const std::string &source, const WordForms &forms);

    /// Names in the order of the list.
    const std::vector<std::string> &names() const { return names_; }

    struct Match {
        /// Position in names().
        std::size_t index = 0;
        bool is_turned = false;

        friend bool operator==(const Match &, const Match &) = default;
    };
    /// All concepts of a claim, in the order of names(). Of a concept's lines the first that fits counts.
    std::vector<Match> matches(const NodeRecord &claim, const WordForms &forms) const;

  private:
    struct Line {
        std::size_t index = 0;
        /// Of a claim; else empty.
        std::string id;
        /// Stems.
        std::vector<std::string> words;
        bool is_turned = false;
    };

    std::vector<std::string> names_;
    std::vector<Line> lines_;
};

} // namespace gainsay
