#pragma once

#include "base/diagnostics.h"
#include "language/entity_words.h"
#include "observation/observations.h"
#include "resolve/entity/actor_dictionary.h"
#include "resolve/entity/overrides.h"
#include "resolve/story/story_groups.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

/// One actor or place of the world: the entities of single documents that are the same.
struct ResolvedEntity {
    NodeKind kind = NodeKind::Person;
    /// Unique among the entities, made of kind, label and what tells it apart from others of the same name: a state, or
    /// a first document. See node_id().
    std::string id;
    std::string label;
    /// Sorted, each once, without the label.
    std::vector<std::string> aliases;
    std::vector<std::string> titles;
    std::string country;
    /// Not known by a description alone.
    bool is_named = false;
    /// Codes of dictionaries that hold at the documents' dates, sorted.
    std::vector<std::string> codes;
    /// Why its members are one, for people: sorted, the most frequent first. Empty for a single member.
    std::vector<std::string> reasons;
    /// The merges of which the program is not sure; see graph_schema/doubtful_merge.h.
    std::vector<std::string> doubtful_merges;

    struct Member {
        std::size_t document = 0;
        EntityIndex entity = 0;
    };
    std::vector<Member> members;
};

/// What the user adds to the documents. Both may be null and must outlive the resolution.
struct UserKnowledge {
    const Overrides *overrides = nullptr;
    const ActorDictionary *actors = nullptr;
};

/// The entities of many documents, joined: see the headers of this folder that end in _merging.h for the rules.
/// Documents must be in a fixed order; the result is in the order of first members.
class EntityResolution {
  public:
    EntityResolution(const std::vector<Observations> &documents, const StoryGroups &stories, const EntityWords &words,
                     const UserKnowledge &user = {});

    const std::vector<ResolvedEntity> &entities() const { return entities_; }
    /// Position in entities() of a document's entity.
    std::size_t at(std::size_t document, EntityIndex entity) const { return at_[document][entity]; }
    /// Lines of overrides that name nothing, or contradict each other.
    const Diagnostics &diagnostics() const { return diagnostics_; }

  private:
    std::vector<ResolvedEntity> entities_;
    std::vector<std::vector<std::size_t>> at_;
    Diagnostics diagnostics_;
};

} // namespace gainsay
