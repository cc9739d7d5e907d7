#pragma once

#include "resolve/assembly/graph_draft.h"
#include "resolve/entity/entity_resolution.h"

#include <map>

namespace gainsay {

/// The nodes of actors and places. Draft and resolution must outlive it.
class EntityNodes {
  public:
    EntityNodes(GraphDraft &draft, const EntityResolution &entities) : draft_(&draft), entities_(&entities) {}

    const ResolvedEntity &entity(std::size_t index) const { return entities_->entities()[index]; }
    /// Position of a document's entity among the resolved ones.
    std::size_t at(std::size_t document, EntityIndex index) const { return entities_->at(document, index); }
    bool has_node(std::size_t index) const { return nodes_.contains(index); }
    /// The node of a resolved entity, made at its first use.
    NodeIndex node(std::size_t index);
    /// The same for a document's entity.
    NodeIndex node(std::size_t document, EntityIndex index) { return node(at(document, index)); }
    /// Who is named, or described in several documents, stands in the graph too, though it neither says nor does
    /// anything.
    void add_known_entities();

  private:
    GraphDraft *draft_;
    const EntityResolution *entities_;
    std::map<std::size_t, NodeIndex> nodes_;
};

} // namespace gainsay
