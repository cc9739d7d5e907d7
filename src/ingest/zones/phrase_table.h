#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// Phrases of a language by kind, out of a data file: `kind TAB phrase` a line, or a phrase alone (kind ""); lines that
/// start with '#' are comments. Phrases are kept folded (`fold_line`). Const after loading; serves any number of
/// threads.
class PhraseTable {
  public:
    /// Throws ModelError for a file that cannot be read.
    static PhraseTable load(const std::filesystem::path &path);
    /// From the file's content; `name` stands in messages.
    static PhraseTable parse(std::string_view content);

    /// Whether the folded line is such a phrase, nothing more.
    bool is(std::string_view kind, std::string_view folded) const;
    /// The length of the longest such phrase with which the folded line begins, up to a word's border; 0 if there is
    /// none.
    std::size_t prefix(std::string_view kind, std::string_view folded) const;
    bool ends(std::string_view kind, std::string_view folded) const;
    /// Whether such a phrase stands in the folded line, between words' borders.
    bool contains(std::string_view kind, std::string_view folded) const;
    /// All phrases of a kind in the order of the file.
    const std::vector<std::string> &phrases(std::string_view kind) const;

  private:
    struct Kind {
        std::vector<std::string> phrases;
        std::unordered_set<std::string> set;
        /// Phrases by their first byte's value, for quick refusal.
        std::unordered_map<char, std::vector<std::size_t>> by_first;
    };
    const Kind *find(std::string_view kind) const;

    std::unordered_map<std::string, Kind> kinds_;
};

/// A line for comparison: lower case, typographic quotes and dashes as ASCII's, runs of white space one blank, no white
/// space at the ends.
std::string fold_line(std::string_view text);

/// The words of a folded line without punctuation at their ends; views into it.
std::vector<std::string_view> words_of(std::string_view folded);

} // namespace gainsay
