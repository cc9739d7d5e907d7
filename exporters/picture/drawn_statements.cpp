#include "exporters/picture/drawn_statements.h"

#include "base/utf8.h"
#include "exporters/dot/dot_label.h"
#include "exporters/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

std::string counted(std::size_t count, const char *noun) {
    return std::to_string(count) + " more " + noun + (count == 1 ? "" : "s");
}

/// From for (0) over nothing, both and neither (1) to against (2).
int stand(std::size_t in_favor, std::size_t against) {
    if ((in_favor > 0) == (against > 0)) {
        return 1;
    }
    return in_favor > 0 ? 0 : 2;
}

} // namespace

DrawnStatements choose_statements(const KnowledgeGraph &graph, const ExportOptions &options, std::size_t most_claims,
                                  std::size_t most_actors) {
    const ArticleIndex articles(options.articles == nullptr ? graph : *options.articles);
    const std::vector<Statement> all = list_statements(graph, articles);
    std::map<NodeIndex, std::set<NodeIndex>> speakers;
    std::map<NodeIndex, std::size_t> said_on;
    for (const Statement &said : all) {
        speakers[graph.edge(said.edge).target].insert(graph.edge(said.edge).source);
        ++said_on[graph.edge(said.edge).target];
    }
    DrawnStatements drawn;
    for (const auto &[claim, actors] : speakers) {
        drawn.claims.push_back(claim);
    }
    std::stable_sort(drawn.claims.begin(), drawn.claims.end(), [&](NodeIndex a, NodeIndex b) {
        const auto rank = [&](NodeIndex claim) {
            return std::tuple(graph.node(claim).status == ClaimStatus::disputed, speakers.at(claim).size(),
                              said_on.at(claim));
        };
        return rank(a) > rank(b);
    });
    std::size_t claims_left = drawn.claims.size() - std::min(drawn.claims.size(), most_claims);
    drawn.claims.resize(drawn.claims.size() - claims_left);
    std::map<NodeIndex, std::size_t> place;
    for (std::size_t i = 0; i < drawn.claims.size(); ++i) {
        place[drawn.claims[i]] = i;
    }
    std::map<NodeIndex, std::size_t> said_by;
    std::set<NodeIndex> disputing;
    std::map<std::pair<NodeIndex, std::size_t>, std::pair<std::size_t, std::size_t>> sides;
    for (const Statement &said : all) {
        const EdgeRecord &edge = graph.edge(said.edge);
        const auto claim = place.find(edge.target);
        if (claim == place.end()) {
            continue;
        }
        ++said_by[edge.source];
        if (graph.node(edge.target).status == ClaimStatus::disputed && said.side != Side::neither) {
            disputing.insert(edge.source);
        }
        auto &[in_favor, against] = sides[{edge.source, claim->second}];
        in_favor += said.side == Side::in_favor ? 1U : 0U;
        against += said.side == Side::against ? 1U : 0U;
    }
    for (const auto &[actor, count] : said_by) {
        drawn.actors.push_back(actor);
    }
    // Both sides of a dispute before who says more.
    const auto rank = [&](NodeIndex actor) { return std::pair(disputing.contains(actor), said_by.at(actor)); };
    std::stable_sort(drawn.actors.begin(), drawn.actors.end(),
                     [&](NodeIndex a, NodeIndex b) { return rank(a) > rank(b); });
    const std::size_t actors_left = drawn.actors.size() - std::min(drawn.actors.size(), most_actors);
    drawn.actors.resize(drawn.actors.size() - actors_left);
    const auto stands = [&](NodeIndex actor) {
        std::vector<int> row(drawn.claims.size(), 1);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto found = sides.find({actor, i});
            if (found != sides.end()) {
                row[i] = stand(found->second.first, found->second.second);
            }
        }
        return row;
    };
    std::stable_sort(drawn.actors.begin(), drawn.actors.end(),
                     [&](NodeIndex a, NodeIndex b) { return stands(a) < stands(b); });
    const std::set<NodeIndex> kept(drawn.actors.begin(), drawn.actors.end());
    for (const Statement &said : all) {
        if (place.contains(graph.edge(said.edge).target) && kept.contains(graph.edge(said.edge).source)) {
            drawn.statements.push_back(said);
        }
    }
    // A claim of which nobody who is drawn speaks has no mark.
    std::set<NodeIndex> marked;
    for (const Statement &said : drawn.statements) {
        marked.insert(graph.edge(said.edge).target);
    }
    claims_left += std::erase_if(drawn.claims, [&marked](NodeIndex claim) { return !marked.contains(claim); });
    if (claims_left > 0 || actors_left > 0) {
        drawn.note = claims_left > 0 ? counted(claims_left, "claim") : "";
        drawn.note += claims_left > 0 && actors_left > 0 ? " and " : "";
        drawn.note += actors_left > 0 ? counted(actors_left, "actor") : "";
        drawn.note += claims_left + actors_left == 1 ? " is not drawn." : " are not drawn.";
    }
    return drawn;
}

Color pale_color_of(Side side) {
    switch (side) {
    case Side::in_favor:
        return {196, 230, 217};
    case Side::against:
        return {250, 209, 190};
    case Side::neither:
        break;
    }
    return {228, 231, 234};
}

Color color_of(Side side) {
    switch (side) {
    case Side::in_favor:
        return color_of(Tone::affirming);
    case Side::against:
        return color_of(Tone::denying);
    case Side::neither:
        break;
    }
    return color_of(Tone::doubting);
}

std::string claim_list_html(const KnowledgeGraph &graph, const std::vector<NodeIndex> &claims, std::size_t columns) {
    constexpr std::size_t most_lines = 3;
    std::string html;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const NodeRecord &claim = graph.node(claims[i]);
        std::string words;
        if (claim.status && *claim.status != ClaimStatus::asserted) {
            words = "<FONT COLOR=\"" + html_color(dispute_color()) + "\"><B>" + uppercase(name(*claim.status)) +
                    "</B></FONT> ";
        }
        for (const std::string &line : wrap(claim.label, columns, most_lines)) {
            words += label_text(line) + "<BR ALIGN=\"LEFT\"/>";
        }
        html += R"(<TR><TD ALIGN="RIGHT" VALIGN="TOP"><B>)" + std::to_string(i + 1) +
                R"(</B></TD><TD ALIGN="LEFT" BALIGN="LEFT">)" + words + "</TD></TR>";
    }
    return html;
}

} // namespace gainsay
