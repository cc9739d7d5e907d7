#include "resolve/claim/statement_standing.h"

namespace gainsay {

bool is_denying(Stance stance) {
    return stance == Stance::denies || stance == Stance::rejects;
}

bool is_asserting(Stance stance) {
    return stance == Stance::asserts || stance == Stance::accuses || stance == Stance::agrees;
}

namespace {

/// How an attribution stands in the graph.
enum class Standing {
    /// Its source says it.
    said,
    /// It only passes another's statement on.
    relayed,
    /// It stands within what somebody denies or doubts, or says no more than that something was said.
    left_out,
};

/// Whether the inner attribution makes up the outer one's content, and does not only stand in it.
bool is_whole_content(const Attribution &outer, const Attribution &inner) {
    if (outer.propositions.size() != 1 || inner.content.empty()) {
        return false;
    }
    const ByteSpan whole = outer.propositions.front().span;
    const ByteSpan part = hull(inner.content.front(), inner.content.back());
    return 10 * part.size() >= 6 * whole.size() && whole.overlaps(part);
}

/// "denied reports that …": what was reported is what is denied.
bool is_reported_content(const Attribution &outer, const Attribution &inner) {
    return !outer.propositions.empty() && !inner.propositions.empty() &&
           outer.propositions.front().span == inner.propositions.front().span;
}

Standing standing_of(const Observations &document, std::size_t index) {
    const Attribution &attribution = document.attributions[index];
    // Plans and agreements that others tell of are events.
    if (attribution.nested_in && (attribution.stance == Stance::agrees || attribution.stance == Stance::promises)) {
        return Standing::left_out;
    }
    for (std::optional<AttributionIndex> above = attribution.nested_in; above;
         above = document.attributions[*above].nested_in) {
        const Attribution &outer = document.attributions[*above];
        const bool doubted = !is_asserting(outer.stance) && outer.stance != Stance::warns;
        if ((doubted || outer.polarity == Polarity::negated) && !attribution.is_presupposed &&
            !is_reported_content(outer, attribution)) {
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

} // namespace

std::vector<std::vector<bool>> find_statements(const std::vector<Observations> &documents,
                                               const EntityResolution &entities) {
    std::vector<std::vector<bool>> result;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        const std::vector<Attribution> &attributions = documents[d].attributions;
        std::vector<bool> counted;
        for (std::size_t a = 0; a < attributions.size(); ++a) {
            const std::optional<EntityIndex> source = attributions[a].source_entity;
            counted.push_back(source && is_actor(entities.entities()[entities.at(d, *source)].kind) &&
                              standing_of(documents[d], a) == Standing::said);
        }
        result.push_back(std::move(counted));
    }
    return result;
}

} // namespace gainsay
