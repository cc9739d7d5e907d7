#pragma once

#include "base/lexicon_file.h"
#include "language/kind_lists.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Phrases by the number of their kind: what PhraseLists is made of.
class NumberedPhrases {
  public:
    NumberedPhrases(const LexiconFile &file, std::span<const std::string_view> kinds);

    bool is(std::size_t kind, std::string_view folded) const;
    std::size_t prefix(std::size_t kind, std::string_view folded) const;
    bool ends(std::size_t kind, std::string_view folded) const;
    bool contains(std::size_t kind, std::string_view folded) const;

  private:
    struct List {
        std::vector<std::string> phrases;
        std::unordered_map<std::string, std::size_t> lines;
        /// Phrases by their first byte's value, for quick refusal.
        std::unordered_map<char, std::vector<std::size_t>> by_first;
    };
    std::vector<List> lists_;
};

/// Phrases of a language by kind, out of a file with rows "kind TAB phrase", or, where there is one kind alone, of a
/// phrase a row. Phrases are kept folded (`fold_line`). Const once loaded; serves any number of threads.
template <class Kind>
class PhraseLists {
  public:
    /// Throws ModelError with file and line for a kind that is unknown or missing, and for a phrase that stands twice.
    explicit PhraseLists(const LexiconFile &file) : phrases_(file, kind_names<Kind>) {}

    /// Whether the folded line is such a phrase, nothing more.
    bool is(KindName<Kind> kind, std::string_view folded) const { return phrases_.is(number(kind), folded); }
    /// The length of the longest such phrase with which the folded line begins, up to a word's border; 0 if there is
    /// none.
    std::size_t prefix(KindName<Kind> kind, std::string_view folded) const {
        return phrases_.prefix(number(kind), folded);
    }
    bool ends(KindName<Kind> kind, std::string_view folded) const { return phrases_.ends(number(kind), folded); }
    /// Whether such a phrase stands in the folded line, between words' borders.
    bool contains(KindName<Kind> kind, std::string_view folded) const {
        return phrases_.contains(number(kind), folded);
    }

  private:
    static std::size_t number(KindName<Kind> kind) { return static_cast<std::size_t>(kind.kind()); }

    NumberedPhrases phrases_;
};

/// A line for comparison: lower case, typographic quotes and dashes as ASCII's, runs of white space one blank, no white
/// space at the ends.
std::string fold_line(std::string_view text);

/// The words of a folded line without punctuation at their ends; views into it.
std::vector<std::string_view> words_of(std::string_view folded);

} // namespace gainsay
