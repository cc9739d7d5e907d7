#include "resolve/assembly/graph_draft.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

void finish(EdgeRecord &edge) {
    std::sort(edge.evidence.begin(), edge.evidence.end());
    edge.evidence.erase(std::unique(edge.evidence.begin(), edge.evidence.end()), edge.evidence.end());
    edge.weight = static_cast<double>(std::max<std::size_t>(1, count_documents(edge.evidence)));
    std::sort(edge.relayed_by.begin(), edge.relayed_by.end());
    edge.relayed_by.erase(std::unique(edge.relayed_by.begin(), edge.relayed_by.end()), edge.relayed_by.end());
}

} // namespace

GraphDraft::GraphDraft(const std::vector<Observations> &documents) : documents_(&documents), copies_(documents) {
    name_documents();
    add_documents();
}

void GraphDraft::name_documents() {
    std::set<std::string> ids;
    for (const Observations &each : *documents_) {
        std::string id = each.document.id;
        constexpr std::size_t digest_letters = 8;
        if (!ids.insert(id).second) {
            id += "#" + each.document.sha256.substr(0, digest_letters);
            ids.insert(id);
        }
        document_ids_.push_back(std::move(id));
    }
}

void GraphDraft::add_documents() {
    for (std::size_t d = 0; d < documents_->size(); ++d) {
        const ObservedDocument &meta = document(d).document;
        NodeRecord node;
        node.kind = NodeKind::Document;
        node.id = free_id(node_id(NodeKind::Document, document_ids_[d]));
        node.label = meta.title && !meta.title->empty() ? *meta.title : document_ids_[d];
        const auto set = [&node](const char *key, const std::optional<std::string> &value) {
            if (value && !value->empty()) {
                node.attributes[key] = *value;
            }
        };
        set("title", meta.title);
        set("outlet", meta.outlet);
        set("author", meta.author);
        set("published", meta.published);
        set("url", meta.url);
        if (!meta.sha256.empty()) {
            node.attributes["sha256"] = meta.sha256;
        }
        if (copies_.is_copy(d)) {
            node.attributes["copy_of"] = document_ids_[copies_.original(d)];
        }
        node.aliases.push_back(document_ids_[d]);
        if (node.aliases.front() == node.label) {
            node.aliases.clear();
        }
        document_nodes_.push_back(builder_.add_node(std::move(node)));
    }
}

std::string GraphDraft::free_id(const std::string &id) const {
    std::string free = id;
    for (int number = 2; builder_.find_node(free); ++number) {
        free = id + "-" + std::to_string(number);
    }
    return free;
}

EdgeRecord &GraphDraft::edge(const EdgeKey &key) {
    EdgeRecord &record = edges_[key];
    record.source = key.source;
    record.target = key.target;
    record.kind = key.kind;
    record.polarity = key.polarity;
    record.modality = key.modality;
    return record;
}

EdgeKey GraphDraft::action_key(NodeIndex source, NodeIndex target, EdgeKind kind, Polarity polarity,
                               Modality modality) {
    if (is_symmetric(kind, builder_.node(source).kind, builder_.node(target).kind) &&
        builder_.node(target).id < builder_.node(source).id) {
        std::swap(source, target);
    }
    return {source, target, kind, polarity, modality};
}

void GraphDraft::add_reported_in(NodeIndex node, std::size_t document) {
    edge({node, document_nodes_[document], EdgeKind::reported_in, Polarity::affirmed, Modality::actual});
}

KnowledgeGraph GraphDraft::build() && {
    for (auto &[key, each] : edges_) {
        finish(each);
        builder_.add_edge(std::move(each));
    }
    return std::move(builder_).build();
}

void raise_confidence(EdgeRecord &edge, double confidence) {
    edge.confidence = edge.evidence.size() == 1 ? confidence : std::max(edge.confidence, confidence);
}

void keep_earliest_date(EdgeRecord &edge, const std::string &date) {
    if (!date.empty() && (edge.date.empty() || date < edge.date)) {
        edge.date = date;
    }
}

} // namespace gainsay
