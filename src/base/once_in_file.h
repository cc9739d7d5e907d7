#pragma once

#include "base/lexicon_file.h"

#include <cstddef>
#include <string>
#include <unordered_map>

namespace gainsay {

/// What may stand only once in a file: a lemma, a code.
class OnceInFile {
  public:
    /// The file must outlive it.
    explicit OnceInFile(const LexiconFile &file) : file_(&file) {}

    /// Throws ModelError with file and line where an earlier row had it.
    void add(const LexiconFile::Row &row, const std::string &what);

  private:
    const LexiconFile *file_;
    std::unordered_map<std::string, std::size_t> lines_;
};

} // namespace gainsay
