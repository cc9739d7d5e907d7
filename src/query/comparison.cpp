#include "query/comparison.h"

#include "query/timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace gainsay {

namespace {

constexpr auto difference_names = std::to_array<std::string_view>({"stance", "date", "participants", "detail"});

bool has(const std::vector<std::string> &documents, const std::string &document) {
    return std::binary_search(documents.begin(), documents.end(), document);
}

class ReportComparer {
  public:
    ReportComparer(const KnowledgeGraph &graph, const ArticleIndex &articles, const std::vector<std::string> &first,
                   const std::vector<std::string> &second)
        : graph_(&graph), articles_(&articles), first_(&first), second_(&second) {}

    Comparison compare() {
        Comparison result;
        for (NodeIndex i = 0; i < graph_->nodes().size(); ++i) {
            const NodeKind kind = graph_->node(i).kind;
            if (kind != NodeKind::Claim && kind != NodeKind::Event) {
                continue;
            }
            const std::vector<EdgeIndex> edges = edges_of(i);
            SideReport a = report(i, edges, *first_);
            SideReport b = report(i, edges, *second_);
            if (is_told(a) && is_told(b)) {
                std::vector<Difference> differences = compare(i, a, b);
                result.shared.push_back({std::move(a), std::move(b), std::move(differences)});
            } else if (is_told(a)) {
                result.only_first.push_back(std::move(a));
            } else if (is_told(b)) {
                result.only_second.push_back(std::move(b));
            }
        }
        drop_told_as_claims(result.only_first);
        drop_told_as_claims(result.only_second);
        const auto sources = [this](NodeIndex node) { return independent_sources(*graph_, node, *articles_); };
        const auto sort_side = [&](std::vector<SideReport> &reports) {
            std::stable_sort(reports.begin(), reports.end(), [&](const SideReport &a, const SideReport &b) {
                return sources(a.node) > sources(b.node);
            });
        };
        sort_side(result.only_first);
        sort_side(result.only_second);
        std::stable_sort(result.shared.begin(), result.shared.end(), [&](const SharedReport &a, const SharedReport &b) {
            return std::pair(a.differences.empty() ? 0 : 1, sources(a.first.node)) >
                   std::pair(b.differences.empty() ? 0 : 1, sources(b.first.node));
        });
        return result;
    }

  private:
    static bool is_told(const SideReport &report) { return !report.edges.empty() || !report.mentions.empty(); }

    /// Drops the events that a side tells only within claims of the list: the reader has them there.
    void drop_told_as_claims(std::vector<SideReport> &reports) const {
        std::map<std::string_view, std::vector<ByteSpan>> claimed;
        for (const SideReport &report : reports) {
            const NodeRecord &node = graph_->node(report.node);
            for (const std::size_t i : report.mentions) {
                if (node.kind == NodeKind::Claim) {
                    claimed[node.mentions[i].document].push_back(node.mentions[i].span);
                }
            }
        }
        std::erase_if(reports, [&](const SideReport &report) {
            const NodeRecord &node = graph_->node(report.node);
            return node.kind == NodeKind::Event && !report.mentions.empty() &&
                   std::all_of(report.mentions.begin(), report.mentions.end(), [&](std::size_t i) {
                       const auto found = claimed.find(node.mentions[i].document);
                       return found != claimed.end() &&
                              std::any_of(found->second.begin(), found->second.end(),
                                          [&](ByteSpan span) { return span.contains(node.mentions[i].span); });
                   });
        });
    }

    /// Statements on the node; of an event, its short forms too.
    std::vector<EdgeIndex> edges_of(NodeIndex node) const {
        std::vector<EdgeIndex> edges = statements_on(*graph_, node, *articles_);
        if (graph_->node(node).kind == NodeKind::Event) {
            for (const TimelineEntry &entry : timeline(*graph_, *articles_, node)) {
                if (entry.event == node) {
                    edges.insert(edges.end(), entry.edges.begin(), entry.edges.end());
                }
            }
        }
        return edges;
    }

    SideReport report(NodeIndex node, const std::vector<EdgeIndex> &edges,
                      const std::vector<std::string> &documents) const {
        SideReport result;
        result.node = node;
        for (const EdgeIndex edge : edges) {
            if (is_told_by(graph_->edge(edge), documents)) {
                result.edges.push_back(edge);
            }
        }
        const std::vector<Mention> &mentions = graph_->node(node).mentions;
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (has(documents, mentions[i].document)) {
                result.mentions.push_back(i);
            }
        }
        return result;
    }

    std::vector<Difference> compare(NodeIndex node, const SideReport &a, const SideReport &b) const {
        std::vector<Difference> differences;
        compare_stances(a, b, differences);
        compare_participants(a, b, differences);
        compare_variants(node, differences);
        return differences;
    }

    /// "asserts, warns" of each actor.
    std::map<NodeIndex, std::string> stands(const SideReport &report) const {
        std::map<NodeIndex, std::string> result;
        for (const EdgeIndex index : report.edges) {
            const EdgeRecord &edge = graph_->edge(index);
            if (row(edge.kind).family != EdgeFamily::statement) {
                continue;
            }
            std::string &text = result[edge.source];
            const std::string label = edge_label(edge);
            text += text.empty() ? label : ", " + label;
        }
        return result;
    }

    void compare_stances(const SideReport &a, const SideReport &b, std::vector<Difference> &differences) const {
        const std::map<NodeIndex, std::string> first = stands(a);
        const std::map<NodeIndex, std::string> second = stands(b);
        add_unequal(first, second, DifferenceKind::stance, differences);
    }

    static void add_unequal(const std::map<NodeIndex, std::string> &first,
                            const std::map<NodeIndex, std::string> &second, DifferenceKind kind,
                            std::vector<Difference> &differences) {
        std::set<NodeIndex> actors;
        for (const auto &[actor, text] : first) {
            actors.insert(actor);
        }
        for (const auto &[actor, text] : second) {
            actors.insert(actor);
        }
        for (const NodeIndex actor : actors) {
            const auto mine = first.find(actor);
            const auto theirs = second.find(actor);
            const std::string a = mine == first.end() ? "" : mine->second;
            const std::string b = theirs == second.end() ? "" : theirs->second;
            if (a != b) {
                differences.push_back({kind, actor, {}, a, b});
            }
        }
    }

    /// The ends of an event's short forms: who acts, and on whom.
    std::map<NodeIndex, std::string> participants(const SideReport &report) const {
        std::map<NodeIndex, std::string> result;
        for (const EdgeIndex index : report.edges) {
            const EdgeRecord &edge = graph_->edge(index);
            if (row(edge.kind).family == EdgeFamily::action) {
                for (const NodeIndex end : {edge.source, edge.target}) {
                    if (is_actor(graph_->node(end).kind)) {
                        result.emplace(end, "takes part");
                    }
                }
            }
        }
        return result;
    }

    void compare_participants(const SideReport &a, const SideReport &b, std::vector<Difference> &differences) const {
        const std::map<NodeIndex, std::string> first = participants(a);
        const std::map<NodeIndex, std::string> second = participants(b);
        // A side without any short form leaves open who took part.
        if (!first.empty() && !second.empty()) {
            add_unequal(first, second, DifferenceKind::participants, differences);
        }
    }

    /// Values of single articles. An article without one agrees with the graph.
    void compare_variants(NodeIndex node, std::vector<Difference> &differences) const {
        const NodeRecord &record = graph_->node(node);
        std::map<std::string, std::pair<std::set<std::string>, std::set<std::string>>> values;
        for (const Variant &variant : discrepancies(record)) {
            auto &[a, b] = values[variant.key];
            if (has(*first_, variant.document)) {
                a.insert(variant.value);
            }
            if (has(*second_, variant.document)) {
                b.insert(variant.value);
            }
        }
        for (auto &[key, sides] : values) {
            auto &[a, b] = sides;
            if (a.empty() && b.empty()) {
                continue;
            }
            const std::string common(text_attribute(record, key));
            for (std::set<std::string> *side : {&a, &b}) {
                if (side->empty() && !common.empty()) {
                    side->insert(common);
                }
            }
            if (a != b) {
                const bool is_date = key == "date";
                differences.push_back({is_date ? DifferenceKind::date : DifferenceKind::detail,
                                       {},
                                       is_date ? std::string() : key,
                                       joined(a),
                                       joined(b)});
            }
        }
    }

    static std::string joined(const std::set<std::string> &texts) {
        std::string result;
        for (const std::string &text : texts) {
            result += result.empty() ? text : ", " + text;
        }
        return result;
    }

    const KnowledgeGraph *graph_;
    const ArticleIndex *articles_;
    const std::vector<std::string> *first_;
    const std::vector<std::string> *second_;
};

} // namespace

template <>
std::span<const std::string_view> names_of<DifferenceKind>() {
    return difference_names;
}

Comparison compare_reports(const KnowledgeGraph &graph, const ArticleIndex &articles,
                           const std::vector<std::string> &first, const std::vector<std::string> &second) {
    return ReportComparer(graph, articles, first, second).compare();
}

} // namespace gainsay
