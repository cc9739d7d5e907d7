#pragma once

#include "base/diagnostics.h"
#include "resolve/entity/entity_groups.h"
#include "resolve/entity/overrides.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Candidates by node id, as the graph has them without overrides.
using CandidatesById = std::unordered_map<std::string, std::vector<std::size_t>>;

/// The lines of an override file, each with the candidates that it names. What names nothing is warned of and left out.
class OverrideApplication {
  public:
    /// All must outlive it.
    OverrideApplication(const Overrides &overrides, const std::vector<Observations> &documents,
                        const std::vector<EntityCandidate> &candidates, const CandidatesById &by_id,
                        Diagnostics &diagnostics);

    /// Before the candidates are compared.
    void set_kinds(std::vector<EntityCandidate> &candidates) const;
    /// Before other merges.
    void constrain(EntityGroups &groups, Diagnostics &diagnostics) const;
    /// Labels by candidate: each group takes that of any member, the last line wins.
    std::unordered_map<std::size_t, std::string> labels() const;

  private:
    struct Line {
        const Override *entry = nullptr;
        std::vector<std::size_t> first;
        std::vector<std::size_t> second;
    };

    const Overrides *overrides_;
    std::vector<Line> lines_;
};

} // namespace gainsay
