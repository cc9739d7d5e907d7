#include "resolve/graph_assembly.h"

#include "resolve/claim_nodes.h"
#include "resolve/entity_nodes.h"
#include "resolve/event_nodes.h"
#include "resolve/event_resolution.h"
#include "resolve/statement_standing.h"
#include "resolve/structure_edges.h"

namespace gainsay {

KnowledgeGraph assemble_graph(const std::vector<Observations> &documents, const StoryGroups &stories,
                              const EntityResolution &entities, const ClaimWords &words) {
    const ClaimResolution claims =
        resolve_claims(documents, entities, words, find_statements(documents, entities), &stories);
    const std::vector<ResolvedEvent> events = resolve_events(documents, entities, stories);

    GraphDraft draft(documents);
    EntityNodes nodes(draft, entities);
    const std::set<AttributionPlace> doubtful = add_claims(draft, nodes, claims);
    add_events(draft, nodes, events, stories, doubtful);
    add_relations(draft, nodes);
    nodes.add_known_entities();
    return std::move(draft).build();
}

} // namespace gainsay
