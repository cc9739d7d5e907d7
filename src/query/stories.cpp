#include "query/stories.h"

#include "query/article_index.h"
#include "query/subgraph.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

/// Documents that are joined.
class Groups {
  public:
    std::string find(const std::string &document) {
        std::string &leader = leader_.try_emplace(document, document).first->second;
        if (leader != document) {
            leader = find(leader);
        }
        return leader;
    }

    void join(const std::string &a, const std::string &b) {
        const std::string first = find(a);
        const std::string second = find(b);
        leader_[std::max(first, second)] = std::min(first, second);
    }

    std::vector<std::string> documents() const {
        std::vector<std::string> all;
        for (const auto &[document, leader] : leader_) {
            all.push_back(document);
        }
        return all;
    }

  private:
    std::map<std::string, std::string> leader_;
};

void join_all(const std::set<std::string> &documents, Groups &groups) {
    for (const std::string &document : documents) {
        groups.join(*documents.begin(), document);
    }
}

std::string title_of(const KnowledgeGraph &graph, const ArticleIndex &articles, const std::string &document) {
    const auto node = articles.node(document);
    const std::string_view title = node ? text_attribute(graph.node(*node), "title") : std::string_view();
    return title.empty() ? document : std::string(title);
}

} // namespace

std::vector<Story> find_stories(const KnowledgeGraph &graph) {
    Groups groups;
    std::map<NodeIndex, std::set<std::string>> told;
    for (const EdgeRecord &edge : graph.edges()) {
        for (const Evidence &piece : edge.evidence) {
            groups.find(piece.document);
            if (row(edge.kind).family == EdgeFamily::statement) {
                told[edge.target].insert(piece.document);
            }
        }
    }
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const NodeRecord &node = graph.node(i);
        if (node.kind == NodeKind::Event && !text_attribute(node, "type").empty()) {
            for (const Mention &mention : node.mentions) {
                told[i].insert(mention.document);
            }
        }
    }
    for (const auto &[node, documents] : told) {
        join_all(documents, groups);
    }
    const ArticleIndex articles(graph);
    std::map<std::string, Story> stories;
    for (const std::string &document : groups.documents()) {
        stories[groups.find(document)].documents.push_back(document);
    }
    std::vector<Story> found;
    for (auto &[leader, story] : stories) {
        std::string first_document = story.documents.front();
        for (const std::string &document : story.documents) {
            const std::string published(articles.published(document));
            if (published.empty()) {
                continue;
            }
            if (story.first.empty() || published < story.first) {
                story.first = published;
                first_document = document;
            }
            story.last = std::max(story.last, published);
        }
        story.title = title_of(graph, articles, first_document);
        found.push_back(std::move(story));
    }
    std::stable_sort(found.begin(), found.end(), [](const Story &a, const Story &b) {
        return std::tuple(b.documents.size(), std::string_view(a.title)) <
               std::tuple(a.documents.size(), std::string_view(b.title));
    });
    return found;
}

KnowledgeGraph story_part(const KnowledgeGraph &graph, const Story &story) {
    const auto is_told = [&](const std::string &document) {
        return std::binary_search(story.documents.begin(), story.documents.end(), document);
    };
    Selection selection{std::vector<bool>(graph.nodes().size(), false), std::vector<bool>(graph.edges().size(), false)};
    std::vector<bool> is_mentioned(graph.nodes().size(), false);
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const std::vector<Mention> &mentions = graph.node(i).mentions;
        is_mentioned[i] = std::any_of(mentions.begin(), mentions.end(),
                                      [&](const Mention &mention) { return is_told(mention.document); });
    }
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const EdgeRecord &edge = graph.edge(i);
        const bool is_shown = edge.evidence.empty()
                                  ? is_mentioned[edge.source] && is_mentioned[edge.target]
                                  : std::any_of(edge.evidence.begin(), edge.evidence.end(),
                                                [&](const Evidence &piece) { return is_told(piece.document); });
        if (is_shown) {
            selection.edges[i] = true;
            selection.nodes[edge.source] = true;
            selection.nodes[edge.target] = true;
            for (const NodeIndex relay : edge.relayed_by) {
                selection.nodes[relay] = true;
            }
        }
    }
    // Outlets and dates of the story's articles.
    const ArticleIndex articles(graph);
    for (const std::string &document : story.documents) {
        if (const auto node = articles.node(document)) {
            selection.nodes[*node] = true;
        }
    }
    return subgraph(graph, selection);
}

} // namespace gainsay
