#include "extract/mentions/office_title.h"

#include "base/lexicon_file.h"

#include <algorithm>

namespace gainsay {

namespace {

/// "governor" for "gov."; the word itself for others.
std::string in_full(const English &english, const std::string &word) {
    for (const std::string &entry : english.people.words("short_title")) {
        if (entry.size() > word.size() && entry[word.size()] == '=' && entry.compare(0, word.size(), word) == 0) {
            return entry.substr(word.size() + 1);
        }
    }
    return word;
}

} // namespace

std::vector<std::string> office_words(const English &english, std::string_view text) {
    std::vector<std::string> words;
    const std::string form = lookup_form(text) + " ";
    std::string word;
    for (const char letter : form) {
        if (letter != ' ' && letter != '-') {
            word += letter;
        } else if (!word.empty()) {
            if (!english.people.has("quality", word)) {
                words.push_back(in_full(english, word));
            }
            word.clear();
        }
    }
    return words;
}

bool may_be_called(const English &english, std::string_view title, const std::vector<std::string> &words) {
    const std::vector<std::string> all = office_words(english, title);
    const auto has = [](const std::vector<std::string> &list, const std::string &word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    return !words.empty() &&
           std::all_of(words.begin(), words.end(), [&](const std::string &word) { return has(all, word); }) &&
           std::all_of(all.begin(), all.end(),
                       [&](const std::string &word) { return !english.people.has("rank", word) || has(words, word); });
}

} // namespace gainsay
