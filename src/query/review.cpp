#include "query/review.h"

#include "query/disputes.h"

#include <algorithm>
#include <cmath>

namespace gainsay {

namespace {

/// What a reading is worth to be checked, in no unit.
constexpr double of_dispute = 4;

std::vector<std::string> doubtful_merges(const NodeRecord &node) {
    const auto found = node.attributes.find("doubtful_merges");
    const auto *texts =
        found == node.attributes.end() ? nullptr : std::get_if<std::vector<std::string>>(&found->second);
    return texts == nullptr ? std::vector<std::string>() : *texts;
}

class ReadingList {
  public:
    ReadingList(const KnowledgeGraph &graph, const ArticleIndex &articles)
        : graph_(&graph), articles_(&articles), disputed_(graph.nodes().size(), false),
          statements_(graph.nodes().size(), 0) {
        for (const Dispute &dispute : find_disputes(graph, articles)) {
            disputed_[dispute.claim] = true;
            if (dispute.opposite) {
                disputed_[*dispute.opposite] = true;
            }
        }
        for (const EdgeRecord &edge : graph.edges()) {
            if (row(edge.kind).family == EdgeFamily::statement) {
                ++statements_[edge.source];
            }
        }
    }

    std::vector<Reading> run() {
        for (EdgeIndex i = 0; i < graph_->edges().size(); ++i) {
            const EdgeRecord &edge = graph_->edge(i);
            if (row(edge.kind).family == EdgeFamily::statement && edge.confidence < least_sure_statement) {
                add({i, edge.target, {}, edge.confidence, disputed_[edge.target]}, edge.source);
            }
        }
        for (NodeIndex node = 0; node < graph_->nodes().size(); ++node) {
            for (const std::string &text : doubtful_merges(graph_->node(node))) {
                if (std::optional<DoubtfulMerge> merge = parse_doubtful_merge(text)) {
                    constexpr double percent = 100;
                    const double sureness = merge->percent / percent;
                    add({std::nullopt, node, *std::move(merge), sureness, disputed_[node]}, node);
                }
            }
        }
        std::stable_sort(found_.begin(), found_.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        std::vector<Reading> list;
        list.reserve(found_.size());
        for (auto &[worth, reading] : found_) {
            list.push_back(std::move(reading));
        }
        return list;
    }

  private:
    void add(Reading reading, NodeIndex speaker) {
        const auto sources = static_cast<double>(independent_sources(*graph_, reading.node, *articles_));
        const double worth = (reading.is_disputed ? of_dispute : 1) * (1 + std::log2(1 + sources)) *
                             (1 + std::log2(1 + static_cast<double>(statements_[speaker])) / 2);
        found_.emplace_back((1 - reading.sureness) * worth, std::move(reading));
    }

    const KnowledgeGraph *graph_;
    const ArticleIndex *articles_;
    std::vector<bool> disputed_;
    /// That each node makes.
    std::vector<std::size_t> statements_;
    std::vector<std::pair<double, Reading>> found_;
};

} // namespace

std::vector<Reading> list_readings(const KnowledgeGraph &graph, const ArticleIndex &articles) {
    return ReadingList(graph, articles).run();
}

std::string statement_place(const Evidence &piece) {
    return piece.content.empty() ? std::string()
                                 : piece.document + ":" + std::to_string(piece.content.front().begin) + "-" +
                                       std::to_string(piece.content.back().end);
}

const Evidence *sentence_of(const KnowledgeGraph &graph, NodeIndex node, const std::string &end) {
    const bool is_claim = graph.node(node).kind == NodeKind::Claim;
    const std::size_t at = is_claim ? std::string::npos : end.rfind('@');
    const std::string name = at == std::string::npos ? std::string() : end.substr(0, at);
    const std::string document = at == std::string::npos ? std::string() : end.substr(at + 1);
    const Evidence *found = nullptr;
    const auto look = [&](EdgeIndex edge) {
        for (const Evidence &piece : graph.edge(edge).evidence) {
            const bool fits = is_claim ? statement_place(piece) == end
                                       : piece.document == document && piece.text.find(name) != std::string::npos;
            found = found == nullptr && fits ? &piece : found;
        }
    };
    for (const EdgeIndex edge : graph.out_edges(node)) {
        look(edge);
    }
    for (const EdgeIndex edge : graph.in_edges(node)) {
        look(edge);
    }
    return found;
}

} // namespace gainsay
