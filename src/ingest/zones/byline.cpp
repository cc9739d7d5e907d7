#include "ingest/zones/byline.h"

#include "ingest/zones/date_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

constexpr std::size_t most_name_words = 5;

bool starts_upper(std::string_view word) {
    return !word.empty() && is_upper(decode_utf8(word, 0).value);
}

std::vector<std::string_view> split_blanks(std::string_view text) {
    std::vector<std::string_view> words;
    while (!(text = trim(text)).empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

/// The parts between bars, bullets, dashes, semicolons, commas and blanks in a row.
std::vector<std::string_view> split_parts(std::string_view text) {
    constexpr std::array<std::string_view, 12> separators = {"|",    "\u2022", "\u00B7", "\u2014", "\u2013", " - ",
                                                             " -- ", ";",      ",",      "\t",     "(",      "\u2009"};
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        std::size_t at = text.size();
        std::size_t length = 0;
        for (const std::string_view separator : separators) {
            const std::size_t found = text.find(separator);
            if (found < at) {
                at = found;
                length = separator.size();
            }
        }
        const std::string_view part = trim(text.substr(0, at));
        if (!part.empty()) {
            parts.push_back(part);
        }
        text.remove_prefix(std::min(at + length, text.size()));
    }
    return parts;
}

/// The words at the part's start that make one name or several: capitalized, particles, and "and" between names.
std::string leading_names(std::string_view part, const ArticleRules &rules) {
    std::vector<std::string_view> names;
    for (const std::string_view word : split_blanks(part)) {
        const std::string folded = fold_line(word);
        const bool joint = rules.bylines.is("and", folded) || rules.bylines.is("particle", folded);
        if (!starts_upper(word) && !(joint && !names.empty())) {
            break;
        }
        names.push_back(word);
    }
    while (!names.empty() && !starts_upper(names.back())) {
        names.pop_back();
    }
    std::string joined;
    for (const std::string_view word : names) {
        joined += (joined.empty() ? "" : " ") + std::string(word);
    }
    while (!joined.empty() && (joined.back() == ':' || joined.back() == ',')) {
        joined.pop_back();
    }
    // A full stop behind a word of more than two letters ends the line and is no initial's.
    if (joined.size() > 3 && joined.back() == '.' && joined[joined.size() - 3] != ' ' &&
        joined[joined.size() - 3] != '.') {
        joined.pop_back();
    }
    return joined;
}

bool is_outlet(std::string_view name, const ArticleRules &rules) {
    const std::string folded = fold_line(name);
    const std::vector<std::string_view> words = words_of(folded);
    return rules.outlets.is("name", folded) || (words.size() > 1 && rules.outlets.is("ending", words.back()));
}

bool is_role(std::string_view part, const ArticleRules &rules) {
    const std::string folded = fold_line(part);
    return rules.bylines.is("role", folded) || rules.bylines.ends("role", folded) ||
           rules.bylines.prefix("role", folded) > 0;
}

/// A weekday or month: "By Friday", "By May".
bool is_time_word(std::string_view word, const ArticleRules &rules) {
    const std::string folded = fold_line(word);
    bool month = false;
    for (int value = 1; value <= 12; ++value) {
        month = month || rules.calendar.is(calendar_month(value), folded);
    }
    return month || rules.calendar.is("weekday", folded);
}

/// One person's name or two: words that all begin with a capital, but for particles.
bool is_name(std::string_view part, const ArticleRules &rules) {
    const std::vector<std::string_view> words = split_blanks(part);
    return words.size() >= 2 && words.size() <= most_name_words + 3 &&
           leading_names(part, rules).size() + 1 >= part.size() &&
           part.find_first_of("0123456789?!\"") == std::string_view::npos;
}

/// "JANE DOE" as "Jane Doe".
std::string without_shouting(const std::string &name, const ArticleRules &rules) {
    std::size_t letters = 0;
    std::string result;
    for (const std::string_view word : split_blanks(name)) {
        result += result.empty() ? "" : " ";
        const std::string folded = fold_line(word);
        const bool small = rules.bylines.is("and", folded) || rules.bylines.is("particle", folded);
        bool inside = false;
        for (std::size_t i = 0; i < word.size();) {
            const CodePoint point = decode_utf8(word, i);
            if (!small && is_lower(point.value)) {
                return name;
            }
            letters += is_letter(point.value) ? 1U : 0U;
            append_utf8(result, inside || small ? to_lower(point.value) : point.value);
            inside = is_letter(point.value);
            i += point.length;
        }
    }
    constexpr std::size_t shortest = 5; // "AFP" stays
    return letters < shortest ? name : result;
}

/// The length of what leads a byline; 0 for none.
std::size_t lead_length(std::string_view folded, const ArticleRules &rules) {
    return rules.bylines.prefix("by", folded);
}

std::string_view without_dashes(std::string_view shown) {
    for (;;) {
        shown = trim(shown);
        const CodePoint point = shown.empty() ? CodePoint{} : decode_utf8(shown, 0);
        if (point.value != U'-' && point.value != U'\u2013' && point.value != U'\u2014' && point.value != U'~') {
            return shown;
        }
        shown.remove_prefix(point.length);
    }
}

} // namespace

bool is_byline(const ArticleLine &line, const ArticleRules &rules) {
    constexpr std::size_t most_words = 25;
    constexpr std::size_t most_sentence_words = 8;
    if (line.word_count > most_words || (line.ends_in_stop && line.word_count > most_sentence_words)) {
        return false;
    }
    const std::size_t lead = lead_length(line.folded, rules);
    if (lead > 0 && lead < line.shown.size()) {
        const std::vector<std::string_view> parts = split_parts(std::string_view(line.shown).substr(lead));
        if (parts.empty() || line.has_finite_verb) {
            return false;
        }
        const std::string name = leading_names(parts.front(), rules);
        const std::vector<std::string_view> words = split_blanks(name);
        const bool time_word = !words.empty() && is_time_word(words.front(), rules);
        // "By Order of the Court": what follows the name may only be a role, a place or a date.
        return !words.empty() && words.size() <= most_name_words * 2 && !time_word &&
               (name.size() + 2 >= parts.front().size() || is_role(parts.front(), rules) ||
                find_date(parts.front(), rules.calendar) || parts.front().find('@') != std::string_view::npos);
    }
    // Without "by": a name, and a role or date behind a sign.
    const std::vector<std::string_view> parts = split_parts(line.shown);
    if (parts.size() < 2 || line.has_finite_verb || line.ends_in_stop || !is_name(parts.front(), rules) ||
        split_blanks(parts.front()).size() > most_name_words) {
        return false;
    }
    return std::all_of(parts.begin() + 1, parts.end(), [&](std::string_view part) {
        return rules.bylines.is("role", fold_line(part)) || is_date_line(part, rules.calendar) ||
               find_date(line.shown, rules.calendar).has_value();
    });
}

bool is_role_line(const ArticleLine &line, const ArticleRules &rules) {
    constexpr std::size_t most_words = 6;
    return line.word_count <= most_words && !line.ends_in_stop && is_role(line.shown, rules);
}

bool is_signature(const ArticleLine &line, const ArticleRules &rules) {
    const std::string_view name = without_dashes(line.shown);
    return name.size() < line.shown.size() && is_name(name, rules) && split_blanks(name).size() <= most_name_words;
}

bool is_author_note(const ArticleLine &line, std::string_view before, const ArticleRules &rules) {
    constexpr std::size_t most_words = 80;
    if (line.word_count > most_words || line.shown.find('"') != std::string::npos ||
        line.shown.find("\u201C") != std::string::npos) {
        return false;
    }
    const std::vector<std::string_view> words = split_blanks(line.shown);
    std::size_t named = 0;
    while (named < words.size() &&
           (starts_upper(words[named]) || rules.bylines.is("particle", fold_line(words[named])))) {
        const bool ends = words[named].back() == ',';
        ++named;
        if (ends) {
            break;
        }
    }
    if (named < 2 || named > most_name_words || named >= words.size()) {
        return false;
    }
    std::string_view surname = words[named - 1];
    const bool appositive = surname.back() == ',';
    if (appositive) {
        surname.remove_suffix(1);
    }
    const std::string next = fold_line(words[named]);
    const bool is = rules.author_roles.is("copula", next) || rules.author_roles.is("verb", next);
    const bool is_later = appositive && rules.author_roles.contains("copula", line.folded);
    if ((!is && !is_later) ||
        !(rules.author_roles.contains("role", line.folded) || rules.author_roles.is("verb", next)) ||
        rules.author_roles.contains("speech", line.folded)) {
        return false;
    }
    for (std::size_t at = before.find(surname); at != std::string_view::npos; at = before.find(surname, at + 1)) {
        // In the byline she may stand.
        const std::size_t line_begin = before.rfind('\n', at);
        const std::size_t line_end = std::min(before.find('\n', at), before.size());
        const std::size_t begin = line_begin == std::string_view::npos ? 0 : line_begin + 1;
        constexpr std::size_t longest_byline = 120;
        if (line_end - begin > longest_byline ||
            lead_length(fold_line(before.substr(begin, line_end - begin)), rules) == 0) {
            return false;
        }
    }
    return true;
}

BylineNames read_byline(std::string_view shown, const ArticleRules &rules) {
    BylineNames names;
    shown = without_dashes(shown);
    if (is_date_line(shown, rules.calendar)) {
        return names; // "Last Updated: January 7, 2025"
    }
    const std::size_t lead = lead_length(fold_line(shown), rules);
    const std::vector<std::string_view> parts = split_parts(shown.substr(std::min(lead, shown.size())));
    std::string author;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string name = leading_names(parts[i], rules);
        const bool date = is_time_word(parts[i].substr(0, parts[i].find(' ')), rules) ||
                          is_date_line(parts[i], rules.calendar) || find_date(parts[i], rules.calendar);
        if (name.empty() || date || (i > 0 && (is_role(parts[i], rules) || !is_name(parts[i], rules)))) {
            break;
        }
        if (is_outlet(name, rules)) {
            names.outlet = name;
            break;
        }
        author += (author.empty() ? "" : ", ") + without_shouting(name, rules);
    }
    if (!author.empty()) {
        names.author = std::move(author);
    }
    return names;
}

} // namespace gainsay
