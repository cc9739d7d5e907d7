#include "query/timeline.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

class TimelineMaker {
  public:
    TimelineMaker(const KnowledgeGraph &graph, const ArticleIndex &articles) : graph_(&graph), articles_(&articles) {}

    std::vector<TimelineEntry> make(NodeIndex subject, const Period &period) {
        const NodeKind kind = graph_->node(subject).kind;
        if (kind == NodeKind::Claim) {
            add_claim(subject);
        } else if (kind == NodeKind::Event) {
            add_event(subject);
            add_statements_on(subject);
        } else {
            add_actor(subject);
        }
        std::erase_if(entries_, [&](const TimelineEntry &entry) { return !period.contains(entry.when.date); });
        std::stable_sort(entries_.begin(), entries_.end(), [](const TimelineEntry &a, const TimelineEntry &b) {
            return std::tuple(a.when.date.empty(), std::string_view(a.when.date), a.when.is_publication) <
                   std::tuple(b.when.date.empty(), std::string_view(b.when.date), b.when.is_publication);
        });
        return std::move(entries_);
    }

  private:
    void add_edge(EdgeIndex edge) {
        if (used_.insert(edge).second) {
            entries_.push_back({when(graph_->edge(edge), *articles_), {}, {edge}, {}});
        }
    }

    void add_statements_on(NodeIndex target) {
        for (const EdgeIndex edge : statements_on(*graph_, target, *articles_)) {
            add_edge(edge);
        }
    }

    void add_claim(NodeIndex claim) {
        std::set<NodeIndex> claims = {claim};
        const auto add_compared = [&](const std::vector<EdgeIndex> &edges) {
            for (const EdgeIndex edge : edges) {
                if (row(graph_->edge(edge).kind).family == EdgeFamily::comparison) {
                    claims.insert(graph_->edge(edge).source);
                    claims.insert(graph_->edge(edge).target);
                }
            }
        };
        add_compared(graph_->out_edges(claim));
        add_compared(graph_->in_edges(claim));
        for (const NodeIndex each : claims) {
            add_statements_on(each);
        }
    }

    void add_event(NodeIndex event) {
        if (!events_.insert(event).second) {
            return;
        }
        const NodeRecord &node = graph_->node(event);
        TimelineEntry entry;
        entry.event = event;
        entry.when.date = std::string(text_attribute(node, "date"));
        entry.discrepancies = discrepancies(node);
        std::set<NodeIndex> participants;
        for (const EdgeIndex edge : graph_->in_edges(event)) {
            if (graph_->edge(edge).kind == EdgeKind::participates_in) {
                participants.insert(graph_->edge(edge).source);
            }
        }
        for (const NodeIndex participant : participants) {
            for (const EdgeIndex edge : graph_->out_edges(participant)) {
                const EdgeRecord &record = graph_->edge(edge);
                if (row(record.kind).family == EdgeFamily::action &&
                    (record.target == event || participants.contains(record.target)) && is_short_for(record, node) &&
                    used_.insert(edge).second) {
                    entry.edges.push_back(edge);
                }
            }
        }
        if (entry.when.date.empty()) {
            entry.when = publication_of(node);
        }
        entries_.push_back(std::move(entry));
    }

    When publication_of(const NodeRecord &event) const {
        When first;
        for (const Mention &mention : event.mentions) {
            const std::string_view published = articles_->published(mention.document);
            if (!published.empty() && (first.date.empty() || published < first.date)) {
                first = {std::string(published), true};
            }
        }
        return first;
    }

    void add_actor(NodeIndex actor) {
        std::vector<EdgeIndex> edges = graph_->out_edges(actor);
        const std::vector<EdgeIndex> incoming = graph_->in_edges(actor);
        edges.insert(edges.end(), incoming.begin(), incoming.end());
        // Events first, so that their short forms are not told twice.
        for (const EdgeIndex edge : edges) {
            if (graph_->edge(edge).kind == EdgeKind::participates_in && graph_->edge(edge).source == actor) {
                add_event(graph_->edge(edge).target);
            }
        }
        for (const EdgeIndex edge : edges) {
            const EdgeFamily family = row(graph_->edge(edge).kind).family;
            if (family == EdgeFamily::statement || family == EdgeFamily::action) {
                add_edge(edge);
            }
        }
    }

    const KnowledgeGraph *graph_;
    const ArticleIndex *articles_;
    std::set<EdgeIndex> used_;
    std::set<NodeIndex> events_;
    std::vector<TimelineEntry> entries_;
};

} // namespace

std::vector<Variant> discrepancies(const NodeRecord &node) {
    const auto found = node.attributes.find("variants");
    const auto *variants = found == node.attributes.end() ? nullptr : std::get_if<std::vector<Variant>>(&found->second);
    if (variants == nullptr) {
        return {};
    }
    std::vector<Variant> sorted = *variants;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Variant &a, const Variant &b) {
        return std::tuple(a.key != "date", std::string_view(a.key), std::string_view(a.document)) <
               std::tuple(b.key != "date", std::string_view(b.key), std::string_view(b.document));
    });
    return sorted;
}

bool is_short_for(const EdgeRecord &edge, const NodeRecord &event) {
    return std::any_of(edge.evidence.begin(), edge.evidence.end(), [&](const Evidence &piece) {
        return std::any_of(event.mentions.begin(), event.mentions.end(), [&](const Mention &mention) {
            return mention.document == piece.document && mention.span.overlaps(piece.span);
        });
    });
}

std::vector<TimelineEntry> timeline(const KnowledgeGraph &graph, const ArticleIndex &articles, NodeIndex subject,
                                    const Period &period) {
    return TimelineMaker(graph, articles).make(subject, period);
}

} // namespace gainsay
