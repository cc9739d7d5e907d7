#pragma once

#include "base/lexicon_file.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

/// Which ways to write a name are one: transliterations, spellings, short forms of given names. Const once loaded.
class NameSpelling {
  public:
    /// From name_spellings.tsv. Throws ModelError for a row of an unknown kind.
    explicit NameSpelling(const LexiconFile &file);

    /// One form for all spellings of a word of a name (folded, as name_words() gives it): "sergey" and "sergei".
    std::string key(std::string_view word) const;
    /// Whether one may be a short form of the other, or both of a third: "Bill", "William". Words as key() gives them.
    bool is_short_form(const std::string &a, const std::string &b) const;

  private:
    std::string transliterate(std::string_view word) const;

    /// Longest first.
    std::vector<std::pair<std::string, std::string>> letters_;
    std::unordered_map<std::string, std::string> variants_;
    std::unordered_map<std::string, std::vector<std::size_t>> given_;
};

} // namespace gainsay
