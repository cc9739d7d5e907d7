#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "base/diagnostics.h"
#include "nlp/language_engine.h"

namespace gainsay {

/// Counts of what has been parsed.
struct ParseCounts {
    std::size_t sentences = 0;
    std::size_t words = 0;
};

/// Called now and then with the counts so far.
using ParseProgress = std::function<void(const ParseCounts &)>;

/// Parses one text of any length from a stream and writes CoNLL-U, in memory that does not grow with it. `id` becomes
/// the document's id. Invalid UTF-8 is replaced and reported with its byte offset; a text with NUL bytes throws
/// InputError before anything of that piece is written.
ParseCounts parse_text(std::istream &input, const std::string &id, const LanguageEngine &engine,
                       LanguageEngine::Scratch &scratch, std::ostream &output, Diagnostics &diagnostics,
                       const ParseProgress &progress = {});

/// Reads CoNLL-U, keeps its sentences and tokens, fills in the rest and writes it. Throws InputError with the line.
ParseCounts parse_conllu(std::istream &input, const std::string &source, const LanguageEngine &engine,
                         LanguageEngine::Scratch &scratch, std::ostream &output, Diagnostics &diagnostics,
                         const ParseProgress &progress = {});

} // namespace gainsay
