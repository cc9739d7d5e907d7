#pragma once

#include "graph_schema/vocabulary.h"
#include "language/kinds.h"

namespace gainsay {

/// The kind of factuality_cues.tsv whose words say that what they go with is possible, planned, requested or
/// conditional. Not to be asked of what is actual.
constexpr FactualityCue cue_of(Modality modality) {
    switch (modality) {
    case Modality::planned:
        return FactualityCue::planned;
    case Modality::requested:
        return FactualityCue::requested;
    case Modality::conditional:
        return FactualityCue::conditional;
    default:
        return FactualityCue::possible;
    }
}

} // namespace gainsay
