#include "query/word_forms.h"

#include "base/content_id.h"
#include "base/lexicon_file.h"
#include "base/number.h"
#include "base/utf8.h"

#include <algorithm>

namespace gainsay {

WordForms::WordForms(std::string_view endings, std::string_view synonyms, std::string_view empty_words) {
    const LexiconFile table = LexiconFile::parse(endings, "word_endings.tsv", 3);
    for (const LexiconFile::Row &row : table.rows()) {
        const auto letters = parse_integer(row.fields[2]);
        if (!letters || *letters < 1 || row.fields[0].empty()) {
            table.fail(row, "an ending, its replacement and a number of letters", "'" + row.fields[2] + "'");
        }
        endings_.push_back({row.fields[0], row.fields[1], static_cast<std::size_t>(*letters)});
    }
    std::stable_sort(endings_.begin(), endings_.end(),
                     [](const Ending &a, const Ending &b) { return a.text.size() > b.text.size(); });
    const LexiconFile groups = LexiconFile::parse(synonyms, "claim_synonyms.tsv", 1);
    for (const LexiconFile::Row &row : groups.rows()) {
        std::string first;
        for (const std::string &word : split_list(row.fields[0], ';')) {
            const std::string own = stem(slug(word));
            first = first.empty() ? own : first;
            // Of a word in two groups the first counts.
            groups_.emplace(own, first);
        }
    }
    const LexiconFile list = LexiconFile::parse(empty_words, "question_words.txt", 1);
    for (const LexiconFile::Row &row : list.rows()) {
        empty_words_.insert(slug(row.fields[0]));
    }
}

std::vector<std::string> WordForms::words(std::string_view text) const {
    // "U.S." is one word, "Russia's" is Russia.
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        constexpr char32_t right_quote = 0x2019;
        const bool is_apostrophe = point.value == '\'' || point.value == right_quote;
        const std::size_t next = i + point.length;
        if (is_apostrophe && next < text.size() && (text[next] == 's' || text[next] == 'S') &&
            (next + 1 == text.size() || !is_letter(decode_utf8(text, next + 1).value))) {
            i = next + 1;
            plain.push_back(' ');
            continue;
        }
        if (point.value != '.') {
            plain.append(text.substr(i, point.length));
        } else if (next >= text.size() || !is_letter(decode_utf8(text, next).value)) {
            plain.push_back(' ');
        }
        i = next;
    }
    const std::string folded = slug(plain);
    std::vector<std::string> all;
    std::vector<std::string> telling;
    for (std::string &word : split_list(folded, '-')) {
        if (std::find(all.begin(), all.end(), word) != all.end()) {
            continue;
        }
        all.push_back(word);
        if (!empty_words_.contains(word)) {
            telling.push_back(std::move(word));
        }
    }
    return telling.empty() ? all : telling;
}

std::string WordForms::stem(std::string_view word) const {
    std::string result(word);
    for (const Ending &ending : endings_) {
        if (result.size() >= ending.text.size() + ending.letters_before && result.ends_with(ending.text)) {
            const bool stays = ending.replacement == ending.text;
            result.resize(result.size() - ending.text.size());
            result += ending.replacement;
            if (stays) {
                break;
            }
        }
    }
    // What an ending leaves of "shar(e)" and "cut(t)(ing)".
    constexpr std::size_t least = 3;
    while (!endings_.empty() && result.size() > least && result.back() == 'e') {
        result.pop_back();
    }
    if (!endings_.empty() && result.size() > least && result.back() == result[result.size() - 2]) {
        result.pop_back();
    }
    return result;
}

std::string WordForms::group(std::string_view word) const {
    std::string own = stem(word);
    const auto found = groups_.find(own);
    return found == groups_.end() ? own : found->second;
}

} // namespace gainsay
