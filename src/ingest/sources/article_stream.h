#pragma once

#include "ingest/sources/byte_stream.h"
#include "ingest/sources/file_walk.h"
#include "ingest/sources/ingest_options.h"
#include "ingest/sources/raw_article.h"

#include "base/diagnostics.h"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Articles out of files, folders and standard input ("-"), one after the other in a fixed order: the serial source of
/// a pipeline, with ArticleReader as the parallel stage behind it. Holds one document's bytes at a time (and the ids
/// given so far). One object a thread.
class ArticleStream {
  public:
    /// Opens nothing yet. Throws UsageError for a date among the overrides that is not ISO 8601.
    explicit ArticleStream(std::vector<std::string> inputs, IngestOptions options = {});

    /// The next article, or why there is none in this place; nothing at the end. Never throws InputError.
    std::optional<RawItem> next();

    /// Whether `next` would have to wait for somebody who writes JSON Lines into a pipe, or is about to.
    bool pauses() const;

    /// Notes about what was passed over, so far.
    const Diagnostics &diagnostics() const { return walk_.diagnostics(); }

  private:
    struct OpenLines {
        ByteStream stream;
        InputFile file;
        std::string source;
        std::size_t line = 0;
    };

    std::optional<RawItem> next_file(const InputFile &file);
    std::optional<RawItem> next_line();
    RawItem whole_file(ByteStream &stream, const InputFile &file, InputFormat format, const std::string &source);
    RawItem json_document(const std::string &bytes, std::string id, const std::string &source,
                          std::optional<std::size_t> line);
    void add_metadata_beside(const InputFile &file, RawArticle &article) const;
    RawArticle finish(RawArticle article);

    FileWalk walk_;
    IngestOptions options_;
    std::optional<OpenLines> lines_;
    /// Each id given and how often it (or a numbered form of it) was.
    std::unordered_map<std::string, std::size_t> ids_;
};

} // namespace gainsay
