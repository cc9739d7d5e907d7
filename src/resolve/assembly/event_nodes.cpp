#include "resolve/assembly/event_nodes.h"

#include "graph_schema/news_type.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace gainsay {

namespace {

struct EventStanding {
    bool is_drawn = true;
    Modality modality = Modality::actual;
    double confidence = 0.85;
};

/// A noun of Observations::event_words.
struct EventWordPlace {
    std::size_t document = 0;
    std::size_t word = 0;
};

/// An event that is worth a node, with those of its mentions that tell of it as something that was, is or may be.
struct DrawnEvent {
    const ResolvedEvent *event = nullptr;
    std::vector<EventPlace> places;
    EventStanding standing;
    /// Nouns that point back at it.
    std::vector<EventWordPlace> words;
};

class EventDrawing {
  public:
    EventDrawing(GraphDraft &draft, EntityNodes &entities, const StoryGroups &stories,
                 const std::set<AttributionPlace> &doubtful)
        : draft_(&draft), entities_(&entities), stories_(&stories), doubtful_(&doubtful) {}

    void add(const std::vector<ResolvedEvent> &events) {
        std::vector<DrawnEvent> drawn;
        for (const ResolvedEvent &event : events) {
            if (std::optional<DrawnEvent> each = read(event)) {
                drawn.push_back(*std::move(each));
            }
        }
        attach_words(drawn);
        for (const DrawnEvent &each : drawn) {
            add_event(each);
        }
    }

  private:
    const EventMention &mention_at(const EventPlace &place) const {
        return draft_->document(place.document).events[place.event];
    }

    std::optional<DrawnEvent> read(const ResolvedEvent &event) const {
        std::size_t actors = 0;
        bool does = false;
        bool suffers = false;
        for (const auto &[role, index] : event.participants) {
            const bool actor = is_actor(entities_->entity(index).kind);
            actors += actor ? 1U : 0U;
            does = does || (actor && role == Role::agent);
            suffers = suffers || (role == Role::patient && (actor || entities_->entity(index).kind == NodeKind::Place));
        }
        bool thing = false;
        DrawnEvent result;
        result.event = &event;
        for (const EventPlace &place : event.mentions) {
            const EventMention &mention = mention_at(place);
            const EventStanding each = standing_of_event(place.document, mention);
            // Without its sentence there is no proof of it.
            if (!each.is_drawn || mention.text.empty()) {
                continue;
            }
            for (const EventArgument &argument : mention.arguments) {
                thing = thing || (!argument.entity && argument.role == Role::patient);
            }
            // A fact in one document is a fact.
            if (result.places.empty() || each.modality == Modality::actual) {
                result.standing = each;
            }
            result.places.push_back(place);
        }
        if (result.places.empty()) {
            return std::nullopt;
        }
        switch (row(mention_at(result.places.front()).news_type).needs) {
        case EventNeeds::one:
            return !event.participants.empty() || thing ? std::optional(std::move(result)) : std::nullopt;
        case EventNeeds::victim:
            if (suffers) {
                return std::optional(std::move(result));
            }
            [[fallthrough]];
        case EventNeeds::object:
            return (does && (event.participants.size() > 1 || thing)) || (thing && event.date)
                       ? std::optional(std::move(result))
                       : std::nullopt;
        case EventNeeds::two_actors:
            break;
        }
        return actors > 1 ? std::optional(std::move(result)) : std::nullopt;
    }

    void attach_words(std::vector<DrawnEvent> &drawn) const {
        using Key = std::pair<NewsType, std::size_t>;
        // Of each document: where its events of a type stand; of each story: which they are.
        std::map<Key, std::map<std::size_t, std::size_t>> in_document;
        std::map<Key, std::set<std::size_t>> in_story;
        std::map<Key, std::vector<std::pair<ByteSpan, std::size_t>>> clauses_of;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            for (const EventPlace &place : drawn[i].places) {
                const EventMention &mention = mention_at(place);
                in_document[{mention.news_type, place.document}].emplace(mention.trigger.begin, i);
                clauses_of[{mention.news_type, place.document}].emplace_back(mention.span, i);
                in_story[{mention.news_type, stories_->of(place.document)}].insert(i);
            }
        }
        for (std::size_t d = 0; d < draft_->documents().size(); ++d) {
            for (std::size_t w = 0; w < draft_->document(d).event_words.size(); ++w) {
                const EventWord &word = draft_->document(d).event_words[w];
                // "Talks" of "held talks": of the event in whose words the noun stands.
                const std::vector<std::pair<ByteSpan, std::size_t>> &clauses = clauses_of[{word.news_type, d}];
                const auto own = std::find_if(clauses.begin(), clauses.end(),
                                              [&word](const auto &each) { return each.first.contains(word.span); });
                if (own != clauses.end()) {
                    drawn[own->second].words.push_back({d, w});
                    continue;
                }
                if (const auto told = in_document.find({word.news_type, d}); told != in_document.end()) {
                    const auto next = told->second.upper_bound(word.span.begin);
                    if (next != told->second.begin()) {
                        drawn[std::prev(next)->second].words.push_back({d, w});
                    }
                    continue;
                }
                const auto story = in_story.find({word.news_type, stories_->of(d)});
                if (story != in_story.end() && story->second.size() == 1) {
                    drawn[*story->second.begin()].words.push_back({d, w});
                }
            }
        }
    }

    void add_word(const EventWordPlace &place, NodeRecord &node) const {
        const EventWord &word = draft_->document(place.document).event_words[place.word];
        node.mentions.push_back({draft_->document_id(place.document), word.span, word.text});
    }

    /// Who takes part according to one document, by label.
    std::string participants_in(const EventMention &mention, std::size_t document) const {
        std::set<std::string> names;
        for (const EventArgument &argument : mention.arguments) {
            if (argument.entity && argument.role != Role::place) {
                names.insert(entities_->entity(entities_->at(document, *argument.entity)).label);
            }
        }
        std::string all;
        for (const std::string &name : names) {
            all += (all.empty() ? "" : "; ") + name;
        }
        return all;
    }

    /// What single documents say otherwise: dates, participants.
    std::vector<Variant> variants_of(const DrawnEvent &drawn) const {
        std::set<std::string> versions;
        for (const EventPlace &place : drawn.places) {
            versions.insert(participants_in(draft_->document(place.document).events[place.event], place.document));
        }
        std::vector<Variant> variants;
        for (const EventPlace &place : drawn.places) {
            const EventMention &mention = draft_->document(place.document).events[place.event];
            const std::string &id = draft_->document_id(place.document);
            if (mention.date && mention.date->value && drawn.event->date &&
                *mention.date->value != *drawn.event->date) {
                variants.push_back({id, "date", format(*mention.date->value)});
            }
            if (versions.size() > 1) {
                variants.push_back({id, "participants", participants_in(mention, place.document)});
            }
        }
        std::sort(variants.begin(), variants.end());
        variants.erase(std::unique(variants.begin(), variants.end()), variants.end());
        return variants;
    }

    void add_event(const DrawnEvent &whole) {
        const ResolvedEvent &event = *whole.event;
        const std::vector<EventPlace> &drawn = whole.places;
        const EventStanding &standing = whole.standing;
        // The first that tells who did it: "killed by rebels" says more of it than "died".
        const auto acted = std::find_if(drawn.begin(), drawn.end(), [this](const EventPlace &place) {
            return mention_at(place).action.has_value();
        });
        const EventMention &model = mention_at(acted == drawn.end() ? drawn.front() : *acted);
        NodeRecord node;
        node.kind = NodeKind::Event;
        node.label = event_label(drawn);
        node.attributes["news_type"] = std::string(name(model.news_type));
        if (model.type) {
            node.attributes["type"] = std::string(name(*model.type));
        }
        if (!model.mode.empty()) {
            node.attributes["mode"] = model.mode;
        }
        node.attributes["polarity"] = std::string(name(model.polarity));
        node.attributes["modality"] = std::string(name(standing.modality));
        if (event.date) {
            node.attributes["date"] = format(*event.date);
        }
        std::string content(name(model.news_type));
        content += "|" + model.lemma + "|";
        std::set<std::size_t> documents;
        for (const EventPlace &place : drawn) {
            const EventMention &mention = draft_->document(place.document).events[place.event];
            content += mention.text + "|" + draft_->document_id(place.document) + "|";
            documents.insert(place.document);
            const bool inside = mention.span.contains(mention.trigger) && mention.text.size() == mention.span.size();
            node.mentions.push_back(
                {draft_->document_id(place.document), mention.trigger,
                 inside ? mention.text.substr(mention.trigger.begin - mention.span.begin, mention.trigger.size())
                        : mention.trigger_text});
        }
        for (const EventWordPlace &place : whole.words) {
            documents.insert(place.document);
            add_word(place, node);
        }
        if (const std::vector<Variant> variants = variants_of(whole); !variants.empty()) {
            node.attributes["variants"] = variants;
        }
        node.attributes["sources"] = static_cast<std::int64_t>(draft_->count_independent(documents));
        for (const auto &[role, index] : event.participants) {
            if (role == Role::place) {
                node.attributes["place"] = entities_->entity(index).label;
            }
        }
        node.id = draft_->free_id(node_id(NodeKind::Event, {content}));
        const Polarity polarity = model.polarity;
        const NodeIndex target = draft_->add_node(std::move(node));
        std::set<std::size_t> seen;
        for (const auto &[role, index] : event.participants) {
            const NodeKind kind = entities_->entity(index).kind;
            if (seen.insert(index).second && allows(EdgeKind::participates_in, kind, NodeKind::Event)) {
                const NodeIndex participant = entities_->node(index);
                EdgeRecord &edge = draft_->edge(
                    {participant, target, EdgeKind::participates_in, Polarity::affirmed, Modality::actual});
                edge.role = role;
                for (const EventPlace &place : drawn) {
                    if (names(place, index)) {
                        edge.evidence.push_back(evidence_of(place));
                    }
                }
            }
        }
        for (const std::size_t d : documents) {
            draft_->add_reported_in(target, d);
        }
        if (model.action) {
            add_actions(event, drawn, target, *model.action, polarity, standing);
        }
    }

    /// Whether the entity takes part in the event according to this mention of it.
    bool names(const EventPlace &place, std::size_t entity) const {
        const std::vector<EventArgument> &arguments = mention_at(place).arguments;
        return std::any_of(arguments.begin(), arguments.end(), [&](const EventArgument &each) {
            return each.entity && entities_->at(place.document, *each.entity) == entity;
        });
    }

    Evidence evidence_of(const EventPlace &place) const {
        const EventMention &mention = mention_at(place);
        Evidence evidence;
        evidence.document = draft_->document_id(place.document);
        evidence.span = mention.span;
        evidence.text = mention.text;
        evidence.trigger = {mention.trigger};
        return evidence;
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
            if (doubtful_->count({d, *at}) != 0 && result.modality == Modality::actual) {
                result.modality = Modality::possible;
            }
        }
        return result;
    }

    /// With one actor only what is halted, sanctioned and the like stands alone.
    bool event_is_worth(const ResolvedEvent &event) const {
        const std::optional<EventType> type = row(mention_at(event.mentions.front()).news_type).category;
        return type == EventType::SUSPEND || type == EventType::SANCTION || type == EventType::COERCE;
    }

    std::string event_label(const std::vector<EventPlace> &places) const {
        // The wording that names most of who and what takes part; of equal ones the shortest.
        std::string best;
        std::size_t most = 0;
        for (const EventPlace &place : places) {
            std::string text;
            std::set<Role> roles;
            for (const EventArgument &argument : mention_at(place).arguments) {
                roles.insert(argument.role);
            }
            for (const char letter : mention_at(place).text) {
                const bool blank = letter == '\n' || letter == '\r' || letter == '\t';
                if (!blank || (!text.empty() && text.back() != ' ')) {
                    text += blank ? ' ' : letter;
                }
            }
            if (best.empty() || roles.size() > most || (roles.size() == most && text.size() < best.size())) {
                best = text;
                most = std::max(most, roles.size());
            }
        }
        constexpr std::size_t most_bytes = 160;
        if (best.size() > most_bytes) {
            std::size_t cut = best.rfind(' ', most_bytes);
            cut = cut == std::string::npos ? most_bytes : cut;
            while (cut > 0 && (static_cast<unsigned char>(best[cut]) & 0xC0U) == 0x80U) {
                --cut;
            }
            best.resize(cut);
            best += "\u2026";
        }
        return best.empty() ? "\u2026" : best;
    }

    void add_actions(const ResolvedEvent &event, const std::vector<EventPlace> &drawn, NodeIndex node, EdgeKind action,
                     Polarity polarity, const EventStanding &standing) {
        std::vector<std::size_t> agents;
        std::vector<std::size_t> targets;
        for (const auto &[role, index] : event.participants) {
            if (role == Role::agent) {
                agents.push_back(index);
            } else if (role != Role::place && role != Role::instrument) {
                targets.push_back(index);
            }
        }
        const bool mutual = row(action).is_mutual;
        bool any = false;
        for (const std::size_t agent : agents) {
            if (!is_actor(entities_->entity(agent).kind)) {
                continue;
            }
            for (const std::size_t other : targets) {
                any = add_action(agent, entities_->node(other), action, polarity, standing,
                                 telling_of(agent, other, drawn), event) ||
                      any;
            }
            for (const std::size_t other : agents) {
                if (mutual && targets.empty() && agent < other) {
                    any = add_action(agent, entities_->node(other), action, polarity, standing,
                                     telling_of(agent, other, drawn), event) ||
                          any;
                }
            }
        }
        // What is done to a thing is done to the event's node.
        for (const std::size_t agent : agents) {
            if (!any && targets.empty() && event_is_worth(event) && is_actor(entities_->entity(agent).kind)) {
                add_action(agent, node, action, polarity, standing, drawn, event);
            }
        }
    }

    /// Those of the mentions that prove that the two have to do with each other: that name both, where any does. Of
    /// few, one that names him who did it and one that names to whom are proof together; of many, nobody knows that
    /// they belong together, and every pair with every mention would be a graph of its own.
    std::vector<EventPlace> telling_of(std::size_t agent, std::size_t other,
                                       const std::vector<EventPlace> &drawn) const {
        constexpr std::size_t few = 20;
        if (drawn.size() <= few) {
            return drawn;
        }
        std::vector<EventPlace> both;
        std::copy_if(drawn.begin(), drawn.end(), std::back_inserter(both),
                     [&](const EventPlace &place) { return names(place, agent) && names(place, other); });
        return both;
    }

    bool add_action(std::size_t agent, NodeIndex target, EdgeKind action, Polarity polarity,
                    const EventStanding &standing, const std::vector<EventPlace> &drawn, const ResolvedEvent &event) {
        const NodeIndex source = entities_->node(agent);
        if (drawn.empty() || source == target ||
            !allows(action, draft_->node(source).kind, draft_->node(target).kind)) {
            return false;
        }
        EdgeRecord &record = draft_->edge(draft_->action_key(source, target, action, polarity, standing.modality));
        for (const EventPlace &place : drawn) {
            record.evidence.push_back(evidence_of(place));
        }
        raise_confidence(record, standing.confidence);
        if (event.date) {
            keep_earliest_date(record, format(*event.date));
        }
        return true;
    }

    GraphDraft *draft_;
    EntityNodes *entities_;
    const StoryGroups *stories_;
    const std::set<AttributionPlace> *doubtful_;
};

} // namespace

void add_events(GraphDraft &draft, EntityNodes &entities, const std::vector<ResolvedEvent> &events,
                const StoryGroups &stories, const std::set<AttributionPlace> &doubtful) {
    EventDrawing(draft, entities, stories, doubtful).add(events);
}

} // namespace gainsay
