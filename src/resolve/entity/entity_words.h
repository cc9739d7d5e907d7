#pragma once

#include "resolve/name/name_spelling.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// What is known about names and descriptions when entities are compared across documents. Const once loaded.
class EntityWords {
  public:
    /// From the folder of word files ("…/en"). Throws ModelError where a file is missing or damaged.
    explicit EntityWords(const std::filesystem::path &folder);

    const NameSpelling &spelling() const { return spelling_; }

    /// Whether the word is of that kind: suffix, particle, unspecific, media, link, empty (entity_words.tsv); body
    /// (head nouns of organizations); office; female, male; name_of_one_sex (first_names.tsv). Words as name_words()
    /// gives them.
    bool has(std::string_view kind, const std::string &word) const;
    /// The form of the name that stands for a body of several names; null for others.
    const std::string *known_body(const std::string &form) const;
    /// Code of the state that the name, adjective or demonym belongs to; null for others.
    const std::string *country(const std::string &form) const;
    /// Which of a father and his son a suffix tells of: the same for "Jr." and "Junior"; empty for other words.
    std::string generation(const std::string &word) const;
    /// Whether no word of the name tells it from others of its kind: "foreign ministry", "the commission".
    bool is_common(const std::vector<std::string> &words) const;
    /// What an abbreviated office stands for ("fm"); null for others.
    const std::string *office_abbreviation(const std::string &word) const;
    /// The office that is written so before a name ("gov"); null for others.
    const std::string *short_title(const std::string &word) const;

  private:
    void add_words(const std::filesystem::path &file);

    NameSpelling spelling_;
    std::unordered_map<std::string, std::unordered_set<std::string>> words_;
    std::unordered_map<std::string, std::string> bodies_;
    std::unordered_map<std::string, std::string> countries_;
    std::unordered_map<std::string, std::string> abbreviations_;
    std::unordered_map<std::string, std::string> short_titles_;
};

} // namespace gainsay
