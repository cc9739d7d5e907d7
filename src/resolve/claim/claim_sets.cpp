#include "resolve/claim/claim_sets.h"

#include <algorithm>
#include <map>

namespace gainsay {

ClaimSets::ClaimSets(const ClaimForms &forms, const std::vector<StatementLink> &links)
    : forms_(&forms), sets_(forms.size()), sides_(forms.size()) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
        members_.push_back({i});
        first_members_.push_back({i});
    }
    if (!links.empty()) {
        obey_user(links);
    }
}

void ClaimSets::unite(std::size_t a, std::size_t b, ClaimMergeRule rule, double similarity) {
    if (forms_->is_apart(a) || forms_->is_apart(b) || sets_.find(a) == sets_.find(b) ||
        are_different(sets_.find(a), sets_.find(b))) {
        return;
    }
    merges_.push_back({a, b, rule, similarity});
    a = sets_.find(a);
    b = sets_.find(b);
    sets_.unite(a, b);
    const std::size_t root = sets_.find(a);
    const std::size_t other = root == a ? b : a;
    // The smaller moves into the larger, so that a claim of n mentions costs n log n in all.
    if (members_[root].size() < members_[other].size()) {
        members_[root].swap(members_[other]);
    }
    members_[root].insert(members_[root].end(), members_[other].begin(), members_[other].end());
    std::vector<std::size_t>().swap(members_[other]);
    std::vector<std::size_t> &first = first_members_[root];
    first.insert(first.end(), first_members_[other].begin(), first_members_[other].end());
    std::sort(first.begin(), first.end());
    first.resize(std::min(first.size(), most_compared));
    std::vector<std::size_t>().swap(first_members_[other]);
    sides_[root].merge(sides_[other]);
}

void ClaimSets::obey_user(const std::vector<StatementLink> &links) {
    std::map<ClaimMention, std::size_t> form_of;
    for (std::size_t i = 0; i < forms_->size(); ++i) {
        form_of.emplace((*forms_)[i].mention, i);
    }
    const auto forms_at = [&](const std::vector<ClaimMention> &mentions) {
        std::vector<std::size_t> found;
        for (const ClaimMention &mention : mentions) {
            if (const auto at = form_of.find(mention); at != form_of.end()) {
                found.push_back(at->second);
            }
        }
        return found;
    };
    // What must stay apart is known before anything is joined.
    for (std::size_t line = 0; line < links.size(); ++line) {
        for (const bool second : {false, true}) {
            const std::vector<ClaimMention> &side = second ? links[line].second : links[line].first;
            for (const std::size_t form : links[line].is_same ? std::vector<std::size_t>() : forms_at(side)) {
                sides_[form].emplace(line, second);
            }
        }
    }
    for (const StatementLink &link : links) {
        if (!link.is_same) {
            continue;
        }
        std::vector<std::size_t> all = forms_at(link.first);
        const std::vector<std::size_t> others = forms_at(link.second);
        all.insert(all.end(), others.begin(), others.end());
        for (const std::size_t form : all) {
            unite(all.front(), form, ClaimMergeRule::override_same);
        }
    }
}

/// Whether the user keeps a member of the one from a member of the other.
bool ClaimSets::are_different(std::size_t root, std::size_t other) const {
    const auto stands_against = [&](const std::pair<std::size_t, bool> &side) {
        return sides_[other].contains({side.first, !side.second});
    };
    return std::any_of(sides_[root].begin(), sides_[root].end(), stands_against);
}

void ClaimSets::sort_members() {
    for (std::vector<std::size_t> &each : members_) {
        std::sort(each.begin(), each.end());
    }
}

} // namespace gainsay
