#pragma once

#include "base/lexicon_file.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// Lists of words by kind, from a file of rows "kind TAB word; word; …". Words are looked up in lookup_form().
class WordLists {
  public:
    explicit WordLists(const LexiconFile &file);

    /// Whether the word (in lookup form) is in the list.
    bool has(std::string_view kind, const std::string &word) const;
    /// In the order of the file, in lookup form; empty for an unknown kind.
    const std::vector<std::string> &words(std::string_view kind) const;

  private:
    struct List {
        std::vector<std::string> ordered;
        std::unordered_set<std::string> set;
    };
    std::map<std::string, List, std::less<>> lists_;
};

} // namespace gainsay
