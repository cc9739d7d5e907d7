#pragma once

#include "extract/attribution/attribution_finder.h"
#include "observation/observations.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace gainsay {

/// What is seen of a statement (an attribution and one proposition of its content) when it is judged whether it is
/// right, by the names under which the learned trees (statement_trees.tsv) ask for it. Flags are 0 or 1, distances
/// bytes.
inline constexpr std::array<std::string_view, 72> statement_feature_names = {
    // The attribution's confidence in log odds; how sure the network is of the whole, of the source, of the content's
    // borders, of the stance; that nothing but a feeling is told, or nothing at all.
    "confidence",
    "whole",
    "source",
    "border",
    "stance",
    "feeling",
    "unsaid",
    // The lists know the cue, with the same stance, the same source.
    "listed",
    "listed_stance",
    "listed_source",
    // What is done by it; whether the clause does another thing than its attribution.
    "asserts",
    "denies",
    "rejects",
    "accuses",
    "demands",
    "promises",
    "warns",
    "suggests",
    "questions",
    "declines",
    "agrees",
    "own_stance",
    // Who speaks: kind, whether it has a name, how often it is mentioned.
    "person",
    "organization",
    "group",
    "outlet",
    "named",
    "mentions",
    // How the text says so: words, whether the last is part of the name, "the", a pronoun, one whose antecedent is
    // doubtful, a proper name; the subject of a verb; plural; bytes from the cue; joint speakers.
    "source_words",
    "source_in_name",
    "source_definite",
    "source_pronoun",
    "source_doubtful",
    "source_name",
    "source_subject",
    "source_plural",
    "source_distance",
    "joint",
    // The cue: words, a verb, past, a gerund, finite, with an auxiliary, an adverb, a subject of its own.
    "cue_words",
    "cue_verb",
    "cue_past",
    "cue_gerund",
    "cue_auxiliary",
    "cue_adverb",
    "cue_subject",
    // The content: bytes, propositions; this one's part of it, whether it is the first, bytes from the cue (negative in
    // front of it), tokens, part in quotation marks, whether its sentence ends with it.
    "content_bytes",
    "propositions",
    "part",
    "first",
    "distance",
    "tokens",
    "quoted",
    "ends_sentence",
    "nested",
    "gap",
    // Its label: bytes, in quotation marks, with a bracket in front, pointing back, vague, of who speaks; its
    // predicates.
    "label_bytes",
    "quotation",
    "bracket",
    "points_back",
    "vague",
    "of_speaker",
    "predicates",
    // Where it stands: in the article proper, which sentence.
    "body",
    "sentence",
    // No clause, and no words of which the lists say that they are a statement.
    "phrase",
    // The cue is a verb that tells what its object tells; the words name an event, begin with a pronoun, with a
    // preposition, with an article; words that mean something.
    "telling",
    "event",
    "opens_pronoun",
    "opens_preposition",
    "opens_article",
    "content_words",
    // A post that the article embeds, by its signature.
    "post",
};

using StatementFeatures = std::array<double, statement_feature_names.size()>;

/// `statement` and `proposition`, one of its propositions, are what is written of `found`, with all its fields. The
/// book must be finished.
StatementFeatures statement_features(const EntityBook &book, const Quotations &quotations,
                                     const FoundAttribution &found, const Attribution &statement,
                                     const Proposition &proposition);

} // namespace gainsay
