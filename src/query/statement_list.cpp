#include "query/statement_list.h"

#include "base/utf8.h"

#include <algorithm>
#include <tuple>

namespace gainsay {

When when_said(const EdgeRecord &edge, const Evidence &piece, const ArticleIndex &articles) {
    if (!edge.date.empty() && count_documents(edge.evidence) <= 1) {
        return {edge.date, false};
    }
    const std::string_view published = articles.published(piece.document);
    if (!published.empty()) {
        return {std::string(published), true};
    }
    return {edge.date, false};
}

std::optional<Date> first_day(std::string_view date) {
    const auto interval = parse_interval(date);
    return interval ? std::optional(days_covered(interval->first).first) : std::nullopt;
}

std::vector<Statement> list_statements(const KnowledgeGraph &graph, const ArticleIndex &articles,
                                       const Period &period) {
    std::vector<Statement> statements;
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        if (row(edge.kind).family != EdgeFamily::statement) {
            continue;
        }
        for (std::size_t piece = 0; piece < edge.evidence.size(); ++piece) {
            Statement statement{i, piece, when_said(edge, edge.evidence[piece], articles), side_of(edge)};
            if (period.contains(statement.when.date)) {
                statements.push_back(std::move(statement));
            }
        }
    }
    std::stable_sort(statements.begin(), statements.end(), [](const Statement &a, const Statement &b) {
        return std::tuple(a.when.date.empty(), std::string_view(a.when.date)) <
               std::tuple(b.when.date.empty(), std::string_view(b.when.date));
    });
    return statements;
}

std::optional<NodeIndex> body_of(const KnowledgeGraph &graph, NodeIndex actor) {
    if (graph.node(actor).kind != NodeKind::Person) {
        return actor;
    }
    std::optional<NodeIndex> best;
    double most = 0;
    for (const EdgeIndex index : graph.out_edges(actor)) {
        const EdgeRecord &edge = graph.edge(index);
        const bool is_tie = edge.kind == EdgeKind::holds_position || edge.kind == EdgeKind::member_of;
        if (is_tie && is_actor(graph.node(edge.target).kind) && edge.weight > most) {
            best = edge.target;
            most = edge.weight;
        }
    }
    return best;
}

std::string country_of(const KnowledgeGraph &graph, NodeIndex actor) {
    const auto own = [&](NodeIndex node) -> std::string {
        const std::string_view code = text_attribute(graph.node(node), "country");
        if (!code.empty()) {
            return std::string(code);
        }
        return graph.node(node).kind == NodeKind::Country ? graph.node(node).label : std::string();
    };
    std::string country = own(actor);
    if (country.empty()) {
        if (const auto body = body_of(graph, actor)) {
            country = own(*body);
        }
    }
    return country;
}

namespace {

/// The words of a label: whether each begins with a small letter. Words that begin with no letter are passed over.
std::vector<bool> small_words(std::string_view label) {
    std::vector<bool> words;
    bool at_start = true;
    for (std::size_t i = 0; i < label.size();) {
        const CodePoint point = decode_utf8(label, i);
        std::string letter;
        append_utf8(letter, point.value);
        if (at_start && is_letter(point.value)) {
            words.push_back(letter == lowercase(letter));
        }
        at_start = is_space(point.value);
        i += point.length;
    }
    return words;
}

} // namespace

bool is_unnamed(const NodeRecord &actor) {
    const std::vector<bool> small = small_words(actor.label);
    if (small.empty()) {
        return false;
    }
    const auto some = std::count(small.begin(), small.end(), true);
    const bool is_of_one_document = actor.id.find('~') != std::string::npos;
    switch (actor.kind) {
    case NodeKind::Person:
        return small.back() || (is_of_one_document && some > 0);
    case NodeKind::Group:
        return small.back() || small.front() || (is_of_one_document && some > 0);
    case NodeKind::Organization:
        return some == static_cast<std::ptrdiff_t>(small.size());
    default:
        return false;
    }
}

} // namespace gainsay
