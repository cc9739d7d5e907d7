#include "graph/records.h"

#include "base/content_id.h"
#include "base/utf8.h"

#include <set>

namespace gainsay {

namespace {

std::string prefix(NodeKind kind) {
    return lowercase(name(kind)) + ":";
}

} // namespace

std::string node_id(NodeKind kind, std::string_view name, std::string_view distinct) {
    std::string words = slug(name);
    // A name without letters and digits still has to give an id of its own.
    if (words.empty() || words.size() > 120) {
        words = content_id({name});
    }
    if (!distinct.empty()) {
        const std::string more = slug(distinct);
        words += "~" + (more.empty() ? content_id({distinct}) : more);
    }
    return prefix(kind) + words;
}

std::string node_id(NodeKind kind, std::initializer_list<std::string_view> contents) {
    return prefix(kind) + content_id(contents);
}

std::string edge_id(std::string_view source_id, std::string_view target_id, EdgeKind kind, Polarity polarity,
                    Modality modality) {
    return "e" + content_id({source_id, target_id, name(kind), name(polarity), name(modality)});
}

std::string edge_label(const EdgeRecord &edge) {
    return edge_label(edge.kind, edge.polarity, edge.modality, edge.role);
}

std::size_t count_documents(const std::vector<Evidence> &evidence) {
    std::set<std::string_view> documents;
    for (const Evidence &piece : evidence) {
        documents.insert(piece.document);
    }
    return documents.size();
}

std::string_view text_attribute(const NodeRecord &node, std::string_view name) {
    const auto found = node.attributes.find(name);
    if (found == node.attributes.end() || !std::holds_alternative<std::string>(found->second)) {
        return {};
    }
    return std::get<std::string>(found->second);
}

} // namespace gainsay
