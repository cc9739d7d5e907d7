#include "resolve/resolver.h"

#include "base/resources.h"
#include "language/resolution_words.h"
#include "resolve/assembly/graph_assembly.h"
#include "resolve/claim/statement_overrides.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace gainsay {

namespace {

void put_in_order(std::vector<Observations> &documents) {
    std::stable_sort(documents.begin(), documents.end(), [](const Observations &a, const Observations &b) {
        return std::tie(a.document.id, a.document.sha256) < std::tie(b.document.id, b.document.sha256);
    });
}

/// Documents of several runs may share an id. Of those, all but the first in order get a number; the order is one of
/// contents, so that it does not matter which came first.
void number_shared_ids(std::vector<Observations> &documents) {
    std::set<std::string> ids;
    for (const Observations &one : documents) {
        ids.insert(one.document.id);
    }
    if (ids.size() == documents.size()) {
        return;
    }
    std::string shared;
    std::size_t number = 1;
    for (Observations &one : documents) {
        if (one.document.id != shared) {
            shared = one.document.id;
            number = 1;
            continue;
        }
        do {
            one.document.id = shared + "-" + std::to_string(++number);
        } while (!ids.insert(one.document.id).second);
    }
    put_in_order(documents);
}

} // namespace

Resolver::Resolver(const Resources &resources) : words_(std::make_shared<const ResolutionWords>(resources.words())) {}

void Resolver::add_actors(std::string_view text, const std::string &name) {
    actors_.add(text, name, words_->country_codes, diagnostics_);
}

KnowledgeGraph Resolver::build(Diagnostics *diagnostics, StatementReport *report) && {
    put_in_order(documents_);
    documents_.erase(std::unique(documents_.begin(), documents_.end(),
                                 [](const Observations &a, const Observations &b) {
                                     return a.document.id == b.document.id && a.document.sha256 == b.document.sha256;
                                 }),
                     documents_.end());
    number_shared_ids(documents_);
    apply_statement_overrides(documents_, overrides_, diagnostics_);
    const std::vector<StatementLink> links = find_statement_links(documents_, overrides_, diagnostics_);
    const StoryGroups stories(documents_, words_->stories);
    const EntityResolution entities(documents_, stories, words_->entities,
                                    {&overrides_, actors_.empty() ? nullptr : &actors_});
    if (diagnostics != nullptr) {
        diagnostics->append(std::move(diagnostics_));
        diagnostics->append(entities.diagnostics());
    }
    if (report != nullptr) {
        *report = report_statements(documents_, entities);
    }
    return assemble_graph(documents_, stories, entities, *words_, links);
}

} // namespace gainsay
