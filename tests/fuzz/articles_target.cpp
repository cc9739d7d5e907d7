// Bytes of a text file to a document with zones: encodings, plain text and Markdown.

#include "targets.h"

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/article_reader.h"
#include "ingest/sources/text_encoding.h"

#include <string>
#include <utility>
#include <variant>

using namespace gainsay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    static const ArticleReader reader;
    if (size == 0) {
        return 0;
    }
    RawArticle article;
    article.source = "a.txt";
    article.given.id = "a";
    article.format = (data[0] & 1U) != 0 ? InputFormat::markdown : InputFormat::plain_text;
    const InvalidUtf8 policy = (data[0] & 2U) != 0 ? InvalidUtf8::refuse : InvalidUtf8::repair;
    try {
        article.content =
            to_utf8(std::string(fuzz::text_of(data + 1, size - 1)), article.source, policy, article.diagnostics);
    } catch (const InputError &) {
        return 0;
    }
    fuzz::must(!find_invalid_utf8(article.content), "what to_utf8() gives is UTF-8");
    const std::string content = article.content;
    const DocumentItem item = reader.read(std::move(article));
    if (const auto *read = std::get_if<IngestedDocument>(&item)) {
        fuzz::must(!find_inconsistency(read->document), "the document is consistent");
        fuzz::must(read->document.text == content, "a text file's text is the file");
    }
    return 0;
}
