#include "resolve/entity/entity_resolution.h"

#include "language/name_form.h"
#include "resolve/entity/body_merging.h"
#include "resolve/entity/description_merging.h"
#include "resolve/entity/entity_description.h"
#include "resolve/entity/kind_merging.h"
#include "resolve/entity/office_merging.h"
#include "resolve/entity/override_application.h"
#include "resolve/entity/person_merging.h"
#include "resolve/entity/short_bodies.h"

#include <algorithm>
#include <map>

namespace gainsay {

namespace {

/// Kinds whose names a dictionary may join with each other: a town and its state bear one name and are two.
int family(NodeKind kind) {
    switch (kind) {
    case NodeKind::Person:
        return 0;
    case NodeKind::Country:
        return 1;
    case NodeKind::Place:
        return 2;
    default:
        return 3;
    }
}

/// What the user's dictionary knows about the candidates.
void look_up_actors(std::vector<EntityCandidate> &candidates, const ActorDictionary &actors) {
    for (EntityCandidate &each : candidates) {
        if (!each.is_named) {
            continue;
        }
        each.actor = actors.find(name_form(each.entity->name));
        for (const std::string &alias : each.entity->aliases) {
            each.actor = each.actor ? each.actor : actors.find(name_form(alias));
        }
        if (each.actor) {
            const DictionaryActor &actor = actors[*each.actor];
            each.country = each.country.empty() ? actor.country : each.country;
            if (actor.kind && !each.has_fixed_kind) {
                each.type = *actor.kind;
                each.has_fixed_kind = true;
            }
        }
    }
}

void merge_actors(EntityGroups &groups) {
    std::map<std::pair<std::size_t, int>, std::size_t> first;
    for (std::size_t i = 0; i < groups.candidates().size(); ++i) {
        const EntityCandidate &each = groups.candidates()[i];
        if (each.actor) {
            groups.unite(first.emplace(std::pair(*each.actor, family(each.type)), i).first->second, i,
                         MergeRule::dictionary);
        }
    }
}

void merge_all(EntityGroups &groups) {
    merge_actors(groups);
    merge_states(groups);
    merge_persons(groups);
    merge_bodies(groups);
    merge_short_bodies(groups);
    merge_office_holders(groups);
    merge_descriptions(groups);
    merge_across_kinds(groups);
}

/// Ids as the graph has them without overrides, for the lines that name a node by its id.
CandidatesById find_ids(const std::vector<Observations> &documents, const std::vector<EntityCandidate> &candidates,
                        const EntityWords &words, const StoryGroups &stories, const ActorDictionary *actors) {
    EntityGroups groups(candidates, words, stories);
    merge_all(groups);
    std::map<std::pair<std::size_t, EntityIndex>, std::size_t> place;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        place.emplace(std::pair(candidates[i].document, candidates[i].index), i);
    }
    CandidatesById by_id;
    for (const ResolvedEntity &entity : describe_groups(groups, documents, {}, actors)) {
        for (const ResolvedEntity::Member &member : entity.members) {
            by_id[entity.id].push_back(place.at({member.document, member.entity}));
        }
    }
    return by_id;
}

bool names_ids(const Overrides &overrides) {
    return std::any_of(overrides.entries().begin(), overrides.entries().end(),
                       [](const Override &entry) { return entry.first.is_id() || entry.second.is_id(); });
}

} // namespace

EntityResolution::EntityResolution(const std::vector<Observations> &documents, const StoryGroups &stories,
                                   const EntityWords &words, const UserKnowledge &user) {
    std::vector<EntityCandidate> candidates = make_candidates(documents, words);
    if (user.actors != nullptr) {
        look_up_actors(candidates, *user.actors);
    }
    const Overrides none;
    const Overrides &overrides = user.overrides == nullptr ? none : *user.overrides;
    const CandidatesById by_id =
        names_ids(overrides) ? find_ids(documents, candidates, words, stories, user.actors) : CandidatesById();
    const OverrideApplication application(overrides, documents, candidates, by_id, diagnostics_);
    application.set_kinds(candidates);

    EntityGroups groups(candidates, words, stories);
    application.constrain(groups, diagnostics_);
    merge_all(groups);
    entities_ = describe_groups(groups, documents, application.labels(), user.actors);

    for (const Observations &each : documents) {
        at_.emplace_back(each.entities.size());
    }
    for (std::size_t i = 0; i < entities_.size(); ++i) {
        for (const ResolvedEntity::Member &member : entities_[i].members) {
            at_[member.document][member.entity] = i;
        }
    }
}

} // namespace gainsay
