#include "resolve/assembly/event_nodes.h"

#include "graph_schema/news_type.h"
#include "resolve/assembly/drawn_event.h"
#include "resolve/assembly/event_label.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace gainsay {

namespace {

class EventDrawing {
  public:
    EventDrawing(GraphDraft &draft, EntityNodes &entities) : draft_(&draft), entities_(&entities) {}

    void add(const DrawnEvent &whole) {
        const std::vector<EventPlace> &drawn = whole.places;
        // The first that tells who did it: "killed by rebels" says more of it than "died".
        const auto acted = std::find_if(drawn.begin(), drawn.end(), [this](const EventPlace &place) {
            return mention_at(place).action.has_value();
        });
        const EventMention &model = mention_at(acted == drawn.end() ? drawn.front() : *acted);
        const std::set<std::size_t> documents = documents_of(whole);
        const NodeIndex target = draft_->add_node(node_of(whole, model, documents));
        add_participants(whole, target);
        for (const std::size_t d : documents) {
            draft_->add_reported_in(target, d);
        }
        if (model.action) {
            add_actions(*whole.event, drawn, target, *model.action, model.polarity, whole.standing);
        }
    }

  private:
    const EventMention &mention_at(const EventPlace &place) const {
        return draft_->document(place.document).events[place.event];
    }

    static std::set<std::size_t> documents_of(const DrawnEvent &whole) {
        std::set<std::size_t> documents;
        for (const EventPlace &place : whole.places) {
            documents.insert(place.document);
        }
        for (const EventWordPlace &place : whole.words) {
            documents.insert(place.document);
        }
        return documents;
    }

    /// `model` is the mention that tells its type and truth.
    NodeRecord node_of(const DrawnEvent &whole, const EventMention &model,
                       const std::set<std::size_t> &documents) const {
        NodeRecord node;
        node.kind = NodeKind::Event;
        std::vector<const EventMention *> mentions;
        std::string content(name(model.news_type));
        content += "|" + model.lemma + "|";
        for (const EventPlace &place : whole.places) {
            const EventMention &mention = mention_at(place);
            mentions.push_back(&mention);
            content += mention.text + "|" + draft_->document_id(place.document) + "|";
            node.mentions.push_back({draft_->document_id(place.document), mention.trigger, trigger_text(mention)});
        }
        for (const EventWordPlace &place : whole.words) {
            add_word(place, node);
        }
        node.label = event_label(mentions);
        add_attributes(whole, model, node);
        node.attributes["sources"] = static_cast<std::int64_t>(draft_->count_independent(documents));
        node.id = draft_->free_id(node_id(NodeKind::Event, {content}));
        return node;
    }

    void add_attributes(const DrawnEvent &whole, const EventMention &model, NodeRecord &node) const {
        node.attributes["news_type"] = std::string(name(model.news_type));
        if (model.type) {
            node.attributes["type"] = std::string(name(*model.type));
        }
        if (!model.mode.empty()) {
            node.attributes["mode"] = model.mode;
        }
        node.attributes["polarity"] = std::string(name(model.polarity));
        node.attributes["modality"] = std::string(name(whole.standing.modality));
        if (whole.event->date) {
            node.attributes["date"] = format(*whole.event->date);
        }
        if (const std::vector<Variant> variants = variants_of(whole); !variants.empty()) {
            node.attributes["variants"] = variants;
        }
        for (const auto &[role, index] : whole.event->participants) {
            if (role == Role::place) {
                node.attributes["place"] = entities_->entity(index).label;
            }
        }
    }

    /// As the text has it, where the mention's own text holds it.
    static std::string trigger_text(const EventMention &mention) {
        const bool inside = mention.span.contains(mention.trigger) && mention.text.size() == mention.span.size();
        return inside ? mention.text.substr(mention.trigger.begin - mention.span.begin, mention.trigger.size())
                      : mention.trigger_text;
    }

    void add_participants(const DrawnEvent &whole, NodeIndex target) {
        std::set<std::size_t> seen;
        for (const auto &[role, index] : whole.event->participants) {
            const NodeKind kind = entities_->entity(index).kind;
            if (!seen.insert(index).second || !allows(EdgeKind::participates_in, kind, NodeKind::Event)) {
                continue;
            }
            const NodeIndex participant = entities_->node(index);
            EdgeRecord &edge =
                draft_->edge({participant, target, EdgeKind::participates_in, Polarity::affirmed, Modality::actual});
            edge.role = role;
            for (const EventPlace &place : whole.places) {
                if (names(place, index)) {
                    edge.evidence.push_back(evidence_of(place));
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

    /// With one actor only what is halted, sanctioned and the like stands alone.
    bool event_is_worth(const ResolvedEvent &event) const {
        const std::optional<EventType> type = row(mention_at(event.mentions.front()).news_type).category;
        return type == EventType::SUSPEND || type == EventType::SANCTION || type == EventType::COERCE;
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
};

} // namespace

void add_events(GraphDraft &draft, EntityNodes &entities, const std::vector<ResolvedEvent> &events,
                const StoryGroups &stories, const std::set<AttributionPlace> &doubtful) {
    EventDrawing drawing(draft, entities);
    for (const DrawnEvent &each : select_events(draft, entities, events, stories, doubtful)) {
        drawing.add(each);
    }
}

} // namespace gainsay
