#include "language/entity_words.h"

#include "base/lexicon_file.h"
#include "language/kind_lists.h"
#include "language/name_form.h"

#include <algorithm>
#include <optional>

namespace gainsay {

EntityWords::EntityWords(const std::filesystem::path &folder)
    : spelling_(LexiconFile::read(folder / "name_spellings.tsv", 3)) {
    const LexiconFile words = LexiconFile::read(folder / "entity_words.tsv", 2);
    const KindLists<EntityWord> checked(words);
    add_words(words, entities_);
    add_words(LexiconFile::read(folder / "person_words.tsv", 2), persons_);
    const LexiconFile organizations = LexiconFile::read(folder / "organization_words.tsv", 2);
    add_words(organizations, organizations_);
    for (const LexiconFile::Row &row : organizations.rows()) {
        if (find_kind<OrganizationWord>(row.fields[0]) == OrganizationWord::media) {
            for (const std::string &word : split_list(row.fields[1], ';')) {
                entities_.add(EntityWord::media, name_form(word));
            }
        }
    }
    const LexiconFile names = LexiconFile::read(folder / "first_names.tsv", 2);
    for (const LexiconFile::Row &row : names.rows()) {
        for (const std::string &name : split_list(row.fields[1], ';')) {
            names_of_one_sex_.insert(name_form(name));
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
        country_names_.emplace(row.fields[0], row.fields[1]);
        for (std::size_t column = 1; column <= demonyms; ++column) {
            for (const std::string &name : split_list(row.fields[column], ';')) {
                countries_.emplace(name_form(name), row.fields[0]);
            }
        }
    }
}

template <class Kind>
void EntityWords::add_words(const LexiconFile &file, FormLists<Kind> &lists) {
    for (const LexiconFile::Row &row : file.rows()) {
        const std::optional<Kind> kind = find_kind<Kind>(row.fields[0]);
        for (const std::string &word : split_list(row.fields[1], ';')) {
            if (const std::size_t equal = word.find('='); equal != std::string::npos) {
                auto &full = row.fields[0] == "short_title" ? short_titles_ : abbreviations_;
                full.emplace(name_form(word.substr(0, equal)), name_form(word.substr(equal + 1)));
            } else if (kind) {
                lists.add(*kind, name_form(word));
            }
        }
    }
}

const std::string *EntityWords::known_body(const std::string &form) const {
    const auto found = bodies_.find(form);
    return found == bodies_.end() ? nullptr : &found->second;
}

const std::string *EntityWords::country(const std::string &form) const {
    const auto found = countries_.find(form);
    return found == countries_.end() ? nullptr : &found->second;
}

const std::string *EntityWords::country_name(const std::string &code) const {
    const auto found = country_names_.find(code);
    return found == country_names_.end() ? nullptr : &found->second;
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
    if (has(PersonWord::generation_junior, word)) {
        return "generation_junior";
    }
    if (has(PersonWord::generation_senior, word)) {
        return "generation_senior";
    }
    return has(PersonWord::generation_number, word) ? word : std::string();
}

bool EntityWords::is_common(const std::vector<std::string> &words) const {
    const auto is_body = [this](const std::string &word) {
        return has(OrganizationWord::body, word) || has(OrganizationWord::ending, word);
    };
    std::string whole;
    for (const std::string &word : words) {
        whole += whole.empty() ? word : " " + word;
    }
    return is_body(whole) || std::all_of(words.begin(), words.end(), [&](const std::string &word) {
               return is_body(word) || has(EntityWord::empty, word) || has(EntityWord::link, word) ||
                      has(EntityWord::field, word);
           });
}

} // namespace gainsay
