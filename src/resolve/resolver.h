#pragma once

#include "base/diagnostics.h"
#include "base/resources.h"
#include "graph/knowledge_graph.h"
#include "observation/observations.h"
#include "resolve/claim/statement_report.h"
#include "resolve/entity/actor_dictionary.h"
#include "resolve/entity/overrides.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay {

struct ResolutionWords;

/// Makes one graph of the observations of many documents. The result does not depend on the order in which they come.
/// One object a thread.
class Resolver {
  public:
    /// With the words of English among the resources. Throws ModelError where a file of words is missing or damaged.
    explicit Resolver(const Resources &resources = Resources());
    explicit Resolver(std::shared_ptr<const ResolutionWords> words) : words_(std::move(words)) {}

    /// A document that is there already (same id, same text) is not counted twice. Of several with the same id and
    /// other texts, all but one get a number behind it ("monday-2").
    void add(Observations observations) { documents_.push_back(std::move(observations)); }

    /// What the user knows better; see Overrides.
    void set_overrides(Overrides overrides) { overrides_ = std::move(overrides); }
    /// Names and codes of actors that the user adds; see ActorDictionary.
    void add_actors(std::string_view text, const std::string &name);

    /// Ends the resolver. What was odd about overrides and dictionaries goes to `diagnostics`, what has no statement in
    /// the graph to `report`; both may be null.
    KnowledgeGraph build(Diagnostics *diagnostics = nullptr, StatementReport *report = nullptr) &&;

  private:
    std::shared_ptr<const ResolutionWords> words_;
    std::vector<Observations> documents_;
    Overrides overrides_;
    ActorDictionary actors_;
    Diagnostics diagnostics_;
};

} // namespace gainsay
