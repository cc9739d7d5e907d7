// Tables of who speaks and who prints it.
#include "query/table_values.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

using Documents = std::set<std::string_view>;

TableValue flag(bool value) {
    return std::int64_t{value ? 1 : 0};
}

/// The actors on each side of each claim, of all statements in the input.
std::map<NodeIndex, std::map<Side, std::set<NodeIndex>>> sides_of_claims(const TableInput &input) {
    std::map<NodeIndex, std::map<Side, std::set<NodeIndex>>> sides;
    for (const EdgeRecord &edge : input.graph->edges()) {
        if (row(edge.kind).family == EdgeFamily::statement) {
            sides[edge.target][side_of(edge)].insert(edge.source);
        }
    }
    return sides;
}

} // namespace

QuestionTable sources_table(const TableInput &input) {
    struct Count {
        std::size_t statements = 0;
        Documents articles;
    };
    std::map<NodeIndex, std::map<std::string_view, Count>> counts;
    std::map<NodeIndex, std::size_t> totals;
    for (const TableStatement &said : input.statements) {
        Count &count = counts[said.edge->source][said.outlet];
        ++count.statements;
        count.articles.insert(said.piece->document);
        ++totals[said.edge->source];
    }
    std::vector<NodeIndex> order;
    order.reserve(totals.size());
    for (const auto &[source, total] : totals) {
        order.push_back(source);
    }
    std::stable_sort(order.begin(), order.end(), [&](NodeIndex a, NodeIndex b) { return totals.at(a) > totals.at(b); });
    QuestionTable table{
        {"source", "kind", "unnamed", "outlet", "statements", "articles", "in_all_outlets", "source_id"}, {}};
    for (const NodeIndex source : order) {
        const NodeRecord &node = input.graph->node(source);
        std::vector<std::pair<std::string_view, const Count *>> outlets;
        for (const auto &[outlet, count] : counts.at(source)) {
            outlets.emplace_back(outlet, &count);
        }
        std::stable_sort(outlets.begin(), outlets.end(),
                         [](const auto &a, const auto &b) { return a.second->statements > b.second->statements; });
        for (const auto &[outlet, count] : outlets) {
            table.rows.push_back({node.label, std::string(name(node.kind)), flag(is_unnamed(node)), text_value(outlet),
                                  count_value(count->statements), count_value(count->articles.size()),
                                  count_value(totals.at(source)), node.id});
        }
    }
    return table;
}

QuestionTable outlets_table(const TableInput &input) {
    struct Count {
        std::size_t statements = 0;
        std::size_t unnamed = 0;
        SideCounts sides;
        Documents articles;
        std::set<NodeIndex> sources;
        std::set<NodeIndex> claims;
        DateRange dates;
    };
    std::map<std::string_view, Count> counts;
    std::map<NodeIndex, std::set<std::string_view>> outlets_of_claim;
    for (const TableStatement &said : input.statements) {
        Count &count = counts[said.outlet];
        ++count.statements;
        count.unnamed += is_unnamed(input.graph->node(said.edge->source)) ? 1U : 0U;
        count.sides.add(said.side);
        count.articles.insert(said.piece->document);
        count.sources.insert(said.edge->source);
        count.claims.insert(said.edge->target);
        count.dates.add(said.when.date);
        outlets_of_claim[said.edge->target].insert(said.outlet);
    }
    QuestionTable table{{"outlet", "articles", "statements", "sources", "unnamed_statements", "unnamed_share", "for",
                         "against", "neither", "claims", "only_here", "first", "last"},
                        {}};
    std::vector<std::pair<std::string_view, const Count *>> order;
    order.reserve(counts.size());
    for (const auto &[outlet, count] : counts) {
        order.emplace_back(outlet, &count);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.second->statements > b.second->statements; });
    for (const auto &[outlet, count] : order) {
        const auto only = std::count_if(count->claims.begin(), count->claims.end(),
                                        [&](NodeIndex claim) { return outlets_of_claim.at(claim).size() == 1; });
        constexpr double hundredths = 100;
        const double share = static_cast<double>(count->unnamed) / static_cast<double>(count->statements);
        table.rows.push_back({std::string(outlet), count_value(count->articles.size()), count_value(count->statements),
                              count_value(count->sources.size()), count_value(count->unnamed),
                              std::round(share * hundredths) / hundredths, count_value(count->sides.in_favor),
                              count_value(count->sides.against), count_value(count->sides.neither),
                              count_value(count->claims.size()), static_cast<std::int64_t>(only),
                              text_value(count->dates.first), text_value(count->dates.last)});
    }
    return table;
}

QuestionTable actors_table(const TableInput &input) {
    struct Count {
        std::size_t statements = 0;
        SideCounts sides;
        Documents articles;
        std::set<std::string_view> outlets;
        std::set<NodeIndex> claims;
        std::set<NodeIndex> contradicted;
        DateRange dates;
    };
    const auto sides = sides_of_claims(input);
    std::map<NodeIndex, Count> counts;
    for (const TableStatement &said : input.statements) {
        Count &count = counts[said.edge->source];
        ++count.statements;
        count.sides.add(said.side);
        count.articles.insert(said.piece->document);
        count.outlets.insert(said.outlet);
        count.claims.insert(said.edge->target);
        count.dates.add(said.when.date);
        if (said.side == Side::neither) {
            continue;
        }
        const Side opposite = said.side == Side::in_favor ? Side::against : Side::in_favor;
        const auto &on_claim = sides.at(said.edge->target);
        const auto others = on_claim.find(opposite);
        const bool is_contradicted =
            others != on_claim.end() && std::any_of(others->second.begin(), others->second.end(),
                                                    [&](NodeIndex actor) { return actor != said.edge->source; });
        if (is_contradicted) {
            count.contradicted.insert(said.edge->target);
        }
    }
    std::vector<std::pair<NodeIndex, const Count *>> order;
    order.reserve(counts.size());
    for (const auto &[actor, count] : counts) {
        order.emplace_back(actor, &count);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.second->statements > b.second->statements; });
    QuestionTable table{{"actor", "kind", "organization", "country", "statements", "claims", "for", "against",
                         "neither", "contradicted", "articles", "outlets", "first", "last", "actor_id"},
                        {}};
    for (const auto &[actor, count] : order) {
        const NodeRecord &node = input.graph->node(actor);
        const auto body = body_of(*input.graph, actor);
        table.rows.push_back({node.label, std::string(name(node.kind)),
                              body && *body != actor ? TableValue(input.graph->node(*body).label) : TableValue(),
                              text_value(country_of(*input.graph, actor)), count_value(count->statements),
                              count_value(count->claims.size()), count_value(count->sides.in_favor),
                              count_value(count->sides.against), count_value(count->sides.neither),
                              count_value(count->contradicted.size()), count_value(count->articles.size()),
                              count_value(count->outlets.size()), text_value(count->dates.first),
                              text_value(count->dates.last), node.id});
    }
    return table;
}

QuestionTable anonymous_table(const TableInput &input) {
    QuestionTable table{
        {"outlet", "date", "source", "kind", "stance", "claim", "sentence", "document", "source_id", "claim_id"}, {}};
    for (const TableStatement &said : input.statements) {
        const NodeRecord &source = input.graph->node(said.edge->source);
        if (is_unnamed(source)) {
            const NodeRecord &claim = input.graph->node(said.edge->target);
            table.rows.push_back({text_value(said.outlet), text_value(said.when.date), source.label,
                                  std::string(name(source.kind)), edge_label(*said.edge), claim.label, said.piece->text,
                                  said.piece->document, source.id, claim.id});
        }
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [](const auto &a, const auto &b) { return a.front() < b.front(); });
    return table;
}

} // namespace gainsay
