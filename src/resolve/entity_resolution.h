#pragma once

#include "observation/observations.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

/// One actor or place of the world: the entities of single documents that are the same.
struct ResolvedEntity {
    NodeKind kind = NodeKind::Person;
    std::string label;
    /// Sorted, each once, without the label.
    std::vector<std::string> aliases;
    std::vector<std::string> titles;
    std::string country;
    /// Known by a description alone.
    bool is_named = false;
    /// What tells it apart from others of the same name: the document of an unnamed one.
    std::string distinct;

    struct Member {
        std::size_t document = 0;
        EntityIndex entity = 0;
    };
    std::vector<Member> members;
};

/// The entities of many documents, joined: full names by their spelling, surnames by the only bearer of the name,
/// organizations by name, alias and state, states by their code. Documents must be in a fixed order; the result is in
/// the order of first members.
class EntityResolution {
  public:
    explicit EntityResolution(const std::vector<Observations> &documents);

    const std::vector<ResolvedEntity> &entities() const { return entities_; }
    /// Position in entities() of a document's entity.
    std::size_t at(std::size_t document, EntityIndex entity) const { return at_[document][entity]; }

  private:
    std::vector<ResolvedEntity> entities_;
    std::vector<std::vector<std::size_t>> at_;
};

} // namespace gainsay
