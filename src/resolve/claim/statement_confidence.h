#pragma once

#include "observation/observations.h"

namespace gainsay {

/// The probability that a statement is true as it is printed (who, stance, what), from 0 to 1, in steps of 0.0001; 1
/// where the user says so. A logistic regression over what extraction knows of it; fitted on statements that readers
/// judged without knowing the program, what they called arguable counting as not true, and checked over articles that
/// each fit had not seen (tests/quality/README.md, "Confidence").
double statement_confidence(const Attribution &attribution, const Proposition &proposition, const Entity &speaker);

/// The same, whatever the speaker is called: that these words are somebody's statement.
double words_confidence(const Attribution &attribution, const Proposition &proposition);

} // namespace gainsay
