#include "text/reading_text.h"

#include "base/character_references.h"
#include "base/utf8.h"
#include "text/popover.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace gainsay {

namespace {

/// The first byte at or after `from` where a layout mark may stand.
std::size_t next_candidate(std::string_view text, std::size_t from) {
    // U+00AD is C2 AD, U+200B to U+200D and U+2060 begin with E2, U+FEFF is EF BB BF; '-' may end a line.
    return text.find_first_of("\xC2\xE2\xEF&-", from);
}

/// Behind a hyphen at `hyphen`: where the rest of the word begins if a line ends there; 0 if none does.
std::size_t rest_of_divided_word(std::string_view text, std::size_t hyphen, std::size_t hyphen_length) {
    std::size_t at = hyphen + hyphen_length;
    const auto is_blank = [&] { return at < text.size() && (text[at] == ' ' || text[at] == '\t'); };
    while (is_blank()) {
        ++at;
    }
    if (at < text.size() && text[at] == '\r') {
        ++at;
    }
    if (at == text.size() || text[at] != '\n') {
        return 0;
    }
    ++at;
    while (is_blank()) {
        ++at;
    }
    return at < text.size() && is_lower(decode_utf8(text, at).value) ? at : 0;
}

std::string_view letters_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0) {
        const std::size_t previous = previous_utf8(text, begin);
        if (!is_letter(decode_utf8(text, previous).value)) {
            break;
        }
        begin = previous;
    }
    return text.substr(begin, end - begin);
}

std::string_view letters_from(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size()) {
        const CodePoint point = decode_utf8(text, end);
        if (!is_letter(point.value)) {
            break;
        }
        end += point.length;
    }
    return text.substr(begin, end - begin);
}

/// Whether the hyphen only divides the word: "infor-" "mation", not "well-" "known".
bool only_divides(std::string_view first, std::string_view second, const ReadingText::WordRank &rank) {
    constexpr std::size_t shortest = 2;
    if (first.size() < shortest || second.size() < shortest) {
        return false;
    }
    const std::string joined = lowercase(std::string(first) + std::string(second));
    const std::string compound = lowercase(std::string(first) + "-" + std::string(second));
    const std::size_t as_word = rank(joined);
    const std::size_t as_compound = rank(compound);
    if (as_word > 0 || as_compound > 0) {
        return as_word > 0 && (as_compound == 0 || as_word < as_compound);
    }
    return rank(lowercase(second)) == 0;
}

} // namespace

bool is_layout_mark(char32_t code_point) {
    return code_point == 0x00AD || (code_point >= 0x200B && code_point <= 0x200D) || code_point == 0x2060 ||
           code_point == 0xFEFF;
}

std::string reading_of(std::string_view text) {
    return std::string(ReadingText(text).text());
}

ReadingText::ReadingText(std::string_view original, const WordRank &rank) : original_(original) {
    const std::vector<ByteSpan> popovers = find_popovers(original);
    auto popover = popovers.begin();
    std::size_t at = 0;
    while (true) {
        at = next_candidate(original, at);
        if (popover != popovers.end() && popover->begin <= at) {
            cut(popover->begin, popover->end, "");
            at = popover->end;
            ++popover;
            continue;
        }
        if (at == std::string_view::npos) {
            break;
        }
        const CodePoint point = decode_utf8(original, at);
        std::size_t end = at + point.length;
        constexpr char32_t hyphen = 0x2010;
        if (point.valid && is_layout_mark(point.value)) {
            cut(at, end, "");
        } else if (point.value == U'&') {
            if (const std::optional<CharacterReference> reference = character_reference_at(original, at)) {
                std::string character;
                if (!is_layout_mark(reference->code_point)) {
                    append_utf8(character, reference->code_point);
                }
                end = at + reference->length;
                cut(at, end, character);
            }
        } else if (rank && (point.value == U'-' || point.value == hyphen)) {
            if (const std::size_t rest = rest_of_divided_word(original, at, point.length);
                rest > 0 && only_divides(letters_before(original, at), letters_from(original, rest), rank)) {
                cut(at, rest, "");
                end = rest;
            }
        }
        at = end;
    }
    if (!cuts_.empty()) {
        changed_.append(original.substr(done_));
    }
}

void ReadingText::cut(std::size_t begin, std::size_t end, std::string_view instead) {
    const std::size_t before = cuts_.empty() ? 0 : cuts_.back().removed;
    changed_.append(original_.substr(done_, begin - done_)).append(instead);
    done_ = end;
    // More bytes than one character has may stand for it, never fewer.
    const std::size_t removed = end - begin - instead.size();
    if (instead.empty() && !cuts_.empty() && cuts_.back().position == changed_.size()) {
        cuts_.back().removed += removed;
    } else {
        cuts_.push_back({changed_.size(), before + removed, instead.empty() ? 0 : removed});
    }
}

const ReadingText::Cut *ReadingText::cut_before(std::size_t position) const {
    const auto next = std::upper_bound(cuts_.begin(), cuts_.end(), position,
                                       [](std::size_t value, const Cut &cut) { return value < cut.position; });
    return next == cuts_.begin() ? nullptr : &*std::prev(next);
}

ByteSpan ReadingText::original(ByteSpan span) const {
    const Cut *const first = cut_before(span.begin);
    const std::size_t begin = span.begin + (first == nullptr ? 0 : first->removed);
    if (span.empty()) {
        return {begin, begin};
    }
    const Cut *const last = cut_before(span.end - 1);
    const Cut *const at_end = cut_before(span.end);
    const std::size_t attached = at_end != nullptr && at_end->position == span.end ? at_end->attached : 0;
    return {begin, span.end + (last == nullptr ? 0 : last->removed) + attached};
}

} // namespace gainsay
