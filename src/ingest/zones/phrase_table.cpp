#include "ingest/zones/phrase_table.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/utf8.h"

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

PhraseTable PhraseTable::load(const std::filesystem::path &path) {
    try {
        return parse(read_file(path));
    } catch (const InputError &error) {
        throw ModelError(path.string(), std::string("cannot read this resource: ") + error.what());
    }
}

PhraseTable PhraseTable::parse(std::string_view content) {
    PhraseTable table;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(std::min(end + 1, content.size()));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::size_t tab = line.find('\t');
        const std::string kind(tab == std::string_view::npos ? std::string_view() : line.substr(0, tab));
        std::string phrase = fold_line(tab == std::string_view::npos ? line : line.substr(tab + 1));
        Kind &entry = table.kinds_[kind];
        if (!phrase.empty() && entry.set.insert(phrase).second) {
            entry.by_first[phrase.front()].push_back(entry.phrases.size());
            entry.phrases.push_back(std::move(phrase));
        }
    }
    return table;
}

const PhraseTable::Kind *PhraseTable::find(std::string_view kind) const {
    const auto found = kinds_.find(std::string(kind));
    return found == kinds_.end() ? nullptr : &found->second;
}

const std::vector<std::string> &PhraseTable::phrases(std::string_view kind) const {
    static const std::vector<std::string> none;
    const Kind *entry = find(kind);
    return entry == nullptr ? none : entry->phrases;
}

bool PhraseTable::is(std::string_view kind, std::string_view folded) const {
    const Kind *entry = find(kind);
    return entry != nullptr && entry->set.contains(std::string(folded));
}

std::size_t PhraseTable::prefix(std::string_view kind, std::string_view folded) const {
    const Kind *entry = find(kind);
    if (entry == nullptr || folded.empty()) {
        return 0;
    }
    const auto candidates = entry->by_first.find(folded.front());
    if (candidates == entry->by_first.end()) {
        return 0;
    }
    std::size_t longest = 0;
    for (const std::size_t index : candidates->second) {
        const std::string &phrase = entry->phrases[index];
        if (phrase.size() > longest && folded.substr(0, phrase.size()) == phrase &&
            border_after(folded, phrase.size())) {
            longest = phrase.size();
        }
    }
    return longest;
}

bool PhraseTable::ends(std::string_view kind, std::string_view folded) const {
    const std::vector<std::string> &all = phrases(kind);
    return std::any_of(all.begin(), all.end(), [folded](const std::string &phrase) {
        return folded.size() >= phrase.size() && folded.substr(folded.size() - phrase.size()) == phrase &&
               border_before(folded, folded.size() - phrase.size());
    });
}

bool PhraseTable::contains(std::string_view kind, std::string_view folded) const {
    const std::vector<std::string> &all = phrases(kind);
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
