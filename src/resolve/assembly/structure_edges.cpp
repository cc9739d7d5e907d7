#include "resolve/assembly/structure_edges.h"

#include <algorithm>

namespace gainsay {

void add_relations(GraphDraft &draft, EntityNodes &entities) {
    std::map<EdgeKey, std::map<std::string, std::size_t>> titles;
    for (std::size_t d = 0; d < draft.documents().size(); ++d) {
        for (const Relation &relation : draft.document(d).relations) {
            const std::size_t a = entities.at(d, relation.source);
            const std::size_t b = entities.at(d, relation.target);
            if (a == b || !allows(relation.kind, entities.entity(a).kind, entities.entity(b).kind)) {
                continue;
            }
            const NodeIndex source = entities.node(a);
            const NodeIndex target = entities.node(b);
            const EdgeKey key{source, target, relation.kind, Polarity::affirmed, Modality::actual};
            Evidence evidence;
            evidence.document = draft.document_id(d);
            evidence.span = relation.span;
            evidence.text = relation.text;
            draft.edge(key).evidence.push_back(std::move(evidence));
            if (!relation.title.empty()) {
                ++titles[key][relation.title];
            }
        }
    }
    for (const auto &[key, counts] : titles) {
        draft.edge(key).title = std::max_element(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
                                    return a.second != b.second ? a.second < b.second : a.first.size() < b.first.size();
                                })->first;
    }
}

} // namespace gainsay
