#pragma once

#include "exporters/format.h"

namespace gainsay {

/// FollowTheMoney entities as JSON Lines, for Aleph and OpenSanctions' tools. People are Person, organizations and
/// outlets Organization, countries PublicBody, groups LegalEntity; events Event, articles Document; what an article
/// calls somebody is a Mention; what actors do to each other, and whose word they deny, an UnknownLink; a statement is
/// a Note on its speaker. Places stand in events by their names. Every entity names the articles that prove it.
void write_ftm(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink);

} // namespace gainsay
