#include "resolve/claim/statement_confidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace gainsay {

namespace {

// The regression's weights, in log odds; tests/quality/README.md tells how they were fitted.
constexpr double bias = 0.03;
/// Of the log odds that extraction gives the attribution.
constexpr double of_attribution = 0.43;
constexpr double of_vague_wording = -0.15;
constexpr double of_nested = -0.59;
/// The speaker is known by a description alone.
constexpr double of_unnamed_speaker = -0.23;
/// The whole content is quoted.
constexpr double of_direct_quotation = -0.16;
/// Words that make no sentence, and that the speaker is not quoted with.
constexpr double of_fragment = -0.44;
/// A name put for a pronoun, or a subject added, in words that are not quoted.
constexpr double of_bracket = -0.51;
constexpr double of_few_words = -0.79;
/// Stances that are often an act and no statement.
constexpr double of_acting_stance = -0.24;
constexpr double of_demand = -0.26;

constexpr std::ptrdiff_t few_words = 4;

bool is_acting(Stance stance) {
    return stance != Stance::asserts && stance != Stance::accuses && stance != Stance::warns &&
           stance != Stance::demands;
}

/// In quotation marks, and not from the beginning of a sentence.
bool is_fragment(const std::string &label) {
    constexpr std::string_view mark = "\u201c";
    return label.size() > mark.size() && label.rfind(mark, 0) == 0 && label[mark.size()] >= 'a' &&
           label[mark.size()] <= 'z';
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
    odds += speaker.named ? 0 : of_unnamed_speaker;
    const std::string &label = proposition.statement.empty() ? proposition.text : proposition.statement;
    const bool direct = attribution.form == QuoteForm::direct;
    odds += direct ? of_direct_quotation : 0;
    odds += !direct && is_fragment(label) ? of_fragment : 0;
    odds += !direct && label.find('[') != std::string::npos ? of_bracket : 0;
    odds += std::count(label.begin(), label.end(), ' ') < few_words ? of_few_words : 0;
    const Stance stance = stance_of(attribution, proposition);
    odds += is_acting(stance) ? of_acting_stance : 0;
    odds += stance == Stance::demands || stance == Stance::warns ? of_demand : 0;
    return std::round(1e4 / (1 + std::exp(-odds))) / 1e4;
}

} // namespace gainsay
