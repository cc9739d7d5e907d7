#include "resolve/assembly/drawn_event.h"

#include "graph_schema/news_type.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace gainsay {

namespace {

class EventSelection {
  public:
    EventSelection(const GraphDraft &draft, const EntityNodes &entities, const StoryGroups &stories,
                   const std::set<AttributionPlace> &doubtful)
        : draft_(&draft), entities_(&entities), stories_(&stories), doubtful_(&doubtful) {}

    std::vector<DrawnEvent> select(const std::vector<ResolvedEvent> &events) const {
        std::vector<DrawnEvent> drawn;
        for (const ResolvedEvent &event : events) {
            if (std::optional<DrawnEvent> each = read(event)) {
                drawn.push_back(*std::move(each));
            }
        }
        attach_words(drawn);
        return drawn;
    }

  private:
    const EventMention &mention_at(const EventPlace &place) const {
        return draft_->document(place.document).events[place.event];
    }

    std::optional<DrawnEvent> read(const ResolvedEvent &event) const {
        DrawnEvent result;
        result.event = &event;
        for (const EventPlace &place : event.mentions) {
            const EventMention &mention = mention_at(place);
            const EventStanding each = standing_of_event(place.document, mention);
            // Without its sentence there is no proof of it.
            if (!each.is_drawn || mention.text.empty()) {
                continue;
            }
            // A fact in one document is a fact.
            if (result.places.empty() || each.modality == Modality::actual) {
                result.standing = each;
            }
            result.places.push_back(place);
        }
        return !result.places.empty() && has_enough(result) ? std::optional(std::move(result)) : std::nullopt;
    }

    /// Whether enough take part for the event's type.
    bool has_enough(const DrawnEvent &drawn) const {
        const ResolvedEvent &event = *drawn.event;
        std::size_t actors = 0;
        bool does = false;
        bool suffers = false;
        for (const auto &[role, index] : event.participants) {
            const NodeKind kind = entities_->entity(index).kind;
            const bool actor = is_actor(kind);
            actors += actor ? 1U : 0U;
            does = does || (actor && role == Role::agent);
            suffers = suffers || (role == Role::patient && (actor || kind == NodeKind::Place));
        }
        const bool thing = tells_of_thing(drawn);
        switch (row(mention_at(drawn.places.front()).news_type).needs) {
        case EventNeeds::one:
            return !event.participants.empty() || thing;
        case EventNeeds::victim:
            if (suffers) {
                return true;
            }
            [[fallthrough]];
        case EventNeeds::object:
            return (does && (event.participants.size() > 1 || thing)) || (thing && event.date);
        case EventNeeds::two_actors:
            break;
        }
        return actors > 1;
    }

    /// Whether something that is no entity is said to have been done to.
    bool tells_of_thing(const DrawnEvent &drawn) const {
        return std::any_of(drawn.places.begin(), drawn.places.end(), [this](const EventPlace &place) {
            const std::vector<EventArgument> &arguments = mention_at(place).arguments;
            return std::any_of(arguments.begin(), arguments.end(), [](const EventArgument &argument) {
                return !argument.entity && argument.role == Role::patient;
            });
        });
    }

    /// What the attribution around an event makes of it: a plan, a possibility, nothing that happened.
    EventStanding standing_of_event(std::size_t d, const EventMention &event) const {
        EventStanding result;
        result.modality = event.modality;
        for (std::optional<AttributionIndex> at = event.attribution; at;
             at = draft_->document(d).attributions[*at].nested_in) {
            const Attribution &attribution = draft_->document(d).attributions[*at];
            result.confidence = std::min(result.confidence, 0.7);
            switch (attribution.stance) {
            case Stance::asserts:
            case Stance::agrees:
                if (attribution.stance == Stance::agrees && attribution.modality != Modality::actual &&
                    result.modality == Modality::actual) {
                    result.modality = attribution.modality;
                }
                break;
            case Stance::demands:
                result.modality = result.modality == Modality::actual ? Modality::requested : result.modality;
                break;
            case Stance::promises:
                result.modality = result.modality == Modality::actual ? Modality::planned : result.modality;
                break;
            case Stance::accuses:
            case Stance::warns:
            case Stance::suggests:
                result.modality = result.modality == Modality::actual ? Modality::possible : result.modality;
                break;
            default:
                result.is_drawn = false;
            }
            if (doubtful_->contains({d, *at}) && result.modality == Modality::actual) {
                result.modality = Modality::possible;
            }
        }
        return result;
    }

    void attach_words(std::vector<DrawnEvent> &drawn) const {
        const EventPlaces places = places_of(drawn);
        for (std::size_t d = 0; d < draft_->documents().size(); ++d) {
            for (std::size_t w = 0; w < draft_->document(d).event_words.size(); ++w) {
                if (const std::optional<std::size_t> event = meant_by(draft_->document(d).event_words[w], d, places)) {
                    drawn[*event].words.push_back({d, w});
                }
            }
        }
    }

    /// By type and document or story: where its events of the type stand, which clauses tell them, and which they are.
    struct EventPlaces {
        using Key = std::pair<NewsType, std::size_t>;
        std::map<Key, std::map<std::size_t, std::size_t>> in_document;
        std::map<Key, std::vector<std::pair<ByteSpan, std::size_t>>> clauses;
        std::map<Key, std::set<std::size_t>> in_story;
    };

    EventPlaces places_of(const std::vector<DrawnEvent> &drawn) const {
        EventPlaces places;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            for (const EventPlace &place : drawn[i].places) {
                const EventMention &mention = mention_at(place);
                places.in_document[{mention.news_type, place.document}].emplace(mention.trigger.begin, i);
                places.clauses[{mention.news_type, place.document}].emplace_back(mention.span, i);
                places.in_story[{mention.news_type, stories_->of(place.document)}].insert(i);
            }
        }
        return places;
    }

    std::optional<std::size_t> meant_by(const EventWord &word, std::size_t d, const EventPlaces &places) const {
        // "Talks" of "held talks": of the event in whose words the noun stands.
        if (const auto clauses = places.clauses.find({word.news_type, d}); clauses != places.clauses.end()) {
            const auto own = std::find_if(clauses->second.begin(), clauses->second.end(),
                                          [&word](const auto &each) { return each.first.contains(word.span); });
            if (own != clauses->second.end()) {
                return own->second;
            }
        }
        if (const auto told = places.in_document.find({word.news_type, d}); told != places.in_document.end()) {
            const auto next = told->second.upper_bound(word.span.begin);
            return next != told->second.begin() ? std::optional(std::prev(next)->second) : std::nullopt;
        }
        const auto story = places.in_story.find({word.news_type, stories_->of(d)});
        return story != places.in_story.end() && story->second.size() == 1 ? std::optional(*story->second.begin())
                                                                           : std::nullopt;
    }

    const GraphDraft *draft_;
    const EntityNodes *entities_;
    const StoryGroups *stories_;
    const std::set<AttributionPlace> *doubtful_;
};

} // namespace

std::vector<DrawnEvent> select_events(const GraphDraft &draft, const EntityNodes &entities,
                                      const std::vector<ResolvedEvent> &events, const StoryGroups &stories,
                                      const std::set<AttributionPlace> &doubtful) {
    return EventSelection(draft, entities, stories, doubtful).select(events);
}

} // namespace gainsay
