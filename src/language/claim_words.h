#pragma once

#include "language/kinds.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay {

/// Which words say the same, the opposite or little when claims are compared. Const once made.
class ClaimWords {
  public:
    /// The texts of claim_synonyms.tsv, antonyms.tsv, claim_weak_words.txt, claim_frames.tsv, claim_implications.tsv,
    /// claim_hedges.txt, claim_phrases.tsv and
    /// claim_numbers.tsv.
    struct Texts {
        std::string_view synonyms;
        std::string_view antonyms;
        std::string_view weak;
        std::string_view frames;
        std::string_view implications;
        std::string_view hedges;
        std::string_view phrases;
        std::string_view numbers;
    };
    explicit ClaimWords(const Texts &texts);
    /// From a language's folder. Throws ModelError where a file is missing or damaged.
    static ClaimWords load(const std::filesystem::path &folder);

    /// The stem of a word, or that of the word that stands for its group; of a verb with its particle ("step up") the
    /// group's, or the verb's where there is none.
    std::string form(const std::string &word) const;
    /// Whether the table has the word itself, so that its parts say nothing ("step up").
    bool knows(const std::string &word) const { return forms_.contains(word); }
    /// Of two forms.
    bool are_opposite(const std::string &a, const std::string &b) const;
    /// Of a form.
    bool is_weak(const std::string &form) const { return weak_.contains(form); }
    /// The digits of a number that is spelled: "twelve".
    std::optional<std::string> number(const std::string &word) const;
    /// Of a form: it only says how sure a source is ("likely", "appear"), and never what of. All of them are weak.
    bool is_hedge(const std::string &form) const { return hedges_.contains(form); }
    /// What idioms of a text tell beyond its words.
    struct Idioms {
        /// The forms that they stand for: "was behind the attack" tells who is responsible.
        std::vector<std::string> forms;
        /// "It is time for": what follows is wanted.
        bool is_wish = false;
    };
    Idioms idioms_in(std::string_view text) const;
    /// Of a form: "suggest" (idea), "previously" (past).
    bool is_in_frame(ClaimFrame frame, const std::string &form) const {
        return frames_[static_cast<std::size_t>(frame)].contains(form);
    }
    /// The forms that follow from those of a claim together: "share intelligence" tells of cooperation.
    std::vector<std::string> implied(const std::set<std::string> &forms) const;
    /// Whether one of these forms helps to imply it.
    bool is_implied_by(const std::string &implied, const std::set<std::string> &forms) const;

  private:
    void read_synonyms(std::string_view synonyms);
    void read_antonyms(std::string_view antonyms);
    void read_weak_words(std::string_view weak, std::string_view hedges);
    void read_phrases(std::string_view phrases);
    void read_numbers(std::string_view numbers);
    void read_frames(std::string_view frames);
    void read_implications(std::string_view implications);

    /// Words of several parts as written, others as stems.
    std::map<std::string, std::string> forms_;
    std::set<std::pair<std::string, std::string>> opposites_;
    std::set<std::string> weak_;
    std::set<std::string> hedges_;
    /// With a blank at both ends, and the form that each stands for.
    std::vector<std::pair<std::string, std::string>> idioms_;
    std::vector<std::string> wishes_;
    std::map<std::string, std::string> numbers_;
    std::array<std::set<std::string>, kind_names<ClaimFrame>.size()> frames_;
    std::vector<std::pair<std::set<std::string>, std::string>> implications_;
};

} // namespace gainsay
