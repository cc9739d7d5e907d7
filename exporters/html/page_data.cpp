#include "exporters/html/page_data.h"

#include "exporters/html/page_columns.h"
#include "exporters/html/page_documents.h"
#include "exporters/html/page_passages.h"
#include "query/disputes.h"
#include "query/review.h"
#include "query/statement_list.h"
#include "query/stories.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace gainsay {

namespace {

/// JSON has "<" only within texts, where it may be written as an escape: no text of an article can end the script
/// element or begin a comment.
class WithoutMarkup : public ByteSink {
  public:
    explicit WithoutMarkup(ByteSink &sink) : sink_(&sink) {}

    void write(std::string_view bytes) override {
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t found = std::min(bytes.find('<', at), bytes.size());
            sink_->write(bytes.substr(at, found - at));
            if (found < bytes.size()) {
                sink_->write("\\u003c");
            }
            at = found + 1;
        }
    }

  private:
    ByteSink *sink_;
};

class DataWriter {
  public:
    DataWriter(const KnowledgeGraph &graph, const ExportOptions &options, const PageTexts &texts, ByteSink &sink)
        : graph_(graph), options_(options), article_graph_(options.articles == nullptr ? graph : *options.articles),
          articles_(article_graph_), documents_(graph, articles_), passages_(find_passages(graph, texts)), plain_(sink),
          out_(plain_) {
        for (const NodeRecord &node : graph.nodes()) {
            numbers_.push_back(node.kind == NodeKind::Document ? -1 : static_cast<std::int64_t>(nodes_.size()));
            if (node.kind != NodeKind::Document) {
                nodes_.push_back(static_cast<NodeIndex>(numbers_.size() - 1));
            }
        }
        std::size_t piece = 0;
        for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
            const EdgeRecord &edge = graph.edge(i);
            const bool shown = numbers_[edge.source] >= 0 && numbers_[edge.target] >= 0;
            edge_numbers_.push_back(shown ? static_cast<std::int64_t>(edges_.size()) : -1);
            if (shown) {
                edges_.push_back(i);
            }
            first_pieces_.push_back(piece);
            piece += edge.evidence.size();
        }
    }

    void write() {
        out_.begin_object();
        out_.field("format", std::string_view("gainsay-page/1"));
        out_.field("title", options_.title);
        write_kinds();
        write_nodes();
        write_edges();
        write_evidence();
        write_passages();
        write_documents();
        write_names();
        write_disputes();
        write_review();
        write_texts(out_, "texts", texts_.texts(), [](const std::string &text) { return std::string_view(text); });
        out_.end_object();
        out_.flush();
    }

  private:
    void section(std::string_view name) {
        out_.break_line();
        out_.key(name);
        out_.begin_object();
    }

    void write_kinds() {
        section("nodeKinds");
        write_texts(out_, "name", node_kinds(), [](const NodeKindRow &kind) { return kind.name; });
        write_numbers(out_, "actor", node_kinds(), [](const NodeKindRow &kind) { return kind.is_actor ? 1 : 0; });
        out_.end_object();
        section("edgeKinds");
        write_texts(out_, "name", edge_kinds(), [](const EdgeKindRow &kind) { return kind.name; });
        write_texts(out_, "family", edge_kinds(), [](const EdgeKindRow &kind) { return name(kind.family); });
        out_.end_object();
    }

    void write_nodes() {
        section("nodes");
        const auto record = [&](NodeIndex node) -> const NodeRecord & { return graph_.node(node); };
        write_numbers(out_, "kind", nodes_, [&](NodeIndex node) { return record(node).kind; });
        write_texts(out_, "id", nodes_, [&](NodeIndex node) { return std::string_view(record(node).id); });
        write_texts(out_, "label", nodes_, [&](NodeIndex node) { return std::string_view(record(node).label); });
        out_.key("aliases");
        out_.begin_array();
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (!record(nodes_[i]).aliases.empty()) {
                out_.begin_array();
                out_.integer(static_cast<std::int64_t>(i));
                for (const std::string &alias : record(nodes_[i]).aliases) {
                    out_.string(alias);
                }
                out_.end_array();
            }
        }
        out_.end_array();
        out_.key("attributes");
        out_.begin_array();
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            write_attributes(i, record(nodes_[i]));
        }
        out_.end_array();
        out_.end_object();
    }

    /// [node, {…}], nothing where there is nothing to tell.
    void write_attributes(std::size_t number, const NodeRecord &node) {
        bool begun = false;
        const auto key = [&](std::string_view name) {
            if (!begun) {
                out_.begin_array();
                out_.integer(static_cast<std::int64_t>(number));
                out_.begin_object();
                begun = true;
            }
            out_.key(name);
        };
        if (node.status && *node.status != ClaimStatus::asserted) {
            key("status");
            out_.string(name(*node.status));
        }
        for (const auto &[name, value] : node.attributes) {
            if (name == "doubtful_merges") {
                continue; // stands in the review
            }
            if (const auto *text = std::get_if<std::string>(&value); text && *text != "affirmed" && *text != "actual") {
                key(name);
                out_.string(*text);
            } else if (const auto *count = std::get_if<std::int64_t>(&value)) {
                if (*count != 1) {
                    key(name);
                    out_.integer(*count);
                }
            } else if (const auto *list = std::get_if<std::vector<std::string>>(&value)) {
                key(name);
                out_.begin_array();
                for (const std::string &item : *list) {
                    out_.string(item);
                }
                out_.end_array();
            }
        }
        if (begun) {
            out_.end_object();
            out_.end_array();
        }
    }

    void write_edges() {
        section("edges");
        const auto record = [&](EdgeIndex edge) -> const EdgeRecord & { return graph_.edge(edge); };
        write_numbers(out_, "source", edges_, [&](EdgeIndex edge) { return numbers_[record(edge).source]; });
        write_numbers(out_, "target", edges_, [&](EdgeIndex edge) { return numbers_[record(edge).target]; });
        write_numbers(out_, "kind", edges_, [&](EdgeIndex edge) { return record(edge).kind; });
        write_numbers(out_, "label", edges_, [&](EdgeIndex edge) { return texts_.number(edge_label(record(edge))); });
        write_numbers(out_, "side", edges_, [&](EdgeIndex edge) { return side_of(record(edge)); });
        constexpr double percent = 100;
        write_numbers(out_, "sure", edges_,
                      [&](EdgeIndex edge) { return std::floor(record(edge).confidence * percent); });
        write_numbers(out_, "date", edges_, [&](EdgeIndex edge) { return texts_.number(record(edge).date); });
        write_numbers(out_, "title", edges_, [&](EdgeIndex edge) { return texts_.number(record(edge).title); });
        out_.key("relays");
        out_.begin_array();
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            if (!record(edges_[i]).relayed_by.empty()) {
                out_.begin_array();
                out_.integer(static_cast<std::int64_t>(i));
                for (const NodeIndex relay : record(edges_[i]).relayed_by) {
                    out_.integer(numbers_[relay]);
                }
                out_.end_array();
            }
        }
        out_.end_array();
        out_.end_object();
    }

    void write_evidence() {
        std::vector<std::size_t> pieces;
        std::vector<std::int64_t> dates;
        std::vector<std::int64_t> from_article;
        for (const EdgeIndex i : edges_) {
            const EdgeRecord &edge = graph_.edge(i);
            for (std::size_t k = 0; k < edge.evidence.size(); ++k) {
                contents_.push_back(edge.evidence[k].content.empty()
                                        ? ByteSpan()
                                        : hull(edge.evidence[k].content.front(), edge.evidence[k].content.back()));
                const When when = when_said(edge, edge.evidence[k], articles_);
                pieces.push_back(first_pieces_[i] + k);
                dates.push_back(texts_.number(when.date));
                from_article.push_back(when.is_publication ? 1 : 0);
            }
        }
        const auto part = [&](std::size_t piece) -> const PassagePart & { return passages_.parts[piece]; };
        section("evidence");
        write_numbers(out_, "count", edges_, [&](EdgeIndex edge) { return graph_.edge(edge).evidence.size(); });
        write_numbers(out_, "passage", pieces, [&](std::size_t piece) { return part(piece).passage; });
        write_numbers(out_, "begin", pieces, [&](std::size_t piece) { return part(piece).begin; });
        write_numbers(out_, "length", pieces, [&](std::size_t piece) { return part(piece).length; });
        write_contents();
        write_numbers(out_, "date", dates, [](std::int64_t date) { return date; });
        write_numbers(out_, "published", from_article, [](std::int64_t flag) { return flag; });
        out_.key("marks");
        out_.begin_array();
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (!part(pieces[i]).marks.empty()) {
                out_.begin_array();
                out_.integer(static_cast<std::int64_t>(i));
                for (const auto &[begin, length] : part(pieces[i]).marks) {
                    out_.integer(static_cast<std::int64_t>(begin));
                    out_.integer(static_cast<std::int64_t>(length));
                }
                out_.end_array();
            }
        }
        out_.end_array();
        out_.end_object();
    }

    /// Of statements, the bytes of the content, by which an override file names them; 0 where there is none.
    void write_contents() {
        write_numbers(out_, "contentBegin", contents_, [](ByteSpan content) { return content.begin; });
        write_numbers(out_, "contentLength", contents_, [](ByteSpan content) { return content.size(); });
    }

    void write_passages() {
        section("passages");
        write_numbers(out_, "document", passages_.list,
                      [&](const Passage &passage) { return documents_.number(passage.document); });
        write_numbers(out_, "byte", passages_.list, [](const Passage &passage) { return passage.span.begin; });
        write_texts(out_, "text", passages_.list,
                    [](const Passage &passage) { return std::string_view(passage.text); });
        out_.end_object();
    }

    void write_documents() {
        section("documents");
        const std::vector<PageDocument> &list = documents_.list();
        write_texts(out_, "id", list, [](const PageDocument &document) { return std::string_view(document.id); });
        for (const std::string_view name : {"title", "outlet", "author", "published", "url"}) {
            write_texts(out_, name, list, [&](const PageDocument &document) {
                return document.node ? text_attribute(article_graph_.node(*document.node), name) : std::string_view();
            });
        }
        write_numbers(out_, "original", list,
                      [&](const PageDocument &document) { return documents_.find(articles_.original(document.id)); });
        std::vector<std::int64_t> story_of(list.size(), -1);
        const std::vector<Story> stories = find_stories(graph_);
        for (std::size_t i = 0; i < stories.size(); ++i) {
            for (const std::string &id : stories[i].documents) {
                if (const std::int64_t number = documents_.find(id); number >= 0) {
                    story_of[static_cast<std::size_t>(number)] = static_cast<std::int64_t>(i);
                }
            }
        }
        write_numbers(out_, "story", story_of, [](std::int64_t story) { return story; });
        out_.end_object();
    }

    /// How the documents write each actor: [node, document, form, times, document, form, times, …]; of each document
    /// the forms that it uses most.
    void write_names() {
        constexpr std::size_t most_forms = 4;
        out_.break_line();
        out_.key("names");
        out_.begin_array();
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const NodeRecord &node = graph_.node(nodes_[i]);
            if (!is_actor(node.kind) && node.kind != NodeKind::Place) {
                continue;
            }
            std::map<std::int64_t, std::map<std::string_view, std::int64_t>> forms;
            for (const Mention &mention : node.mentions) {
                ++forms[documents_.number(mention.document)][mention.text];
            }
            out_.begin_array();
            out_.integer(static_cast<std::int64_t>(i));
            for (const auto &[document, counts] : forms) {
                std::vector<std::pair<std::string_view, std::int64_t>> most(counts.begin(), counts.end());
                std::stable_sort(most.begin(), most.end(),
                                 [](const auto &a, const auto &b) { return a.second > b.second; });
                most.resize(std::min(most.size(), most_forms));
                for (const auto &[form, count] : most) {
                    out_.integer(document);
                    out_.integer(texts_.number(form));
                    out_.integer(count);
                }
            }
            out_.end_array();
        }
        out_.end_array();
    }

    void write_edge_list(std::string_view name, const std::vector<EdgeIndex> &edges) {
        out_.key(name);
        out_.begin_array();
        for (const EdgeIndex edge : edges) {
            out_.integer(edge_numbers_[edge]);
        }
        out_.end_array();
    }

    void write_disputes() {
        out_.break_line();
        out_.key("disputes");
        out_.begin_array();
        for (const Dispute &dispute : find_disputes(graph_, articles_)) {
            out_.begin_object();
            out_.key("claim");
            out_.integer(numbers_[dispute.claim]);
            if (dispute.opposite) {
                out_.key("opposite");
                out_.integer(numbers_[*dispute.opposite]);
            }
            write_edge_list("holding", dispute.holding);
            write_edge_list("opposing", dispute.opposing);
            write_edge_list("others", dispute.others);
            out_.key("sources");
            out_.integer(static_cast<std::int64_t>(dispute.sources));
            out_.end_object();
        }
        out_.end_array();
        out_.break_line();
    }

    /// What should be checked, in order: [edge] of a statement, [node, sureness in percent, first, second, reason] of a
    /// merge.
    void write_review() {
        out_.key("review");
        out_.begin_array();
        for (const Reading &reading : list_readings(graph_, articles_)) {
            out_.begin_array();
            if (reading.statement) {
                out_.integer(edge_numbers_[*reading.statement]);
            } else {
                out_.integer(numbers_[reading.node]);
                out_.integer(reading.merge.percent);
                out_.string(reading.merge.first);
                out_.string(reading.merge.second);
                out_.string(reading.merge.reason);
            }
            out_.end_array();
        }
        out_.end_array();
        out_.break_line();
    }

    const KnowledgeGraph &graph_;
    const ExportOptions &options_;
    const KnowledgeGraph &article_graph_;
    ArticleIndex articles_;
    PageDocuments documents_;
    Passages passages_;
    WithoutMarkup plain_;
    JsonOutput out_;
    TextTable texts_;
    /// Nodes and edges of the page: no documents, and nothing that only says where something stands.
    std::vector<NodeIndex> nodes_;
    std::vector<EdgeIndex> edges_;
    /// The page's number of each node and edge of the graph; -1: not there.
    std::vector<std::int64_t> numbers_;
    std::vector<std::int64_t> edge_numbers_;
    /// Of each edge, where its evidence begins in the list of all.
    std::vector<std::size_t> first_pieces_;
    /// Of each piece of evidence.
    std::vector<ByteSpan> contents_;
};

} // namespace

std::int64_t TextTable::number(std::string_view text) {
    const auto [at, is_new] = numbers_.emplace(text, static_cast<std::int64_t>(texts_.size()));
    if (is_new) {
        texts_.emplace_back(text);
    }
    return at->second;
}

void write_page_data(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink,
                     const PageTexts &texts) {
    DataWriter(graph, options, texts, sink).write();
}

} // namespace gainsay
