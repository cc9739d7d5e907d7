#include "base/utf8.h"

#include "base/error.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <cstdint>

namespace gainsay {

namespace {

constexpr char32_t replacement_character = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t offset) {
    return static_cast<unsigned char>(text[offset]);
}

UChar32 to_icu(char32_t code_point) {
    return static_cast<UChar32>(code_point);
}

bool in_mask(char32_t code_point, std::uint32_t mask) {
    return (U_GET_GC_MASK(to_icu(code_point)) & mask) != 0;
}

/// Number of continuation bytes and the range allowed for the first of them (Unicode 15, table 3-7).
struct LeadByte {
    std::size_t continuations = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

LeadByte classify_lead(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {1, 0x80, 0xBF};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return {2, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return {3, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    }
    return {};
}

template <class Map>
std::string map_code_points(std::string_view text, Map map) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (point.valid) {
            append_utf8(result, map(point.value));
        } else {
            result.append(text.substr(i, point.length));
        }
        i += point.length;
    }
    return result;
}

} // namespace

CodePoint decode_utf8(std::string_view text, std::size_t offset) {
    const unsigned char lead = byte_at(text, offset);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    const LeadByte kind = classify_lead(lead);
    if (kind.continuations == 0) {
        return {replacement_character, 1, false};
    }
    char32_t value = lead & (0x3FU >> kind.continuations);
    unsigned char low = kind.low;
    unsigned char high = kind.high;
    for (std::size_t i = 1; i <= kind.continuations; ++i) {
        if (offset + i >= text.size()) {
            return {replacement_character, i, false};
        }
        const unsigned char next = byte_at(text, offset + i);
        if (next < low || next > high) {
            return {replacement_character, i, false};
        }
        value = (value << 6U) | (next & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return {value, kind.continuations + 1, true};
}

std::size_t previous_utf8(std::string_view text, std::size_t offset) {
    std::size_t start = offset - 1;
    while (start > 0 && offset - start < 4 && (byte_at(text, start) & 0xC0U) == 0x80U) {
        --start;
    }
    return start;
}

void append_utf8(std::string &text, char32_t code_point) {
    const auto put = [&text](char32_t value) { text.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | (code_point >> 6U));
        put(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        put(0xE0U | (code_point >> 12U));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    } else {
        put(0xF0U | (code_point >> 18U));
        put(0x80U | ((code_point >> 12U) & 0x3FU));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    }
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (byte_at(text, i) < 0x80) {
            ++i;
            continue;
        }
        const CodePoint point = decode_utf8(text, i);
        if (!point.valid) {
            return i;
        }
        i += point.length;
    }
    return std::nullopt;
}

std::string replace_invalid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (point.valid) {
            result.append(text.substr(i, point.length));
        } else {
            append_utf8(result, replacement_character);
        }
        i += point.length;
    }
    return result;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).length) {
        ++count;
    }
    return count;
}

bool is_letter(char32_t code_point) {
    return in_mask(code_point, U_GC_L_MASK);
}
bool is_upper(char32_t code_point) {
    return in_mask(code_point, U_GC_LU_MASK | U_GC_LT_MASK);
}
bool is_lower(char32_t code_point) {
    return in_mask(code_point, U_GC_LL_MASK);
}
bool is_digit(char32_t code_point) {
    return in_mask(code_point, U_GC_ND_MASK);
}
bool is_space(char32_t code_point) {
    return u_isUWhiteSpace(to_icu(code_point)) != 0 || code_point == 0xFEFF;
}
bool is_punctuation(char32_t code_point) {
    return in_mask(code_point, U_GC_P_MASK);
}
bool is_symbol(char32_t code_point) {
    return in_mask(code_point, U_GC_S_MASK);
}
bool is_mark(char32_t code_point) {
    return in_mask(code_point, U_GC_M_MASK);
}
bool is_control(char32_t code_point) {
    return in_mask(code_point, U_GC_CC_MASK);
}

char32_t to_lower(char32_t code_point) {
    return static_cast<char32_t>(u_tolower(to_icu(code_point)));
}
char32_t to_upper(char32_t code_point) {
    return static_cast<char32_t>(u_toupper(to_icu(code_point)));
}

std::string lowercase(std::string_view text) {
    return map_code_points(text, [](char32_t point) { return to_lower(point); });
}

std::string uppercase(std::string_view text) {
    return map_code_points(text, [](char32_t point) { return to_upper(point); });
}

std::string fold_nfkc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status) != 0) {
        throw ModelError("ICU", std::string("cannot load the NFKC data: ") + u_errorName(status));
    }
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                              status);
    if (U_FAILURE(status) != 0) {
        throw InputError("NFKC", std::string("cannot normalize: ") + u_errorName(status));
    }
    return result;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const CodePoint point = decode_utf8(text, 0);
        if (!is_space(point.value)) {
            break;
        }
        text.remove_prefix(point.length);
    }
    while (!text.empty()) {
        const std::size_t last = previous_utf8(text, text.size());
        if (!is_space(decode_utf8(text, last).value)) {
            break;
        }
        text = text.substr(0, last);
    }
    return text;
}

} // namespace gainsay
