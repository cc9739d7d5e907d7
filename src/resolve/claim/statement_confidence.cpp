#include "resolve/claim/statement_confidence.h"

#include <algorithm>
#include <cmath>

namespace gainsay {

namespace {

// The regression's weights, in log odds; tests/quality/README.md tells how they were fitted.
constexpr double bias = 0.29;
/// Of the log odds that extraction gives the attribution.
constexpr double of_attribution = 0.39;
constexpr double of_vague_wording = -0.35;
constexpr double of_nested = -0.62;
/// The speaker is known by a description alone.
constexpr double of_unnamed_speaker = -0.44;
constexpr double of_person = 0.27;
/// Rejects, promises, retracts: stances that are often an act and no statement.
constexpr double of_acting_stance = -0.65;

bool is_acting(Stance stance) {
    return stance == Stance::rejects || stance == Stance::promises || stance == Stance::retracts;
}

} // namespace

double statement_confidence(const Attribution &attribution, const Proposition &proposition, const Entity &speaker) {
    const double sure = std::clamp(attribution.confidence, 0.02, 0.98);
    double odds = bias + of_attribution * std::log(sure / (1 - sure));
    odds += proposition.is_vague ? of_vague_wording : 0;
    odds += attribution.nested_in ? of_nested : 0;
    odds += speaker.named ? 0 : of_unnamed_speaker;
    odds += speaker.type == NodeKind::Person ? of_person : 0;
    odds += is_acting(stance_of(attribution, proposition)) ? of_acting_stance : 0;
    return std::round(1e4 / (1 + std::exp(-odds))) / 1e4;
}

} // namespace gainsay
