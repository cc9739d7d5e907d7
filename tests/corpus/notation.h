#pragma once

#include "observation/observations.h"

#include <string>
#include <string_view>
#include <vector>

/// What was observed in a text, a line a finding, as people would write it down:
///
///     says    Toma Velin (Person) | denies | "denied" | "he had met the mayor" | indirect affirmed actual
///     event   SUSPEND suspended | "froze" | agent Ardenia (Country), patient Joint Council | 2031-03 | affirmed actual
///     holds   Toma Velin | foreign minister | Ardenia
///     part_of working group | Joint Council
///
/// Says: who (nobody: "-"; the words where it is no entity), stance, cue, content, form and the content's polarity and
/// modality, "in N" for one that stands in the Nth content (from 1).
std::vector<std::string> notation(const gainsay::Observations &observations, std::string_view text);

/// Who is in a text and which words refer to them, a line an entity, in the order of their first mentions:
///
///     who     Toma Velin (Person) | "Foreign Minister Toma Velin" … "he" … "the minister"
std::vector<std::string> chain_notation(const gainsay::Observations &observations);
