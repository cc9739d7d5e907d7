#include "resolve/entity/kind_merging.h"

#include "language/name_form.h"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

namespace gainsay {

namespace {

/// The first candidate of each kind.
using FirstOfKind = std::map<NodeKind, std::size_t>;

bool may_have_namesake(const EntityCandidate &each) {
    return each.is_named && each.type != NodeKind::Country && !each.words.empty();
}

void unite_unless_countries_differ(EntityGroups &groups, std::size_t first, std::size_t other) {
    if (!groups.countries_differ(first, other)) {
        groups.unite(first, other, MergeRule::other_kind);
    }
}

/// Names of several words.
void merge_long_names(EntityGroups &groups) {
    std::unordered_map<std::string, FirstOfKind> by_name;
    const auto is_long = [&](std::size_t i) {
        return may_have_namesake(groups.candidates()[i]) && groups.candidates()[i].words.size() > 1;
    };
    for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
        if (is_long(i)) {
            by_name[joined(groups.candidates()[i].words)].emplace(groups.candidates()[i].type, i);
        }
    }
    for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
        const auto found = is_long(i) ? by_name.find(joined(groups.candidates()[i].words)) : by_name.end();
        if (found != by_name.end() && found->second.size() > 1) {
            unite_unless_countries_differ(groups, found->second.begin()->second, i);
        }
    }
}

/// One word alone is many things: a place and a body of that name must stand in articles on the same affair.
void merge_single_words(EntityGroups &groups) {
    std::map<std::string, FirstOfKind> by_name;
    for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
        const EntityCandidate &each = groups.candidates()[i];
        if (may_have_namesake(each) && each.words.size() == 1 && each.type != NodeKind::Person) {
            const std::string story = std::to_string(groups.stories().of(each.document));
            by_name[each.words.front() + " in story " + story].emplace(each.type, i);
        }
    }
    for (const auto &[name, kinds] : by_name) {
        for (const auto &[kind, i] : kinds) {
            unite_unless_countries_differ(groups, kinds.begin()->second, i);
        }
    }
}

} // namespace

void merge_across_kinds(EntityGroups &groups) {
    merge_long_names(groups);
    merge_single_words(groups);
}

} // namespace gainsay
