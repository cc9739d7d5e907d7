#include "extract/text_fingerprint.h"

#include "base/content_id.h"
#include "base/utf8.h"

#include <algorithm>
#include <string>

namespace gainsay {

namespace {

constexpr std::size_t run_words = 5;
constexpr std::size_t window = 8;

/// The words that count, lower case.
std::vector<std::uint64_t> word_hashes(const Document &document) {
    std::vector<std::uint64_t> hashes;
    for (const Sentence &sentence : document.sentences) {
        const Zone zone = document.zone_at(sentence.span.begin);
        if (zone == Zone::boilerplate || zone == Zone::byline) {
            continue;
        }
        for (auto token = sentence.first_token; token < sentence.end_token; ++token) {
            const std::string &form = document.tokens[token].form;
            const CodePoint first = decode_utf8(form, 0);
            if (!form.empty() && (is_letter(first.value) || is_digit(first.value))) {
                hashes.push_back(stable_hash(lowercase(form)));
            }
        }
    }
    return hashes;
}

} // namespace

std::vector<std::uint32_t> fingerprint(const Document &document) {
    const std::vector<std::uint64_t> words = word_hashes(document);
    std::vector<std::uint32_t> runs;
    for (std::size_t i = 0; i + run_words <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t j = 0; j < run_words; ++j) {
            // Depends on the order of the words.
            hash = (hash ^ words[i + j]) * 0x9e3779b97f4a7c15ULL;
            hash ^= hash >> 29U;
        }
        runs.push_back(static_cast<std::uint32_t>(hash >> 32U));
    }
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i + window <= runs.size(); ++i) {
        const auto begin = runs.begin() + static_cast<std::ptrdiff_t>(i);
        kept.push_back(*std::min_element(begin, begin + static_cast<std::ptrdiff_t>(window)));
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

} // namespace gainsay
