#pragma once

#include "ingest/sources/raw_article.h"
#include "text/conllu.h"

#include <cstddef>
#include <fstream>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

namespace gainsay {

struct ConlluDocument {
    Document document;
    Diagnostics diagnostics;
};
using ConlluItem = std::variant<ConlluDocument, DocumentFailure>;

/// Documents out of CoNLL-U files, one after the other. A document that breaks the format
/// becomes a failure and ends alone; every sentence has to be a tree. One object a thread.
class ConlluSource {
  public:
    explicit ConlluSource(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {}

    /// Nothing at the end.
    std::optional<ConlluItem> next();

  private:
    /// Nothing if the file is at its end.
    std::optional<ConlluItem> next_in_file();
    void open();
    void make_id_unique(ConlluDocument &item);

    std::vector<std::string> inputs_;
    std::size_t next_input_ = 0;
    std::string name_;
    std::ifstream file_;
    std::optional<ConlluReader> reader_;
    std::size_t reported_ = 0;
    /// Whether the file gave a document or a failure.
    bool found_any_ = false;
    std::unordered_set<std::string> ids_;
};

} // namespace gainsay
