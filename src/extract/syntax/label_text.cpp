#include "extract/syntax/label_text.h"

#include <string_view>
#include <utility>

namespace gainsay {

namespace {

constexpr std::string_view opening = "\u201c";
constexpr std::string_view closing = "\u201d";

bool is_quotation_mark(const std::string &form) {
    return form == "\"" || form == opening || form == closing || form == "``" || form == "''";
}

void erase_all(std::string &text, std::string_view mark) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        text.erase(at, mark.size());
    }
}

std::size_t count_of(const std::string &text, std::string_view mark) {
    std::size_t count = 0;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + mark.size())) {
        ++count;
    }
    return count;
}

/// The marks around the whole text; not those of a word in it.
void strip_outer_marks(std::string &text) {
    for (const auto &[open, close] : {std::pair{std::string_view("\""), std::string_view("\"")}, {opening, closing}}) {
        if (!text.starts_with(open)) {
            continue;
        }
        const std::size_t partner = text.find(close, open.size());
        if (partner != std::string::npos && partner + close.size() == text.size()) {
            text.resize(partner);
            text.erase(0, open.size());
        } else if (partner == std::string::npos) {
            text.erase(0, open.size());
        }
    }
}

/// "told the court “I forgive him”", of which the last mark stood behind the last word: what is quoted within ends with
/// the label.
void close_last_mark(std::string &text) {
    const std::size_t open = text.rfind(opening);
    if (open != std::string::npos && open > 0 && count_of(text, opening) == count_of(text, closing) + 1 &&
        text.find(closing, open) == std::string::npos) {
        text += closing;
    }
    const std::size_t last = text.rfind('"');
    if (last != std::string::npos && last > 0 && last + 1 < text.size() && count_of(text, "\"") % 2 != 0 &&
        text[last - 1] == ' ' && text[last + 1] != ' ') {
        text += '"';
    }
}

/// "(“)MTP” would debate it", of which the first mark stood before the first word.
void open_first_mark(std::string &text) {
    const std::size_t close = text.find(closing);
    if (close != std::string::npos && close > 0 && text.find(opening) > close) {
        text.insert(0, opening);
    }
    const std::size_t first = text.find('"');
    if (first != std::string::npos && first > 0 && first + 1 < text.size() && text[first - 1] != ' ' &&
        text[first - 1] != '(' && text[first + 1] == ' ') {
        text.insert(0, "\"");
    }
}

/// Within double marks: "“he called it “a lie” ”" as "“he called it ‘a lie’”".
void set_single_marks(std::string &text) {
    const auto replace = [&text](std::size_t at, std::size_t size, std::string_view mark) {
        text.replace(at, size, mark);
        return at + mark.size();
    };
    bool is_open = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (rest.starts_with(opening)) {
            at = replace(at, opening.size(), "\u2018");
        } else if (rest.starts_with(closing)) {
            at = replace(at, closing.size(), "\u2019");
        } else if (rest.front() == '"') {
            at = replace(at, 1, is_open ? "\u2019" : "\u2018");
            is_open = !is_open;
        } else {
            ++at;
        }
    }
}

void drop_lone_marks(std::string &text) {
    if (count_of(text, "\"") % 2 != 0) {
        erase_all(text, "\"");
    }
    if (count_of(text, opening) != count_of(text, closing)) {
        erase_all(text, opening);
        erase_all(text, closing);
    }
    if (count_of(text, "\u2018") > 0 && count_of(text, "\u2018") > count_of(text, "\u2019")) {
        erase_all(text, "\u2018");
    }
    erase_all(text, "``");
    erase_all(text, "''");
}

void close_up(std::string &text) {
    for (const std::string_view mark : {" ,", ",,", " .", " ;", " :", " 's", " \u2019s"}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.erase(at, 1);
        }
    }
    constexpr std::string_view ends = ",;:.- ";
    while (!text.empty() && ends.find(text.back()) != std::string_view::npos) {
        // "the U.S."
        if (text.back() == '.' && text.size() > 2 && text[text.size() - 3] == '.') {
            break;
        }
        text.pop_back();
    }
}

void cut_at_word(std::string &text) {
    if (text.size() <= most_label_bytes) {
        return;
    }
    std::size_t cut = text.rfind(' ', most_label_bytes);
    cut = cut == std::string::npos ? most_label_bytes : cut;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
        --cut;
    }
    text.resize(cut);
    drop_lone_marks(text);
    text += "\u2026";
}

} // namespace

void capitalize(std::string &text) {
    for (char &letter : text) {
        const bool small = letter >= 'a' && letter <= 'z';
        if (small) {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
        if (small ||
            !(letter == '"' || letter == '\'' || letter == '[' || static_cast<unsigned char>(letter) >= 0x80U)) {
            break;
        }
    }
}

std::string compose_label(const Syntax &syntax, const std::vector<TokenIndex> &tokens,
                          const std::map<TokenIndex, std::string> &replaced,
                          const std::map<TokenIndex, std::string> &before, bool is_quotation) {
    std::string text;
    bool is_parted = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const TokenIndex token = tokens[i];
        const Token &word = syntax.token(token);
        const bool after_gap = i > 0 && tokens[i - 1] + 1 != token;
        const bool before_gap = i + 1 < tokens.size() && token + 1 != tokens[i + 1];
        is_parted = is_parted || after_gap;
        // "… ," he said, "…": the quotation goes on; not in: The "plan," he said, is "dead".
        const bool goes_on = (after_gap && is_quotation_mark(syntax.form(tokens[i - 1]))) ||
                             (before_gap && is_quotation_mark(syntax.form(tokens[i + 1])));
        if (goes_on && is_quotation_mark(syntax.form(token))) {
            continue;
        }
        // The parts of a contraction share their bytes.
        if (i > 0 && syntax.token(tokens[i - 1]).span == word.span && !replaced.contains(token)) {
            continue;
        }
        if (!text.empty() && (is_parted || syntax.token(token - 1).span.end < word.span.begin)) {
            text += ' ';
        }
        is_parted = false;
        if (const auto added = before.find(token); added != before.end()) {
            text += added->second + ' ';
        }
        const auto other = replaced.find(token);
        text += other != replaced.end() ? other->second : syntax.text_of(word.span);
    }
    text = single_blanks(text);
    close_up(text);
    open_first_mark(text);
    close_last_mark(text);
    drop_lone_marks(text);
    close_up(text);
    cut_at_word(text);
    if (!is_quotation) {
        capitalize(text);
        return text;
    }
    strip_outer_marks(text);
    drop_lone_marks(text);
    set_single_marks(text);
    close_up(text);
    return std::string(opening) + text + std::string(closing);
}

} // namespace gainsay
