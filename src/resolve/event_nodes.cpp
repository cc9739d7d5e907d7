#include "resolve/event_nodes.h"

#include <algorithm>

namespace gainsay {

namespace {

struct EventStanding {
    bool is_drawn = true;
    Modality modality = Modality::actual;
    double confidence = 0.85;
};

class EventDrawing {
  public:
    EventDrawing(GraphDraft &draft, EntityNodes &entities, const std::set<AttributionPlace> &doubtful)
        : draft_(&draft), entities_(&entities), doubtful_(&doubtful) {}

    void add_event(const ResolvedEvent &event) {
        // An event without two participants, or one and a thing that it is done to, tells nobody anything.
        std::size_t actors = 0;
        bool thing = false;
        for (const auto &[role, index] : event.participants) {
            actors += is_actor(entities_->entity(index).kind) ? 1U : 0U;
        }
        std::vector<EventPlace> drawn;
        EventStanding standing;
        bool first = true;
        for (const EventPlace &place : event.mentions) {
            const EventMention &mention = draft_->document(place.document).events[place.event];
            const EventStanding each = standing_of_event(place.document, mention);
            if (!each.is_drawn) {
                continue;
            }
            for (const EventArgument &argument : mention.arguments) {
                thing = thing || (!argument.entity && argument.role == Role::patient);
            }
            // A fact in one document is a fact.
            if (first || each.modality == Modality::actual) {
                standing = each;
            }
            first = false;
            drawn.push_back(place);
        }
        if (drawn.empty() || actors == 0 || (actors == 1 && !(thing && event_is_worth(event)))) {
            return;
        }
        const EventMention &model = draft_->document(drawn.front().document).events[drawn.front().event];
        NodeRecord node;
        node.kind = NodeKind::Event;
        node.label = event_label(drawn);
        node.attributes["type"] = std::string(name(model.type));
        if (!model.mode.empty()) {
            node.attributes["mode"] = model.mode;
        }
        node.attributes["polarity"] = std::string(name(model.polarity));
        node.attributes["modality"] = std::string(name(standing.modality));
        if (event.date) {
            node.attributes["date"] = format(*event.date);
        }
        std::string content(name(model.type));
        content += "|" + model.lemma + "|";
        std::set<std::size_t> documents;
        std::vector<Variant> variants;
        for (const EventPlace &place : drawn) {
            const EventMention &mention = draft_->document(place.document).events[place.event];
            content += mention.text + "|" + draft_->document_id(place.document) + "|";
            documents.insert(place.document);
            node.mentions.push_back({draft_->document_id(place.document), mention.span, mention.text});
            if (mention.date && mention.date->value && event.date && *mention.date->value != *event.date) {
                variants.push_back({draft_->document_id(place.document), "date", format(*mention.date->value)});
            }
        }
        if (!variants.empty()) {
            std::sort(variants.begin(), variants.end());
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
                draft_->edge({participant, target, EdgeKind::participates_in, Polarity::affirmed, Modality::actual})
                    .role = role;
            }
        }
        for (const std::size_t d : documents) {
            draft_->add_reported_in(target, d);
        }
        add_actions(event, drawn, target, model.action, polarity, standing);
    }

  private:
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
        const EventType type =
            draft_->document(event.mentions.front().document).events[event.mentions.front().event].type;
        return type == EventType::SUSPEND || type == EventType::SANCTION || type == EventType::COERCE;
    }

    std::string event_label(const std::vector<EventPlace> &places) const {
        // The shortest wording that is a clause.
        std::string best;
        for (const EventPlace &place : places) {
            std::string text;
            for (const char letter : draft_->document(place.document).events[place.event].text) {
                const bool blank = letter == '\n' || letter == '\r' || letter == '\t';
                if (!blank || (!text.empty() && text.back() != ' ')) {
                    text += blank ? ' ' : letter;
                }
            }
            if (best.empty() || text.size() < best.size()) {
                best = text;
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
                any = add_action(agent, entities_->node(other), action, polarity, standing, drawn, event) || any;
            }
            for (const std::size_t other : agents) {
                if (mutual && targets.empty() && agent < other) {
                    any = add_action(agent, entities_->node(other), action, polarity, standing, drawn, event) || any;
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

    bool add_action(std::size_t agent, NodeIndex target, EdgeKind action, Polarity polarity,
                    const EventStanding &standing, const std::vector<EventPlace> &drawn, const ResolvedEvent &event) {
        const NodeIndex source = entities_->node(agent);
        if (source == target || !allows(action, draft_->node(source).kind, draft_->node(target).kind)) {
            return false;
        }
        EdgeRecord &record = draft_->edge(draft_->action_key(source, target, action, polarity, standing.modality));
        for (const EventPlace &place : drawn) {
            const EventMention &mention = draft_->document(place.document).events[place.event];
            Evidence evidence;
            evidence.document = draft_->document_id(place.document);
            evidence.span = mention.span;
            evidence.text = mention.text;
            evidence.trigger = {mention.trigger};
            record.evidence.push_back(std::move(evidence));
        }
        raise_confidence(record, standing.confidence);
        if (event.date) {
            keep_earliest_date(record, format(*event.date));
        }
        return true;
    }

    GraphDraft *draft_;
    EntityNodes *entities_;
    const std::set<AttributionPlace> *doubtful_;
};

} // namespace

void add_events(GraphDraft &draft, EntityNodes &entities, const std::vector<ResolvedEvent> &events,
                const std::set<AttributionPlace> &doubtful) {
    EventDrawing drawing(draft, entities, doubtful);
    for (const ResolvedEvent &event : events) {
        drawing.add_event(event);
    }
}

} // namespace gainsay
