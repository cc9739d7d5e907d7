#pragma once

#include "base/resources.h"
#include "ingest/sources/article_stream.h"
#include "ingest/sources/raw_article.h"
#include "language/article_rules.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

/// Makes documents of raw articles: the text of a page, metadata, zones, the text's SHA-256. Const after its making;
/// serves any number of threads, so that it can be the parallel stage behind an ArticleStream.
class ArticleReader {
  public:
    /// With the words of English, from the usual places of base/resources.h. Throws ModelError where a file is missing
    /// or damaged.
    explicit ArticleReader(const IngestOptions &options = {})
        : ArticleReader(std::make_shared<const ArticleRules>(Resources().words()), options) {}
    explicit ArticleReader(std::shared_ptr<const ArticleRules> rules, const IngestOptions &options = {})
        : rules_(std::move(rules)), any_language_(options.any_language) {}

    /// A failure is handed through. Never throws InputError.
    DocumentItem read(RawItem item) const;

    const ArticleRules &rules() const { return *rules_; }

  private:
    std::shared_ptr<const ArticleRules> rules_;
    bool any_language_;
};

/// Stream and reader in one: documents one at a time, in order. One object a thread.
class DocumentStream {
  public:
    explicit DocumentStream(std::vector<std::string> inputs, const IngestOptions &options = {})
        : stream_(std::move(inputs), options), reader_(options) {}

    /// Nothing at the end.
    std::optional<DocumentItem> next() {
        std::optional<RawItem> item = stream_.next();
        return item ? std::optional(reader_.read(*std::move(item))) : std::nullopt;
    }

    /// Notes about what was passed over, so far.
    const Diagnostics &diagnostics() const { return stream_.diagnostics(); }

  private:
    ArticleStream stream_;
    ArticleReader reader_;
};

} // namespace gainsay
