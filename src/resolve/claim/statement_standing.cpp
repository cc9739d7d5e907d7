#include "resolve/claim/statement_standing.h"

#include <algorithm>
#include <numeric>

namespace gainsay {

bool is_denying(Stance stance) {
    return stance == Stance::denies || stance == Stance::rejects;
}

bool is_asserting(Stance stance) {
    return stance == Stance::asserts || stance == Stance::accuses || stance == Stance::agrees;
}

namespace {

/// Whether the inner attribution makes up the outer one's content, and does not only stand in it.
bool is_whole_content(const Attribution &outer, const Attribution &inner) {
    if (outer.propositions.size() != 1 || inner.content.empty()) {
        return false;
    }
    const ByteSpan whole = outer.propositions.front().span;
    const ByteSpan part = hull(inner.content.front(), inner.content.back());
    return 10 * part.size() >= 6 * whole.size() && whole.overlaps(part);
}

bool is_in_content(const Attribution &outer, const ByteSpan &words) {
    return std::any_of(outer.content.begin(), outer.content.end(),
                       [&words](const ByteSpan &span) { return span.contains(words); });
}

std::size_t size_within(const std::vector<ByteSpan> &words, const ByteSpan &whole) {
    return std::accumulate(words.begin(), words.end(), std::size_t{0}, [&whole](std::size_t sum, const ByteSpan &span) {
        return sum + (whole.contains(span) ? span.size() : 0);
    });
}

/// "denied reports that …": what was reported is what is denied.
bool is_reported_content(const Attribution &outer, const Attribution &inner) {
    return !outer.propositions.empty() && !inner.propositions.empty() &&
           outer.propositions.front().span == inner.propositions.front().span;
}

/// Whether what stands in another's words is surely said there, so that the outer one only passes it on. Else ("said
/// that many expect rain") it is the outer one who says something. An outlet is no voice of its own, and who reports a
/// denial asserts nothing.
bool stands_for(const Observations &document, const Attribution &outer, const Attribution &inner) {
    constexpr double least_sure = 0.5;
    if (is_denying(inner.stance) ||
        (outer.source_entity && document.entities[*outer.source_entity].type == NodeKind::Outlet)) {
        return inner.source_entity.has_value();
    }
    return inner.source_entity && !inner.propositions.empty() && inner.confidence >= least_sure;
}

/// As it stands among the others.
Omission standing_of(const Observations &document, std::size_t index) {
    const Attribution &attribution = document.attributions[index];
    // Plans and agreements that others tell of are events.
    if (attribution.nested_in && (attribution.stance == Stance::agrees || attribution.stance == Stance::promises)) {
        return Omission::told_plan;
    }
    for (std::optional<AttributionIndex> above = attribution.nested_in; above;
         above = document.attributions[*above].nested_in) {
        const Attribution &outer = document.attributions[*above];
        const bool doubted = !is_asserting(outer.stance) && outer.stance != Stance::warns;
        if ((doubted || outer.polarity == Polarity::negated) && !attribution.is_presupposed &&
            !is_reported_content(outer, attribution)) {
            return Omission::within_doubt;
        }
    }
    for (const Attribution &inner : document.attributions) {
        if (inner.nested_in == index && is_asserting(attribution.stance) && is_whole_content(attribution, inner) &&
            stands_for(document, attribution, inner) && inner.stance != Stance::agrees &&
            inner.stance != Stance::promises) {
            return Omission::passes_on;
        }
    }
    return Omission::none;
}

Omission omission_of(const Observations &document, std::size_t index) {
    const Attribution &attribution = document.attributions[index];
    if (const Omission standing = standing_of(document, index); standing != Omission::none) {
        return standing;
    }
    if (attribution.propositions.empty()) {
        return attribution.is_dropped ? Omission::dropped : Omission::nothing_stated;
    }
    for (std::size_t p = 0; p < attribution.propositions.size(); ++p) {
        if (!only_passes_on(document, index, p)) {
            return Omission::none;
        }
    }
    return Omission::passes_on;
}

} // namespace

std::string_view name(Omission omission) {
    switch (omission) {
    case Omission::none:
        return "none";
    case Omission::no_speaker:
        return "no_speaker";
    case Omission::speaker_is_no_actor:
        return "speaker_is_no_actor";
    case Omission::passes_on:
        return "passes_on";
    case Omission::within_doubt:
        return "within_doubt";
    case Omission::told_plan:
        return "told_plan";
    case Omission::nothing_stated:
        return "nothing_stated";
    case Omission::dropped:
        return "dropped";
    }
    return "";
}

std::string_view description(Omission omission) {
    switch (omission) {
    case Omission::none:
        return "its statement is in the graph";
    case Omission::no_speaker:
        return "the text does not tell, or the program did not find, who said it";
    case Omission::speaker_is_no_actor:
        return "who said it was taken for a place";
    case Omission::passes_on:
        return "it only passes on what another says, and that is in the graph";
    case Omission::within_doubt:
        return "it stands within what somebody denies, doubts or demands";
    case Omission::told_plan:
        return "a promise or agreement that others tell of, which is an event";
    case Omission::nothing_stated:
        return "the words tell that something was said, and not what";
    case Omission::dropped:
        return "the override file takes it out";
    }
    return "";
}

bool only_passes_on(const Observations &document, std::size_t attribution, std::size_t proposition) {
    // Who denies or rejects what another holds says something of his own.
    const Attribution &outer = document.attributions[attribution];
    if (!is_asserting(stance_of(outer, outer.propositions[proposition]))) {
        return false;
    }
    const ByteSpan whole = outer.propositions[proposition].span;
    return std::any_of(document.attributions.begin(), document.attributions.end(), [&](const Attribution &inner) {
        if (inner.nested_in != attribution || !inner.source_entity || inner.propositions.empty() || inner.cue.empty() ||
            inner.stance == Stance::agrees || inner.stance == Stance::promises || !stands_for(document, outer, inner)) {
            return false;
        }
        // The whole clause is another's statement, with its speaker and its verb.
        if (whole.contains(inner.span) && 10 * inner.span.size() >= 8 * whole.size()) {
            return true;
        }
        return std::any_of(inner.propositions.begin(), inner.propositions.end(), [&](const Proposition &said) {
            // "“It leaks. It rusts,” Reed said, according to an aide": a sentence of his, and his verb behind the next.
            const bool is_same = said.span == whole && inner.source_entity != outer.source_entity &&
                                 document.entities[*inner.source_entity].type == NodeKind::Person &&
                                 is_in_content(outer, inner.cue.front());
            return is_same ||
                   (said.span != whole && whole.contains(said.span) && whole.contains(inner.cue.front()) &&
                    (10 * said.span.size() >= 6 * whole.size() ||
                     10 * (said.span.size() + size_within(inner.source, whole) + size_within(inner.cue, whole)) >=
                         8 * whole.size()));
        });
    });
}

std::vector<std::vector<Omission>> find_omissions(const std::vector<Observations> &documents,
                                                  const EntityResolution &entities) {
    std::vector<std::vector<Omission>> result;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        const std::vector<Attribution> &attributions = documents[d].attributions;
        std::vector<Omission> omissions;
        for (std::size_t a = 0; a < attributions.size(); ++a) {
            const std::optional<EntityIndex> source = attributions[a].source_entity;
            omissions.push_back(!source ? Omission::no_speaker
                                : !is_actor(entities.entities()[entities.at(d, *source)].kind)
                                    ? Omission::speaker_is_no_actor
                                    : omission_of(documents[d], a));
        }
        result.push_back(std::move(omissions));
    }
    return result;
}

std::vector<std::vector<bool>> find_statements(const std::vector<Observations> &documents,
                                               const EntityResolution &entities) {
    std::vector<std::vector<bool>> result;
    for (const std::vector<Omission> &omissions : find_omissions(documents, entities)) {
        std::vector<bool> counted;
        counted.reserve(omissions.size());
        for (const Omission each : omissions) {
            counted.push_back(each == Omission::none);
        }
        result.push_back(std::move(counted));
    }
    return result;
}

} // namespace gainsay
