#include "ingest/sources/foreign_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>
#include <string>

namespace gainsay {

namespace {

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view without_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.substr(0, mark.size()) == mark) {
        text.remove_prefix(mark.size());
    }
    return text;
}

/// Takes the next line, without its end.
std::string_view take_line(std::string_view &text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') {
        line.remove_suffix(1);
    }
    return line;
}

/// The fields of a header as mail has it, in lower case with a blank around each: " from subject ".
struct MailHeader {
    std::string names = " ";
    std::size_t fields = 0;
    std::string content_type;
    bool from_address = false;

    bool has(std::string_view name) const { return names.find(" " + std::string(name) + " ") != std::string::npos; }
};

/// Nothing where the first lines, up to an empty one, are no header.
std::optional<MailHeader> read_mail_header(std::string_view text) {
    MailHeader header;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.empty()) {
            break;
        }
        if ((line.front() == ' ' || line.front() == '\t') && header.fields > 0) {
            continue; // goes on with the field before
        }
        const std::size_t colon = line.find(':');
        const std::string_view name = line.substr(0, colon);
        const bool is_name =
            colon != std::string_view::npos && colon > 0 && std::all_of(name.begin(), name.end(), [](char c) {
                return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
            });
        if (!is_name) {
            return std::nullopt;
        }
        ++header.fields;
        const std::string lower = lowercase(name);
        const std::string_view value = trim(line.substr(colon + 1));
        header.names += lower + " ";
        if (lower == "content-type") {
            header.content_type = lowercase(value);
        } else if (lower == "from") {
            header.from_address = value.find('@') != std::string_view::npos;
        }
    }
    return header.fields > 0 ? std::optional(header) : std::nullopt;
}

/// The name of the root element, without its name space's prefix and in lower case; empty for what is no XML or HTML.
std::string root_element(std::string_view text) {
    text = trim(without_mark(text));
    for (;;) {
        if (text.empty() || text.front() != '<') {
            return {};
        }
        const bool comment = text.substr(0, 4) == "<!--";
        if (!comment && text.substr(0, 2) != "<?" && text.substr(0, 2) != "<!") {
            break;
        }
        const std::string_view end = comment ? "-->" : ">";
        const std::size_t close = text.find(end);
        if (close == std::string_view::npos) {
            return {};
        }
        text = trim(text.substr(close + end.size()));
    }
    std::size_t length = 1;
    while (length < text.size() && (is_ascii_letter(text[length]) || is_ascii_digit(text[length]) ||
                                    text[length] == ':' || text[length] == '-' || text[length] == '_')) {
        ++length;
    }
    const std::string_view name = text.substr(1, length - 1);
    const std::size_t prefix = name.rfind(':');
    return lowercase(prefix == std::string_view::npos ? name : name.substr(prefix + 1));
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N> &words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Fields of the record that begins at the text's start, quoted ones as RFC 4180 has them; nothing for a record that
/// the text does not end. `names` gets the fields of a first record.
std::optional<std::size_t> take_record(std::string_view &text, char divider, std::string *first_names) {
    std::size_t fields = 1;
    bool quoted = false;
    bool at_start = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            quoted = c != '"';
        } else if (c == '"' && (at_start || text[i - 1] == '"')) {
            quoted = true;
        } else if (c == '\n') {
            text.remove_prefix(i + 1);
            return fields;
        } else if (c == divider) {
            ++fields;
        }
        at_start = !quoted && c == divider;
        if (first_names != nullptr) {
            first_names->push_back(c == divider && !quoted ? '\n' : c);
        }
    }
    return std::nullopt;
}

/// What the first row of a table says about its columns.
struct ColumnNames {
    /// How many are the name of something that articles have.
    std::size_t known = 0;
    bool has_blank = false;
    /// "a, b" as prose divides its parts.
    bool begins_with_blank = false;
};

/// Nothing where a field cannot be a column's name: names are short, each another, none a sentence.
std::optional<ColumnNames> read_column_names(std::string_view names) {
    constexpr std::size_t longest = 40;
    constexpr std::ptrdiff_t most_blanks = 3;
    constexpr std::array<std::string_view, 26> of_articles = {
        "id",   "title",   "text",   "body",   "content",  "headline", "date",      "published",   "url",
        "link", "source",  "outlet", "author", "name",     "article",  "publisher", "publication", "language",
        "lang", "section", "label",  "topic",  "category", "year",     "summary",   "description"};
    ColumnNames result;
    std::string seen = "\n";
    while (!names.empty()) {
        const std::string_view field = take_line(names);
        std::string_view name = trim(field);
        if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
            name = name.substr(1, name.size() - 2);
        }
        const std::string lower = lowercase(name);
        const std::ptrdiff_t blanks = std::count(name.begin(), name.end(), ' ');
        if (name.size() > longest || blanks > most_blanks || name.find_first_of("?!;") != std::string_view::npos ||
            (!name.empty() && name.back() == '.') || seen.find("\n" + lower + "\n") != std::string::npos) {
            return std::nullopt;
        }
        // "article_id", "Publication date"
        const std::string last = lower.substr(lower.find_last_of("_ -.") + 1);
        result.known += is_one_of(lower, of_articles) || is_one_of(last, of_articles) ? 1U : 0U;
        result.has_blank = result.has_blank || blanks > 0;
        result.begins_with_blank = result.begins_with_blank || (!field.empty() && field.front() == ' ');
        seen += lower + "\n";
    }
    return result;
}

bool is_table(std::string_view text, char divider) {
    constexpr std::size_t most_records = 50;
    constexpr std::size_t sure_records = 4;
    constexpr std::size_t sure_fields = 3;
    text = without_mark(text);
    if (text.empty() || std::string_view("{[<#").find(text.front()) != std::string_view::npos) {
        return false;
    }
    std::string names;
    std::string_view rest = text;
    const std::optional<std::size_t> fields = take_record(rest, divider, &names);
    const std::optional<ColumnNames> columns = fields && *fields > 1 ? read_column_names(names) : std::nullopt;
    if (!columns) {
        return false;
    }
    std::size_t records = 1;
    while (!trim(rest).empty() && records < most_records) {
        std::string_view ahead = rest;
        const std::optional<std::size_t> next = take_record(ahead, divider, nullptr);
        if (!next) {
            // Cut off, or without a line end: it counts only as far as it goes.
            const auto dividers = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), divider));
            records += dividers + 1 == *fields || rest.front() == '"' ? 1U : 0U;
            break;
        }
        if (*next != *fields) {
            return false;
        }
        ++records;
        rest = ahead;
    }
    if (records < 2) {
        return false;
    }
    return columns->known > 1 || (columns->known == 1 && !columns->has_blank) ||
           (*fields >= sure_fields && records >= sure_records && !columns->begins_with_blank);
}

/// A line that a pattern describes: words in lower case, '#' for a number, '*' for anything.
bool matches(std::string_view line, std::string_view pattern) {
    while (!pattern.empty()) {
        const char wanted = pattern.front();
        pattern.remove_prefix(1);
        if (wanted == '*') {
            return true;
        }
        if (wanted == '#') {
            const std::size_t digits = std::min(line.find_first_not_of("0123456789,."), line.size());
            if (digits == 0) {
                return false;
            }
            line.remove_prefix(digits);
            continue;
        }
        if (line.empty() || line.front() != wanted) {
            return false;
        }
        line.remove_prefix(1);
    }
    return line.empty();
}

/// "Document NYTF000020190101ef1100001": an article's number at Factiva.
bool is_factiva_number(std::string_view line) {
    constexpr std::string_view label = "document ";
    constexpr std::size_t shortest = 20;
    const std::string_view number = line.substr(std::min(label.size(), line.size()));
    return line.substr(0, label.size()) == label && number.size() >= shortest &&
           std::all_of(number.begin(), number.end(), [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); }) &&
           std::any_of(number.begin(), number.end(), is_ascii_digit);
}

} // namespace

bool is_mailbox(std::string_view start) {
    std::string_view rest = without_mark(start);
    const std::string_view line = take_line(rest);
    const bool has_time =
        std::count(line.begin(), line.end(), ':') >= 1 && line.size() > 4 && is_ascii_digit(line.back());
    return line.substr(0, 5) == "From " && has_time && read_mail_header(rest).has_value();
}

bool is_mhtml(std::string_view start) {
    const std::optional<MailHeader> header = read_mail_header(without_mark(start));
    return header && header->has("mime-version") && header->content_type.find("multipart/related") != std::string::npos;
}

bool is_mail(std::string_view start) {
    constexpr std::size_t fewest = 3;
    const std::optional<MailHeader> header = read_mail_header(without_mark(start));
    if (!header || header->fields < fewest) {
        return false;
    }
    const bool sent = header->has("message-id") || header->has("mime-version") || header->has("received") ||
                      header->has("return-path") || header->has("delivered-to");
    return sent || (header->from_address && header->has("to") && (header->has("subject") || header->has("date")));
}

bool is_news_feed(std::string_view start) {
    const std::string root = root_element(start);
    return root == "rss" || root == "feed" || (root == "rdf" && start.find("purl.org/rss") != std::string_view::npos);
}

bool is_news_xml(std::string_view start) {
    constexpr std::array<std::string_view, 6> roots = {"nitf",        "newsml",      "newsitem",
                                                       "newsmessage", "packageitem", "knowledgeitem"};
    return is_one_of(root_element(start), roots);
}

bool is_svg(std::string_view start) {
    return root_element(start) == "svg";
}

bool is_xml(std::string_view start) {
    const std::string root = root_element(start);
    const std::string_view text = trim(without_mark(start));
    if (root == "html" || root == "svg") {
        return false;
    }
    // XHTML's root may lie behind a long document type.
    const std::string head = lowercase(text.substr(0, 300));
    return text.substr(0, 5) == "<?xml" && head.find("<!doctype html") == std::string::npos;
}

bool is_json_array(std::string_view start) {
    std::string_view text = trim(without_mark(start));
    if (text.empty() || text.front() != '[') {
        return false;
    }
    text = trim(text.substr(1));
    return !text.empty() && text.front() == '{' && text.find('"') != std::string_view::npos;
}

bool is_conllu(std::string_view start) {
    std::string_view rest = without_mark(start);
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.substr(0, 8) == "# newdoc" || line.substr(0, 9) == "# sent_id") {
            return true;
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        constexpr std::ptrdiff_t columns = 10;
        return is_ascii_digit(line.front()) && std::count(line.begin(), line.end(), '\t') == columns - 1;
    }
    return false;
}

bool is_subtitles(std::string_view start) {
    std::string_view rest = trim(without_mark(start));
    const std::string_view first = take_line(rest);
    if (first.substr(0, 6) == "WEBVTT") {
        return true;
    }
    const std::string_view second = take_line(rest);
    return !first.empty() && std::all_of(first.begin(), first.end(), is_ascii_digit) && !second.empty() &&
           is_ascii_digit(second.front()) && second.find(" --> ") != std::string_view::npos;
}

bool is_reference_list(std::string_view start) {
    std::string_view rest = trim(without_mark(start));
    const std::string_view first = take_line(rest);
    if (first.substr(0, 6) == "TY  - ") {
        return true;
    }
    const std::size_t brace = first.find('{');
    return first.size() > 1 && first.front() == '@' && brace != std::string_view::npos && brace > 1 &&
           std::all_of(first.begin() + 1, first.begin() + static_cast<std::ptrdiff_t>(brace), is_ascii_letter) &&
           rest.find('=') != std::string_view::npos;
}

bool is_tex(std::string_view start) {
    return start.find("\\documentclass") != std::string_view::npos && start.find("\\begin{") != std::string_view::npos;
}

bool is_calendar(std::string_view start) {
    const std::string_view text = trim(without_mark(start));
    return text.substr(0, 15) == "BEGIN:VCALENDAR" || text.substr(0, 11) == "BEGIN:VCARD";
}

bool is_tsv(std::string_view start) {
    return is_table(start, '\t');
}

bool is_csv(std::string_view start) {
    return is_table(start, ',') || is_table(start, ';');
}

bool holds_many_articles(std::string_view text) {
    // LexisNexis, its successor, Factiva, ProQuest.
    constexpr std::array<std::string_view, 8> patterns = {
        "document # of #", "# of # documents", "length: # words",         "# words",
        "load-date: *",    "end of document",  "proquest document id: *", "publication-type: *"};
    constexpr std::size_t longest_line = 120;
    std::array<std::size_t, patterns.size()> counts{};
    std::size_t factiva = 0;
    while (!text.empty()) {
        const std::string_view line = trim(take_line(text));
        if (line.empty() || line.size() > longest_line ||
            std::string_view("dlepDLEP0123456789").find(line.front()) == std::string_view::npos) {
            continue;
        }
        const std::string lower = lowercase(line);
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            counts.at(i) += matches(lower, patterns.at(i)) ? 1U : 0U;
            if (counts.at(i) > 1) {
                return true;
            }
        }
        factiva += is_factiva_number(lower) ? 1U : 0U;
        if (factiva > 1) {
            return true;
        }
    }
    return false;
}

} // namespace gainsay
