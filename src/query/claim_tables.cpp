// Tables of what is said.
#include "query/opposite_claims.h"
#include "query/table_values.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

/// The statements on one claim, in order of date.
using OnClaim = std::vector<const TableStatement *>;

std::map<NodeIndex, OnClaim> by_claim(const TableInput &input) {
    std::map<NodeIndex, OnClaim> claims;
    for (const TableStatement &said : input.statements) {
        claims[said.edge->target].push_back(&said);
    }
    return claims;
}

TableValue status_of(const NodeRecord &claim) {
    return claim.status ? TableValue(std::string(name(*claim.status))) : TableValue();
}

std::set<std::string_view> outlets_of(const OnClaim &statements) {
    std::set<std::string_view> outlets;
    for (const TableStatement *said : statements) {
        outlets.insert(said->outlet);
    }
    return outlets;
}

std::set<NodeIndex> speakers_of(const OnClaim &statements) {
    std::set<NodeIndex> speakers;
    for (const TableStatement *said : statements) {
        speakers.insert(said->edge->source);
    }
    return speakers;
}

/// Articles, reprints counted with what they copy.
std::set<std::string_view> originals_of(const TableInput &input, const OnClaim &statements) {
    std::set<std::string_view> originals;
    for (const TableStatement *said : statements) {
        originals.insert(input.articles->original(said->piece->document));
    }
    return originals;
}

/// Claims in the order of how many articles and statements they have.
std::vector<std::pair<NodeIndex, const OnClaim *>> most_told_first(const TableInput &input,
                                                                   const std::map<NodeIndex, OnClaim> &claims) {
    std::vector<std::tuple<std::size_t, NodeIndex, const OnClaim *>> counted;
    counted.reserve(claims.size());
    for (const auto &[claim, statements] : claims) {
        counted.emplace_back(originals_of(input, statements).size(), claim, &statements);
    }
    std::stable_sort(counted.begin(), counted.end(), [](const auto &a, const auto &b) {
        return std::tuple(std::get<0>(b), std::get<2>(b)->size()) < std::tuple(std::get<0>(a), std::get<2>(a)->size());
    });
    std::vector<std::pair<NodeIndex, const OnClaim *>> order;
    order.reserve(counted.size());
    for (const auto &[sources, claim, statements] : counted) {
        order.emplace_back(claim, statements);
    }
    return order;
}

} // namespace

QuestionTable claims_table(const TableInput &input) {
    QuestionTable table{{"claim", "status", "sources", "statements", "speakers", "for", "against", "neither", "outlets",
                         "first", "last", "claim_id"},
                        {}};
    const auto claims = by_claim(input);
    for (const auto &[claim, statements] : most_told_first(input, claims)) {
        const NodeRecord &node = input.graph->node(claim);
        SideCounts sides;
        DateRange dates;
        for (const TableStatement *said : *statements) {
            sides.add(said->side);
            dates.add(said->when.date);
        }
        table.rows.push_back({node.label, status_of(node), count_value(originals_of(input, *statements).size()),
                              count_value(statements->size()), count_value(speakers_of(*statements).size()),
                              count_value(sides.in_favor), count_value(sides.against), count_value(sides.neither),
                              count_value(outlets_of(*statements).size()), text_value(dates.first),
                              text_value(dates.last), node.id});
    }
    return table;
}

QuestionTable only_table(const TableInput &input) {
    QuestionTable table{{"outlet", "claim", "status", "statements", "speakers", "articles", "first", "claim_id"}, {}};
    const auto claims = by_claim(input);
    for (const auto &[claim, statements] : most_told_first(input, claims)) {
        const std::set<std::string_view> outlets = outlets_of(*statements);
        if (outlets.size() != 1) {
            continue;
        }
        const NodeRecord &node = input.graph->node(claim);
        DateRange dates;
        for (const TableStatement *said : *statements) {
            dates.add(said->when.date);
        }
        table.rows.push_back({std::string(*outlets.begin()), node.label, status_of(node),
                              count_value(statements->size()), count_value(speakers_of(*statements).size()),
                              count_value(originals_of(input, *statements).size()), text_value(dates.first), node.id});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [](const auto &a, const auto &b) { return a.front() < b.front(); });
    return table;
}

QuestionTable first_table(const TableInput &input) {
    QuestionTable table{{"date", "actor", "stance", "claim", "outlet", "later_articles", "later_outlets", "same_day",
                         "sentence", "document", "actor_id", "claim_id"},
                        {}};
    const auto claims = by_claim(input);
    for (const auto &[claim, statements] : most_told_first(input, claims)) {
        const TableStatement &first = *statements->front();
        if (first.when.date.empty() || originals_of(input, *statements).size() < 2) {
            continue;
        }
        std::set<std::string_view> articles;
        std::set<std::string_view> outlets;
        bool is_shared = false;
        for (const TableStatement *said : *statements) {
            if (said->piece->document != first.piece->document) {
                articles.insert(said->piece->document);
                is_shared = is_shared || said->when.date == first.when.date;
            }
            if (said->outlet != first.outlet) {
                outlets.insert(said->outlet);
            }
        }
        const NodeRecord &actor = input.graph->node(first.edge->source);
        const NodeRecord &node = input.graph->node(claim);
        table.rows.push_back({first.when.date, actor.label, edge_label(*first.edge), node.label,
                              std::string(first.outlet), count_value(articles.size()), count_value(outlets.size()),
                              std::int64_t{is_shared ? 1 : 0}, first.piece->text, first.piece->document, actor.id,
                              node.id});
    }
    return table;
}

QuestionTable stance_table(const TableInput &input) {
    QuestionTable table{
        {"actor", "claim", "date", "side", "stance", "outlet", "sentence", "document", "actor_id", "claim_id"}, {}};
    std::map<std::pair<NodeIndex, NodeIndex>, OnClaim> stands;
    for (const TableStatement &said : input.statements) {
        stands[{said.edge->source, said.edge->target}].push_back(&said);
    }
    for (const auto &[ends, statements] : stands) {
        const NodeRecord &actor = input.graph->node(ends.first);
        const NodeRecord &claim = input.graph->node(ends.second);
        for (const TableStatement *said : statements) {
            table.rows.push_back({actor.label, claim.label, text_value(said->when.date),
                                  std::string(name_of(said->side)), edge_label(*said->edge), text_value(said->outlet),
                                  said->piece->text, said->piece->document, actor.id, claim.id});
        }
    }
    return table;
}

QuestionTable changed_table(const TableInput &input) {
    QuestionTable table{{"actor", "claim", "date", "side", "then_date", "then_side", "same_day", "sentence", "outlet",
                         "then_sentence", "then_outlet", "actor_id", "claim_id"},
                        {}};
    const OppositeClaims opposites(*input.graph);
    const auto side_towards_leader = [&](const TableStatement &said) {
        if (!opposites.is_turned(said.edge->target)) {
            return said.side;
        }
        return said.side == Side::in_favor ? Side::against : Side::in_favor;
    };
    std::map<std::pair<NodeIndex, NodeIndex>, OnClaim> stands;
    for (const TableStatement &said : input.statements) {
        if (said.side != Side::neither) {
            stands[{said.edge->source, opposites.leader(said.edge->target)}].push_back(&said);
        }
    }
    for (const auto &[ends, statements] : stands) {
        for (std::size_t i = 1; i < statements.size(); ++i) {
            const TableStatement &before = *statements[i - 1];
            const TableStatement &after = *statements[i];
            if (side_towards_leader(before) == side_towards_leader(after)) {
                continue;
            }
            const NodeRecord &actor = input.graph->node(ends.first);
            const NodeRecord &claim = input.graph->node(ends.second);
            const bool is_order_unknown = after.when.date.empty() || before.when.date == after.when.date;
            table.rows.push_back({actor.label, claim.label, text_value(before.when.date),
                                  std::string(name_of(side_towards_leader(before))), text_value(after.when.date),
                                  std::string(name_of(side_towards_leader(after))),
                                  std::int64_t{is_order_unknown ? 1 : 0}, before.piece->text, text_value(before.outlet),
                                  after.piece->text, text_value(after.outlet), actor.id, claim.id});
        }
    }
    return table;
}

} // namespace gainsay
