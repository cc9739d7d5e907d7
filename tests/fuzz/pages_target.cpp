// Bytes of an HTML page to a document.

#include "targets.h"

#include "base/error.h"
#include "base/time_budget.h"
#include "base/utf8.h"
#include "ingest/article_reader.h"
#include "ingest/sources/text_encoding.h"

#include <string>
#include <utility>
#include <variant>

using namespace gainsay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    static const ArticleReader reader;
    RawArticle article;
    article.source = "a.html";
    article.given.id = "a";
    article.format = InputFormat::html;
    const TimeBudget budget(article.source, 20);
    try {
        article.content = html_to_utf8(std::string(fuzz::text_of(data, size)), article.source, InvalidUtf8::repair,
                                       article.diagnostics);
    } catch (const InputError &) {
        return 0;
    }
    const DocumentItem item = reader.read(std::move(article));
    if (const auto *read = std::get_if<IngestedDocument>(&item)) {
        fuzz::must(!find_inconsistency(read->document), "the document is consistent");
        fuzz::must(!find_invalid_utf8(read->document.text), "the text is UTF-8");
        for (const auto *value : {&read->document.meta.title, &read->document.meta.outlet, &read->document.meta.author,
                                  &read->document.meta.published, &read->document.meta.url}) {
            fuzz::must(!*value || !find_invalid_utf8(**value), "the metadata are UTF-8");
        }
        fuzz::must(!TimeBudget::current()->is_spent(), "a page of this size takes no 20 seconds");
    }
    return 0;
}
