#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Which words of a question and of a claim are the same. What is known of a language comes as text of its resource
/// files; without any, words must be equal up to case and accents. Never changes once it is set up: any number of
/// threads may ask.
class WordForms {
  public:
    WordForms() = default;
    /// `endings`: word_endings.tsv; `synonyms`: claim_synonyms.tsv; `empty_words`: question_words.txt. Throws
    /// ModelError for a line that cannot be read.
    WordForms(std::string_view endings, std::string_view synonyms, std::string_view empty_words);

    /// The folded words of a text, each once, in its order; without those that ask for nothing, unless there are no
    /// others.
    std::vector<std::string> words(std::string_view text) const;
    /// "agreements" and "agreed" have one stem. `word` is folded.
    std::string stem(std::string_view word) const;
    /// The stem, or the stem that stands for its group of synonyms.
    std::string group(std::string_view word) const;

  private:
    struct Ending {
        std::string text;
        std::string replacement;
        std::size_t letters_before = 0;
    };

    /// The longest first.
    std::vector<Ending> endings_;
    std::map<std::string, std::string, std::less<>> groups_;
    std::set<std::string, std::less<>> empty_words_;
};

} // namespace gainsay
