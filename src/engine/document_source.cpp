#include "engine/conllu_source.h"
#include "engine/engine.h"
#include "ingest/article_reader.h"

#include <utility>

namespace gainsay {

void read_documents(const std::vector<std::string> &inputs, const IngestOptions &options,
                    const std::function<void(DocumentItem)> &sink) {
    DocumentStream stream(inputs, options);
    while (std::optional<DocumentItem> item = stream.next()) {
        sink(*std::move(item));
    }
}

void read_conllu_documents(const std::vector<std::string> &inputs, const std::function<void(DocumentItem)> &sink) {
    ConlluSource source(inputs);
    while (std::optional<ConlluItem> item = source.next()) {
        if (auto *failure = std::get_if<DocumentFailure>(&*item)) {
            sink(std::move(*failure));
            continue;
        }
        auto &parsed = std::get<ConlluDocument>(*item);
        IngestedDocument document;
        document.document = std::move(parsed.document);
        document.diagnostics = std::move(parsed.diagnostics);
        sink(std::move(document));
    }
}

} // namespace gainsay
