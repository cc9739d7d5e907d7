#include "resolve/entity/overrides.h"

#include "base/error.h"
#include "base/utf8.h"
#include "graph_schema/word.h"

#include <algorithm>

namespace gainsay {

namespace {

std::vector<std::string> split_fields(std::string_view line) {
    std::vector<std::string> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find_first_of("\t|", begin), line.size());
        fields.emplace_back(trim(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    // Columns lined up with several tabs.
    fields.erase(std::remove(fields.begin(), fields.end(), std::string()), fields.end());
    return fields;
}

EntityReference reference(const std::string &text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) {
        return {text, {}};
    }
    return {std::string(trim(std::string_view(text).substr(0, at))),
            std::string(trim(std::string_view(text).substr(at + 1)))};
}

std::optional<NodeKind> actor_or_place(const std::string &word) {
    const std::optional<NodeKind> kind = parse_word<NodeKind>(word);
    return kind && (is_actor(*kind) || *kind == NodeKind::Place) ? kind : std::nullopt;
}

/// Reads a line; what is wrong with it, if anything, goes to `problem`.
std::optional<Override> read_line(const std::vector<std::string> &fields, std::string &problem) {
    Override result;
    if (fields[0] == "same" || fields[0] == "different") {
        result.action = fields[0] == "same" ? Override::Action::same : Override::Action::different;
    } else if (fields[0] == "kind") {
        result.action = Override::Action::kind;
    } else if (fields[0] == "label") {
        result.action = Override::Action::label;
    } else {
        problem = "expected same, different, kind or label, found '" + fields[0] + "'";
        return std::nullopt;
    }
    constexpr std::size_t columns = 3;
    if (fields.size() != columns) {
        problem = "expected " + fields[0] + " and two fields behind it, separated by tabs or |, found " +
                  std::to_string(fields.size() - 1);
        return std::nullopt;
    }
    result.first = reference(fields[1]);
    if (result.action == Override::Action::kind) {
        const std::optional<NodeKind> kind = actor_or_place(fields[2]);
        if (!kind) {
            problem = "expected Person, Organization, Country, Group, Outlet or Place, found '" + fields[2] + "'";
            return std::nullopt;
        }
        result.kind = *kind;
    } else if (result.action == Override::Action::label) {
        result.label = fields[2];
    } else {
        result.second = reference(fields[2]);
    }
    return result;
}

} // namespace

bool EntityReference::is_id() const {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
        return false;
    }
    std::string kind = text.substr(0, colon);
    if (kind.empty() || kind.front() < 'a' || kind.front() > 'z') {
        return false;
    }
    kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
    return actor_or_place(kind).has_value();
}

Overrides Overrides::parse(std::string_view text, std::string name) {
    Overrides result;
    std::string problems;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::string problem;
        if (find_invalid_utf8(line)) {
            problem = "expected UTF-8, found other bytes";
        } else if (const std::vector<std::string> fields = split_fields(line); fields.empty()) {
            problem = "expected same, different, kind or label, found nothing";
        } else if (std::optional<Override> entry = read_line(fields, problem)) {
            entry->line = number;
            result.entries_.push_back(*std::move(entry));
        }
        if (!problem.empty()) {
            problems +=
                (problems.empty() ? "line " : "\n" + name + ": line ") + std::to_string(number) + ": " + problem;
        }
    }
    if (!problems.empty()) {
        throw InputError(std::move(name), problems);
    }
    result.name_ = std::move(name);
    return result;
}

} // namespace gainsay
