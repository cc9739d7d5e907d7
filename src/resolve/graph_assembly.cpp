#include "resolve/graph_assembly.h"

#include "base/date.h"
#include "graph/graph_builder.h"
#include "graph_schema/word.h"
#include "resolve/event_resolution.h"

#include <algorithm>
#include <map>
#include <set>

namespace gainsay {

namespace {

/// What an edge is known by.
struct EdgeKey {
    NodeIndex source = 0;
    NodeIndex target = 0;
    EdgeKind kind = EdgeKind::asserts;
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::actual;

    friend auto operator<=>(const EdgeKey &, const EdgeKey &) = default;
};

/// How an attribution stands in the graph.
enum class Standing {
    /// Its source says it.
    said,
    /// It only passes another's statement on.
    relayed,
    /// It stands within what somebody denies or doubts, or says no more than that something was said.
    left_out,
};

bool is_denying(Stance stance) {
    return stance == Stance::denies || stance == Stance::rejects;
}

bool is_asserting(Stance stance) {
    return stance == Stance::asserts || stance == Stance::accuses || stance == Stance::agrees;
}

class GraphAssembly {
  public:
    GraphAssembly(const std::vector<Observations> &documents, const ClaimSynonyms &synonyms)
        : documents_(&documents), entities_(documents), synonyms_(&synonyms) {}

    KnowledgeGraph run() {
        judge_attributions();
        claims_ = resolve_claims(*documents_, entities_, *synonyms_, counted_);
        events_ = resolve_events(*documents_, entities_);
        name_documents();
        add_documents();
        add_statements();
        add_events();
        add_relations();
        add_actors_named();
        for (auto &[key, edge] : edges_) {
            finish(edge);
            builder_.add_edge(std::move(edge));
        }
        return std::move(builder_).build();
    }

  private:
    const Observations &document(std::size_t index) const { return (*documents_)[index]; }
    const ResolvedEntity &entity(std::size_t document, EntityIndex index) const {
        return entities_.entities()[entities_.at(document, index)];
    }

    // Which attributions are statements of their own.

    void judge_attributions() {
        for (std::size_t d = 0; d < documents_->size(); ++d) {
            std::vector<Standing> standing;
            std::vector<bool> counted;
            for (std::size_t a = 0; a < document(d).attributions.size(); ++a) {
                standing.push_back(standing_of(document(d), a));
                counted.push_back(standing.back() == Standing::said && document(d).attributions[a].source_entity &&
                                  is_actor(entity(d, *document(d).attributions[a].source_entity).kind));
            }
            standing_.push_back(std::move(standing));
            counted_.push_back(std::move(counted));
        }
    }

    /// Whether the inner attribution makes up the outer one's content, and does not only stand in it.
    static bool is_whole_content(const Attribution &outer, const Attribution &inner) {
        if (outer.propositions.size() != 1 || inner.content.empty()) {
            return false;
        }
        const ByteSpan whole = outer.propositions.front().span;
        const ByteSpan part = hull(inner.content.front(), inner.content.back());
        return 10 * part.size() >= 6 * whole.size() && whole.overlaps(part);
    }

    /// "denied reports that …": what was reported is what is denied.
    static bool is_reported_content(const Attribution &outer, const Attribution &inner) {
        return !outer.propositions.empty() && !inner.propositions.empty() &&
               outer.propositions.front().span == inner.propositions.front().span;
    }

    static Standing standing_of(const Observations &document, std::size_t index) {
        const Attribution &attribution = document.attributions[index];
        // Plans and agreements that others tell of are events.
        if (attribution.nested_in && (attribution.stance == Stance::agrees || attribution.stance == Stance::promises)) {
            return Standing::left_out;
        }
        for (std::optional<AttributionIndex> above = attribution.nested_in; above;
             above = document.attributions[*above].nested_in) {
            const Attribution &outer = document.attributions[*above];
            const bool doubted = !is_asserting(outer.stance) && outer.stance != Stance::warns;
            if ((doubted || outer.polarity == Polarity::negated) && !is_reported_content(outer, attribution)) {
                return Standing::left_out;
            }
        }
        for (std::size_t i = 0; i < document.attributions.size(); ++i) {
            const Attribution &inner = document.attributions[i];
            if (inner.nested_in == index && is_asserting(attribution.stance) && is_whole_content(attribution, inner) &&
                inner.source_entity && inner.stance != Stance::agrees && inner.stance != Stance::promises) {
                return Standing::relayed;
            }
        }
        return Standing::said;
    }

    // Nodes.

    /// Ids of documents; of two texts under one id the second gets its digest behind it.
    void name_documents() {
        std::set<std::string> ids;
        for (const Observations &each : *documents_) {
            std::string id = each.document.id;
            constexpr std::size_t digest_letters = 8;
            if (!ids.insert(id).second) {
                id += "#" + each.document.sha256.substr(0, digest_letters);
                ids.insert(id);
            }
            document_ids_.push_back(std::move(id));
        }
    }

    void add_documents() {
        for (std::size_t d = 0; d < documents_->size(); ++d) {
            const ObservedDocument &meta = document(d).document;
            NodeRecord node;
            node.kind = NodeKind::Document;
            node.id = free_id(node_id(NodeKind::Document, document_ids_[d]));
            node.label = meta.title && !meta.title->empty() ? *meta.title : document_ids_[d];
            const auto set = [&node](const char *key, const std::optional<std::string> &value) {
                if (value && !value->empty()) {
                    node.attributes[key] = *value;
                }
            };
            set("title", meta.title);
            set("outlet", meta.outlet);
            set("author", meta.author);
            set("published", meta.published);
            set("url", meta.url);
            if (!meta.sha256.empty()) {
                node.attributes["sha256"] = meta.sha256;
            }
            node.aliases.push_back(document_ids_[d]);
            if (node.aliases.front() == node.label) {
                node.aliases.clear();
            }
            document_nodes_.push_back(builder_.add_node(std::move(node)));
        }
    }

    std::string free_id(const std::string &id) const {
        std::string free = id;
        for (int number = 2; builder_.find_node(free); ++number) {
            free = id + "-" + std::to_string(number);
        }
        return free;
    }

    /// The node of a resolved entity, made at its first use.
    NodeIndex entity_node(std::size_t index) {
        if (const auto known = entity_nodes_.find(index); known != entity_nodes_.end()) {
            return known->second;
        }
        const ResolvedEntity &entity = entities_.entities()[index];
        NodeRecord node;
        node.kind = entity.kind;
        node.label = entity.label;
        node.id = free_id(node_id(entity.kind, entity.label, entity.distinct));
        node.aliases = entity.aliases;
        if (!entity.country.empty()) {
            node.attributes["country"] = entity.country;
        }
        if (entity.kind == NodeKind::Person && !entity.titles.empty()) {
            node.attributes["titles"] = entity.titles;
            node.attributes["position"] = longest(entity.titles);
        }
        if (entity.kind == NodeKind::Country) {
            std::vector<std::string> metonyms;
            for (const std::string &alias : entity.aliases) {
                if (is_metonym(entity, alias)) {
                    metonyms.push_back(alias);
                }
            }
            if (!metonyms.empty()) {
                node.attributes["metonym"] = metonyms;
            }
        }
        std::set<std::size_t> documents;
        for (const ResolvedEntity::Member &member : entity.members) {
            documents.insert(member.document);
            for (const EntityMention &mention : document(member.document).entities[member.entity].mentions) {
                if (!mention.text.empty()) {
                    node.mentions.push_back({document_ids_[member.document], mention.span, mention.text});
                }
            }
        }
        const NodeIndex result = builder_.add_node(std::move(node));
        entity_nodes_.emplace(index, result);
        for (const std::size_t d : documents) {
            edge({result, document_nodes_[d], EdgeKind::reported_in, Polarity::affirmed, Modality::actual});
        }
        return result;
    }

    static std::string longest(const std::vector<std::string> &texts) {
        return *std::max_element(texts.begin(), texts.end(), [](const std::string &a, const std::string &b) {
            return a.size() != b.size() ? a.size() < b.size() : a > b;
        });
    }

    /// Whether the alias of a state is a place that stands for it: a name that shares no word with the state's own.
    static bool is_metonym(const ResolvedEntity &country, const std::string &alias) {
        const bool short_form = alias.size() <= 5 && std::all_of(alias.begin(), alias.end(), [](char letter) {
                                    return letter == '.' || (letter >= 'A' && letter <= 'Z');
                                });
        return !short_form && alias.find(country.label.substr(0, 4)) == std::string::npos;
    }

    // Edges.

    EdgeRecord &edge(const EdgeKey &key) {
        EdgeRecord &record = edges_[key];
        record.source = key.source;
        record.target = key.target;
        record.kind = key.kind;
        record.polarity = key.polarity;
        record.modality = key.modality;
        return record;
    }

    /// Two actors meet each other, whoever is named first.
    EdgeKey action_key(NodeIndex source, NodeIndex target, EdgeKind kind, Polarity polarity, Modality modality) {
        if (is_symmetric(kind, builder_.node(source).kind, builder_.node(target).kind) &&
            builder_.node(target).id < builder_.node(source).id) {
            std::swap(source, target);
        }
        return {source, target, kind, polarity, modality};
    }

    static void finish(EdgeRecord &edge) {
        std::sort(edge.evidence.begin(), edge.evidence.end());
        edge.evidence.erase(std::unique(edge.evidence.begin(), edge.evidence.end()), edge.evidence.end());
        edge.weight = static_cast<double>(std::max<std::size_t>(1, count_documents(edge.evidence)));
        std::sort(edge.relayed_by.begin(), edge.relayed_by.end());
        edge.relayed_by.erase(std::unique(edge.relayed_by.begin(), edge.relayed_by.end()), edge.relayed_by.end());
    }

    static void set_confidence(EdgeRecord &edge, double confidence) {
        edge.confidence = edge.evidence.size() == 1 ? confidence : std::max(edge.confidence, confidence);
    }

    /// The earliest date that documents give.
    static void set_date(EdgeRecord &edge, const std::string &date) {
        if (!date.empty() && (edge.date.empty() || date < edge.date)) {
            edge.date = date;
        }
    }

    // Statements.

    /// A source that says the opposite of the claim as its label has it denies it.
    static Stance drawn_stance(const Attribution &attribution, const Proposition &proposition,
                               const ResolvedClaim &claim) {
        if (proposition.polarity != claim.polarity) {
            if (attribution.stance == Stance::asserts) {
                return Stance::denies;
            }
            if (attribution.stance == Stance::denies) {
                return Stance::asserts;
            }
        }
        return attribution.stance;
    }

    void add_statements() {
        for (const ResolvedClaim &claim : claims_) {
            add_claim(claim);
        }
    }

    void add_claim(const ResolvedClaim &claim) {
        NodeRecord node;
        node.kind = NodeKind::Claim;
        node.label = claim.label.empty() ? "\u2026" : claim.label;
        std::string content;
        std::set<std::size_t> documents;
        std::set<NodeIndex> affirming;
        std::set<NodeIndex> denying;
        bool retracted = false;
        for (const ClaimMention &mention : claim.mentions) {
            const Attribution &attribution = document(mention.document).attributions[mention.attribution];
            const Proposition &proposition = attribution.propositions[mention.proposition];
            content += proposition.text + "\n" + document_ids_[mention.document] + "\n";
            documents.insert(mention.document);
            const NodeIndex source = entity_node(entities_.at(mention.document, *attribution.source_entity));
            const Stance stance = drawn_stance(attribution, proposition, claim);
            if (is_denying(stance)) {
                denying.insert(source);
            } else if (is_asserting(stance)) {
                affirming.insert(source);
            }
            retracted = retracted || stance == Stance::retracts;
        }
        // Who says both has two minds, and disputes with nobody.
        const auto alone = [](const std::set<NodeIndex> &some, const std::set<NodeIndex> &others) {
            return std::any_of(some.begin(), some.end(), [&others](NodeIndex each) { return others.count(each) == 0; });
        };
        const bool disputed = alone(affirming, denying) && alone(denying, affirming);
        node.status = disputed                                ? ClaimStatus::disputed
                      : retracted                             ? ClaimStatus::retracted
                      : !denying.empty() && affirming.empty() ? ClaimStatus::denied
                                                              : ClaimStatus::asserted;
        node.attributes["sources"] = static_cast<std::int64_t>(documents.size());
        node.attributes["polarity"] = std::string(name(claim.polarity));
        node.id = free_id(node_id(NodeKind::Claim, {content}));
        for (const ClaimMention &mention : claim.mentions) {
            const Attribution &attribution = document(mention.document).attributions[mention.attribution];
            const Proposition &proposition = attribution.propositions[mention.proposition];
            if (proposition.span.begin >= attribution.span.begin && proposition.span.end <= attribution.span.end &&
                attribution.text.size() == attribution.span.size()) {
                node.mentions.push_back({document_ids_[mention.document], proposition.span,
                                         attribution.text.substr(proposition.span.begin - attribution.span.begin,
                                                                 proposition.span.size())});
            }
        }
        const bool is_disputed = disputed || node.status == ClaimStatus::denied;
        const NodeIndex target = builder_.add_node(std::move(node));
        for (const ClaimMention &mention : claim.mentions) {
            add_statement(mention, claim, target);
            if (is_disputed) {
                doubtful_.insert({mention.document, mention.attribution});
            }
        }
        for (const std::size_t about : claim.entities) {
            const NodeIndex entity = entity_node(about);
            edge({target, entity, EdgeKind::about, Polarity::affirmed, Modality::actual});
        }
        for (const std::size_t d : documents) {
            edge({target, document_nodes_[d], EdgeKind::reported_in, Polarity::affirmed, Modality::actual});
        }
    }

    void add_statement(const ClaimMention &mention, const ResolvedClaim &claim, NodeIndex target) {
        const Observations &from = document(mention.document);
        const Attribution &attribution = from.attributions[mention.attribution];
        const Proposition &proposition = attribution.propositions[mention.proposition];
        const NodeIndex source = entity_node(entities_.at(mention.document, *attribution.source_entity));
        EdgeRecord &record = edge({source, target, edge_kind(drawn_stance(attribution, proposition, claim)),
                                   proposition.polarity, proposition.modality});
        Evidence evidence;
        evidence.document = document_ids_[mention.document];
        evidence.span = attribution.span;
        evidence.text = attribution.text;
        evidence.source = attribution.source;
        evidence.cue = attribution.cue;
        evidence.content = attribution.content;
        record.evidence.push_back(std::move(evidence));
        set_confidence(record, attribution.confidence);
        set_date(record, attribution.date.empty() ? from.document.published.value_or("") : attribution.date);
        for (std::optional<AttributionIndex> outer = attribution.nested_in; outer;
             outer = from.attributions[*outer].nested_in) {
            const Attribution &relay = from.attributions[*outer];
            if (relay.source_entity && relay.source_entity != attribution.source_entity && is_asserting(relay.stance)) {
                const std::size_t relayer = entities_.at(mention.document, *relay.source_entity);
                if (is_actor(entities_.entities()[relayer].kind)) {
                    record.relayed_by.insert(record.relayed_by.begin(), entity_node(relayer));
                }
            }
        }
    }

    // Events and actions.

    struct EventStanding {
        bool is_drawn = true;
        Modality modality = Modality::actual;
        double confidence = 0.85;
    };

    /// What the attribution around an event makes of it: a plan, a possibility, nothing that happened.
    EventStanding standing_of_event(std::size_t d, const EventMention &event) const {
        EventStanding result;
        result.modality = event.modality;
        for (std::optional<AttributionIndex> at = event.attribution; at; at = document(d).attributions[*at].nested_in) {
            const Attribution &attribution = document(d).attributions[*at];
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
            if (doubtful_.count({d, *at}) != 0 && result.modality == Modality::actual) {
                result.modality = Modality::possible;
            }
        }
        return result;
    }

    void add_events() {
        for (const ResolvedEvent &event : events_) {
            add_event(event);
        }
    }

    void add_event(const ResolvedEvent &event) {
        // An event without two participants, or one and a thing that it is done to, tells nobody anything.
        std::size_t actors = 0;
        bool thing = false;
        for (const auto &[role, index] : event.participants) {
            actors += is_actor(entities_.entities()[index].kind) ? 1U : 0U;
        }
        std::vector<EventPlace> drawn;
        EventStanding standing;
        bool first = true;
        for (const EventPlace &place : event.mentions) {
            const EventMention &mention = document(place.document).events[place.event];
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
        const EventMention &model = document(drawn.front().document).events[drawn.front().event];
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
            const EventMention &mention = document(place.document).events[place.event];
            content += mention.text + "|" + document_ids_[place.document] + "|";
            documents.insert(place.document);
            node.mentions.push_back({document_ids_[place.document], mention.span, mention.text});
            if (mention.date && mention.date->value && event.date && *mention.date->value != *event.date) {
                variants.push_back({document_ids_[place.document], "date", format(*mention.date->value)});
            }
        }
        if (!variants.empty()) {
            std::sort(variants.begin(), variants.end());
            node.attributes["variants"] = variants;
        }
        node.attributes["sources"] = static_cast<std::int64_t>(documents.size());
        for (const auto &[role, index] : event.participants) {
            if (role == Role::place) {
                node.attributes["place"] = entities_.entities()[index].label;
            }
        }
        node.id = free_id(node_id(NodeKind::Event, {content}));
        const Polarity polarity = model.polarity;
        const NodeIndex target = builder_.add_node(std::move(node));
        std::set<std::size_t> seen;
        for (const auto &[role, index] : event.participants) {
            const NodeKind kind = entities_.entities()[index].kind;
            if (seen.insert(index).second && allows(EdgeKind::participates_in, kind, NodeKind::Event)) {
                const NodeIndex participant = entity_node(index);
                edge({participant, target, EdgeKind::participates_in, Polarity::affirmed, Modality::actual}).role =
                    role;
            }
        }
        for (const std::size_t d : documents) {
            edge({target, document_nodes_[d], EdgeKind::reported_in, Polarity::affirmed, Modality::actual});
        }
        add_actions(event, drawn, target, model.action, polarity, standing);
    }

    /// With one actor only what is halted, sanctioned and the like stands alone.
    bool event_is_worth(const ResolvedEvent &event) const {
        const EventType type = document(event.mentions.front().document).events[event.mentions.front().event].type;
        return type == EventType::SUSPEND || type == EventType::SANCTION || type == EventType::COERCE;
    }

    std::string event_label(const std::vector<EventPlace> &places) const {
        // The shortest wording that is a clause.
        std::string best;
        for (const EventPlace &place : places) {
            std::string text;
            for (const char letter : document(place.document).events[place.event].text) {
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
            if (!is_actor(entities_.entities()[agent].kind)) {
                continue;
            }
            for (const std::size_t other : targets) {
                any = add_action(agent, entity_target(other), action, polarity, standing, drawn, event) || any;
            }
            for (const std::size_t other : agents) {
                if (mutual && targets.empty() && agent < other) {
                    any = add_action(agent, entity_target(other), action, polarity, standing, drawn, event) || any;
                }
            }
        }
        // What is done to a thing is done to the event's node.
        for (const std::size_t agent : agents) {
            if (!any && targets.empty() && event_is_worth(event) && is_actor(entities_.entities()[agent].kind)) {
                add_action(agent, node, action, polarity, standing, drawn, event);
            }
        }
    }

    NodeIndex entity_target(std::size_t index) { return entity_node(index); }

    bool add_action(std::size_t agent, NodeIndex target, EdgeKind action, Polarity polarity,
                    const EventStanding &standing, const std::vector<EventPlace> &drawn, const ResolvedEvent &event) {
        const NodeIndex source = entity_node(agent);
        if (source == target || !allows(action, builder_.node(source).kind, builder_.node(target).kind)) {
            return false;
        }
        EdgeRecord &record = edge(action_key(source, target, action, polarity, standing.modality));
        for (const EventPlace &place : drawn) {
            const EventMention &mention = document(place.document).events[place.event];
            Evidence evidence;
            evidence.document = document_ids_[place.document];
            evidence.span = mention.span;
            evidence.text = mention.text;
            evidence.trigger = {mention.trigger};
            record.evidence.push_back(std::move(evidence));
        }
        set_confidence(record, standing.confidence);
        if (event.date) {
            set_date(record, format(*event.date));
        }
        return true;
    }

    // Structure.

    void add_relations() {
        std::map<EdgeKey, std::map<std::string, std::size_t>> titles;
        for (std::size_t d = 0; d < documents_->size(); ++d) {
            for (const Relation &relation : document(d).relations) {
                const std::size_t a = entities_.at(d, relation.source);
                const std::size_t b = entities_.at(d, relation.target);
                if (a == b || !allows(relation.kind, entities_.entities()[a].kind, entities_.entities()[b].kind)) {
                    continue;
                }
                const NodeIndex source = entity_node(a);
                const NodeIndex target = entity_node(b);
                const EdgeKey key{source, target, relation.kind, Polarity::affirmed, Modality::actual};
                Evidence evidence;
                evidence.document = document_ids_[d];
                evidence.span = relation.span;
                evidence.text = relation.text;
                edge(key).evidence.push_back(std::move(evidence));
                if (!relation.title.empty()) {
                    ++titles[key][relation.title];
                }
            }
        }
        for (const auto &[key, counts] : titles) {
            edge(key).title = std::max_element(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
                                  return a.second != b.second ? a.second < b.second : a.first.size() < b.first.size();
                              })->first;
        }
    }

    /// Who is named but neither says nor does anything stands in the graph too; descriptions and places do not.
    void add_actors_named() {
        for (std::size_t i = 0; i < entities_.entities().size(); ++i) {
            const ResolvedEntity &each = entities_.entities()[i];
            if (each.is_named && is_actor(each.kind)) {
                entity_node(i);
            }
        }
    }

    const std::vector<Observations> *documents_;
    EntityResolution entities_;
    const ClaimSynonyms *synonyms_;
    std::vector<std::vector<Standing>> standing_;
    /// Attributions that are statements of an actor, by document.
    std::vector<std::vector<bool>> counted_;
    std::vector<ResolvedClaim> claims_;
    std::vector<ResolvedEvent> events_;
    /// Attributions whose claim somebody denies.
    std::set<std::pair<std::size_t, std::size_t>> doubtful_;
    std::vector<std::string> document_ids_;
    std::vector<NodeIndex> document_nodes_;
    std::map<std::size_t, NodeIndex> entity_nodes_;
    std::map<EdgeKey, EdgeRecord> edges_;
    GraphBuilder builder_;
};

} // namespace

KnowledgeGraph assemble_graph(const std::vector<Observations> &documents, const ClaimSynonyms &synonyms) {
    return GraphAssembly(documents, synonyms).run();
}

} // namespace gainsay
