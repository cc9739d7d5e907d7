#include "resolve/entity/overrides.h"

#include "base/error.h"
#include "base/utf8.h"
#include "graph_schema/word.h"

#include <algorithm>
#include <charconv>
#include <system_error>

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

constexpr const char *verbs = "same, different, kind, label, accept, drop, speaker, stance or apart";

/// "rt:310-402"
std::optional<StatementReference> statement_reference(const std::string &text) {
    const std::size_t colon = text.rfind(':');
    const std::size_t hyphen = text.rfind('-');
    if (colon == std::string::npos || colon == 0 || hyphen == std::string::npos || hyphen < colon) {
        return std::nullopt;
    }
    const auto number = [&text](std::size_t begin, std::size_t end) {
        std::size_t value = 0;
        const std::from_chars_result read = std::from_chars(text.data() + begin, text.data() + end, value);
        return read.ec == std::errc() && read.ptr == text.data() + end ? std::optional(value) : std::nullopt;
    };
    const std::optional<std::size_t> begin = number(colon + 1, hyphen);
    const std::optional<std::size_t> end = number(hyphen + 1, text.size());
    if (!begin || !end || *begin >= *end) {
        return std::nullopt;
    }
    return StatementReference{text.substr(0, colon), {*begin, *end}};
}

std::optional<NodeKind> actor_or_place(const std::string &word) {
    const std::optional<NodeKind> kind = parse_word<NodeKind>(word);
    return kind && (is_actor(*kind) || *kind == NodeKind::Place) ? kind : std::nullopt;
}

/// The lines about statements: `result` has its action.
bool read_statement_line(const std::vector<std::string> &fields, Override &result, std::string &problem) {
    const bool names = result.action == Override::Action::speaker;
    const std::size_t least = names || result.action == Override::Action::stance ? 3 : 2;
    const std::size_t most = names ? 4 : least;
    if (fields.size() < least || fields.size() > most) {
        problem = "expected " + fields[0] +
                  (least == 2 ? " and one field"
                   : names    ? " and two or three fields"
                              : " and two fields") +
                  " behind it, separated by tabs or |, found " + std::to_string(fields.size() - 1);
        return false;
    }
    const std::optional<StatementReference> reference = statement_reference(fields[1]);
    if (!reference) {
        problem = "expected DOCUMENT:FIRST-LAST, bytes of a content, found '" + fields[1] + "'";
        return false;
    }
    result.statement = *reference;
    if (names) {
        result.label = fields[2];
        const std::optional<NodeKind> kind = fields.size() > 3 ? parse_word<NodeKind>(fields[3]) : result.kind;
        if (!kind || !is_actor(*kind)) {
            problem = "expected Person, Organization, Country, Group or Outlet, found '" + fields[3] + "'";
            return false;
        }
        result.kind = *kind;
    } else if (result.action == Override::Action::stance) {
        const std::optional<Stance> stance = parse_word<Stance>(fields[2]);
        if (!stance) {
            problem = "expected a stance (asserts, denies, …), found '" + fields[2] + "'";
            return false;
        }
        result.stance = *stance;
    }
    return true;
}

std::optional<Override::Action> statement_action(const std::string &word) {
    return word == "accept"    ? std::optional(Override::Action::accept)
           : word == "drop"    ? std::optional(Override::Action::drop)
           : word == "speaker" ? std::optional(Override::Action::speaker)
           : word == "stance"  ? std::optional(Override::Action::stance)
           : word == "apart"   ? std::optional(Override::Action::apart)
                               : std::nullopt;
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
    } else if (const std::optional<Override::Action> action = statement_action(fields[0])) {
        result.action = *action;
        return read_statement_line(fields, result, problem) ? std::optional(result) : std::nullopt;
    } else {
        problem = std::string("expected ") + verbs + ", found '" + fields[0] + "'";
        return std::nullopt;
    }
    constexpr std::size_t columns = 3;
    if (fields.size() != columns) {
        problem = "expected " + fields[0] + " and two fields behind it, separated by tabs or |, found " +
                  std::to_string(fields.size() - 1);
        return std::nullopt;
    }
    const bool is_pair = result.action == Override::Action::same || result.action == Override::Action::different;
    const std::optional<StatementReference> one = statement_reference(fields[1]);
    const std::optional<StatementReference> other = statement_reference(fields[2]);
    if (is_pair && one && other) {
        result.statement = *one;
        result.other_statement = *other;
        return result;
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
            problem = std::string("expected ") + verbs + ", found nothing";
        } else if (std::optional<Override> entry = read_line(fields, problem)) {
            entry->line = number;
            result.entries_.push_back(*std::move(entry));
        }
        if (!problem.empty()) {
            if (!problems.empty()) {
                problems.append("\n").append(name).append(": ");
            }
            problems.append("line ").append(std::to_string(number)).append(": ").append(problem);
        }
    }
    if (!problems.empty()) {
        throw InputError(std::move(name), problems);
    }
    result.name_ = std::move(name);
    return result;
}

} // namespace gainsay
