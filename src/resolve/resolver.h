#pragma once

#include "graph/knowledge_graph.h"
#include "observation/observations.h"

#include <vector>

namespace gainsay {

/// Makes one graph of the observations of many documents. The result does not depend on the order in which they come.
/// One object a thread.
class Resolver {
  public:
    /// A document that is there already (same id, same text) is not counted twice.
    void add(Observations observations) { documents_.push_back(std::move(observations)); }

    /// Ends the resolver. Throws ModelError where a file of words is missing.
    KnowledgeGraph build() &&;

  private:
    std::vector<Observations> documents_;
};

} // namespace gainsay
