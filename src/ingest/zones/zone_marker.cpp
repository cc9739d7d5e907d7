#include "ingest/zones/zone_marker.h"

#include "ingest/zones/byline.h"
#include "ingest/zones/date_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace gainsay {

namespace {

/// Letters and digits alone, for comparing titles.
std::string title_key(std::string_view text) {
    std::string key;
    const std::string folded = fold_line(text);
    for (std::size_t i = 0; i < folded.size();) {
        const CodePoint point = decode_utf8(folded, i);
        if (is_letter(point.value) || is_digit(point.value)) {
            key.append(folded, i, point.length);
        }
        i += point.length;
    }
    return key;
}

/// Whether nothing but phrases of the kind stands there, apart from signs.
bool is_made_of(const CreditWords &table, KindName<CreditWord> kind, std::string_view folded) {
    std::string words(folded);
    std::replace_if(
        words.begin(), words.end(),
        [](char c) {
            return static_cast<unsigned char>(c) < 0x80 &&
                   std::string_view("/,;.()[]|:-\"").find(c) != std::string_view::npos;
        },
        ' ');
    std::string_view rest = trim(words);
    const bool any = !rest.empty();
    while (!rest.empty()) {
        const std::size_t length = table.prefix(kind, rest);
        if (length == 0) {
            return false;
        }
        rest = trim(rest.substr(length));
    }
    return any;
}

/// The words in the brackets that end the line, perhaps before a full stop; empty if it does not end in brackets.
std::string_view final_bracket(std::string_view folded) {
    if (!folded.empty() && folded.back() == '.') {
        folded.remove_suffix(1);
    }
    if (folded.empty() || (folded.back() != ')' && folded.back() != ']')) {
        return {};
    }
    const std::size_t open = folded.rfind(folded.back() == ')' ? '(' : '[');
    return open == std::string_view::npos ? std::string_view() : folded.substr(open + 1, folded.size() - open - 2);
}

bool has_place_mark(std::string_view folded, const CreditWords &credits) {
    for (std::size_t open = folded.find('('); open != std::string_view::npos; open = folded.find('(', open + 1)) {
        const std::size_t close = folded.find(')', open);
        if (close != std::string_view::npos && credits.is("place", folded.substr(open + 1, close - open - 1))) {
            return true;
        }
    }
    return false;
}

/// Who made a picture.
bool is_credit(const ArticleLine &line, const CreditWords &credits) {
    constexpr std::size_t most_words = 15;
    constexpr std::size_t most_sure_words = 12;
    if (line.word_count > most_words) {
        return false;
    }
    return (credits.prefix("lead", line.folded) > 0 && !line.has_finite_verb) ||
           is_made_of(credits, "maker", line.folded) ||
           (line.word_count <= most_sure_words && !line.has_finite_verb && credits.contains("sure", line.folded));
}

/// What a picture shows, by its own words.
bool is_caption(const ArticleLine &line, const CreditWords &credits) {
    constexpr std::size_t most_words = 80;
    constexpr std::size_t most_bracket_words = 14;
    constexpr std::size_t most_place_words = 60;
    if (line.word_count > most_words || line.word_count == 0) {
        return false;
    }
    const std::string_view bracket = final_bracket(line.folded);
    return (!bracket.empty() && credits.contains("mark", bracket) && words_of(bracket).size() <= most_bracket_words &&
            bracket.size() + 2 < line.folded.size()) ||
           (line.word_count <= most_place_words && has_place_mark(line.folded, credits));
}

/// "sb/mg (Reuters, AFP)", "(Reuters)", "- AP, AFP".
bool is_agency_sign_off(const ArticleLine &line, const CreditWords &credits) {
    constexpr std::size_t most_words = 12;
    if (line.word_count > most_words) {
        return false;
    }
    if (is_made_of(credits, "agency", line.folded)) {
        return true;
    }
    // Initials of editors, written small.
    const std::string_view shown = line.shown;
    std::size_t at = 0;
    std::size_t run = 0;
    bool slash = false;
    while (at < shown.size() && ((shown[at] >= 'a' && shown[at] <= 'z') || (shown[at] == '/' && run > 0))) {
        run = shown[at] == '/' ? 0 : run + 1;
        slash = slash || shown[at] == '/';
        if (run > 4) {
            return false;
        }
        ++at;
    }
    const std::string_view rest = trim(shown.substr(at));
    return at > 0 && (rest.empty() ? slash : rest.front() == '(' && is_made_of(credits, "agency", fold_line(rest)));
}

/// A sentence or more, as articles are made of.
bool is_prose(const ArticleLine &line) {
    constexpr std::size_t surely = 30;
    constexpr std::size_t sentence = 8;
    constexpr std::size_t short_sentence = 3;
    constexpr int title_case = 75;
    constexpr int mixed_case = 60;
    return line.word_count >= surely ||
           (line.ends_in_stop && line.word_count >= sentence && line.capitalized_percent < title_case) ||
           (line.ends_in_stop && line.has_finite_verb && line.word_count >= short_sentence &&
            line.capitalized_percent < mixed_case);
}

/// Where the text goes on after a dateline such as "KIEV (Reuters) - "; nothing if it begins with none.
std::optional<std::size_t> dateline_end(std::string_view text, ByteSpan span, const CreditWords &credits) {
    constexpr std::size_t longest = 90;
    constexpr std::size_t most_words = 10;
    const std::string_view start = text.substr(span.begin, std::min(span.size(), longest));
    std::size_t dash = std::string_view::npos;
    std::size_t dash_length = 0;
    for (const std::string_view sign :
         {" \u2014", " \u2013", " --", " - ", "\u2014", ")\u2013", ")--", ") -", " \u2015", " \u2012"}) {
        const std::size_t found = start.find(sign);
        if (found < dash) {
            dash = found + (sign.front() == ')' ? 1 : 0);
            dash_length = sign.size() - (sign.front() == ')' ? 1 : 0);
        }
    }
    if (dash == std::string_view::npos || dash == 0) {
        return std::nullopt;
    }
    const std::string_view place = trim(start.substr(0, dash));
    std::size_t rest = span.begin + dash + dash_length;
    while (rest < span.end && (text[rest] == '-' || is_space(decode_utf8(text, rest).value))) {
        rest += decode_utf8(text, rest).length;
    }
    if (rest >= span.end || is_lower(decode_utf8(text, rest).value) || place.empty()) {
        return std::nullopt;
    }
    const std::string folded = fold_line(place);
    const std::vector<std::string_view> words = words_of(folded);
    if (words.empty()) {
        return place.front() == '(' ? std::optional(rest) : std::nullopt;
    }
    if (words.size() > most_words) {
        return std::nullopt;
    }
    const std::string_view agency = final_bracket(folded);
    const std::string_view before = trim(place.substr(0, place.find('(')));
    bool all_start_upper = true;
    bool first_is_upper = false;
    bool in_word = false;
    std::size_t word = 0;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < before.size();) {
        const CodePoint point = decode_utf8(before, i);
        if (is_letter(point.value)) {
            if (!in_word) {
                all_start_upper = all_start_upper && is_upper(point.value);
                ++word;
                letters = 0;
                first_is_upper = first_is_upper || word == 1;
            }
            ++letters;
            first_is_upper = first_is_upper && (word != 1 || is_upper(point.value));
            in_word = true;
        } else {
            first_is_upper = first_is_upper && (word != 1 || letters > 1 || point.value != U' ');
            in_word = false;
        }
        i += point.length;
    }
    if (!all_start_upper) {
        return std::nullopt;
    }
    const bool by_agency =
        !agency.empty() && (is_made_of(credits, "agency", agency) || agency.find(".com") != std::string_view::npos);
    return by_agency || (first_is_upper && agency.empty()) ? std::optional(rest) : std::nullopt;
}

/// Where the known title ends if the line begins with it and goes on.
std::optional<std::size_t> title_end(std::string_view text, ByteSpan span, std::string_view title) {
    const std::string key = title_key(title);
    constexpr std::size_t shortest = 12;
    if (key.size() < shortest) {
        return std::nullopt;
    }
    std::size_t matched = 0;
    std::size_t at = span.begin;
    while (at < span.end && matched < key.size()) {
        const CodePoint point = decode_utf8(text, at);
        if (is_letter(point.value) || is_digit(point.value)) {
            std::string folded;
            append_utf8(folded, to_lower(point.value));
            if (key.compare(matched, folded.size(), folded) != 0) {
                return std::nullopt;
            }
            matched += folded.size();
        }
        at += point.length;
    }
    while (at < span.end && !is_space(decode_utf8(text, at).value)) {
        const CodePoint point = decode_utf8(text, at);
        if (is_letter(point.value) || is_digit(point.value)) {
            return std::nullopt;
        }
        at += point.length;
    }
    if (matched < key.size() || at >= span.end) {
        return std::nullopt;
    }
    const std::string_view rest = trim(text.substr(at, span.end - at));
    if (rest.empty() || is_lower(decode_utf8(rest, 0).value)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(rest.data() - text.data());
}

/// Goes through the lines, rule after rule; a line that has its zone keeps it.
class Marker {
  public:
    Marker(std::string_view text, const std::vector<ArticleLine> &lines, const std::optional<std::string> &title,
           const ArticleRules &rules)
        : text_(text), lines_(&lines), title_(title ? std::optional(title_key(*title)) : std::nullopt),
          full_title_(title), rules_(&rules), zones_(lines.size()) {}

    MarkedArticle mark() {
        find_titles();
        mark_by_own_words();
        find_first_prose();
        mark_captions_above_credits();
        mark_repeated();
        find_headline();
        mark_head();
        mark_foot();
        mark_headings();
        return assemble();
    }

  private:
    const ArticleLine &line(std::size_t i) const { return (*lines_)[i]; }
    std::size_t size() const { return lines_->size(); }
    void set(std::size_t i, Zone zone) {
        if (!zones_[i]) {
            zones_[i] = zone;
        }
    }

    /// Lines that are the known title, or a part of it.
    void find_titles() {
        constexpr std::size_t farthest = 40;
        constexpr std::size_t shortest_part = 3;
        if (!title_ || title_->empty()) {
            return;
        }
        bool whole = false;
        for (std::size_t i = 0; i < std::min(size(), farthest) && !whole; ++i) {
            if (title_key(line(i).shown) == *title_) {
                zones_[i] = Zone::headline;
                whole = true;
                headline_ = i;
            }
        }
        for (std::size_t i = 0; i < std::min(size(), farthest) && !whole; ++i) {
            const std::string key = title_key(line(i).shown);
            const bool next = headline_ && i == *headline_ + 1;
            if (line(i).word_count >= shortest_part && !key.empty() &&
                (next ? title_->find(key) != std::string::npos
                      : !headline_ && title_->compare(0, key.size(), key) == 0)) {
                zones_[i] = Zone::headline;
                headline_ = i;
            }
        }
        if (!headline_ && !lines_->empty()) {
            title_prefix_end_ = title_end(text_, line(0).span, *full_title_);
        }
    }

    void mark_by_own_words() {
        constexpr std::size_t fewest_of_link = 4;
        bool in_note = false; // a remark by the editors that is wrapped to lines of their own
        for (std::size_t i = 0; i < size(); ++i) {
            const ArticleLine &l = line(i);
            // To another article.
            const bool leads_on = l.is_link && l.word_count >= fewest_of_link && l.heading_level != 1;
            if (l.hint && *l.hint != Zone::headline) {
                set(i, *l.hint);
            } else if (leads_on || is_noise_line(l, *rules_) || is_credit(l, rules_->photo_credits)) {
                set(i, Zone::boilerplate);
                if (!leads_on) {
                    note_address(i);
                }
            } else if (is_caption(l, rules_->photo_credits)) {
                set(i, Zone::caption);
            } else if (in_note && !l.gap_before) {
                set(i, Zone::boilerplate);
            }
            in_note = zones_[i] == Zone::boilerplate && !l.ends_in_stop &&
                      ((in_note && !l.gap_before) || begins_as_remark(l, *rules_));
        }
    }

    /// An address of the article's own: labelled so, or alone near the top.
    void note_address(std::size_t i) {
        constexpr std::size_t top = 8;
        const ArticleLine &l = line(i);
        const BoilerplateLines &words = rules_->boilerplate;
        const bool labelled = words.prefix("address", l.folded) > 0;
        const bool below_label = i > 0 && words.prefix("address", line(i - 1).folded) > 0;
        if (!is_address_line(l) && !labelled) {
            return;
        }
        const std::size_t begin = l.shown.find("http");
        if (begin == std::string::npos) {
            return;
        }
        const std::size_t end = l.shown.find_first_of("> )\"", begin);
        std::string address = l.shown.substr(begin, end == std::string::npos ? end : end - begin);
        if (labelled || below_label) {
            address_ = std::move(address);
            address_is_labelled_ = true;
        } else if (!address_is_labelled_ && !address_ && i < top) {
            address_ = std::move(address);
        }
    }

    void find_first_prose() {
        first_prose_ = size();
        for (std::size_t i = headline_ ? *headline_ + 1 : 0; i < size(); ++i) {
            if (!zones_[i] && is_prose(line(i)) && line(i).heading_level == 0 && !is_byline(line(i), *rules_)) {
                first_prose_ = i;
                return;
            }
        }
    }

    void mark_captions_above_credits() {
        constexpr std::size_t longest = 60;
        for (std::size_t i = 0; i + 1 < size(); ++i) {
            const bool short_enough = line(i).word_count <= longest && line(i).word_count > 0;
            const bool attached = !line(i).gap_after;
            if (!zones_[i] && zones_[i + 1] == Zone::boilerplate && short_enough && attached &&
                is_credit(line(i + 1), rules_->photo_credits) && line(i).heading_level == 0) {
                zones_[i] = Zone::caption;
            }
        }
        if (first_prose_ < size() && zones_[first_prose_]) {
            find_first_prose();
        }
    }

    /// The same words again at once are a caption that the page has twice; a title or caption again is of the menu.
    void mark_repeated() {
        constexpr std::size_t fewest_words = 5;
        std::unordered_set<std::string_view> titles;
        for (std::size_t i = 0; i < size(); ++i) {
            if (line(i).word_count < fewest_words) {
                continue;
            }
            const bool again =
                i > 0 && line(i).folded == line(i - 1).folded && line(i).span.size() == line(i - 1).span.size();
            if (again && (!zones_[i - 1] || zones_[i - 1] == Zone::caption)) {
                zones_[i - 1] = Zone::caption;
                zones_[i] = Zone::boilerplate;
            } else if (titles.contains(line(i).folded)) {
                zones_[i] = Zone::boilerplate;
            }
            if (zones_[i] == Zone::headline || zones_[i] == Zone::caption) {
                titles.insert(line(i).folded);
            }
        }
        if (first_prose_ < size() && zones_[first_prose_]) {
            find_first_prose();
        }
    }

    void find_headline() {
        constexpr std::size_t full = 4;
        constexpr std::size_t longest = 40;
        constexpr std::size_t fewest = 2;
        if (headline_ || title_prefix_end_) {
            return;
        }
        for (std::size_t i = 0; i < size(); ++i) {
            if (line(i).hint == Zone::headline || (line(i).heading_level == 1 && i < first_prose_)) {
                zones_[i] = Zone::headline;
                headline_ = i;
                return;
            }
        }
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < first_prose_ && first_prose_ < size(); ++i) {
            const ArticleLine &l = line(i);
            if (zones_[i] || l.word_count < fewest || l.word_count > longest || l.starts_lower ||
                is_byline(l, *rules_) || is_date_line(l.shown, rules_->calendar)) {
                continue;
            }
            if (!best || l.word_count > line(*best).word_count) {
                best = i;
            }
            if (l.word_count >= full) {
                break;
            }
        }
        if (best) {
            zones_[*best] = Zone::headline;
            headline_ = best;
        }
    }

    /// What stands above the first paragraph, and bylines and dates near it.
    void mark_head() {
        constexpr std::size_t near = 6;
        constexpr std::size_t label = 3;
        if (first_prose_ == size() && !headline_) {
            return;
        }
        const std::size_t head_end = std::min(size(), std::max(first_prose_, headline_.value_or(0)) + near);
        for (std::size_t i = 0; i < head_end; ++i) {
            const ArticleLine &l = line(i);
            if (zones_[i]) {
                continue;
            }
            const bool below_byline = i > 0 && zones_[i - 1] == Zone::byline;
            if (is_byline(l, *rules_) || (below_byline && is_role_line(l, *rules_))) {
                zones_[i] = Zone::byline;
            } else if (is_date_line(l.shown, rules_->calendar)) {
                zones_[i] = Zone::dateline;
            } else if (i < first_prose_ && l.heading_level == 0) {
                const bool above = headline_ && i < *headline_;
                if (above || (l.word_count <= label && !l.is_list_item)) {
                    zones_[i] = Zone::boilerplate;
                } else if (headline_ && first_prose_ < size() && !l.ends_in_stop) {
                    zones_[i] = Zone::heading;
                }
            }
        }
    }

    /// What stands below the last paragraph.
    void mark_foot() {
        mark_from_heading();
        mark_credits();
        mark_trailing();
        mark_author_notes();
    }

    /// "About This Blog", "Latest Posts": nothing behind them belongs to the article.
    void mark_from_heading() {
        constexpr std::size_t most_words = 6;
        constexpr std::size_t fewest_before = 2;
        constexpr std::size_t most_percent = 40;
        std::size_t prose_bytes = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            prose_bytes += is_prose(line(i)) ? line(i).span.size() : 0;
        }
        std::size_t before = 0;
        std::size_t bytes_before = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            const bool prose = is_prose(line(i));
            std::string_view folded = line(i).folded;
            while (!folded.empty() && (folded.back() == ':' || folded.back() == '.' || folded.back() == ' ')) {
                folded.remove_suffix(1);
            }
            if (before >= fewest_before && line(i).word_count <= most_words && begins_the_rest(line(i), folded) &&
                (prose_bytes - bytes_before) * 100 <= prose_bytes * most_percent) {
                const std::size_t end = line(i).container_end == 0 ? size() : line(i).container_end;
                for (std::size_t rest = i; rest < std::min(end, size()); ++rest) {
                    zones_[rest] = Zone::boilerplate;
                }
                if (end >= size()) {
                    return;
                }
            }
            before += prose ? 1U : 0U;
            bytes_before += prose ? line(i).span.size() : 0;
        }
    }

    /// "More from The Varn Courier" asks for more than its words: for the place of a heading.
    bool begins_the_rest(const ArticleLine &l, std::string_view folded) const {
        return rules_->boilerplate.is("from", folded) ||
               (!l.ends_in_stop && (l.heading_level > 1 || l.gap_before) && !l.has_finite_verb && !l.starts_lower &&
                rules_->boilerplate.prefix("from start", folded) > 0);
    }

    /// Number of lines that carry the story, from the end: 1 for the last.
    bool is_near_end(std::size_t i) const {
        constexpr std::size_t near = 6;
        return i + near >= size() && i > first_prose_;
    }

    void mark_credits() {
        constexpr std::size_t most_words = 60;
        constexpr std::size_t most_name_words = 7;
        for (std::size_t i = 0; i < size(); ++i) {
            const ArticleLine &l = line(i);
            if (zones_[i] || !is_near_end(i)) {
                continue;
            }
            std::string_view folded = l.folded;
            while (!folded.empty() && (folded.front() == '(' || folded.front() == '-' || folded.front() == '[' ||
                                       folded.front() == ' ' || folded.front() == '*')) {
                folded.remove_prefix(1);
            }
            if (is_agency_sign_off(l, rules_->photo_credits) ||
                rules_->boilerplate.prefix("credit start", folded) > 0 ||
                (l.word_count <= most_words && rules_->boilerplate.contains("credit has", folded))) {
                zones_[i] = Zone::boilerplate;
            } else if (l.word_count <= most_name_words && (is_signature(l, *rules_) || is_byline(l, *rules_))) {
                zones_[i] = Zone::byline;
            }
        }
    }

    /// Short lines without verb or full stop below the last sentence.
    void mark_trailing() {
        constexpr std::size_t most_words = 6;
        for (std::size_t i = size(); i-- > 0;) {
            const ArticleLine &l = line(i);
            if (zones_[i]) {
                if (zones_[i] == Zone::headline || zones_[i] == Zone::heading) {
                    return;
                }
                continue;
            }
            const bool fits = l.word_count <= most_words && !l.ends_in_stop && !l.has_finite_verb && l.gap_before &&
                              l.shown.find('"') == std::string::npos;
            if (!fits || i <= first_prose_) {
                return;
            }
            zones_[i] = is_date_line(l.shown, rules_->calendar) ? Zone::dateline : Zone::boilerplate;
        }
    }

    /// "Jane Doe is a professor of law at ..." as the last paragraph, about somebody of whom the article does not
    /// speak.
    void mark_author_notes() {
        constexpr std::size_t fewest_lines = 3;
        for (std::size_t i = size(); i-- > 0;) {
            if (zones_[i] == Zone::boilerplate || zones_[i] == Zone::byline) {
                continue;
            }
            if (zones_[i] || i < first_prose_ + fewest_lines ||
                !is_author_note(line(i), text_.substr(0, line(i).span.begin), *rules_)) {
                return;
            }
            zones_[i] = Zone::boilerplate;
        }
    }

    void mark_headings() {
        for (std::size_t i = 0; i < size(); ++i) {
            if (zones_[i]) {
                continue;
            }
            const bool title_again = headline_ && line(i).folded == line(*headline_).folded;
            zones_[i] = title_again ? Zone::boilerplate : is_heading(i) ? Zone::heading : Zone::body;
        }
    }

    bool is_heading(std::size_t i) const {
        constexpr std::size_t most_words = 12;
        const ArticleLine &l = line(i);
        if (l.heading_level > 0) {
            return true;
        }
        if (i == 0 || i < first_prose_ || i + 1 >= size() || l.word_count > most_words || l.starts_lower ||
            l.has_finite_verb || l.is_list_item || (l.ends_in_stop && !l.ends_in_question)) {
            return false;
        }
        const char last = l.folded.empty() ? ',' : l.folded.back();
        if (last == ',' || last == ';' || last == ':' || last == '-') {
            return false;
        }
        // A heading stands before text.
        for (std::size_t next = i + 1; next < size(); ++next) {
            if (!zones_[next]) {
                return is_prose(line(next));
            }
            if (zones_[next] != Zone::boilerplate && zones_[next] != Zone::caption) {
                return false;
            }
        }
        return false;
    }

    MarkedArticle assemble() {
        MarkedArticle article;
        article.address = address_;
        std::vector<ZoneSpan> pieces;
        const auto put = [&pieces](std::size_t begin, std::size_t end, Zone zone) {
            if (begin < end) {
                pieces.push_back({{begin, end}, zone});
            }
        };
        std::size_t paragraphs = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            const Zone zone = *zones_[i];
            const ByteSpan span = line(i).span;
            article.line_zones.push_back(zone);
            if (zone == Zone::headline || zone == Zone::heading) {
                const ByteSpan core = line(i).core;
                put(span.begin, core.begin, Zone::boilerplate);
                put(core.begin, core.end, zone);
                put(core.end, span.end, Zone::boilerplate);
                continue;
            }
            std::size_t begin = span.begin;
            if (i == 0 && title_prefix_end_) {
                put(begin, *title_prefix_end_, Zone::headline);
                begin = *title_prefix_end_;
            }
            constexpr std::size_t first_paragraphs = 3;
            if (zone == Zone::body && paragraphs++ < first_paragraphs) {
                if (const std::optional<std::size_t> end =
                        dateline_end(text_, {begin, span.end}, rules_->photo_credits)) {
                    put(begin, *end, Zone::dateline);
                    begin = *end;
                }
            }
            put(begin, span.end, zone);
        }
        // White space belongs to what stands before it.
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            ZoneSpan piece = pieces[i];
            piece.span.begin = i == 0 ? 0 : piece.span.begin;
            piece.span.end = i + 1 < pieces.size() ? pieces[i + 1].span.begin : text_.size();
            if (!article.zones.empty() && article.zones.back().zone == piece.zone) {
                article.zones.back().span.end = piece.span.end;
            } else {
                article.zones.push_back(piece);
            }
        }
        return article;
    }

    std::string_view text_;
    const std::vector<ArticleLine> *lines_;
    /// The known title's key.
    std::optional<std::string> title_;
    std::optional<std::string> full_title_;
    const ArticleRules *rules_;
    std::vector<std::optional<Zone>> zones_;
    std::optional<std::size_t> headline_;
    /// Where the title ends that the first line begins with.
    std::optional<std::size_t> title_prefix_end_;
    std::size_t first_prose_ = 0;
    std::optional<std::string> address_;
    bool address_is_labelled_ = false;
};

} // namespace

MarkedArticle mark_zones(std::string_view text, const std::vector<ArticleLine> &lines,
                         const std::optional<std::string> &title, const ArticleRules &rules) {
    return Marker(text, lines, title, rules).mark();
}

} // namespace gainsay
