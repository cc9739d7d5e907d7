#pragma once

#include "base/lexicon_file.h"
#include "language/kinds.h"
#include "language/name_spelling.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace gainsay {

/// What is known about names and descriptions when entities are compared across documents. Const once loaded.
class EntityWords {
  public:
    /// From the folder of word files ("…/en"). Throws ModelError where a file is missing or damaged.
    explicit EntityWords(const std::filesystem::path &folder);

    const NameSpelling &spelling() const { return spelling_; }

    /// Whether the word, as name_words() gives it, is of that kind: of entity_words.tsv, person_words.tsv or
    /// organization_words.tsv. What the last calls media are media of the first too.
    bool has(EntityWord kind, const std::string &word) const { return entities_.has(kind, word); }
    bool has(PersonWord kind, const std::string &word) const { return persons_.has(kind, word); }
    bool has(OrganizationWord kind, const std::string &word) const { return organizations_.has(kind, word); }
    /// Whether the given name is given to one sex alone (first_names.tsv).
    bool is_of_one_sex(const std::string &given_name) const { return names_of_one_sex_.contains(given_name); }
    /// The form of the name that stands for a body of several names; null for others.
    const std::string *known_body(const std::string &form) const;
    /// Code of the state that the name, adjective or demonym belongs to; null for others.
    const std::string *country(const std::string &form) const;
    /// The state's name; null for an unknown code.
    const std::string *country_name(const std::string &code) const;
    /// Which of a father and his son a suffix tells of: the same for "Jr." and "Junior"; empty for other words.
    std::string generation(const std::string &word) const;
    /// Whether no word of the name tells it from others of its kind: "foreign ministry", "the commission".
    bool is_common(const std::vector<std::string> &words) const;
    /// What an abbreviated office stands for ("fm"); null for others.
    const std::string *office_abbreviation(const std::string &word) const;
    /// The office that is written so before a name ("gov"); null for others.
    const std::string *short_title(const std::string &word) const;

  private:
    /// Words by kind, as names are compared.
    template <class Kind>
    class FormLists {
      public:
        void add(Kind kind, std::string form) { lists_[static_cast<std::size_t>(kind)].insert(std::move(form)); }
        bool has(Kind kind, const std::string &form) const {
            return lists_[static_cast<std::size_t>(kind)].contains(form);
        }

      private:
        std::array<std::unordered_set<std::string>, kind_names<Kind>.size()> lists_;
    };

    template <class Kind>
    void add_words(const LexiconFile &file, FormLists<Kind> &lists);

    NameSpelling spelling_;
    FormLists<EntityWord> entities_;
    FormLists<PersonWord> persons_;
    FormLists<OrganizationWord> organizations_;
    std::unordered_set<std::string> names_of_one_sex_;
    std::unordered_map<std::string, std::string> bodies_;
    std::unordered_map<std::string, std::string> countries_;
    /// By code.
    std::unordered_map<std::string, std::string> country_names_;
    std::unordered_map<std::string, std::string> abbreviations_;
    std::unordered_map<std::string, std::string> short_titles_;
};

} // namespace gainsay
