#pragma once

#include "observation/observations.h"
#include "resolve/claim/statement_standing.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gainsay {

/// An attribution of which the graph has no statement.
struct LeftOut {
    Omission reason = Omission::none;
    /// The document's id.
    std::string document;
    /// From the first to the last byte of source, cue and content, and what stands there.
    ByteSpan span;
    std::string text;
};

/// What became of all that the documents say somebody said.
struct StatementReport {
    std::size_t attributions = 0;
    /// In the order of the documents and their texts.
    std::vector<LeftOut> left_out;
};

StatementReport report_statements(const std::vector<Observations> &documents, const EntityResolution &entities);

} // namespace gainsay
