#include "language/claim_words.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/lexicon_file.h"
#include "language/kind_lists.h"
#include "language/name_form.h"

#include <algorithm>

namespace gainsay {

namespace {

bool has_parts(const std::string &word) {
    return word.find(' ') != std::string::npos;
}

/// In claim_phrases.tsv, of idioms that make a wish and stand for no word.
constexpr std::string_view no_word = "-";

} // namespace

ClaimWords::ClaimWords(const Texts &texts) {
    // The other tables are read in the forms that the synonyms give.
    read_synonyms(texts.synonyms);
    read_antonyms(texts.antonyms);
    read_weak_words(texts.weak, texts.hedges);
    read_phrases(texts.phrases);
    read_numbers(texts.numbers);
    read_frames(texts.frames);
    read_implications(texts.implications);
}

void ClaimWords::read_synonyms(std::string_view synonyms) {
    const LexiconFile synonyms_file = LexiconFile::parse(synonyms, "claim_synonyms.tsv", 1);
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
}

void ClaimWords::read_antonyms(std::string_view antonyms) {
    const LexiconFile antonyms_file = LexiconFile::parse(antonyms, "antonyms.tsv", 2);
    for (const LexiconFile::Row &row : antonyms_file.rows()) {
        for (const std::string &one : split_list(row.fields[0], ';')) {
            for (const std::string &other : split_list(row.fields[1], ';')) {
                opposites_.emplace(form(one), form(other));
                opposites_.emplace(form(other), form(one));
            }
        }
    }
}

void ClaimWords::read_weak_words(std::string_view weak, std::string_view hedges) {
    const LexiconFile weak_file = LexiconFile::parse(weak, "claim_weak_words.txt", 1);
    for (const LexiconFile::Row &row : weak_file.rows()) {
        weak_.insert(form(row.fields[0]));
    }
    const LexiconFile hedges_file = LexiconFile::parse(hedges, "claim_hedges.txt", 1);
    for (const LexiconFile::Row &row : hedges_file.rows()) {
        hedges_.insert(form(row.fields[0]));
        weak_.insert(form(row.fields[0]));
    }
}

void ClaimWords::read_phrases(std::string_view phrases) {
    const LexiconFile phrases_file = LexiconFile::parse(phrases, "claim_phrases.tsv", 2);
    for (const LexiconFile::Row &row : phrases_file.rows()) {
        for (const std::string &phrase : split_list(row.fields[0], ';')) {
            if (row.fields[1] == no_word) {
                wishes_.push_back(" " + phrase + " ");
            } else {
                idioms_.emplace_back(" " + phrase + " ", form(row.fields[1]));
            }
        }
    }
}

void ClaimWords::read_numbers(std::string_view numbers) {
    const LexiconFile numbers_file = LexiconFile::parse(numbers, "claim_numbers.tsv", 2);
    for (const LexiconFile::Row &row : numbers_file.rows()) {
        numbers_.emplace(row.fields[0], row.fields[1]);
    }
}

void ClaimWords::read_frames(std::string_view frames) {
    const LexiconFile frames_file = LexiconFile::parse(frames, "claim_frames.tsv", 2);
    // Refuses kinds that there are not.
    const KindLists<ClaimFrame> checked(frames_file);
    for (const LexiconFile::Row &row : frames_file.rows()) {
        const ClaimFrame frame = find_kind<ClaimFrame>(row.fields[0]).value();
        for (const std::string &word : split_list(row.fields[1], ';')) {
            frames_[static_cast<std::size_t>(frame)].insert(form(word));
        }
    }
}

void ClaimWords::read_implications(std::string_view implications) {
    const LexiconFile implications_file = LexiconFile::parse(implications, "claim_implications.tsv", 2);
    for (const LexiconFile::Row &row : implications_file.rows()) {
        std::set<std::string> all;
        for (const std::string &word : split_list(row.fields[0], ' ')) {
            all.insert(form(word));
        }
        implications_.emplace_back(std::move(all), form(row.fields[1]));
    }
}

ClaimWords ClaimWords::load(const std::filesystem::path &folder) {
    const auto text_of = [&folder](const char *name) {
        try {
            return read_file(folder / name);
        } catch (const InputError &error) {
            throw ModelError((folder / name).string(), std::string("cannot read these words: ") + error.what());
        }
    };
    const std::string synonyms = text_of("claim_synonyms.tsv");
    const std::string antonyms = text_of("antonyms.tsv");
    const std::string weak = text_of("claim_weak_words.txt");
    const std::string frames = text_of("claim_frames.tsv");
    const std::string implications = text_of("claim_implications.tsv");
    const std::string hedges = text_of("claim_hedges.txt");
    const std::string phrases = text_of("claim_phrases.tsv");
    const std::string numbers = text_of("claim_numbers.tsv");
    return ClaimWords({synonyms, antonyms, weak, frames, implications, hedges, phrases, numbers});
}

ClaimWords::Idioms ClaimWords::idioms_in(std::string_view text) const {
    // Letters in lower case, all else as single blanks.
    std::string plain = " ";
    for (const char letter : text) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        const bool small = (letter >= 'a' && letter <= 'z') || (letter & 0x80) != 0;
        if (capital || small) {
            plain += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
        } else if (plain.back() != ' ') {
            plain += ' ';
        }
    }
    plain += plain.back() == ' ' ? "" : " ";
    Idioms found;
    for (const auto &[phrase, form] : idioms_) {
        if (plain.find(phrase) != std::string::npos) {
            found.forms.push_back(form);
        }
    }
    found.is_wish = std::any_of(wishes_.begin(), wishes_.end(), [&plain](const std::string &phrase) {
        return plain.find(phrase) != std::string::npos;
    });
    return found;
}

std::optional<std::string> ClaimWords::number(const std::string &word) const {
    const auto found = numbers_.find(word);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
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
                                                     [&forms](const auto &form) { return forms.contains(form); });
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
    return opposites_.contains({a, b});
}

} // namespace gainsay
