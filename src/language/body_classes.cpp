#include "language/body_classes.h"

#include <algorithm>
#include <sstream>

namespace gainsay {

BodyClasses::BodyClasses(const LexiconFile &file) {
    for (const LexiconFile::Row &row : file.rows()) {
        Class made;
        for (const std::string &word : split_list(row.fields[2], ';')) {
            if (word == "*") {
                made.is_open = true;
            } else {
                made.words.insert(lookup_form(word));
                shown_.insert(lookup_form(word));
            }
        }
        for (const std::string &noun : split_list(row.fields[1], ';')) {
            if (!nouns_.emplace(noun, classes_.size()).second) {
                file.fail(row, "a noun of one class", "'" + noun + "' again");
            }
        }
        classes_.push_back(std::move(made));
    }
}

std::optional<std::size_t> BodyClasses::of_noun(const std::string &lemma) const {
    const auto found = nouns_.find(lemma);
    return found == nouns_.end() ? std::nullopt : std::optional(found->second);
}

bool BodyClasses::fits(std::size_t body_class, std::string_view name) const {
    const Class &wanted = classes_[body_class];
    std::istringstream words{std::string(name)};
    bool shows_other = false;
    for (std::string word; words >> word;) {
        word = lookup_form(word);
        if (wanted.words.contains(word)) {
            return true;
        }
        shows_other = shows_other || shown_.contains(word);
    }
    return wanted.is_open && !shows_other;
}

} // namespace gainsay
