#include "resolve/entity/entity_words.h"

#include "base/lexicon_file.h"
#include "language/kind_lists.h"
#include "resolve/name/name_form.h"

#include <algorithm>

namespace gainsay {

EntityWords::EntityWords(const std::filesystem::path &folder)
    : spelling_(LexiconFile::read(folder / "name_spellings.tsv", 3)) {
    const LexiconFile words = LexiconFile::read(folder / "entity_words.tsv", 2);
    const KindLists<EntityWord> checked(words);
    add_words(folder / "entity_words.tsv");
    add_words(folder / "person_words.tsv");
    add_words(folder / "organization_words.tsv");
    const LexiconFile names = LexiconFile::read(folder / "first_names.tsv", 2);
    for (const LexiconFile::Row &row : names.rows()) {
        for (const std::string &name : split_list(row.fields[1], ';')) {
            words_["name_of_one_sex"].insert(name_form(name));
        }
    }
    constexpr std::size_t body_columns = 4;
    const LexiconFile bodies = LexiconFile::read(folder / "known_organizations.tsv", body_columns);
    for (const LexiconFile::Row &row : bodies.rows()) {
        const std::string form = name_form(row.fields[0]);
        bodies_.emplace(form, form);
        for (const std::string &alias : split_list(row.fields[3], ';')) {
            bodies_.emplace(name_form(alias), form);
        }
    }
    constexpr std::size_t country_columns = 7;
    constexpr std::size_t demonyms = 4;
    const LexiconFile countries = LexiconFile::read(folder / "countries.tsv", country_columns);
    for (const LexiconFile::Row &row : countries.rows()) {
        for (std::size_t column = 1; column <= demonyms; ++column) {
            for (const std::string &name : split_list(row.fields[column], ';')) {
                countries_.emplace(name_form(name), row.fields[0]);
            }
        }
    }
}

void EntityWords::add_words(const std::filesystem::path &file) {
    const LexiconFile rows = LexiconFile::read(file, 2);
    for (const LexiconFile::Row &row : rows.rows()) {
        for (const std::string &word : split_list(row.fields[1], ';')) {
            if (const std::size_t equal = word.find('='); equal != std::string::npos) {
                auto &full = row.fields[0] == "short_title" ? short_titles_ : abbreviations_;
                full.emplace(name_form(word.substr(0, equal)), name_form(word.substr(equal + 1)));
            } else {
                words_[row.fields[0]].insert(name_form(word));
            }
        }
    }
}

bool EntityWords::has(std::string_view kind, const std::string &word) const {
    const auto found = words_.find(std::string(kind));
    return found != words_.end() && found->second.count(word) != 0;
}

const std::string *EntityWords::known_body(const std::string &form) const {
    const auto found = bodies_.find(form);
    return found == bodies_.end() ? nullptr : &found->second;
}

const std::string *EntityWords::country(const std::string &form) const {
    const auto found = countries_.find(form);
    return found == countries_.end() ? nullptr : &found->second;
}

const std::string *EntityWords::office_abbreviation(const std::string &word) const {
    const auto found = abbreviations_.find(word);
    return found == abbreviations_.end() ? nullptr : &found->second;
}

const std::string *EntityWords::short_title(const std::string &word) const {
    const auto found = short_titles_.find(word);
    return found == short_titles_.end() ? nullptr : &found->second;
}

std::string EntityWords::generation(const std::string &word) const {
    for (const char *kind : {"generation_junior", "generation_senior"}) {
        if (has(kind, word)) {
            return kind;
        }
    }
    return has("generation_number", word) ? word : std::string();
}

bool EntityWords::is_common(const std::vector<std::string> &words) const {
    std::string whole;
    for (const std::string &word : words) {
        whole += whole.empty() ? word : " " + word;
    }
    return has("body", whole) || has("ending", whole) ||
           std::all_of(words.begin(), words.end(), [this](const std::string &word) {
               return has("body", word) || has("ending", word) || has("empty", word) || has("link", word) ||
                      has("field", word);
           });
}

} // namespace gainsay
