#include "ingest/zones/text_language.h"

#include "base/utf8.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace gainsay {

namespace {

/// Whether there is enough to judge by. Some scripts have no blanks between words: six letters count as one there.
bool is_long_enough(std::string_view text) {
    constexpr std::size_t fewest_words = 25;
    constexpr std::size_t letters_a_word = 6;
    std::size_t words = 0;
    std::size_t letters = 0; // beyond U+0E00, where such scripts are
    bool in_word = false;
    for (std::size_t i = 0; i < text.size() && words + letters / letters_a_word < fewest_words;) {
        const CodePoint point = decode_utf8(text, i);
        const bool letter = is_letter(point.value);
        constexpr char32_t first_without_blanks = 0x0E00;
        if (letter && point.value >= first_without_blanks) {
            ++letters;
        } else {
            words += letter && !in_word ? 1U : 0U;
        }
        in_word = letter;
        i += point.length;
    }
    return words + letters / letters_a_word >= fewest_words;
}

/// "GERMAN" and "Chinese" as a name in a sentence.
std::string shown_name(CLD2::Language language) {
    std::string name = lowercase(CLD2::LanguageName(language));
    bool starts = true;
    for (char &c : name) {
        c = c == '_' ? ' ' : c;
        if (starts && c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
        starts = c == ' ';
    }
    return name;
}

} // namespace

std::optional<std::string> foreign_language(std::string_view text) {
    constexpr std::size_t most_bytes = std::size_t{256} << 10U;
    if (text.size() > most_bytes) {
        text = text.substr(0, previous_utf8(text, most_bytes));
    }
    if (!is_long_enough(text)) {
        return std::nullopt;
    }
    const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int letters = 0;
    int valid_bytes = 0;
    bool is_reliable = false;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &no_hints, 0,
                                            languages.data(), percents.data(), scores.data(), nullptr, &letters,
                                            &is_reliable, &valid_bytes);
    const auto largest =
        static_cast<std::size_t>(std::max_element(percents.begin(), percents.end()) - percents.begin());
    constexpr int most = 50;
    const CLD2::Language language = languages.at(largest);
    if (!is_reliable || percents.at(largest) < most || language == CLD2::ENGLISH ||
        language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE) {
        return std::nullopt;
    }
    return shown_name(language);
}

} // namespace gainsay
