#pragma once

#include "extract/english.h"
#include "observation/observations.h"
#include "text/document.h"

#include <filesystem>
#include <memory>

namespace gainsay {

/// Reads a parsed document's observations: who is in it, who says what, what happens. Const once made: any number of
/// threads may use one. A pure function of the document and the files of words.
class Extractor {
  public:
    /// `folder` holds the words of English (resources/en). Throws ModelError.
    explicit Extractor(const std::filesystem::path &folder);

    /// The document must be parsed; sentences without trees yield names only.
    Observations extract(const Document &document) const;

  private:
    std::shared_ptr<const English> english_;
};

} // namespace gainsay
