#include "observation/observations.h"

#include <algorithm>

#include "graph_schema/attribute.h"
#include "graph_schema/word.h"

namespace gainsay {

template <>
std::span<const std::string_view> names_of<MentionKind>() {
    static constexpr std::string_view names[] = {"name", "nominal", "pronoun"};
    return names;
}

template <>
std::span<const std::string_view> names_of<QuoteForm>() {
    static constexpr std::string_view names[] = {"direct", "indirect", "mixed"};
    return names;
}

std::vector<EntityIndex> speakers_of(const Attribution &attribution) {
    std::vector<EntityIndex> all = attribution.joint_sources;
    if (attribution.source_entity) {
        all.insert(all.begin(), *attribution.source_entity);
    }
    return all;
}

Stance stance_of(const Attribution &attribution, const Proposition &proposition) {
    return proposition.stance.value_or(attribution.stance);
}

std::optional<ByteSpan> evidence_span(const Attribution &attribution) {
    std::optional<ByteSpan> all;
    for (const std::vector<ByteSpan> *role : {&attribution.source, &attribution.cue, &attribution.content}) {
        for (const ByteSpan span : *role) {
            all = all ? hull(*all, span) : span;
        }
    }
    return all;
}

namespace {

bool is_entity_type(NodeKind kind) {
    return is_actor(kind) || kind == NodeKind::Place;
}

/// Texts may be left out; those that are there are what the document has at the span, byte for byte.
bool is_text_of(std::string_view text, ByteSpan span) {
    return text.empty() || text.size() == span.size();
}

std::optional<std::string> find_in_evidence(const Attribution &attribution) {
    if (!is_text_of(attribution.text, attribution.span)) {
        return "has a text that is not as long as its span";
    }
    for (const std::vector<ByteSpan> *role : {&attribution.source, &attribution.cue, &attribution.content}) {
        for (const ByteSpan span : *role) {
            if (!attribution.span.contains(span)) {
                return "has a source, cue or content outside its span";
            }
        }
    }
    if (!(attribution.confidence >= 0 && attribution.confidence <= 1)) {
        return "has a confidence that is not from 0 to 1";
    }
    if (!attribution.date.empty() && !is_date_value(attribution.date)) {
        return "has a date that is no ISO 8601 date or interval";
    }
    return std::nullopt;
}

/// A statement without its sentence would have no proof in the graph.
std::optional<std::string> find_in_propositions(const Attribution &attribution) {
    if (attribution.propositions.empty()) {
        return std::nullopt;
    }
    if (attribution.text.empty()) {
        return "has propositions and no text";
    }
    if (attribution.content.empty()) {
        return "has propositions and no content";
    }
    for (const Proposition &proposition : attribution.propositions) {
        if (proposition.span.empty() || proposition.text.empty()) {
            return "has a proposition without a text";
        }
        if (proposition.certainty && !(*proposition.certainty >= 0 && *proposition.certainty <= 1)) {
            return "has a proposition with a certainty that is not from 0 to 1";
        }
    }
    return std::nullopt;
}

std::optional<std::string> find_in_event(const EventMention &event) {
    if (event.trigger.empty() || !event.span.contains(event.trigger)) {
        return "has no trigger inside its span";
    }
    if (!is_text_of(event.text, event.span)) {
        return "has a text that is not as long as its span";
    }
    return std::nullopt;
}

std::string at(const char *list, std::size_t index) {
    return std::string(list) + " " + std::to_string(index);
}

std::optional<std::string> find_in_entities(const Observations &all) {
    for (std::size_t i = 0; i < all.entities.size(); ++i) {
        if (!is_entity_type(all.entities[i].type)) {
            return at("entity", i) + " is of a type that is no actor and no place";
        }
        if (all.entities[i].name.empty()) {
            return at("entity", i) + " has no name";
        }
        for (const EntityMention &mention : all.entities[i].mentions) {
            if (mention.span.end < mention.span.begin || !mention.span.contains(mention.head)) {
                return at("entity", i) + " has a mention whose head lies outside its span";
            }
            if (!is_text_of(mention.text, mention.span)) {
                return at("entity", i) + " has a mention whose text is not as long as its span";
            }
            if (!mention.core.empty() && !mention.span.contains(mention.core)) {
                return at("entity", i) + " has a mention whose core lies outside its span";
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> find_in_attributions(const Observations &all) {
    for (std::size_t i = 0; i < all.attributions.size(); ++i) {
        const Attribution &attribution = all.attributions[i];
        if (const std::optional<std::string> wrong = find_in_evidence(attribution)) {
            return at("attribution", i) + " " + *wrong;
        }
        if (const std::optional<std::string> wrong = find_in_propositions(attribution)) {
            return at("attribution", i) + " " + *wrong;
        }
        const std::vector<EntityIndex> speakers = speakers_of(attribution);
        if (std::any_of(speakers.begin(), speakers.end(),
                        [&all](EntityIndex each) { return each >= all.entities.size(); })) {
            return at("attribution", i) + " has an unknown entity as source";
        }
        if (attribution.nested_in &&
            (*attribution.nested_in >= all.attributions.size() || *attribution.nested_in == i)) {
            return at("attribution", i) + " is nested in an unknown attribution";
        }
        for (const Proposition &proposition : attribution.propositions) {
            for (const EntityIndex entity : proposition.entities) {
                if (entity >= all.entities.size()) {
                    return at("attribution", i) + " has a proposition about an unknown entity";
                }
            }
            for (const EntityIndex actor : proposition.actors) {
                if (actor >= all.entities.size()) {
                    return at("attribution", i) + " has a proposition with an unknown actor";
                }
            }
            if (proposition.subject && *proposition.subject >= all.entities.size()) {
                return at("attribution", i) + " has a proposition with an unknown subject";
            }
        }
        // A ring of nestings would never end.
        std::optional<AttributionIndex> outer = attribution.nested_in;
        for (std::size_t steps = 0; outer; outer = all.attributions[*outer].nested_in) {
            if (++steps > all.attributions.size()) {
                return at("attribution", i) + " is nested in itself";
            }
            if (*outer >= all.attributions.size()) {
                return at("attribution", i) + " is nested in an unknown attribution";
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> find_inconsistency(const Observations &observations) {
    if (observations.document.id.empty()) {
        return "the document has no id";
    }
    if (auto found = find_in_entities(observations)) {
        return found;
    }
    if (auto found = find_in_attributions(observations)) {
        return found;
    }
    for (std::size_t i = 0; i < observations.events.size(); ++i) {
        const EventMention &event = observations.events[i];
        if (const std::optional<std::string> wrong = find_in_event(event)) {
            return at("event", i) + " " + *wrong;
        }
        if (event.attribution && *event.attribution >= observations.attributions.size()) {
            return at("event", i) + " stands in an unknown attribution";
        }
        for (const EventArgument &argument : event.arguments) {
            if (argument.entity && *argument.entity >= observations.entities.size()) {
                return at("event", i) + " has an unknown entity as argument";
            }
        }
    }
    for (std::size_t i = 0; i < observations.relations.size(); ++i) {
        const Relation &relation = observations.relations[i];
        if (relation.text.empty() || relation.text.size() != relation.span.size()) {
            return at("relation", i) + " has " +
                   (relation.text.empty() ? "no text" : "a text that is not as long as its span");
        }
        if (relation.source >= observations.entities.size() || relation.target >= observations.entities.size()) {
            return at("relation", i) + " has an unknown entity";
        }
        if (row(relation.kind).family != EdgeFamily::structure) {
            return at("relation", i) + " is of a kind that is no structure";
        }
    }
    for (std::size_t i = 0; i < observations.event_words.size(); ++i) {
        const EventWord &word = observations.event_words[i];
        if (word.lemma.empty() || word.text.empty() || word.text.size() != word.span.size()) {
            return at("event word", i) + " has no lemma, or a text that is not as long as its span";
        }
    }
    return std::nullopt;
}

} // namespace gainsay
