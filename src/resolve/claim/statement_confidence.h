#pragma once

#include "observation/observations.h"

namespace gainsay {

/// The probability that a statement is true as it is printed (who, stance, what), from 0 to 1, in steps of 0.0001; 1
/// where the user says so. A logistic regression over what extraction knows of it; fitted on statements that readers
/// judged without knowing the program, what they called arguable counting as not true, and checked over articles that
/// each fit had not seen (tests/quality/README.md, "Confidence").
double statement_confidence(const Attribution &attribution, const Proposition &proposition, const Entity &speaker);

/// The same, were one plain word ("critics") as good a name as a longer description: that somebody says so.
double full_name_confidence(const Attribution &attribution, const Proposition &proposition, const Entity &speaker);

} // namespace gainsay
