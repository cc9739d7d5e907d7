#include "resolve/claim/statement_confidence.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace gainsay {

namespace {

// The regression's weights, in log odds; tests/quality/README.md tells how they were fitted.
constexpr double bias = -2.702;
/// Of the log odds of the proposition's certainty, which knows who speaks and how, but not how its label reads.
constexpr double of_certainty = 0.650;
constexpr double of_vague_wording = -0.468;
/// Words of the speaker that begin within a sentence.
constexpr double of_quoted_fragment = -0.486;
/// Of the logarithm of the label's words.
constexpr double of_length = 0.499;
/// The label points back to what was told before it, and has its context beside it.
constexpr double of_pointing_back = 0.271;
/// Without a name: "Democrats" has one.
constexpr double of_group_as_speaker = -0.519;
/// Whom a description alone tells is often told too vaguely.
constexpr double of_named_speaker = 0.974;
/// "critics", "report"
constexpr double of_one_plain_word = -1.216;
/// For each pair of brackets: a name may be the wrong one.
constexpr double of_bracket = -0.263;
constexpr double of_joint_speakers = -0.549;

/// In quotation marks, and not from the beginning of a sentence.
bool is_fragment(const std::string &label) {
    constexpr std::string_view mark = "\u201c";
    return label.size() > mark.size() && label.rfind(mark, 0) == 0 && label[mark.size()] >= 'a' &&
           label[mark.size()] <= 'z';
}

/// In log odds: what the words promise, whoever speaks.
double odds_of_words(const Attribution &attribution, const Proposition &proposition) {
    // Without the network nobody judged the proposition by itself.
    constexpr double most = 0.99;
    const double sure = std::clamp(proposition.certainty.value_or(attribution.confidence), 1 - most, most);
    const std::string &label = proposition.statement.empty() ? proposition.text : proposition.statement;
    const auto words = 1 + std::count(label.begin(), label.end(), ' ');
    double odds = bias + of_certainty * std::log(sure / (1 - sure)) + of_length * std::log(static_cast<double>(words));
    odds += proposition.is_vague ? of_vague_wording : 0;
    odds += attribution.form == QuoteForm::direct && is_fragment(label) ? of_quoted_fragment : 0;
    odds += proposition.points_back ? of_pointing_back : 0;
    odds += of_bracket * static_cast<double>(std::count(label.begin(), label.end(), '['));
    return odds + (attribution.joint_sources.empty() ? 0 : of_joint_speakers);
}

double odds_of_speaker(const Entity &speaker) {
    return speaker.named ? of_named_speaker : speaker.type == NodeKind::Group ? of_group_as_speaker : 0;
}

/// What the user says goes before the odds.
double probability(const Proposition &proposition, double odds) {
    return proposition.is_confirmed ? 1 : std::round(1e4 / (1 + std::exp(-odds))) / 1e4;
}

} // namespace

double full_name_confidence(const Attribution &attribution, const Proposition &proposition, const Entity &speaker) {
    return probability(proposition, odds_of_words(attribution, proposition) + odds_of_speaker(speaker));
}

double statement_confidence(const Attribution &attribution, const Proposition &proposition, const Entity &speaker) {
    const bool is_plain = !speaker.named && speaker.name.find(' ') == std::string::npos;
    return probability(proposition, odds_of_words(attribution, proposition) + odds_of_speaker(speaker) +
                                        (is_plain ? of_one_plain_word : 0));
}

} // namespace gainsay
