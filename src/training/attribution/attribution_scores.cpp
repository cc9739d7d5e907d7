#include "training/attribution/attribution_scores.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <set>
#include <tuple>

namespace gainsay::training {

namespace {

using Tokens = std::vector<TokenIndex>;

Tokens tokens_of(TokenRange range) {
    Tokens tokens;
    for (TokenIndex token = range.first; token < range.end; ++token)
        tokens.push_back(token);
    return tokens;
}

std::size_t shared(const Tokens &a, const Tokens &b) {
    Tokens both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both.size();
}

double overlap(const Tokens &a, const Tokens &b) {
    if (a.empty() && b.empty())
        return 1;
    const std::size_t both = shared(a, b);
    return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

template <class List, class Role>
std::set<TokenIndex> all_tokens(const List &list, const Role &role) {
    std::set<TokenIndex> all;
    for (const auto &each : list)
        for (const TokenIndex token : role(each))
            all.insert(token);
    return all;
}

} // namespace

void AttributionScores::add(const std::vector<GoldAttribution> &all_gold, const std::vector<FoundRoles> &found) {
    std::vector<GoldAttribution> gold;
    std::copy_if(all_gold.begin(), all_gold.end(), std::back_inserter(gold),
                 [](const GoldAttribution &each) { return !each.content.empty(); });
    const auto count = [&](Count &total, const auto &role) {
        const std::set<TokenIndex> g = all_tokens(gold, role);
        const std::set<TokenIndex> f = all_tokens(found, role);
        total.gold += static_cast<double>(g.size());
        total.found += static_cast<double>(f.size());
        total.right += static_cast<double>(shared(Tokens(g.begin(), g.end()), Tokens(f.begin(), f.end())));
    };
    count(source_, [](const auto &each) { return each.source; });
    count(content_, [](const auto &each) { return each.content; });
    count(cue_, [](const auto &each) { return tokens_of(each.cue); });

    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    for (std::size_t g = 0; g < gold.size(); ++g)
        for (std::size_t f = 0; f < found.size(); ++f)
            if (const double value = overlap(gold[g].content, found[f].content); value >= 0.5)
                pairs.emplace_back(-value, g, f);
    std::sort(pairs.begin(), pairs.end());
    std::set<std::size_t> used_gold;
    std::set<std::size_t> used_found;
    for (const auto &[value, g, f] : pairs)
        if (!used_gold.contains(g) && !used_found.contains(f) && overlap(gold[g].source, found[f].source) >= 0.5) {
            used_gold.insert(g);
            used_found.insert(f);
            if (gold[g].stance) {
                stance_.gold += 1;
                stance_.right += gold[g].stance == found[f].stance ? 1 : 0;
            }
        }
    relation_.right += static_cast<double>(used_gold.size());
    relation_.gold += static_cast<double>(gold.size());
    relation_.found += static_cast<double>(found.size());
}

std::string AttributionScores::text() const {
    char line[300];
    std::snprintf(line, sizeof line,
                  "relation %.2f (P %.2f R %.2f) content %.2f (P %.2f R %.2f) source %.2f cue %.2f stance %.2f",
                  relation_.f1(), relation_.precision(), relation_.recall(), content_.f1(), content_.precision(),
                  content_.recall(), source_.f1(), cue_.f1(), stance_.recall());
    return line;
}

} // namespace gainsay::training
