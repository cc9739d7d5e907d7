#include "exporters/ftm/ftm_writer.h"

#include "base/content_id.h"
#include "base/date.h"
#include "base/utf8.h"
#include "exporters/dot/drawn_lines.h"
#include "exporters/table.h"
#include "exporters/text.h"
#include "graph/json_output.h"
#include "query/actor_view.h"
#include "query/article_index.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// Sentences that an entity gives as its summary, and names of a mention.
constexpr std::size_t most_values = 10;

/// FollowTheMoney takes letters, digits, dots and hyphens for an id. What has others gets a digest, so that different
/// ids stay different.
std::string ftm_id(std::string_view id) {
    std::string plain;
    bool is_plain = true;
    for (const char byte : id) {
        const bool is_kept = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                             (byte >= '0' && byte <= '9') || byte == '.' || byte == '-';
        plain += is_kept ? byte : '-';
        is_plain = is_plain && (is_kept || byte == ':');
    }
    const bool has_ends =
        !plain.empty() && plain.front() != '-' && plain.front() != '.' && plain.back() != '-' && plain.back() != '.';
    if (is_plain && has_ends) {
        return plain;
    }
    std::erase_if(plain, [](char byte) { return byte == '.'; });
    const std::size_t first = plain.find_first_not_of('-');
    return (first == std::string::npos ? "x" : plain.substr(first)) + "-" + content_id({id});
}

std::string_view schema_of(NodeKind kind) {
    switch (kind) {
    case NodeKind::Person:
        return "Person";
    case NodeKind::Organization:
    case NodeKind::Outlet:
        return "Organization";
    case NodeKind::Country:
        return "PublicBody";
    case NodeKind::Group:
        return "LegalEntity";
    case NodeKind::Event:
        return "Event";
    case NodeKind::Document:
        return "Document";
    default:
        return {};
    }
}

/// An entity as it is filled; every property is a list of different values.
class Entity {
  public:
    Entity(std::string id, std::string_view schema) : id_(std::move(id)), schema_(schema) {}

    Entity &add(const char *property, std::string_view value) {
        std::vector<std::string> &values = properties_[property];
        std::string text = printable(value);
        if (!text.empty() && std::find(values.begin(), values.end(), text) == values.end()) {
            values.push_back(std::move(text));
        }
        return *this;
    }

    /// One date as `date`, an interval as startDate and endDate.
    Entity &add_date(std::string_view date) {
        if (const auto interval = parse_interval(date)) {
            if (interval->first == interval->last) {
                return add("date", date);
            }
            add("startDate", format(interval->first));
            add("endDate", format(interval->last));
        }
        return *this;
    }

    /// Of two letters, in small ones.
    Entity &add_country(std::string_view code) { return code.size() == 2 ? add("country", lowercase(code)) : *this; }

    void write(JsonOutput &out) const {
        out.begin_object();
        out.field("id", id_);
        out.field("schema", schema_);
        out.key("properties");
        out.begin_object();
        for (const auto &[property, values] : properties_) {
            if (values.empty()) {
                continue;
            }
            out.key(property);
            out.begin_array();
            for (const std::string &value : values) {
                out.string(value);
            }
            out.end_array();
        }
        out.end_object();
        out.end_object();
    }

  private:
    std::string id_;
    std::string_view schema_;
    std::map<std::string_view, std::vector<std::string>> properties_;
};

class FtmWriter {
  public:
    FtmWriter(const KnowledgeGraph &graph, const KnowledgeGraph &all, ByteSink &sink)
        : graph_(&graph), all_(&all), articles_(all), sink_(&sink) {}

    void write() {
        for (NodeIndex i = 0; i < graph_->nodes().size(); ++i) {
            const NodeRecord &node = graph_->node(i);
            if (node.kind == NodeKind::Document) {
                write_document(node);
            } else if (node.kind == NodeKind::Event) {
                write_event(i);
            } else if (is_actor(node.kind)) {
                write_actor(node);
            }
        }
        for (const NodeRecord &node : graph_->nodes()) {
            if (is_actor(node.kind)) {
                write_mentions(node);
            }
        }
        for (const EdgeRecord &edge : graph_->edges()) {
            if (row(edge.kind).family == EdgeFamily::statement) {
                write_note(edge);
            }
        }
        write_links();
    }

  private:
    void put(const Entity &entity) {
        JsonOutput out(*sink_);
        entity.write(out);
        out.finish();
    }

    /// The article's entity, if it is written, and its address.
    void prove(Entity &entity, const std::string &document) const {
        if (const auto node = articles_.node(document)) {
            if (graph_->find_node(all_->node(*node).id)) {
                entity.add("proof", ftm_id(all_->node(*node).id));
            }
            entity.add("sourceUrl", text_attribute(all_->node(*node), "url"));
        }
    }

    void write_document(const NodeRecord &node) {
        const std::string_view title = text_attribute(node, "title");
        Entity entity(ftm_id(node.id), "Document");
        entity.add("name", title.empty() ? std::string_view(node.label) : title).add("title", title);
        entity.add("fileName", node.aliases.empty() ? node.label : node.aliases.front());
        entity.add("author", text_attribute(node, "author")).add("publisher", text_attribute(node, "outlet"));
        entity.add("sourceUrl", text_attribute(node, "url"));
        const std::string_view published = text_attribute(node, "published");
        if (parse_date(published)) {
            entity.add("publishedAt", published).add("date", published);
        }
        put(entity);
    }

    void write_actor(const NodeRecord &node) {
        Entity entity(ftm_id(node.id), schema_of(node.kind));
        entity.add("name", node.label);
        for (const std::string &alias : node.aliases) {
            entity.add("alias", alias);
        }
        entity.add_country(text_attribute(node, "country")).add("description", text_attribute(node, "description"));
        if (node.kind == NodeKind::Person) {
            entity.add("position", text_attribute(node, "position"));
        }
        put(entity);
    }

    void write_event(NodeIndex index) {
        const NodeRecord &node = graph_->node(index);
        Entity entity(ftm_id(node.id), "Event");
        entity.add("name", node.label).add_date(text_attribute(node, "date"));
        entity.add("location", text_attribute(node, "place"));
        entity.add("keywords", text_attribute(node, "news_type")).add("keywords", text_attribute(node, "type"));
        // What did not or may not happen says so.
        for (const char *key : {"polarity", "modality"}) {
            const std::string_view value = text_attribute(node, key);
            if (value != "affirmed" && value != "actual") {
                entity.add("notes", value);
            }
        }
        for (const EdgeIndex edge : graph_->in_edges(index)) {
            const NodeRecord &source = graph_->node(graph_->edge(edge).source);
            if (graph_->edge(edge).kind == EdgeKind::participates_in && is_actor(source.kind)) {
                entity.add("involved", ftm_id(source.id));
            }
        }
        std::size_t count = 0;
        for (const Mention &mention : node.mentions) {
            if (++count <= most_values) {
                entity.add("summary", mention.text);
            }
            prove(entity, mention.document);
        }
        put(entity);
    }

    void write_mentions(const NodeRecord &node) {
        std::map<std::string, std::vector<std::string>> names;
        for (const Mention &mention : node.mentions) {
            names[mention.document].push_back(mention.text);
        }
        for (const auto &[document, texts] : names) {
            const auto article = articles_.node(document);
            if (!article || !graph_->find_node(all_->node(*article).id)) {
                continue;
            }
            Entity entity("mention-" + content_id({document, node.id}), "Mention");
            entity.add("document", ftm_id(all_->node(*article).id)).add("resolved", ftm_id(node.id));
            entity.add("detectedSchema", schema_of(node.kind));
            for (std::size_t i = 0; i < std::min(texts.size(), most_values); ++i) {
                entity.add("name", texts[i]);
            }
            put(entity);
        }
    }

    void write_note(const EdgeRecord &edge) {
        const NodeRecord &speaker = graph_->node(edge.source);
        const NodeRecord &claim = graph_->node(edge.target);
        Entity entity("note-" + content_id({edge.id}), "Note");
        entity.add("name", speaker.label + " " + edge_label(edge)).add("description", claim.label);
        entity.add("entity", ftm_id(speaker.id));
        for (const Evidence &piece : edge.evidence) {
            entity.add("summary", piece.text);
            prove(entity, piece.document);
        }
        put(entity);
    }

    void write_links() {
        const KnowledgeGraph actors = fold_to_actors(*graph_);
        for (const DrawnLine &line : drawn_lines(actors)) {
            const EdgeRecord &first = actors.edge(line.edges.front());
            if (!is_actor(actors.node(first.target).kind)) {
                continue;
            }
            Entity entity("link-" + content_id({first.id}), "UnknownLink");
            entity.add("subject", ftm_id(actors.node(first.source).id));
            entity.add("object", ftm_id(actors.node(first.target).id));
            entity.add("role", line_label(actors, line));
            if (line.edges.size() == 1) {
                entity.add_date(first.date);
            }
            for (const EdgeIndex index : line.edges) {
                for (const Evidence &piece : actors.edge(index).evidence) {
                    entity.add("summary", piece.text);
                    prove(entity, piece.document);
                }
            }
            put(entity);
        }
    }

    const KnowledgeGraph *graph_;
    const KnowledgeGraph *all_;
    ArticleIndex articles_;
    ByteSink *sink_;
};

} // namespace

void write_ftm(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    FtmWriter(graph, options.articles == nullptr ? graph : *options.articles, sink).write();
}

} // namespace gainsay
