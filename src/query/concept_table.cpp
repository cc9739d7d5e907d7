#include "query/concept_table.h"

#include "base/error.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

std::vector<std::string> split(std::string_view line, char separator) {
    std::vector<std::string> fields;
    for (std::size_t begin = 0;;) {
        const std::size_t end = line.find(separator, begin);
        fields.emplace_back(line.substr(begin, end - begin));
        if (end == std::string_view::npos) {
            return fields;
        }
        begin = end + 1;
    }
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \r");
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(first, text.find_last_not_of(" \r") - first + 1));
}

std::vector<std::string> stems(std::string_view text, const WordForms &forms) {
    std::vector<std::string> found;
    for (const std::string &word : forms.words(text)) {
        found.push_back(forms.stem(word));
    }
    return found;
}

/// "claim:1f0c…", "event:…": no word has a colon before more letters.
bool is_node_id(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon + 1 < text.size() && text.find(' ') == std::string_view::npos;
}

} // namespace

ConceptTable::ConceptTable(std::string_view text, const std::string &source, const WordForms &forms) {
    std::size_t number = 0;
    for (const std::string &line : split(text, '\n')) {
        ++number;
        const std::string content = trimmed(line);
        if (content.empty() || content.front() == '#') {
            continue;
        }
        const std::string where = source + ":" + std::to_string(number);
        const std::vector<std::string> fields = split(line, '\t');
        if (fields.size() < 2 || fields.size() > 3 || trimmed(fields[0]).empty() || trimmed(fields[1]).empty()) {
            throw InputError(where, "concept, TAB, words or a claim's id, and perhaps TAB and + or -",
                             "'" + content + "'");
        }
        const std::string sign = fields.size() == 3 ? trimmed(fields[2]) : "+";
        if (!sign.empty() && sign != "+" && sign != "-") {
            throw InputError(where, "the sign + or -", "'" + sign + "'");
        }
        const std::string name = trimmed(fields[0]);
        const auto known = std::find(names_.begin(), names_.end(), name);
        Line entry;
        entry.index = static_cast<std::size_t>(known - names_.begin());
        entry.is_turned = sign == "-";
        const std::string pattern = trimmed(fields[1]);
        if (is_node_id(pattern)) {
            entry.id = pattern;
        } else {
            entry.words = stems(pattern, forms);
            if (entry.words.empty()) {
                throw InputError(where, "words of a claim", "'" + pattern + "'");
            }
        }
        if (known == names_.end()) {
            names_.push_back(name);
        }
        lines_.push_back(std::move(entry));
    }
}

std::vector<ConceptTable::Match> ConceptTable::matches(const NodeRecord &claim, const WordForms &forms) const {
    const std::vector<std::string> label = stems(claim.label, forms);
    const std::set<std::string_view> own(label.begin(), label.end());
    std::vector<Match> found;
    for (const Line &line : lines_) {
        const bool fits = line.id.empty() ? std::all_of(line.words.begin(), line.words.end(),
                                                        [&](const std::string &word) { return own.contains(word); })
                                          : line.id == claim.id;
        const bool is_new =
            std::none_of(found.begin(), found.end(), [&](const Match &match) { return match.index == line.index; });
        if (fits && is_new) {
            found.push_back({line.index, line.is_turned});
        }
    }
    std::sort(found.begin(), found.end(), [](const Match &a, const Match &b) { return a.index < b.index; });
    return found;
}

} // namespace gainsay
