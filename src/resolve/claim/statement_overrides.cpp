#include "resolve/claim/statement_overrides.h"

#include "base/lexicon_file.h"
#include "resolve/claim/statement_links.h"

#include <algorithm>
#include <string>

namespace gainsay {

namespace {

EntityIndex speaker_named(Observations &document, const Attribution &attribution, const Override &line) {
    const std::string wanted = lookup_form(line.label);
    for (std::size_t i = 0; i < document.entities.size(); ++i) {
        const Entity &each = document.entities[i];
        if (lookup_form(each.name) == wanted ||
            std::any_of(each.aliases.begin(), each.aliases.end(),
                        [&wanted](const std::string &alias) { return lookup_form(alias) == wanted; })) {
            return static_cast<EntityIndex>(i);
        }
    }
    Entity made;
    made.type = line.kind;
    made.name = line.label;
    made.named = true;
    // Where the article names who speaks, if it does.
    const ByteSpan place = attribution.source.empty() ? attribution.span : attribution.source.front();
    EntityMention mention;
    mention.span = place;
    mention.head = place;
    if (attribution.span.contains(place) && attribution.text.size() == attribution.span.size()) {
        mention.text = attribution.text.substr(place.begin - attribution.span.begin, place.size());
    }
    made.mentions.push_back(std::move(mention));
    document.entities.push_back(std::move(made));
    return static_cast<EntityIndex>(document.entities.size() - 1);
}

/// Whether some statement stands there.
bool apply(Observations &document, const Override &line) {
    bool any = false;
    for (Attribution &attribution : document.attributions) {
        const auto is_meant = [&](const Proposition &proposition) {
            return stands_at(attribution, proposition, line.statement.content);
        };
        const auto found = std::find_if(attribution.propositions.begin(), attribution.propositions.end(), is_meant);
        if (found == attribution.propositions.end()) {
            continue;
        }
        any = true;
        switch (line.action) {
        case Override::Action::drop:
            std::erase_if(attribution.propositions, is_meant);
            attribution.is_dropped = true;
            break;
        case Override::Action::accept:
            found->is_confirmed = true;
            break;
        case Override::Action::speaker:
            found->is_confirmed = true;
            attribution.source_entity = speaker_named(document, attribution, line);
            attribution.joint_sources.clear();
            break;
        case Override::Action::stance:
            found->is_confirmed = true;
            found->stance = line.stance;
            break;
        default:
            found->is_apart = true;
        }
    }
    return any;
}

} // namespace

void apply_statement_overrides(std::vector<Observations> &documents, const Overrides &overrides,
                               Diagnostics &diagnostics) {
    for (const Override &line : overrides.entries()) {
        if (!line.is_of_statement() || line.is_of_claims()) {
            continue;
        }
        bool any = false;
        for (Observations &document : documents) {
            any = (document.document.id == line.statement.document && apply(document, line)) || any;
        }
        if (!any) {
            diagnostics.add({Severity::warning, overrides.name(), std::nullopt, line.line, missing(line.statement)});
        }
    }
}

} // namespace gainsay
