#include "base/content_id.h"

#include "base/error.h"
#include "base/sha256.h"
#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace gainsay {

namespace {

/// Canonical decomposition, so that accents stand apart as combining marks.
std::string decompose(const std::string &text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) != 0) {
        throw ModelError("ICU", std::string("cannot load the NFD data: ") + u_errorName(status));
    }
    std::string result;
    normalizer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
    return result;
}

} // namespace

std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed) {
    // FNV-1a, then the finalizer of SplitMix64, which spreads short strings over all bits.
    std::uint64_t hash = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    }
    hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31U);
}

std::string content_id(std::initializer_list<std::string_view> parts) {
    std::string bytes;
    for (const std::string_view part : parts) {
        bytes += std::to_string(part.size());
        bytes += ':';
        bytes += part;
    }
    return sha256_hex(bytes).substr(0, 16);
}

std::string slug(std::string_view label) {
    const std::string folded = decompose(fold_nfkc(label));
    std::string result;
    bool gap = false;
    for (std::size_t i = 0; i < folded.size();) {
        const CodePoint point = decode_utf8(folded, i);
        if (is_letter(point.value) || is_digit(point.value)) {
            if (gap && !result.empty()) {
                result.push_back('-');
            }
            gap = false;
            append_utf8(result, point.value);
        } else if (!is_mark(point.value)) {
            gap = true;
        }
        i += point.length;
    }
    return result;
}

} // namespace gainsay
