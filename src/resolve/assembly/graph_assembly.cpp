#include "resolve/assembly/graph_assembly.h"

#include "resolve/assembly/claim_nodes.h"
#include "resolve/assembly/entity_nodes.h"
#include "resolve/assembly/event_nodes.h"
#include "resolve/assembly/structure_edges.h"
#include "resolve/claim/statement_standing.h"
#include "resolve/event/event_resolution.h"

namespace gainsay {

KnowledgeGraph assemble_graph(const std::vector<Observations> &documents, const StoryGroups &stories,
                              const EntityResolution &entities, const ResolutionWords &words,
                              const std::vector<StatementLink> &links) {
    const ClaimResolution claims = resolve_claims(documents, entities, words, find_statements(documents, entities),
                                                  &stories, least_claim_similarity, links);
    const std::vector<ResolvedEvent> events = resolve_events(documents, entities, stories);

    GraphDraft draft(documents);
    EntityNodes nodes(draft, entities);
    const DrawnClaims drawn = add_claims(draft, nodes, claims);
    add_events(draft, nodes, events, stories, drawn.doubtful);
    add_relations(draft, nodes);
    nodes.add_known_entities();
    add_abouts(draft, nodes, drawn);
    return std::move(draft).build();
}

} // namespace gainsay
