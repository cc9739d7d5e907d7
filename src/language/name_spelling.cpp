#include "language/name_spelling.h"

#include "language/name_form.h"

#include <algorithm>

namespace gainsay {

namespace {

/// The words of a list, each folded to one word.
std::vector<std::string> folded_list(const std::string &list) {
    std::vector<std::string> words;
    for (const std::string &each : split_list(list, ';')) {
        std::string word;
        for (const std::string &part : name_words(each)) {
            word += part;
        }
        words.push_back(std::move(word));
    }
    return words;
}

} // namespace

NameSpelling::NameSpelling(const LexiconFile &file) {
    // The letters first: the other rows are compared by them.
    for (const LexiconFile::Row &row : file.rows()) {
        if (row.fields[0] == "letters") {
            letters_.emplace_back(row.fields[1], row.fields[2]);
        }
    }
    std::stable_sort(letters_.begin(), letters_.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    std::size_t group = 0;
    for (const LexiconFile::Row &row : file.rows()) {
        if (row.fields[0] == "variants") {
            const std::vector<std::string> words = folded_list(row.fields[1]);
            for (const std::string &word : words) {
                variants_.emplace(transliterate(word), transliterate(words.front()));
            }
        } else if (row.fields[0] == "given") {
            ++group;
            for (const std::string &word : folded_list(row.fields[1])) {
                given_[key(word)].push_back(group);
            }
        } else if (row.fields[0] != "letters") {
            file.fail(row, "letters, variants or given", "'" + row.fields[0] + "'");
        }
    }
}

std::string NameSpelling::transliterate(std::string_view word) const {
    std::string result;
    for (std::size_t i = 0; i < word.size();) {
        const auto rule = std::find_if(letters_.begin(), letters_.end(), [&](const auto &each) {
            return word.substr(i, each.first.size()) == each.first;
        });
        const std::string_view written = rule == letters_.end() ? word.substr(i, 1) : std::string_view(rule->second);
        i += rule == letters_.end() ? 1 : rule->first.size();
        for (const char letter : written) {
            if (result.empty() || result.back() != letter) {
                result += letter;
            }
        }
    }
    return result;
}

std::string NameSpelling::key(std::string_view word) const {
    std::string form = transliterate(word);
    const auto variant = variants_.find(form);
    return variant == variants_.end() ? form : variant->second;
}

bool NameSpelling::is_short_form(const std::string &a, const std::string &b) const {
    const auto first = given_.find(a);
    const auto second = given_.find(b);
    return first != given_.end() && second != given_.end() &&
           std::any_of(first->second.begin(), first->second.end(), [&](std::size_t group) {
               return std::find(second->second.begin(), second->second.end(), group) != second->second.end();
           });
}

} // namespace gainsay
