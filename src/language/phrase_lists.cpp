#include "language/phrase_lists.h"

#include "base/utf8.h"
#include "graph_schema/word.h"

#include <algorithm>
#include <utility>

namespace gainsay {

namespace {

/// Letters and digits of ASCII, and all that is not ASCII.
bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool border_after(std::string_view text, std::size_t end) {
    return end >= text.size() || !is_word_byte(text[end - 1]) || !is_word_byte(text[end]);
}

bool border_before(std::string_view text, std::size_t begin) {
    return begin == 0 || !is_word_byte(text[begin]) || !is_word_byte(text[begin - 1]);
}

char32_t fold_sign(char32_t code) {
    switch (code) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201B':
    case U'`':
        return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
        return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
    case U'\u2212':
        return U'-';
    default:
        return to_lower(code);
    }
}

} // namespace

std::string fold_line(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    bool blank = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        i += point.length;
        if (is_space(point.value)) {
            blank = !folded.empty();
            continue;
        }
        if (blank) {
            folded.push_back(' ');
            blank = false;
        }
        append_utf8(folded, fold_sign(point.value));
    }
    return folded;
}

std::vector<std::string_view> words_of(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < folded.size();) {
        const std::size_t blank = std::min(folded.find(' ', i), folded.size());
        std::size_t begin = i;
        std::size_t end = blank;
        while (begin < end && !is_word_byte(folded[begin])) {
            ++begin;
        }
        while (end > begin && !is_word_byte(folded[end - 1])) {
            --end;
        }
        if (begin < end) {
            words.push_back(folded.substr(begin, end - begin));
        }
        i = blank + 1;
    }
    return words;
}

NumberedPhrases::NumberedPhrases(const LexiconFile &file, std::span<const std::string_view> kinds)
    : lists_(kinds.size()) {
    for (const LexiconFile::Row &row : file.rows()) {
        std::size_t kind = 0;
        if (row.fields.size() > 1) {
            const auto known = std::find(kinds.begin(), kinds.end(), row.fields.front());
            if (known == kinds.end()) {
                file.fail(row, one_of(kinds), "'" + row.fields.front() + "'");
            }
            kind = static_cast<std::size_t>(known - kinds.begin());
        }
        std::string phrase = fold_line(row.fields.back());
        if (phrase.empty()) {
            file.fail(row, "a phrase", "none");
        }
        List &list = lists_[kind];
        const auto [first, is_new] = list.lines.emplace(phrase, row.line);
        if (!is_new) {
            file.fail(row, "'" + phrase + "' once", "it again after line " + std::to_string(first->second));
        }
        list.by_first[phrase.front()].push_back(list.phrases.size());
        list.phrases.push_back(std::move(phrase));
    }
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (lists_[kind].phrases.empty()) {
            const LexiconFile::Row none;
            file.fail(file.rows().empty() ? none : file.rows().back(),
                      "a row of the kind '" + std::string(kinds[kind]) + "'", "the end of the file");
        }
    }
}

bool NumberedPhrases::is(std::size_t kind, std::string_view folded) const {
    return lists_[kind].lines.contains(std::string(folded));
}

std::size_t NumberedPhrases::prefix(std::size_t kind, std::string_view folded) const {
    const List &list = lists_[kind];
    const auto candidates = folded.empty() ? list.by_first.end() : list.by_first.find(folded.front());
    if (candidates == list.by_first.end()) {
        return 0;
    }
    std::size_t longest = 0;
    for (const std::size_t index : candidates->second) {
        const std::string &phrase = list.phrases[index];
        if (phrase.size() > longest && folded.substr(0, phrase.size()) == phrase &&
            border_after(folded, phrase.size())) {
            longest = phrase.size();
        }
    }
    return longest;
}

bool NumberedPhrases::ends(std::size_t kind, std::string_view folded) const {
    const std::vector<std::string> &all = lists_[kind].phrases;
    return std::any_of(all.begin(), all.end(), [folded](const std::string &phrase) {
        return folded.size() >= phrase.size() && folded.substr(folded.size() - phrase.size()) == phrase &&
               border_before(folded, folded.size() - phrase.size());
    });
}

bool NumberedPhrases::contains(std::size_t kind, std::string_view folded) const {
    const std::vector<std::string> &all = lists_[kind].phrases;
    return std::any_of(all.begin(), all.end(), [folded](const std::string &phrase) {
        for (std::size_t at = folded.find(phrase); at != std::string_view::npos; at = folded.find(phrase, at + 1)) {
            if (border_before(folded, at) && border_after(folded, at + phrase.size())) {
                return true;
            }
        }
        return false;
    });
}

} // namespace gainsay
