#include "resolve/claim/statement_confidence.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace gainsay {

namespace {

// The regression's weights, in log odds; tests/quality/README.md tells how they were fitted.
constexpr double bias = -1.349;
/// Of the log odds that extraction gives the attribution.
constexpr double of_attribution = 0.458;
constexpr double of_vague_wording = -0.708;
constexpr double of_nested = -1.036;
/// The whole content is quoted, or some of it.
constexpr double of_direct_quotation = 0.225;
constexpr double of_mixed_quotation = 0.011;
/// Words of the speaker that begin within a sentence.
constexpr double of_quoted_fragment = -0.356;
/// Words of somebody else stand within the content.
constexpr double of_gap = -0.713;
/// Of the logarithm of the label's words.
constexpr double of_length = 0.423;
/// The label points back to what was told before it.
constexpr double of_pointing_back = 0.221;
constexpr double of_group_as_speaker = -0.509;
/// Stances that are often an act and no statement; to reject or decline more than others.
constexpr double of_acting_stance = -0.706;
constexpr double of_refusal = -0.504;
/// Demands and warnings.
constexpr double of_demand = 0.043;

/// Denials are acts as well, and as often true as assertions: of 120 that readers judged those that would have 0.4 and
/// more without the weight were true in 24 of 28.
bool is_acting(Stance stance) {
    return stance != Stance::asserts && stance != Stance::denies && stance != Stance::accuses &&
           stance != Stance::warns && stance != Stance::demands;
}

/// In quotation marks, and not from the beginning of a sentence.
bool is_fragment(const std::string &label) {
    constexpr std::string_view mark = "\u201c";
    return label.size() > mark.size() && label.rfind(mark, 0) == 0 && label[mark.size()] >= 'a' &&
           label[mark.size()] <= 'z';
}

/// Whether the proposition's content is in more than one piece.
bool has_gap(const Attribution &attribution, const Proposition &proposition) {
    return std::count_if(attribution.content.begin(), attribution.content.end(),
                         [&](const ByteSpan &piece) { return piece.overlaps(proposition.span); }) > 1;
}

} // namespace

double statement_confidence(const Attribution &attribution, const Proposition &proposition, const Entity &speaker) {
    if (proposition.is_confirmed) {
        return 1;
    }
    const double sure = std::clamp(attribution.confidence, 0.02, 0.98);
    double odds = bias + of_attribution * std::log(sure / (1 - sure));
    odds += proposition.is_vague ? of_vague_wording : 0;
    odds += attribution.nested_in ? of_nested : 0;
    odds += speaker.type == NodeKind::Group ? of_group_as_speaker : 0;
    odds += has_gap(attribution, proposition) ? of_gap : 0;
    odds += proposition.points_back ? of_pointing_back : 0;
    const std::string &label = proposition.statement.empty() ? proposition.text : proposition.statement;
    const auto words = 1 + std::count(label.begin(), label.end(), ' ');
    odds += of_length * std::log(static_cast<double>(words));
    const bool direct = attribution.form == QuoteForm::direct;
    odds += direct ? of_direct_quotation : attribution.form == QuoteForm::mixed ? of_mixed_quotation : 0;
    odds += direct && is_fragment(label) ? of_quoted_fragment : 0;
    const Stance stance = stance_of(attribution, proposition);
    odds += is_acting(stance) ? of_acting_stance : 0;
    odds += stance == Stance::rejects || stance == Stance::declines ? of_refusal : 0;
    odds += stance == Stance::demands || stance == Stance::warns ? of_demand : 0;
    return std::round(1e4 / (1 + std::exp(-odds))) / 1e4;
}

} // namespace gainsay
