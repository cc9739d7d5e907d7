#include "resolve/entity/override_application.h"

#include "language/name_form.h"

#include <algorithm>
#include <iterator>

namespace gainsay {

namespace {

/// Candidates by the names that their documents give them.
std::unordered_map<std::string, std::vector<std::size_t>> index_names(const std::vector<EntityCandidate> &candidates) {
    std::unordered_map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        by_name[name_form(candidates[i].entity->name)].push_back(i);
        for (const std::string &alias : candidates[i].entity->aliases) {
            std::vector<std::size_t> &bearers = by_name[name_form(alias)];
            if (bearers.empty() || bearers.back() != i) {
                bearers.push_back(i);
            }
        }
    }
    return by_name;
}

std::string written(const EntityReference &reference) {
    return "'" + reference.text + (reference.document.empty() ? "" : "@" + reference.document) + "'";
}

} // namespace

OverrideApplication::OverrideApplication(const Overrides &overrides, const std::vector<Observations> &documents,
                                         const std::vector<EntityCandidate> &candidates, const CandidatesById &by_id,
                                         Diagnostics &diagnostics)
    : overrides_(&overrides) {
    const std::unordered_map<std::string, std::vector<std::size_t>> by_name = index_names(candidates);
    const auto warn = [&](const Override &entry, std::string message) {
        diagnostics.add({Severity::warning, overrides.name(), std::nullopt, entry.line, std::move(message)});
    };
    const auto find = [&](const Override &entry, const EntityReference &reference) {
        std::vector<std::size_t> found;
        const auto id = by_id.find(reference.text);
        const auto name = by_name.find(name_form(reference.text));
        if (reference.is_id() && id != by_id.end()) {
            found = id->second;
        } else if (!reference.is_id() && name != by_name.end()) {
            found = name->second;
        }
        if (!reference.document.empty()) {
            found.erase(std::remove_if(found.begin(), found.end(),
                                       [&](std::size_t i) {
                                           return documents[candidates[i].document].document.id != reference.document;
                                       }),
                        found.end());
        }
        if (found.empty()) {
            warn(entry, std::string("expected ") + (reference.is_id() ? "a node's id" : "a name in the documents") +
                            ", found " + written(reference) + ", which is none; the line is left out");
        }
        return found;
    };
    for (const Override &entry : overrides.entries()) {
        if (entry.is_of_statement()) {
            continue;
        }
        Line line{&entry, find(entry, entry.first), {}};
        const bool pair = entry.action == Override::Action::same || entry.action == Override::Action::different;
        if (pair) {
            line.second = find(entry, entry.second);
        }
        if (line.first.empty() || (pair && line.second.empty())) {
            continue;
        }
        std::vector<std::size_t> both;
        std::set_intersection(line.first.begin(), line.first.end(), line.second.begin(), line.second.end(),
                              std::back_inserter(both));
        if (entry.action == Override::Action::different && !both.empty()) {
            warn(entry, "expected two things, found " + written(entry.first) + " and " + written(entry.second) +
                            " for one in document '" + documents[candidates[both.front()].document].document.id +
                            "': say NAME@DOCUMENT; the line is left out");
            continue;
        }
        lines_.push_back(std::move(line));
    }
}

void OverrideApplication::set_kinds(std::vector<EntityCandidate> &candidates) const {
    for (const Line &line : lines_) {
        if (line.entry->action == Override::Action::kind) {
            for (const std::size_t i : line.first) {
                candidates[i].type = line.entry->kind;
                candidates[i].has_fixed_kind = true;
            }
        }
    }
}

void OverrideApplication::constrain(EntityGroups &groups, Diagnostics &diagnostics) const {
    for (const Line &line : lines_) {
        if (line.entry->action == Override::Action::different) {
            groups.separate(line.first, line.second);
        }
    }
    for (const Line &line : lines_) {
        if (line.entry->action != Override::Action::same) {
            continue;
        }
        bool all = true;
        for (const std::vector<std::size_t> *side : {&line.first, &line.second}) {
            for (const std::size_t i : *side) {
                all = groups.unite(line.first.front(), i, MergeRule::override_same,
                                   "line " + std::to_string(line.entry->line)) &&
                      all;
            }
        }
        if (!all) {
            diagnostics.add({Severity::warning, overrides_->name(), std::nullopt, line.entry->line,
                             "another line says that some of these are different; those stay apart"});
        }
    }
}

std::unordered_map<std::size_t, std::string> OverrideApplication::labels() const {
    std::unordered_map<std::size_t, std::string> labels;
    for (const Line &line : lines_) {
        if (line.entry->action == Override::Action::label) {
            for (const std::size_t i : line.first) {
                labels[i] = line.entry->label;
            }
        }
    }
    return labels;
}

} // namespace gainsay
