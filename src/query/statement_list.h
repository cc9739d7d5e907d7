#pragma once

#include "query/statements.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

/// One sentence in which an actor takes a stand on a claim (or event): one row of every table of statements.
struct Statement {
    EdgeIndex edge = 0;
    /// Position in the edge's evidence.
    std::size_t piece = 0;
    /// Of the sentence; see when_said().
    When when;
    Side side = Side::neither;
};

/// When the sentence was said: the statement's own date where one article alone tells it, else the day on which the
/// sentence's article was published, as the one date of a statement that many articles repeat is not that of each.
When when_said(const EdgeRecord &edge, const Evidence &piece, const ArticleIndex &articles);

/// The first day of a date or interval; nothing where it is unknown.
std::optional<Date> first_day(std::string_view date);

/// Every sentence of every statement that falls into the period, in order of date (unknown ones last), then of edges.
/// `articles` may be another graph's than `graph`: the whole one of which `graph` is a part.
std::vector<Statement> list_statements(const KnowledgeGraph &graph, const ArticleIndex &articles,
                                       const Period &period = {});

/// The body that the actor belongs to: itself, if it is one (organization, country, group, outlet), else the one that
/// most sentences give the person an office or a place in; nothing if none is known.
std::optional<NodeIndex> body_of(const KnowledgeGraph &graph, NodeIndex actor);

/// ISO 3166 code of the actor's country, or of its body's; for a country without a code its name; empty if unknown.
std::string country_of(const KnowledgeGraph &graph, NodeIndex actor);

/// Whether the actor is named by what it is alone ("a senior official", "sources close to the talks"): a person or
/// group whose label ends in a word of small letters, or begins with one and is a group, or is known from one document
/// alone and has such a word; an organization without any capital letter. Told by the letters, as the graph keeps no
/// more.
bool is_unnamed(const NodeRecord &actor);

} // namespace gainsay
