#include "ingest/zones/date_text.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

namespace {

constexpr int earliest_year = 1600;
constexpr int latest_year = 2199;

struct Piece {
    enum class Kind { number, word, sign };
    Kind kind = Kind::sign;
    ByteSpan span;
    int value = 0;
    /// Digits of a number; a number of more than eight is no part of a date.
    std::size_t digits = 0;
};

bool is_digit_byte(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Piece> cut(std::string_view line) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < line.size();) {
        Piece piece;
        piece.span = {i, i + 1};
        if (is_digit_byte(line[i])) {
            piece.kind = Piece::Kind::number;
            while (i < line.size() && is_digit_byte(line[i])) {
                if (++piece.digits <= 8) {
                    piece.value = piece.value * 10 + (line[i] - '0');
                }
                ++i;
            }
        } else if (is_letter_byte(line[i])) {
            piece.kind = Piece::Kind::word;
            while (i < line.size() && is_letter_byte(line[i])) {
                ++i;
            }
        } else {
            ++i;
            if (line[piece.span.begin] == ' ') {
                continue;
            }
        }
        piece.span.end = i;
        pieces.push_back(piece);
    }
    return pieces;
}

/// Tries the forms of a date at one place of the line.
class DateMatcher {
  public:
    DateMatcher(std::string_view folded, const std::vector<Piece> &pieces, const CalendarWords &calendar)
        : folded_(folded), pieces_(&pieces), calendar_(&calendar) {}

    std::optional<WrittenDate> at(std::size_t first) const {
        for (const auto form : {&DateMatcher::year_first, &DateMatcher::month_first, &DateMatcher::day_first,
                                &DateMatcher::numbers, &DateMatcher::eight_digits}) {
            if (std::optional<WrittenDate> date = (this->*form)(first)) {
                return date;
            }
        }
        return std::nullopt;
    }

  private:
    const Piece *piece(std::size_t i) const { return i < pieces_->size() ? &(*pieces_)[i] : nullptr; }
    std::string_view text(std::size_t i) const {
        const Piece *p = piece(i);
        return p == nullptr ? std::string_view() : folded_.substr(p->span.begin, p->span.size());
    }
    std::optional<int> number(std::size_t i, std::size_t least_digits, std::size_t most_digits) const {
        const Piece *p = piece(i);
        if (p == nullptr || p->kind != Piece::Kind::number || p->digits < least_digits || p->digits > most_digits) {
            return std::nullopt;
        }
        return p->value;
    }
    std::optional<int> year(std::size_t i) const {
        const std::optional<int> value = number(i, 4, 4);
        return value && *value >= earliest_year && *value <= latest_year ? value : std::nullopt;
    }
    /// The month that the word names; `next` is set behind it and its full stop.
    std::optional<int> month(std::size_t i, std::size_t &next) const {
        const Piece *p = piece(i);
        if (p == nullptr || p->kind != Piece::Kind::word) {
            return std::nullopt;
        }
        for (int value = 1; value <= 12; ++value) {
            if (calendar_->is(calendar_month(value), text(i))) {
                next = text(i + 1) == "." ? i + 2 : i + 1;
                return value;
            }
        }
        return std::nullopt;
    }
    std::optional<WrittenDate> make(int year, int month, int day, std::size_t first, std::size_t last) const {
        const Date date{year, month, day};
        if (!is_valid(date)) {
            return std::nullopt;
        }
        return WrittenDate{date, {piece(first)->span.begin, piece(last)->span.end}};
    }

    // 2014-10-28, 2014/10/28
    std::optional<WrittenDate> year_first(std::size_t i) const {
        const std::optional<int> y = year(i);
        const std::optional<int> m = number(i + 2, 1, 2);
        const std::optional<int> d = number(i + 4, 1, 2);
        const std::string_view sign = text(i + 1);
        if (!y || !m || (sign != "-" && sign != "/" && sign != ".")) {
            return std::nullopt;
        }
        if (d && text(i + 3) == sign && *d > 0) {
            return make(*y, *m, *d, i, i + 4);
        }
        return sign == "-" && number(i + 2, 2, 2) && *m > 0 ? make(*y, *m, 0, i, i + 2) : std::nullopt;
    }
    // October 28, 2014; Oct. 28th 2014; October 2014
    std::optional<WrittenDate> month_first(std::size_t i) const {
        std::size_t next = 0;
        const std::optional<int> m = month(i, next);
        if (!m) {
            return std::nullopt;
        }
        if (const std::optional<int> y = year(next)) {
            return make(*y, *m, 0, i, next);
        }
        const std::optional<int> d = number(next, 1, 2);
        if (!d || *d == 0) {
            return std::nullopt;
        }
        ++next;
        next += calendar_->is("ordinal", text(next)) ? 1U : 0U;
        next += text(next) == "," ? 1U : 0U;
        const std::optional<int> y = year(next);
        return y ? make(*y, *m, *d, i, next) : std::nullopt;
    }
    // 28 October 2014; 28th of October, 2014; 28-Oct-2014
    std::optional<WrittenDate> day_first(std::size_t i) const {
        const std::optional<int> d = number(i, 1, 2);
        if (!d || *d == 0) {
            return std::nullopt;
        }
        std::size_t next = i + 1;
        for (const CalendarWord kind : {CalendarWord::ordinal, CalendarWord::of}) {
            next += calendar_->is(kind, text(next)) ? 1U : 0U;
        }
        next += text(next) == "-" || text(next) == "." ? 1U : 0U;
        const std::optional<int> m = month(next, next);
        if (!m) {
            return std::nullopt;
        }
        next += text(next) == "," || text(next) == "-" ? 1U : 0U;
        const std::optional<int> y = year(next);
        return y ? make(*y, *m, *d, i, next) : std::nullopt;
    }
    // 28.10.2014; 10/28/2014 and 28/10/2014, but not 5/10/2014
    std::optional<WrittenDate> numbers(std::size_t i) const {
        const std::optional<int> a = number(i, 1, 2);
        const std::optional<int> b = number(i + 2, 1, 2);
        const std::optional<int> y = year(i + 4);
        const std::string_view sign = text(i + 1);
        if (!a || !b || !y || *a == 0 || *b == 0 || text(i + 3) != sign || (sign != "." && sign != "/")) {
            return std::nullopt;
        }
        if (sign == "." || *a > 12 || *a == *b) {
            return make(*y, *b, *a, i, i + 4);
        }
        return *b > 12 ? make(*y, *a, *b, i, i + 4) : std::nullopt;
    }
    // 20141028
    std::optional<WrittenDate> eight_digits(std::size_t i) const {
        const std::optional<int> value = number(i, 8, 8);
        if (!value || *value / 10000 < earliest_year || *value / 10000 > latest_year || *value % 100 == 0 ||
            *value / 100 % 100 == 0) {
            return std::nullopt;
        }
        return make(*value / 10000, *value / 100 % 100, *value % 100, i, i);
    }

    std::string_view folded_;
    const std::vector<Piece> *pieces_;
    const CalendarWords *calendar_;
};

/// Lower case of ASCII alone, so that offsets stay.
std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char &c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lower;
}

} // namespace

std::optional<WrittenDate> find_date(std::string_view line, const CalendarWords &calendar) {
    constexpr std::size_t longest = 400;
    const std::string folded = lower_ascii(line.substr(0, longest));
    const std::vector<Piece> pieces = cut(folded);
    const DateMatcher matcher(folded, pieces, calendar);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (std::optional<WrittenDate> date = matcher.at(i)) {
            return date;
        }
    }
    return std::nullopt;
}

bool is_date_line(std::string_view line, const CalendarWords &calendar) {
    constexpr std::size_t longest = 120;
    if (line.size() > longest) {
        return false;
    }
    const std::optional<WrittenDate> date = find_date(line, calendar);
    if (!date) {
        return false;
    }
    // What remains may be words of time and of publishing, numbers, and signs. A second date may follow ("Updated").
    const std::string lower = lower_ascii(line);
    for (const Piece &piece : cut(lower)) {
        if (piece.kind != Piece::Kind::word || date->span.contains(piece.span)) {
            continue;
        }
        const std::string_view word = std::string_view(lower).substr(piece.span.begin, piece.span.size());
        bool known = calendar.is("around", word) || calendar.is("weekday", word);
        for (int month = 1; month <= 12 && !known; ++month) {
            known = calendar.is(calendar_month(month), word);
        }
        if (!known) {
            return false;
        }
    }
    return true;
}

std::optional<Date> date_in_url(std::string_view url) {
    for (std::size_t i = 0; i + 8 <= url.size(); ++i) {
        if (url[i] != '/') {
            continue;
        }
        int parts[3] = {0, 0, 0};
        std::size_t at = i + 1;
        std::size_t part = 0;
        for (; part < 3 && at < url.size(); ++part) {
            std::size_t digits = 0;
            const std::size_t most = part == 0 ? 4 : 2;
            while (at < url.size() && is_digit_byte(url[at]) && digits <= most) {
                parts[part] = parts[part] * 10 + (url[at] - '0');
                ++at;
                ++digits;
            }
            if ((part == 0 && digits != 4) || digits == 0 || digits > most) {
                break;
            }
            const char sign = at < url.size() ? url[at] : '/';
            if (sign != '/' && sign != '-') {
                break;
            }
            ++at;
        }
        const Date date{parts[0], parts[1], parts[2]};
        if (part == 3 && parts[0] >= earliest_year && parts[0] <= latest_year && date.month > 0 && date.day > 0 &&
            is_valid(date)) {
            return date;
        }
    }
    return std::nullopt;
}

} // namespace gainsay
