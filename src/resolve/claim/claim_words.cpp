#include "resolve/claim/claim_words.h"

#include "base/atomic_file.h"
#include "base/lexicon_file.h"
#include "base/resources.h"
#include "language/kind_lists.h"
#include "resolve/name/name_form.h"

#include <algorithm>

namespace gainsay {

namespace {

bool has_parts(const std::string &word) {
    return word.find(' ') != std::string::npos;
}

} // namespace

ClaimWords::ClaimWords(const Texts &texts) {
    const LexiconFile synonyms_file = LexiconFile::parse(texts.synonyms, "claim_synonyms.tsv", 1);
    for (const LexiconFile::Row &row : synonyms_file.rows()) {
        std::string first;
        for (const std::string &word : split_list(row.fields[0], ';')) {
            const std::string stem = has_parts(word) ? word : word_stem(word);
            if (first.empty()) {
                // A group whose first word stands in an earlier group goes on with that one.
                const auto known = forms_.find(stem);
                first = known != forms_.end() ? known->second : stem;
            }
            // Of a word in two groups the first counts.
            forms_.emplace(stem, first);
        }
    }
    const LexiconFile antonyms_file = LexiconFile::parse(texts.antonyms, "antonyms.tsv", 2);
    for (const LexiconFile::Row &row : antonyms_file.rows()) {
        for (const std::string &one : split_list(row.fields[0], ';')) {
            for (const std::string &other : split_list(row.fields[1], ';')) {
                opposites_.emplace(form(one), form(other));
                opposites_.emplace(form(other), form(one));
            }
        }
    }
    const LexiconFile weak_file = LexiconFile::parse(texts.weak, "claim_weak_words.txt", 1);
    for (const LexiconFile::Row &row : weak_file.rows()) {
        weak_.insert(form(row.fields[0]));
    }
    const LexiconFile frames_file = LexiconFile::parse(texts.frames, "claim_frames.tsv", 2);
    const KindLists<ClaimFrame> checked(frames_file);
    for (const LexiconFile::Row &row : frames_file.rows()) {
        for (const std::string &word : split_list(row.fields[1], ';')) {
            frames_[row.fields[0]].insert(form(word));
        }
    }
    const LexiconFile implications_file = LexiconFile::parse(texts.implications, "claim_implications.tsv", 2);
    for (const LexiconFile::Row &row : implications_file.rows()) {
        std::set<std::string> all;
        for (const std::string &word : split_list(row.fields[0], ' ')) {
            all.insert(form(word));
        }
        implications_.emplace_back(std::move(all), form(row.fields[1]));
    }
}

ClaimWords ClaimWords::load() {
    const std::string synonyms = read_file(resource_path("en/claim_synonyms.tsv"));
    const std::string antonyms = read_file(resource_path("en/antonyms.tsv"));
    const std::string weak = read_file(resource_path("en/claim_weak_words.txt"));
    const std::string frames = read_file(resource_path("en/claim_frames.tsv"));
    const std::string implications = read_file(resource_path("en/claim_implications.tsv"));
    return ClaimWords({synonyms, antonyms, weak, frames, implications});
}

bool ClaimWords::is_in_frame(std::string_view kind, const std::string &form) const {
    const auto found = frames_.find(kind);
    return found != frames_.end() && found->second.count(form) != 0;
}

std::vector<std::string> ClaimWords::implied(const std::set<std::string> &forms) const {
    std::vector<std::string> found;
    for (const auto &[all, implied] : implications_) {
        if (std::includes(forms.begin(), forms.end(), all.begin(), all.end())) {
            found.push_back(implied);
        }
    }
    return found;
}

bool ClaimWords::is_implied_by(const std::string &implied, const std::set<std::string> &forms) const {
    return std::any_of(implications_.begin(), implications_.end(), [&](const auto &each) {
        return each.second == implied && std::any_of(each.first.begin(), each.first.end(),
                                                     [&forms](const auto &form) { return forms.count(form) != 0; });
    });
}

std::string ClaimWords::form(const std::string &word) const {
    if (has_parts(word)) {
        const auto found = forms_.find(word);
        return found != forms_.end() ? found->second : form(word.substr(0, word.find(' ')));
    }
    const std::string stem = word_stem(word);
    const auto found = forms_.find(stem);
    return found != forms_.end() ? found->second : stem;
}

bool ClaimWords::are_opposite(const std::string &a, const std::string &b) const {
    return opposites_.count({a, b}) != 0;
}

} // namespace gainsay
