#include "resolve/assembly/entity_nodes.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace gainsay {

namespace {

std::string longest(const std::vector<std::string> &texts) {
    return *std::max_element(texts.begin(), texts.end(), [](const std::string &a, const std::string &b) {
        return a.size() != b.size() ? a.size() < b.size() : a > b;
    });
}

/// Whether the alias of a state is a place that stands for it: a name that shares no word with the state's own.
bool is_metonym(const ResolvedEntity &country, const std::string &alias) {
    const bool short_form = alias.size() <= 5 && std::all_of(alias.begin(), alias.end(), [](char letter) {
                                return letter == '.' || (letter >= 'A' && letter <= 'Z');
                            });
    return !short_form && alias.find(country.label.substr(0, 4)) == std::string::npos;
}

/// Where the mention stands: its phrase without what is no part of it. A name that is the smaller part of its phrase
/// ("State Department spokeswoman Ana Berg") stands for itself as well, so that who looks for it finds it; before a
/// name that is shorter still ("the EU") the article stays.
std::vector<ByteSpan> shown_spans(const EntityMention &mention) {
    const ByteSpan core = mention.core.empty() ? mention.span : mention.core;
    if (mention.kind != MentionKind::name) {
        return {core};
    }
    const bool inside = mention.span.contains(mention.head);
    const std::string name =
        inside ? mention.text.substr(mention.head.begin - mention.span.begin, mention.head.size()) : "";
    if (name.find(' ') != std::string::npos && 2 * mention.head.size() < core.size()) {
        return {core, mention.head};
    }
    return {2 * core.size() < mention.span.size() ? mention.span : core};
}

} // namespace

namespace {

void add_attributes(const ResolvedEntity &entity, NodeRecord &node) {
    if (!entity.country.empty()) {
        node.attributes["country"] = entity.country;
    }
    if (entity.kind == NodeKind::Person && !entity.titles.empty()) {
        node.attributes["titles"] = entity.titles;
        node.attributes["position"] = longest(entity.titles);
    }
    if (entity.kind == NodeKind::Country) {
        std::vector<std::string> metonyms;
        std::copy_if(entity.aliases.begin(), entity.aliases.end(), std::back_inserter(metonyms),
                     [&entity](const std::string &alias) { return is_metonym(entity, alias); });
        if (!metonyms.empty()) {
            node.attributes["metonym"] = metonyms;
        }
    }
    if (!entity.codes.empty() && entity.kind != NodeKind::Place) {
        node.attributes["codes"] = entity.codes;
    }
    if (!entity.reasons.empty()) {
        node.attributes["reasons"] = entity.reasons;
    }
    if (!entity.doubtful_merges.empty()) {
        node.attributes["doubtful_merges"] = entity.doubtful_merges;
    }
}

void add_mentions(const Entity &entity, const std::string &document, NodeRecord &node) {
    for (const EntityMention &mention : entity.mentions) {
        if (mention.text.empty()) {
            continue;
        }
        for (const ByteSpan &shown : shown_spans(mention)) {
            node.mentions.push_back(
                {document, shown, mention.text.substr(shown.begin - mention.span.begin, shown.size())});
        }
    }
}

} // namespace

NodeIndex EntityNodes::node(std::size_t index) {
    if (const auto known = nodes_.find(index); known != nodes_.end()) {
        return known->second;
    }
    const ResolvedEntity &entity = entities_->entities()[index];
    NodeRecord node;
    node.kind = entity.kind;
    node.label = entity.label;
    node.id = draft_->free_id(entity.id);
    node.aliases = entity.aliases;
    add_attributes(entity, node);
    std::set<std::size_t> documents;
    for (const ResolvedEntity::Member &member : entity.members) {
        documents.insert(member.document);
        add_mentions(draft_->document(member.document).entities[member.entity], draft_->document_id(member.document),
                     node);
    }
    const NodeIndex result = draft_->add_node(std::move(node));
    nodes_.emplace(index, result);
    for (const std::size_t d : documents) {
        draft_->add_reported_in(result, d);
    }
    return result;
}

void EntityNodes::add_known_entities() {
    for (std::size_t i = 0; i < entities_->entities().size(); ++i) {
        const ResolvedEntity &each = entities_->entities()[i];
        const auto other = std::find_if(each.members.begin(), each.members.end(), [&each](const auto &member) {
            return member.document != each.members.front().document;
        });
        if (each.is_named || other != each.members.end()) {
            node(i);
        }
    }
}

} // namespace gainsay
