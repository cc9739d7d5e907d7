#include "resolve/resolver.h"

#include "base/lexicon_file.h"
#include "base/resources.h"
#include "resolve/graph_assembly.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace gainsay {

void Resolver::add_actors(std::string_view text, const std::string &name) {
    std::unordered_map<std::string, std::string> countries;
    const LexiconFile codes = LexiconFile::read(resource_path("en/country_codes.tsv"), 2);
    for (const LexiconFile::Row &row : codes.rows()) {
        countries.emplace(row.fields[0], row.fields[1]);
    }
    actors_.add(text, name, countries, diagnostics_);
}

KnowledgeGraph Resolver::build(Diagnostics *diagnostics) && {
    std::stable_sort(documents_.begin(), documents_.end(), [](const Observations &a, const Observations &b) {
        return std::tie(a.document.id, a.document.sha256) < std::tie(b.document.id, b.document.sha256);
    });
    documents_.erase(std::unique(documents_.begin(), documents_.end(),
                                 [](const Observations &a, const Observations &b) {
                                     return a.document.id == b.document.id && a.document.sha256 == b.document.sha256;
                                 }),
                     documents_.end());
    const EntityWords words(resource_path("en/entity_words.tsv").parent_path());
    const EntityResolution entities(documents_, words, {&overrides_, actors_.empty() ? nullptr : &actors_});
    if (diagnostics != nullptr) {
        diagnostics->append(std::move(diagnostics_));
        diagnostics->append(entities.diagnostics());
    }
    return assemble_graph(documents_, entities, ClaimWords::load());
}

} // namespace gainsay
