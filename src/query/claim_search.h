#pragma once

#include "query/country_names.h"
#include "query/statements.h"
#include "query/word_forms.h"

#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// A claim (or event that somebody makes statements on) that answers to words.
struct ClaimMatch {
    NodeIndex claim = 0;
    /// Words of the question that the claim has, as they were asked.
    std::vector<std::string> found;
    /// Words that it lacks.
    std::vector<std::string> missing;
    /// 0 to 1: the share of the words found. A synonym, or a name found only among what the claim is about, counts
    /// three quarters.
    double score = 0;
};

/// Claims that have at least half of the words, best score first; among equals the one of more independent sources. A
/// claim's words are those of its label, of the documents' wordings, and the names and aliases of what it is about. A
/// word of the question that names an actor (also by alias, or as what stands for a country: "Moscow", "Russians") fits
/// claims about that actor.
std::vector<ClaimMatch> search_claims(const KnowledgeGraph &graph, const ArticleIndex &articles, const WordForms &forms,
                                      std::string_view words, const CountryNames &countries = {});

struct ClaimQuery {
    /// Only claims on which each of these makes a statement.
    std::vector<NodeIndex> actors;
    std::optional<ClaimStatus> status;
    /// Only claims about each of these nodes.
    std::vector<NodeIndex> about;
    /// Only claims that have all of these words; empty: any.
    std::string words;
    Period period;
    /// Only claims that one of these documents tells, sorted; nothing: any.
    std::optional<std::vector<std::string>> documents;
};

/// Claims that fit, those of most independent sources first, then of most statements, then as in the graph.
std::vector<NodeIndex> find_claims(const KnowledgeGraph &graph, const ArticleIndex &articles, const WordForms &forms,
                                   const ClaimQuery &query = {}, const CountryNames &countries = {});

} // namespace gainsay
