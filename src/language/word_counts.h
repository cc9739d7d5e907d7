#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>

namespace gainsay {

class LexiconFile;

/// How many of many news articles, or statements of them, have a word or a name, so that a folder of five articles
/// knows as well as one of thousands which words tell much. Const once made.
class WordCounts {
  public:
    /// Rows of a word and a whole number; the row "*" is of how many was counted, the row "?" what a word that has no
    /// row has on the average. Throws ModelError.
    explicit WordCounts(const LexiconFile &file);
    /// Throws ModelError where the file is missing or damaged.
    static WordCounts load(const std::filesystem::path &path);

    double total() const { return total_; }
    double count(const std::string &word) const;

  private:
    std::unordered_map<std::string, double> counts_;
    double total_ = 0;
    double of_others_ = 0;
};

} // namespace gainsay
