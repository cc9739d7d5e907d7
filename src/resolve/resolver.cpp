#include "resolve/resolver.h"

#include "base/atomic_file.h"
#include "base/resources.h"
#include "resolve/graph_assembly.h"

#include <algorithm>
#include <tuple>

namespace gainsay {

KnowledgeGraph Resolver::build() && {
    std::stable_sort(documents_.begin(), documents_.end(), [](const Observations &a, const Observations &b) {
        return std::tie(a.document.id, a.document.sha256) < std::tie(b.document.id, b.document.sha256);
    });
    documents_.erase(std::unique(documents_.begin(), documents_.end(),
                                 [](const Observations &a, const Observations &b) {
                                     return a.document.id == b.document.id && a.document.sha256 == b.document.sha256;
                                 }),
                     documents_.end());
    const ClaimSynonyms synonyms(read_file(resource_path("en/claim_synonyms.tsv")));
    return assemble_graph(documents_, synonyms);
}

} // namespace gainsay
