#pragma once

#include "graph/graph_builder.h"
#include "observation/observations.h"
#include "resolve/story/document_copies.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace gainsay {

/// What an edge is known by.
struct EdgeKey {
    NodeIndex source = 0;
    NodeIndex target = 0;
    EdgeKind kind = EdgeKind::asserts;
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::actual;

    friend auto operator<=>(const EdgeKey &, const EdgeKey &) = default;
};

/// A graph while it is put together: its nodes, edges that still gather evidence, and the nodes of the documents.
/// The documents must outlive it. One object a thread.
class GraphDraft {
  public:
    /// Makes the nodes of the documents, in their order.
    explicit GraphDraft(const std::vector<Observations> &documents);

    const std::vector<Observations> &documents() const { return *documents_; }
    const Observations &document(std::size_t index) const { return (*documents_)[index]; }
    /// The document's id in the graph; of two texts under one id the second has its digest behind it.
    const std::string &document_id(std::size_t index) const { return document_ids_[index]; }

    /// Number of documents, reprints of one counted once.
    std::size_t count_independent(const std::set<std::size_t> &documents) const {
        return copies_.count_independent(documents);
    }

    NodeIndex add_node(NodeRecord node) { return builder_.add_node(std::move(node)); }
    const NodeRecord &node(NodeIndex index) { return builder_.node(index); }
    /// `id`, or `id` with the first number behind it that no node has.
    std::string free_id(const std::string &id) const;

    /// The edge of that key, made at its first use.
    EdgeRecord &edge(const EdgeKey &key);
    /// Two actors meet each other, whoever is named first.
    EdgeKey action_key(NodeIndex source, NodeIndex target, EdgeKind kind, Polarity polarity, Modality modality);
    void add_reported_in(NodeIndex node, std::size_t document);

    /// The finished graph. Ends the draft.
    KnowledgeGraph build() &&;

  private:
    void name_documents();
    void add_documents();

    const std::vector<Observations> *documents_;
    DocumentCopies copies_;
    std::vector<std::string> document_ids_;
    std::vector<NodeIndex> document_nodes_;
    std::map<EdgeKey, EdgeRecord> edges_;
    GraphBuilder builder_;
};

/// The highest confidence of what was seen; `confidence` belongs to the piece of evidence that came last.
void raise_confidence(EdgeRecord &edge, double confidence);
/// The earliest date that documents give; an empty one says nothing.
void keep_earliest_date(EdgeRecord &edge, const std::string &date);

} // namespace gainsay
