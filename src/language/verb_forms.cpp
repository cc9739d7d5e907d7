#include "language/verb_forms.h"

#include "base/once_in_file.h"

#include <algorithm>

namespace gainsay {

namespace {

bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

bool ends_with(const std::string &word, std::string_view ending) {
    return word.size() >= ending.size() && word.compare(word.size() - ending.size(), ending.size(), ending) == 0;
}

/// "deny", not "play"
bool ends_in_consonant_and_y(const std::string &lemma) {
    return lemma.size() > 1 && lemma.back() == 'y' && !is_vowel(lemma[lemma.size() - 2]);
}

std::size_t vowel_groups(const std::string &lemma) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < lemma.size(); ++i) {
        count += is_vowel(lemma[i]) && (i == 0 || !is_vowel(lemma[i - 1])) ? 1U : 0U;
    }
    return count;
}

} // namespace

VerbForms::VerbForms(const LexiconFile &file) {
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[0]);
        if (row.fields[0].empty() || row.fields[1].empty() || row.fields[2].empty()) {
            file.fail(row, "a lemma, its past and its participle", row.fields[0]);
        }
        irregular_[row.fields[0]] = {row.fields[1], row.fields[2]};
    }
}

bool VerbForms::doubles_last(const std::string &lemma) const {
    if (lemma.size() < 3) {
        return false;
    }
    const char last = lemma.back();
    if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') {
        return false;
    }
    if (const auto known = irregular_.find(lemma); known != irregular_.end()) {
        // "commit", "committed"; "cut", "cutting"
        const bool short_vowel = is_vowel(lemma[lemma.size() - 2]) && !is_vowel(lemma[lemma.size() - 3]);
        return ends_with(known->second.past, std::string(2, last) + "ed") || (short_vowel && vowel_groups(lemma) == 1);
    }
    return vowel_groups(lemma) == 1 && is_vowel(lemma[lemma.size() - 2]) && !is_vowel(lemma[lemma.size() - 3]);
}

std::string VerbForms::past(const std::string &lemma) const {
    if (const auto known = irregular_.find(lemma); known != irregular_.end()) {
        return known->second.past;
    }
    if (ends_with(lemma, "e")) {
        return lemma + "d";
    }
    if (ends_in_consonant_and_y(lemma)) {
        return lemma.substr(0, lemma.size() - 1) + "ied";
    }
    return doubles_last(lemma) ? lemma + lemma.back() + "ed" : lemma + "ed";
}

std::string VerbForms::participle(const std::string &lemma) const {
    const auto known = irregular_.find(lemma);
    return known != irregular_.end() ? known->second.participle : past(lemma);
}

std::string VerbForms::third_person(const std::string &lemma) {
    if (lemma == "be") {
        return "is";
    }
    if (lemma == "have") {
        return "has";
    }
    if (ends_in_consonant_and_y(lemma)) {
        return lemma.substr(0, lemma.size() - 1) + "ies";
    }
    for (const std::string_view ending : {"s", "x", "z", "ch", "sh", "o"}) {
        if (ends_with(lemma, ending)) {
            return lemma + "es";
        }
    }
    return lemma + "s";
}

std::string VerbForms::gerund(const std::string &lemma) const {
    if (lemma == "be") {
        return "being";
    }
    if (ends_with(lemma, "ie")) {
        return lemma.substr(0, lemma.size() - 2) + "ying";
    }
    if (ends_with(lemma, "e") && !ends_with(lemma, "ee") && !ends_with(lemma, "oe")) {
        return lemma.substr(0, lemma.size() - 1) + "ing";
    }
    return doubles_last(lemma) ? lemma + lemma.back() + "ing" : lemma + "ing";
}

} // namespace gainsay
