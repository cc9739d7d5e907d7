#include "resolve/event_resolution.h"

#include "resolve/disjoint_sets.h"

#include <algorithm>
#include <map>
#include <set>

namespace gainsay {

namespace {

struct Candidate {
    EventPlace place;
    const EventMention *event = nullptr;
    std::set<std::size_t> actors;
    std::set<std::pair<Role, std::size_t>> participants;
    std::optional<DateInterval> date;
};

bool is_finer(const DateInterval &a, const DateInterval &b) {
    const auto length = [](const DateInterval &interval) {
        return to_days(days_covered(interval.last).last) - to_days(days_covered(interval.first).first);
    };
    return length(a) < length(b);
}

bool may_be_one(const Candidate &a, const Candidate &b) {
    if (a.event->polarity != b.event->polarity || a.event->modality != b.event->modality) {
        return false;
    }
    if (a.date && b.date && !overlap(*a.date, *b.date)) {
        return false;
    }
    std::size_t shared = 0;
    for (const std::size_t actor : a.actors) {
        shared += b.actors.count(actor);
    }
    const std::size_t fewer = std::min(a.actors.size(), b.actors.size());
    // One participant in common is enough only with a date, and two always must be all that one of them names.
    return shared == fewer && (shared >= 2 || (shared == 1 && a.date && b.date));
}

} // namespace

std::vector<ResolvedEvent> resolve_events(const std::vector<Observations> &documents,
                                          const EntityResolution &entities) {
    std::vector<Candidate> candidates;
    std::map<EdgeKind, std::vector<std::size_t>> by_action;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (std::size_t e = 0; e < documents[d].events.size(); ++e) {
            Candidate candidate;
            candidate.place = {d, e};
            candidate.event = &documents[d].events[e];
            for (const EventArgument &argument : candidate.event->arguments) {
                if (argument.entity) {
                    const std::size_t entity = entities.at(d, *argument.entity);
                    candidate.participants.emplace(argument.role, entity);
                    if (argument.role != Role::place) {
                        candidate.actors.insert(entity);
                    }
                }
            }
            if (candidate.event->date && candidate.event->date->value) {
                candidate.date = candidate.event->date->value;
            }
            by_action[candidate.event->action].push_back(candidates.size());
            candidates.push_back(std::move(candidate));
        }
    }
    DisjointSets sets(candidates.size());
    // Of one action only those that share an actor can be one.
    for (const auto &[action, members] : by_action) {
        std::map<std::size_t, std::vector<std::size_t>> by_actor;
        for (const std::size_t i : members) {
            for (const std::size_t actor : candidates[i].actors) {
                by_actor[actor].push_back(i);
            }
        }
        for (const auto &[actor, events] : by_actor) {
            for (std::size_t i = 0; i < events.size(); ++i) {
                for (std::size_t j = i + 1; j < events.size(); ++j) {
                    if (may_be_one(candidates[events[i]], candidates[events[j]])) {
                        sets.unite(events[i], events[j]);
                    }
                }
            }
        }
    }
    std::map<std::size_t, ResolvedEvent> groups;
    std::map<std::size_t, std::set<std::pair<Role, std::size_t>>> participants;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        ResolvedEvent &event = groups[sets.find(i)];
        event.mentions.push_back(candidates[i].place);
        auto &all = participants[sets.find(i)];
        all.insert(candidates[i].participants.begin(), candidates[i].participants.end());
        if (candidates[i].date && (!event.date || is_finer(*candidates[i].date, *event.date))) {
            event.date = candidates[i].date;
        }
    }
    std::vector<ResolvedEvent> events;
    for (auto &[first, event] : groups) {
        event.participants.assign(participants[first].begin(), participants[first].end());
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace gainsay
