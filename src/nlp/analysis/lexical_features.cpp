#include "nlp/analysis/lexical_features.h"

#include "base/utf8.h"

namespace gainsay {
namespace {

constexpr std::uint32_t fnv_start = 2166136261U;

std::uint32_t fnv(std::uint32_t hash, std::string_view bytes) {
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return hash;
}

/// FNV's low bits are weak where only the last byte differs; fold the high ones in before taking a bucket.
std::uint32_t bucket(std::uint32_t hash, std::uint32_t buckets) {
    hash ^= hash >> 15U;
    hash *= 2246822519U;
    hash ^= hash >> 13U;
    return hash % buckets;
}

char32_t straightened(char32_t c) {
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x0060:
    case 0x00B4:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
        return '"';
    case 0x2010:
    case 0x2011:
        return '-';
    case 0x2015:
        return 0x2014;
    default:
        return c;
    }
}

char shape_class(char32_t c) {
    if (is_upper(c))
        return 'X';
    if (is_letter(c))
        return 'x';
    if (is_digit(c))
        return 'd';
    const char32_t plain = straightened(c);
    return plain < 0x80 ? static_cast<char>(plain) : 'u';
}

std::uint32_t shape_hash(std::string_view form) {
    constexpr int longest_shape = 24;
    std::uint32_t hash = fnv_start;
    char last = 0;
    int run = 0;
    int length = 0;
    for (std::size_t at = 0; at < form.size() && length < longest_shape;) {
        const CodePoint point = decode_utf8(form, at);
        at += point.length;
        const char c = shape_class(point.value);
        run = c == last ? run + 1 : 1;
        last = c;
        // Runs count as one, two, three or more: "Xx", "XX", "XXX+" tell a name, an acronym, a heading.
        if (run > 3 || (c == 'x' && run > 2)) {
            continue;
        }
        hash = fnv(hash, std::string_view(&c, 1));
        ++length;
    }
    return hash;
}

} // namespace

std::string normalized_word(std::string_view form) {
    std::string out;
    out.reserve(form.size());
    for (std::size_t at = 0; at < form.size();) {
        const CodePoint point = decode_utf8(form, at);
        at += point.length;
        append_utf8(out, to_lower(straightened(point.value)));
    }
    if (out == "''" || out == "``") {
        return "\"";
    }
    return out;
}

LexicalFeatures lexical_features(std::string_view form, std::string_view normalized) {
    constexpr std::size_t longest_prefix = 4;
    constexpr std::size_t longest_suffix = LexicalFeatures::affix_count - longest_prefix;
    LexicalFeatures features;
    features.shape = static_cast<std::uint16_t>(bucket(shape_hash(form), LexicalFeatures::shape_buckets));
    const auto set = [&](std::size_t slot, std::string_view affix) {
        const auto mark = static_cast<char>('0' + slot);
        const std::uint32_t hash = fnv(fnv(fnv_start, std::string_view(&mark, 1)), affix);
        features.affixes[slot] = static_cast<std::uint16_t>(bucket(hash, LexicalFeatures::affix_buckets));
    };
    std::size_t at = 0;
    for (std::size_t n = 0; n < longest_prefix; ++n) {
        if (at < normalized.size()) {
            at += decode_utf8(normalized, at).length;
        }
        set(n, normalized.substr(0, at));
    }
    at = normalized.size();
    for (std::size_t n = 0; n < longest_suffix; ++n) {
        if (at > 0) {
            at = previous_utf8(normalized, at);
        }
        set(longest_prefix + n, normalized.substr(at));
    }
    return features;
}

void SentenceCaseCounter::add(std::string_view form) {
    constexpr std::uint32_t long_word = 5;
    bool first_upper = false;
    bool any_upper = false;
    bool any_lower = false;
    std::uint32_t letters = 0;
    for (std::size_t at = 0; at < form.size();) {
        const CodePoint point = decode_utf8(form, at);
        at += point.length;
        if (!is_letter(point.value)) {
            continue;
        }
        const bool upper = is_upper(point.value);
        first_upper = letters == 0 ? upper : first_upper;
        any_upper = any_upper || upper;
        any_lower = any_lower || !upper;
        ++letters;
    }
    if (letters == 0) {
        return;
    }
    ++words_;
    with_capital_ += any_upper ? 1U : 0U;
    upper_ += any_upper && !any_lower ? 1U : 0U;
    if (letters >= long_word) {
        ++long_words_;
        long_capitalised_ += first_upper ? 1U : 0U;
    }
}

SentenceCase SentenceCaseCounter::result() const {
    if (words_ >= 3 && upper_ == words_)
        return SentenceCase::upper;
    if (long_words_ >= 3 && long_capitalised_ == long_words_)
        return SentenceCase::title;
    if (words_ >= 4 && with_capital_ == 0)
        return SentenceCase::lower;
    return SentenceCase::ordinary;
}

} // namespace gainsay
