#pragma once

#include "graph/knowledge_graph.h"
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
/// Says: who (nobody: "-"; the words where it is no entity; "and" who says the same beside him), stance, cue, content,
/// form and the content's polarity and modality, `in "said"` for one that stands in the content of another, by that
/// one's cue; "presupposed" for a nested one that is told as a fact whatever the outer one says of it.
std::vector<std::string> notation(const gainsay::Observations &all, std::string_view text);

/// Who is in a text and which words refer to them, a line an entity, in the order of their first mentions:
///
///     who     Toma Velin (Person) | "Foreign Minister Toma Velin" … "he" … "the minister"
std::vector<std::string> chain_notation(const gainsay::Observations &all);

/// What a graph prints, a line an edge of a statement or an action, and a line a claim that is disputed or that others
/// are compared with:
///
///     states  Toma Velin (Person) | denies | "The mayor was paid" | affirmed actual | relayed by The Herald
///     does    Ardenia (Country) | suspended | Joint Council (Organization) | affirmed actual
///     dispute "The mayor was paid"
///     contradicts "Twelve people died" | "Fourteen people died"
std::vector<std::string> graph_notation(const gainsay::KnowledgeGraph &graph);

/// The actors and places of a graph that appear in it as nodes, with their other names:
///
///     node    Toma Velin (Person) | Velin … Mr. Velin
std::vector<std::string> node_notation(const gainsay::KnowledgeGraph &graph);
