#include "nlp/segmentation/text_unit.h"

#include "nlp/segmentation/char_class.h"
#include "nlp/segmentation/feature_hash.h"

#include <algorithm>
#include <limits>

namespace gainsay {
namespace {

bool is_letter_kind(CharKind kind) {
    return kind == CharKind::lower || kind == CharKind::upper;
}

/// Signs whose repetition is one unit ("...", "---", "!!!"); brackets and quotes stand alone.
bool is_repeatable(char32_t sign) {
    switch (sign) {
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'{':
    case U'}':
    case U'"':
    case U'\'':
    case U'\u2018':
    case U'\u2019':
    case U'\u201C':
    case U'\u201D':
    case U'$':
    case U'%':
    case U'/':
        return false;
    default:
        return sign != U'\uFFFD';
    }
}

/// Builds one unit from the characters that it is fed.
class UnitBuilder {
  public:
    UnitBuilder(const ClassifiedChar &first, std::size_t offset) {
        unit_.span = {offset, offset};
        if (is_letter_kind(first.kind)) {
            unit_.kind = UnitKind::letters;
        } else if (first.kind == CharKind::digit) {
            unit_.kind = UnitKind::digits;
        } else {
            unit_.kind = UnitKind::sign;
            unit_.sign = first.code;
        }
        add(first);
    }

    bool takes(const ClassifiedChar &next) const {
        if (unit_.span.size() + next.length > longest_unit) {
            return false;
        }
        switch (unit_.kind) {
        case UnitKind::letters:
            return is_letter_kind(next.kind);
        case UnitKind::digits:
            return next.kind == CharKind::digit;
        case UnitKind::sign:
            return next.kind == CharKind::sign && next.code == unit_.sign && is_repeatable(next.code);
        }
        return false;
    }

    void add(const ClassifiedChar &next) {
        unit_.span.end += next.length;
        if (unit_.length < std::numeric_limits<std::uint8_t>::max()) {
            ++unit_.length;
        }
        const char32_t code = folded(next.code);
        if (unit_.kind != UnitKind::digits) {
            hash_ = (hash_ ^ static_cast<std::uint32_t>(code)) * 0x01000193U;
        }
        last_three_ = {last_three_.second, last_three_.third, static_cast<std::uint32_t>(code)};
        if (next.kind == CharKind::upper) {
            ++upper_;
            first_upper_ = first_upper_ || unit_.length == 1;
        }
    }

    TextUnit finish() {
        if (unit_.kind == UnitKind::digits) {
            hash_ = 0x9E3779B9U + unit_.length;
        }
        unit_.form = avalanche(hash_);
        unit_.ending =
            avalanche((last_three_.first * 0x85EBCA6BU) ^ (last_three_.second * 0xC2B2AE35U) ^ last_three_.third);
        if (unit_.kind == UnitKind::letters) {
            unit_.letter_case = letter_case();
            unit_.is_pronoun_i = unit_.length == 1 && last_three_.third == 'i';
        }
        return unit_;
    }

  private:
    struct LastThree {
        std::uint32_t first = 0;
        std::uint32_t second = 0;
        std::uint32_t third = 0;
    };

    LetterCase letter_case() const {
        if (upper_ == 0) {
            return LetterCase::lower;
        }
        if (upper_ >= unit_.length) {
            return unit_.length == 1 ? LetterCase::single_upper : LetterCase::upper;
        }
        return first_upper_ && upper_ == 1 ? LetterCase::title : LetterCase::mixed;
    }

    TextUnit unit_;
    std::uint32_t hash_ = 0x811C9DC5U;
    LastThree last_three_;
    std::uint32_t upper_ = 0;
    bool first_upper_ = false;
};

bool is_hyphen(const TextUnit &unit) {
    return unit.length == 1 && (unit.sign == U'-' || unit.sign == U'\u2010');
}

} // namespace

std::size_t split_units(std::string_view text, std::size_t from, std::size_t to, std::size_t limit,
                        std::vector<TextUnit> &units) {
    const std::size_t first = units.size();
    std::size_t at = from;
    bool blank = true;
    bool line_end = false;
    while (at < to && units.size() - first < limit) {
        ClassifiedChar next = classify_char(text, at);
        if (next.kind == CharKind::blank) {
            blank = true;
            line_end = line_end || next.code == U'\n' || next.code == U'\r';
            at += next.length;
            continue;
        }
        UnitBuilder builder(next, at);
        at += next.length;
        while (at < to) {
            next = classify_char(text, at);
            if (!builder.takes(next)) {
                break;
            }
            builder.add(next);
            at += next.length;
        }
        TextUnit unit = builder.finish();
        unit.blank_before = blank;
        const std::size_t count = units.size() - first;
        if (blank && line_end && unit.kind != UnitKind::sign && count >= 2) {
            const TextUnit &hyphen = units.back();
            unit.broken_at_hyphen =
                is_hyphen(hyphen) && !hyphen.blank_before && units[units.size() - 2].kind != UnitKind::sign;
            unit.blank_before = !unit.broken_at_hyphen;
        }
        units.push_back(unit);
        blank = false;
        line_end = false;
    }
    return at;
}

} // namespace gainsay
