#pragma once

#include "extract/mentions/name_use.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

/// Tells what is also a state's name ("Georgia") as the other place of that name by the words of the document. Refers
/// to the book, which must outlive it; a name costs one pass over the document, however often it is used.
class NamesakePlaces {
  public:
    explicit NamesakePlaces(const EntityBook &book) : book_(&book) {}

    /// Whether the place is meant here: the words of the sentence tell, or of the paragraph, or else of the whole text.
    bool is_place(const NameUse &use);

  private:
    /// How many more words before each token tell of the place than of the state; one element more than tokens. Nothing
    /// for a name that is not known to be both.
    using Evidence = std::optional<std::vector<int>>;
    Evidence evidence_of(const std::string &name) const;
    void find_paragraphs();

    const EntityBook *book_;
    /// By name in its lookup form.
    std::map<std::string, Evidence> by_name_;
    /// By sentence, the first token of its paragraph and that behind it; empty until a name asks.
    std::vector<std::pair<TokenIndex, TokenIndex>> paragraphs_;
};

} // namespace gainsay
