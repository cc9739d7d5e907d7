#include "ingest/zones/article_line.h"

#include "base/utf8.h"
#include "text/layout.h"
#include "text/text_line.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

namespace gainsay {

namespace {

/// What is longer is a paragraph; its beginning is enough to look at.
constexpr std::size_t longest_shown = 700;
constexpr std::size_t most_words_counted = 400;

bool is_one_of(char32_t code, std::u32string_view set) {
    return set.find(code) != std::u32string_view::npos;
}

/// Cuts Markdown's signs off both ends of the core: "# ", "**", "_", "> ".
void strip_markdown(std::string_view text, ArticleLine &line) {
    ByteSpan &core = line.core;
    const auto front = [&] { return core.empty() ? '\0' : text[core.begin]; };
    const auto back = [&] { return core.empty() ? '\0' : text[core.end - 1]; };
    const auto trim_core = [&] {
        const std::string_view trimmed = trim(text.substr(core.begin, core.size()));
        if (!trimmed.empty()) {
            core.begin = static_cast<std::size_t>(trimmed.data() - text.data());
            core.end = core.begin + trimmed.size();
        }
    };
    const ByteSpan whole = core;
    int level = 0;
    while (front() == '#') {
        ++core.begin;
        ++level;
    }
    constexpr int deepest = 6;
    if (level > 0 && level <= deepest && (front() == ' ' || front() == '\t')) {
        line.heading_level = level;
        while (back() == '#') {
            --core.end;
        }
        trim_core();
    } else {
        core = whole;
    }
    for (const std::string_view sign : {"***", "**", "__", "*", "_"}) {
        const std::string_view view = text.substr(core.begin, core.size());
        const bool around =
            view.size() > 2 * sign.size() && view.substr(0, sign.size()) == sign &&
            view.substr(view.size() - sign.size()) == sign &&
            view.substr(sign.size(), view.size() - 2 * sign.size()).find(sign) == std::string_view::npos;
        if (around && view[sign.size()] != ' ') {
            core.begin += sign.size();
            core.end -= sign.size();
            trim_core();
            break;
        }
    }
    if (core.empty()) {
        core = whole;
    }
}

/// Where the text after a list's sign or number begins; 0 for no such sign.
std::size_t list_mark_length(std::string_view line) {
    constexpr std::u32string_view bullets = U"-*+\u2022\u2023\u25A0\u25AA\u25CF\u25E6\u25BA\u2043\u00B7";
    std::size_t at = 0;
    while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') {
        ++at;
    }
    if (at > 0) {
        return at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ' ? at + 2 : 0;
    }
    if (line.empty()) {
        return 0;
    }
    const CodePoint first = decode_utf8(line, 0);
    return is_one_of(first.value, bullets) && first.length < line.size() && line[first.length] == ' ' ? first.length + 1
                                                                                                      : 0;
}

/// One line, links replaced by their words.
std::string show(std::string_view core) {
    std::string shown;
    bool blank = false;
    for (std::size_t i = 0; i < core.size() && shown.size() < longest_shown;) {
        if (core[i] == '[') {
            const std::size_t middle = core.find("](", i);
            const std::size_t end = middle == std::string_view::npos ? middle : core.find(')', middle);
            const std::size_t other = core.find('[', i + 1);
            if (end != std::string_view::npos && (other == std::string_view::npos || other > middle)) {
                const std::string inner = show(core.substr(i + 1, middle - i - 1));
                shown += (blank && !shown.empty() ? " " : "") + inner;
                blank = false;
                i = end + 1;
                continue;
            }
        }
        const CodePoint point = decode_utf8(core, i);
        if (is_space(point.value)) {
            blank = true;
        } else {
            if (blank && !shown.empty()) {
                shown.push_back(' ');
            }
            blank = false;
            shown.append(core.substr(i, point.length));
        }
        i += point.length;
    }
    return shown;
}

void look_at_end(std::string_view core, ArticleLine &line) {
    constexpr std::u32string_view closing = U"\"'\u2019\u201D\u00BB)]}*_";
    while (!core.empty()) {
        const std::size_t last = previous_utf8(core, core.size());
        const char32_t code = decode_utf8(core, last).value;
        if (!is_one_of(code, closing)) {
            line.ends_in_question = code == U'?';
            line.ends_in_stop = is_one_of(code, U".?!\u2026\u3002");
            return;
        }
        core = core.substr(0, last);
    }
}

void count_words(std::string_view core, ArticleLine &line, const ArticleRules &rules) {
    std::size_t long_words = 0;
    std::size_t capitalized = 0;
    bool seen_letter = false;
    std::size_t i = 0;
    while (i < core.size() && line.word_count < most_words_counted) {
        std::size_t letters = 0;
        bool upper = false;
        bool has_letter_or_digit = false;
        std::size_t end = i;
        while (end < core.size()) {
            const CodePoint point = decode_utf8(core, end);
            if (is_space(point.value)) {
                break;
            }
            if (is_letter(point.value)) {
                if (letters == 0) {
                    upper = is_upper(point.value);
                    if (!seen_letter) {
                        line.starts_lower = is_lower(point.value) && !has_letter_or_digit;
                        seen_letter = true;
                    }
                }
                ++letters;
                has_letter_or_digit = true;
            } else if (is_digit(point.value)) {
                has_letter_or_digit = true;
                seen_letter = true;
            }
            end += point.length;
        }
        line.word_count += has_letter_or_digit ? 1U : 0U;
        constexpr std::size_t long_word = 4;
        if (letters >= long_word) {
            ++long_words;
            capitalized += upper ? 1U : 0U;
        }
        i = end == i ? end + 1 : end;
        while (i < core.size() && is_space(decode_utf8(core, i).value)) {
            i += decode_utf8(core, i).length;
        }
    }
    line.capitalized_percent = long_words == 0 ? 0 : static_cast<int>(capitalized * 100 / long_words);
    const std::vector<std::string_view> words = words_of(line.folded);
    for (std::size_t w = 0; w < words.size() && !line.has_finite_verb; ++w) {
        // "May 3" is no verb.
        const bool before_number = w + 1 < words.size() && words[w + 1].front() >= '0' && words[w + 1].front() <= '9';
        line.has_finite_verb = !before_number && rules.verbs.is("finite", words[w]);
    }
}

/// The folded line without a list's sign and without other signs at its ends: "* [Home](#) >" is "home".
std::string_view bare(std::string_view folded) {
    folded.remove_prefix(list_mark_length(folded));
    const auto is_sign = [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '+';
    };
    while (!folded.empty() && is_sign(folded.front())) {
        folded.remove_prefix(1);
    }
    while (!folded.empty() && is_sign(folded.back())) {
        folded.remove_suffix(1);
    }
    return folded;
}

/// What is left of a line of stray mark-up.
std::string without_tags(std::string_view folded) {
    std::string text;
    while (!folded.empty()) {
        const std::size_t open = std::min(folded.find('<'), folded.size());
        text += folded.substr(0, open);
        const std::size_t close = folded.find('>', open);
        folded.remove_prefix(close == std::string_view::npos ? folded.size() : close + 1);
    }
    return text;
}

bool begins_as_noise(std::string_view folded, std::size_t words, const BoilerplateLines &table) {
    constexpr std::size_t most_after_colon = 40;
    constexpr std::size_t most_words = 15;
    const std::size_t length = table.prefix("start", folded);
    return length > 0 && words <= (folded[length - 1] == ':' ? most_after_colon : most_words);
}

/// No article has so many blocks; of a text that has, the rules see both ends, and the rest is one paragraph.
void join_middle(std::vector<Block> &blocks) {
    constexpr std::size_t most_blocks = 20000;
    constexpr std::size_t kept_at_end = most_blocks / 2;
    if (blocks.size() <= most_blocks) {
        return;
    }
    const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(kept_at_end);
    const auto last = blocks.end() - static_cast<std::ptrdiff_t>(kept_at_end);
    first->span.end = std::prev(last)->span.end;
    blocks.erase(std::next(first), last);
}

/// "Facebook Twitter Pinterest Ana Reed at the harbour": the buttons are a line of their own.
void cut_off_buttons(std::string_view text, std::vector<ArticleLine> &lines, const ArticleRules &rules) {
    std::vector<ArticleLine> cut;
    for (ArticleLine &line : lines) {
        const std::size_t length = rules.boilerplate.prefix("buttons", line.folded);
        // Folded as it stands, so that bytes of the one are bytes of the other.
        const bool is_plain = length > 0 && length + 1 < line.core.size() &&
                              fold_line(text.substr(line.core.begin, length)) == line.folded.substr(0, length) &&
                              text[line.core.begin + length] == ' ';
        if (!is_plain) {
            cut.push_back(std::move(line));
            continue;
        }
        const std::size_t middle = line.core.begin + length + 1;
        const ByteSpan rest{middle, line.span.end};
        cut.push_back(measure_line(text, {line.span.begin, middle}, rules));
        cut.push_back(measure_line(text, rest, rules));
    }
    lines = std::move(cut);
}

} // namespace

ArticleLine measure_line(std::string_view text, ByteSpan span, const ArticleRules &rules) {
    ArticleLine line;
    line.span = span;
    line.core = span;
    strip_markdown(text, line);
    const std::string_view core = text.substr(line.core.begin, line.core.size());
    line.is_list_item = list_mark_length(core) > 0;
    line.shown = show(core);
    line.folded = fold_line(line.shown);
    look_at_end(core, line);
    count_words(core, line, rules);
    return line;
}

bool is_address_line(const ArticleLine &line) {
    std::string_view shown = line.shown;
    if (shown.size() > 2 && shown.front() == '<' && shown.back() == '>') {
        shown = shown.substr(1, shown.size() - 2);
    }
    return shown.find(' ') == std::string_view::npos &&
           (shown.substr(0, 7) == "http://" || shown.substr(0, 8) == "https://" || shown.substr(0, 4) == "www.");
}

bool begins_as_remark(const ArticleLine &line, const ArticleRules &rules) {
    const std::string_view folded = line.folded;
    const std::string_view words = bare(folded);
    return rules.boilerplate.prefix("label", words) > 0 || rules.boilerplate.prefix("label", folded) > 0 ||
           rules.boilerplate.prefix("label", folded.substr(static_cast<std::size_t>(words.data() - folded.data()))) > 0;
}

bool is_noise_line(const ArticleLine &line, const ArticleRules &rules) {
    constexpr std::size_t longest_has = 30;
    // "Police reform: what we know so far Read more", the headline of another article.
    constexpr std::size_t longest_end = 40;
    const std::string_view folded = line.folded;
    const std::string_view words = bare(folded);
    if (words.empty() || is_address_line(line)) {
        return true;
    }
    if (folded.front() == '<' && bare(without_tags(folded)).empty()) {
        return true;
    }
    const BoilerplateLines &table = rules.boilerplate;
    const std::string_view from_letter = folded.substr(static_cast<std::size_t>(words.data() - folded.data()));
    if (table.is("whole", words) || table.is("whole", folded)) {
        return true;
    }
    if (folded.front() == '"' || folded.front() == '\'') {
        return false; // what somebody says
    }
    return begins_as_noise(from_letter, line.word_count, table) || begins_as_noise(folded, line.word_count, table) ||
           begins_as_remark(line, rules) || (line.word_count <= longest_has && table.contains("has", folded)) ||
           (line.word_count <= longest_end && table.ends("end", folded));
}

std::vector<ArticleLine> find_article_lines(std::string_view text, const ArticleRules &rules) {
    std::vector<Block> blocks = find_blocks(text);
    join_middle(blocks);
    const std::vector<TextLine> physical = find_lines(text);
    std::vector<ArticleLine> lines;
    std::size_t at = 0;
    for (const Block &block : blocks) {
        const std::size_t from = at;
        while (at < physical.size() && physical[at].span.begin < block.span.end) {
            ++at;
        }
        std::span inside(physical.data() + from, at - from);
        constexpr std::size_t most_lines = 2000; // of a paragraph
        if (inside.size() > most_lines) {
            lines.push_back(measure_line(text, block.span, rules));
            continue;
        }
        std::optional<ByteSpan> open;
        const auto close = [&] {
            if (open) {
                lines.push_back(measure_line(text, *open, rules));
                open.reset();
            }
        };
        for (const TextLine &line : inside) {
            // Only a line that begins anew can be cut out of a paragraph.
            if (inside.size() > 1 && line.start == LineStart::upper) {
                ArticleLine alone = measure_line(text, line.span, rules);
                const std::size_t label = rules.boilerplate.prefix("start", alone.folded);
                if (label > 0 && alone.folded[label - 1] == ':' && is_noise_line(alone, rules)) {
                    close();
                    lines.push_back(std::move(alone));
                    continue;
                }
            }
            open = open ? hull(*open, line.span) : line.span;
        }
        close();
    }
    cut_off_buttons(text, lines, rules);
    std::size_t gap = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        while (gap < physical.size() && physical[gap].span.begin < lines[i].span.begin) {
            ++gap;
        }
        lines[i].gap_before = i == 0 || (gap < physical.size() && physical[gap].after_gap);
        if (i > 0) {
            lines[i - 1].gap_after = lines[i].gap_before;
        }
    }
    return lines;
}

} // namespace gainsay
