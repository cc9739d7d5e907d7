#include "language/name_form.h"

#include "base/content_id.h"

#include <algorithm>

namespace gainsay {

std::vector<std::string> name_words(std::string_view name) {
    std::string text(name);
    text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
    // slug() folds letters and drops everything but letters and digits.
    for (const std::string_view ending : {std::string_view("'s"), std::string_view("\u2019s")}) {
        if (text.size() > ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0) {
            text.resize(text.size() - ending.size());
        }
    }
    const std::string folded = slug(text);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= folded.size();) {
        const std::size_t end = std::min(folded.find('-', begin), folded.size());
        if (end > begin) {
            words.push_back(folded.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    if (words.size() > 1 && words.front() == "the") {
        words.erase(words.begin());
    }
    return words;
}

std::string name_form(std::string_view name) {
    std::string form;
    for (const std::string &word : name_words(name)) {
        form += form.empty() ? word : " " + word;
    }
    return form;
}

bool is_initial_of(std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && (a.size() == 1 || b.size() == 1) && a.front() == b.front();
}

std::string word_stem(std::string_view word) {
    std::string stem(word);
    static constexpr std::string_view endings[] = {"ations", "ation", "ments", "ment", "ities", "ions",
                                                   "ings",   "ing",   "ity",   "ion",  "ies",   "ers",
                                                   "ed",     "es",    "er",    "s",    "e",     "y"};
    for (const std::string_view ending : endings) {
        constexpr std::size_t least = 4;
        if (stem.size() >= ending.size() + least &&
            stem.compare(stem.size() - ending.size(), ending.size(), ending) == 0) {
            stem.resize(stem.size() - ending.size());
            break;
        }
    }
    // "agree(ment)" and "agre(e)", "cooper(ation)" and "cooperat(e)"
    if (stem.size() > 4 && stem.back() == 'e') {
        stem.pop_back();
    }
    if (stem.size() > 4 && stem.back() == 't' && stem[stem.size() - 2] == 'a') {
        stem.resize(stem.size() - 2);
    }
    return stem;
}

} // namespace gainsay
