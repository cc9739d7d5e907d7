#include "resolve/event/event_resolution.h"

#include "base/disjoint_sets.h"
#include "graph_schema/news_type.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

struct Candidate {
    EventPlace place;
    const EventMention *event = nullptr;
    std::size_t story = 0;
    std::set<std::size_t> actors;
    std::set<std::size_t> agents;
    /// Those to whom something is done.
    std::set<std::size_t> patients;
    std::set<std::size_t> places;
    /// What it is done to, where that is no entity: their words.
    std::set<std::string> things;
    std::set<std::pair<Role, std::size_t>> participants;
    std::optional<DateInterval> date;
    /// When the article was written.
    std::optional<Date> told;
};

DateInterval days_of(const DateInterval &interval) {
    return {days_covered(interval.first).first, days_covered(interval.last).last};
}

bool is_finer(const DateInterval &a, const DateInterval &b) {
    const auto length = [](const DateInterval &interval) {
        const DateInterval days = days_of(interval);
        return to_days(days.last) - to_days(days.first);
    };
    return length(a) < length(b);
}

/// Days between the two, 0 where they overlap.
long days_between(const DateInterval &a, const DateInterval &b) {
    if (overlap(a, b)) {
        return 0;
    }
    const DateInterval one = days_of(a);
    const DateInterval other = days_of(b);
    return to_days(one.first) > to_days(other.last) ? to_days(one.first) - to_days(other.last)
                                                    : to_days(other.first) - to_days(one.last);
}

template <class Item>
std::size_t shared(const std::set<Item> &a, const std::set<Item> &b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&b](const Item &each) { return b.contains(each); }));
}

/// What is suspended may be told as closed down, so the types of that category are compared with each other; all others
/// with their own.
NewsType group_of(NewsType type) {
    return row(type).category == EventType::SUSPEND ? main_news_type(EventType::SUSPEND) : type;
}

/// Whether dates and places allow that the two are one.
bool can_coincide(const Candidate &a, const Candidate &b) {
    if (!a.places.empty() && !b.places.empty() && shared(a.places, b.places) == 0) {
        return false;
    }
    if (a.date && b.date) {
        // "Tuesday" here is "Wednesday" there.
        return days_between(*a.date, *b.date) <= 1;
    }
    // What has no date is news.
    constexpr long most_days = 60;
    const auto is_old = [](const Candidate &dated, const Candidate &undated) {
        return dated.date && undated.told && days_between(*dated.date, {*undated.told, *undated.told}) > most_days;
    };
    return !is_old(a, b) && !is_old(b, a);
}

/// What happens to one alone (he died, was arrested) a story tells of once.
bool happens_once(const Candidate &a, const Candidate &b, std::size_t common) {
    const std::size_t fewer = std::min(a.actors.size(), b.actors.size());
    if (a.event->news_type != b.event->news_type || a.story != b.story ||
        row(a.event->news_type).needs != EventNeeds::one || common != fewer) {
        return false;
    }
    return shared(a.patients, b.patients) > 0 || (common > 0 && a.patients.empty() && b.patients.empty()) ||
           shared(a.things, b.things) > 0;
}

/// Of what is halted in one story, by the points that speak for it already.
double evidence_of_halt(const Candidate &a, const Candidate &b, std::size_t common, double score) {
    if (row(a.event->news_type).category != EventType::SUSPEND || a.story != b.story) {
        return 0;
    }
    // What two states halt is two things, though both halt it with the same third one.
    if (!a.agents.empty() && !b.agents.empty() && shared(a.agents, b.agents) == 0) {
        return 0;
    }
    // A body is closed down once, whatever the verb, and whoever is named beside it.
    if (shared(a.patients, b.patients) > 0) {
        return score;
    }
    return common > 0 && (a.patients.empty() || b.patients.empty()) ? score - 0.5 : 0;
}

/// How much speaks for the two being one; 0 for nothing.
double evidence(const Candidate &a, const Candidate &b) {
    if (a.event->polarity != b.event->polarity || a.event->modality != b.event->modality || !can_coincide(a, b)) {
        return 0;
    }
    const bool dated = a.date && b.date;
    const std::size_t common = shared(a.actors, b.actors);
    const std::size_t fewer = std::min(a.actors.size(), b.actors.size());
    const double near = a.place.document == b.place.document ? 0.5 : a.story == b.story ? 0.25 : 0;
    const double score = static_cast<double>(common) + (dated && overlap(*a.date, *b.date) ? 1 : 0) +
                         (shared(a.places, b.places) > 0 ? 1 : 0) + near;
    // One participant in common is enough only with a date, and two always must be all that one of them names.
    if (a.event->news_type == b.event->news_type && common == fewer && (common >= 2 || (common == 1 && dated))) {
        return score;
    }
    if (happens_once(a, b, common)) {
        return score + static_cast<double>(shared(a.things, b.things));
    }
    return evidence_of_halt(a, b, common, score);
}

class EventJoiner {
  public:
    EventJoiner(const std::vector<Observations> &documents, const EntityResolution &entities,
                const StoryGroups &stories) {
        for (std::size_t d = 0; d < documents.size(); ++d) {
            for (std::size_t e = 0; e < documents[d].events.size(); ++e) {
                read(documents[d], entities, d, e, stories.of(d));
            }
        }
    }

    std::vector<ResolvedEvent> run() {
        DisjointSets sets(candidates_.size());
        std::vector<std::vector<std::size_t>> members(candidates_.size());
        // Those of the members that differ in what can_coincide() asks for, so that an event that thousands tell of is
        // compared as fast as one of a few.
        std::vector<std::vector<std::size_t>> circumstances(candidates_.size());
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            members[i] = {i};
            circumstances[i] = {i};
        }
        const std::vector<std::size_t> same = same_circumstances();
        for (const auto &[score, a, b] : pairs()) {
            const std::size_t x = sets.find(a);
            const std::size_t y = sets.find(b);
            if (x == y || !can_all_coincide(circumstances[x], circumstances[y])) {
                continue;
            }
            sets.unite(x, y);
            const std::size_t root = sets.find(x);
            const std::size_t other = root == x ? y : x;
            // The smaller moves into the larger; the order is made at the end.
            if (members[root].size() < members[other].size()) {
                members[root].swap(members[other]);
            }
            members[root].insert(members[root].end(), members[other].begin(), members[other].end());
            std::vector<std::size_t>().swap(members[other]);
            for (const std::size_t each : circumstances[other]) {
                const bool known = std::any_of(circumstances[root].begin(), circumstances[root].end(),
                                               [&](std::size_t one) { return same[one] == same[each]; });
                if (!known) {
                    circumstances[root].push_back(each);
                }
            }
            std::vector<std::size_t>().swap(circumstances[other]);
        }
        std::vector<ResolvedEvent> events;
        for (std::vector<std::size_t> &group : members) {
            if (!group.empty()) {
                std::sort(group.begin(), group.end());
                events.push_back(describe(group));
            }
        }
        return events;
    }

  private:
    void read(const Observations &document, const EntityResolution &entities, std::size_t d, std::size_t e,
              std::size_t story) {
        Candidate candidate;
        candidate.place = {d, e};
        candidate.event = &document.events[e];
        candidate.story = story;
        for (const EventArgument &argument : candidate.event->arguments) {
            if (!argument.entity) {
                if (argument.role == Role::patient) {
                    candidate.things.insert(argument.text);
                }
                continue;
            }
            const std::size_t entity = entities.at(d, *argument.entity);
            candidate.participants.emplace(argument.role, entity);
            (argument.role == Role::place ? candidate.places : candidate.actors).insert(entity);
            if (argument.role == Role::patient) {
                candidate.patients.insert(entity);
            } else if (argument.role == Role::agent) {
                candidate.agents.insert(entity);
            }
        }
        if (candidate.event->date && candidate.event->date->value) {
            candidate.date = candidate.event->date->value;
        }
        if (document.document.published) {
            candidate.told = parse_date(*document.document.published);
        }
        candidates_.push_back(std::move(candidate));
    }

    /// For each candidate the first one with the same date (or, without one, date of the article) and places.
    std::vector<std::size_t> same_circumstances() const {
        using Day = std::tuple<int, int, int>;
        std::map<std::tuple<bool, Day, Day, std::set<std::size_t>>, std::size_t> first;
        const auto day = [](const Date &date) { return Day(date.year, date.month, date.day); };
        std::vector<std::size_t> same;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            Day from;
            Day to;
            if (each.date) {
                from = day(each.date->first);
                to = day(each.date->last);
            } else if (each.told) {
                from = day(*each.told);
                to = from;
            }
            same.push_back(first.emplace(std::tuple(each.date.has_value(), from, to, each.places), i).first->second);
        }
        return same;
    }

    struct Scored {
        double score = 0;
        std::size_t a = 0;
        std::size_t b = 0;
    };

    /// The best first. Only what shares an actor and a story, or an actor and a month, can be one.
    std::vector<Scored> pairs() const {
        std::map<std::tuple<NewsType, std::size_t, std::size_t, long>, std::vector<std::size_t>> blocks;
        std::map<std::tuple<NewsType, std::string, std::size_t>, std::vector<std::size_t>> blocks_of_things;
        constexpr auto any_story = static_cast<std::size_t>(-1);
        constexpr long days_of_block = 31;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate &each = candidates_[i];
            const NewsType type = group_of(each.event->news_type);
            for (const std::size_t actor : each.actors) {
                blocks[{type, actor, each.story, 0}].push_back(i);
                if (each.date) {
                    const long block = to_days(days_of(*each.date).first) / days_of_block;
                    blocks[{type, actor, any_story, block}].push_back(i);
                }
            }
            for (const std::string &thing : each.things) {
                blocks_of_things[{type, thing, each.story}].push_back(i);
            }
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> met;
        const auto add_pairs = [&met](const std::vector<std::size_t> &events) {
            for (std::size_t i = 0; i < events.size(); ++i) {
                // Of very many the neighbours.
                constexpr std::size_t most = 60;
                for (std::size_t j = i + 1; j < std::min(events.size(), i + most); ++j) {
                    met.emplace_back(static_cast<std::uint32_t>(events[i]), static_cast<std::uint32_t>(events[j]));
                }
            }
        };
        for (const auto &[key, events] : blocks) {
            add_pairs(events);
        }
        for (const auto &[key, events] : blocks_of_things) {
            add_pairs(events);
        }
        std::sort(met.begin(), met.end());
        met.erase(std::unique(met.begin(), met.end()), met.end());
        std::vector<Scored> found;
        for (const auto &[a, b] : met) {
            if (const double score = evidence(candidates_[a], candidates_[b]); score > 0) {
                found.push_back({score, a, b});
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Scored &x, const Scored &y) { return x.score > y.score; });
        return found;
    }

    bool can_all_coincide(const std::vector<std::size_t> &a, const std::vector<std::size_t> &b) const {
        return std::all_of(a.begin(), a.end(), [&](std::size_t one) {
            return std::all_of(b.begin(), b.end(),
                               [&](std::size_t other) { return can_coincide(candidates_[one], candidates_[other]); });
        });
    }

    ResolvedEvent describe(const std::vector<std::size_t> &members) const {
        ResolvedEvent event;
        std::set<std::pair<Role, std::size_t>> participants;
        for (const std::size_t i : members) {
            const Candidate &each = candidates_[i];
            event.mentions.push_back(each.place);
            participants.insert(each.participants.begin(), each.participants.end());
            if (each.date && (!event.date || is_finer(*each.date, *event.date))) {
                event.date = each.date;
            }
        }
        event.participants.assign(participants.begin(), participants.end());
        return event;
    }

    std::vector<Candidate> candidates_;
};

} // namespace

std::vector<ResolvedEvent> resolve_events(const std::vector<Observations> &documents, const EntityResolution &entities,
                                          const StoryGroups &stories) {
    return EventJoiner(documents, entities, stories).run();
}

} // namespace gainsay
