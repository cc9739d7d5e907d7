#pragma once

#include "base/byte_sink.h"
#include "graph/graph_json.h"
#include "graph_schema/news_type.h"
#include "resolve/resolver.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

/// A document made by hand: its text grows with what is observed in it.
class DocumentMaker {
  public:
    explicit DocumentMaker(std::string id) {
        observations_.document.id = std::move(id);
        observations_.document.published = "2031-04-09";
    }

    EntityIndex entity(NodeKind type, const std::string &name, const std::string &country = {}, bool named = true) {
        Entity entity;
        entity.type = type;
        entity.name = name;
        entity.country = country;
        entity.named = named;
        entity.mentions.push_back({span(name), span(name), named ? MentionKind::name : MentionKind::nominal, name});
        observations_.entities.push_back(std::move(entity));
        return static_cast<EntityIndex>(observations_.entities.size() - 1);
    }

    Attribution &says(EntityIndex source, Stance stance, const std::string &text, std::vector<std::string> words,
                      std::vector<EntityIndex> about, Polarity polarity = Polarity::affirmed) {
        Attribution attribution;
        attribution.source_entity = source;
        attribution.stance = stance;
        attribution.text = text;
        attribution.span = span(text);
        attribution.content = {attribution.span};
        attribution.polarity = polarity;
        std::sort(words.begin(), words.end());
        attribution.propositions.push_back({attribution.span,
                                            text,
                                            polarity,
                                            Modality::actual,
                                            std::move(words),
                                            std::move(about),
                                            std::nullopt,
                                            "",
                                            polarity,
                                            false,
                                            "",
                                            {},
                                            {}});
        observations_.attributions.push_back(std::move(attribution));
        return observations_.attributions.back();
    }

    EventMention &event(EdgeKind action, EntityIndex agent, EntityIndex patient, const std::string &text) {
        EventMention event;
        event.type = row(action).event_type;
        event.news_type = main_news_type(*event.type);
        event.action = action;
        event.text = text;
        event.span = span(text);
        event.trigger = event.span;
        event.trigger_text = text;
        event.lemma = text;
        event.arguments = {{Role::agent, agent, event.span, text}, {Role::patient, patient, event.span, text}};
        observations_.events.push_back(std::move(event));
        return observations_.events.back();
    }

    /// A pronoun, title or other name of the entity.
    void pronoun(EntityIndex entity, const std::string &word) {
        observations_.entities[entity].mentions.push_back({span(word), span(word), MentionKind::pronoun, word});
    }
    void title(EntityIndex entity, const std::string &title) { observations_.entities[entity].titles.push_back(title); }
    void alias(EntityIndex entity, const std::string &name) { observations_.entities[entity].aliases.push_back(name); }

    ObservedDocument &meta() { return observations_.document; }
    Observations take() { return observations_; }

  private:
    ByteSpan span(const std::string &text) {
        const ByteSpan span{end_, end_ + text.size()};
        end_ += text.size() + 1;
        return span;
    }

    Observations observations_;
    std::size_t end_ = 0;
};

inline KnowledgeGraph resolve(std::vector<Observations> documents) {
    Resolver resolver;
    for (Observations &each : documents) {
        resolver.add(std::move(each));
    }
    return std::move(resolver).build();
}

inline std::vector<const NodeRecord *> of_kind(const KnowledgeGraph &graph, NodeKind kind) {
    std::vector<const NodeRecord *> found;
    for (const NodeRecord &node : graph.nodes()) {
        if (node.kind == kind) {
            found.push_back(&node);
        }
    }
    return found;
}

inline const EdgeRecord *find_edge(const KnowledgeGraph &graph, const std::string &source, EdgeKind kind) {
    for (const EdgeRecord &edge : graph.edges()) {
        if (edge.kind == kind && graph.node(edge.source).label == source) {
            return &edge;
        }
    }
    return nullptr;
}

inline std::string json(const KnowledgeGraph &graph) {
    StringSink sink;
    write_graph_json(graph, sink);
    return sink.take();
}

} // namespace gainsay
