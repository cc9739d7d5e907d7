#include "ingest/article_reader.h"

#include "ingest/html/html_page.h"
#include "ingest/zones/article_line.h"
#include "ingest/zones/date_text.h"
#include "ingest/zones/story_blocks.h"
#include "ingest/zones/text_language.h"
#include "ingest/zones/text_metadata.h"
#include "ingest/zones/zone_marker.h"

#include "base/date.h"
#include "base/error.h"
#include "base/message.h"
#include "base/sha256.h"
#include "base/utf8.h"

#include <string>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

void fill(std::optional<std::string> &target, std::optional<std::string> value) {
    if (!target) {
        target = std::move(value);
    }
}

void fill_up(DocumentMeta &meta, DocumentMeta found) {
    fill(meta.title, std::move(found.title));
    fill(meta.outlet, std::move(found.outlet));
    fill(meta.author, std::move(found.author));
    fill(meta.published, std::move(found.published));
    fill(meta.url, std::move(found.url));
}

/// A date as a user wrote it, in ISO 8601.
void normalize_date(RawArticle &article, const ArticleRules &rules) {
    std::optional<std::string> &published = article.given.published;
    if (!published || parse_date(*published)) {
        return;
    }
    if (const std::optional<WrittenDate> date = find_date(*published, rules.calendar)) {
        published = format(date->date);
        return;
    }
    article.diagnostics.add({Severity::warning,
                             article.source,
                             {},
                             article.line,
                             "publication date: expected a date, found '" + *published + "'"});
    published.reset();
}

/// Thrown for a document that is left out.
struct LeftOut {
    std::string reason;
};

/// Judges by what tells the story: menus are in the language of the site.
void leave_out_other_language(const Document &document) {
    std::string story;
    for (const ZoneSpan &zone : document.zones) {
        if (tells_story(zone.zone)) {
            story.append(document.slice(zone.span)).push_back('\n');
        }
    }
    if (const std::optional<std::string> language = foreign_language(story)) {
        throw LeftOut{"left out: " + *language + ", not English (--any-language reads it all the same)"};
    }
}

IngestedDocument make_document(RawArticle article, const ArticleRules &rules, bool any_language) {
    IngestedDocument result;
    result.source = article.source;
    result.format = article.format;
    normalize_date(article, rules);
    Document &document = result.document;
    document.meta = std::move(article.given);
    std::vector<ArticleLine> lines;
    if (article.format == InputFormat::html) {
        HtmlPage page = read_html_page(article.content, article.source, rules);
        document.text = std::move(page.text);
        fill_up(document.meta, std::move(page.meta));
        for (const HtmlBlock &block : page.blocks) {
            ArticleLine line = measure_line(document.text, block.span, rules);
            line.core = line.span;
            line.heading_level = block.heading_level;
            line.hint = block.hint;
            line.is_link = block.is_link;
            line.container_end = block.container_end;
            lines.push_back(std::move(line));
        }
    } else {
        document.text = std::move(article.content);
        lines = find_article_lines(document.text, rules);
    }
    const MarkedArticle marked = mark_zones(document.text, lines, document.meta.title, rules);
    document.zones = marked.zones;
    fill_up(document.meta, read_text_metadata(lines, marked, rules));
    if (!document.meta.outlet && document.meta.url) {
        document.meta.outlet = rules.outlet_of(*document.meta.url);
    }
    if (!document.meta.published && document.meta.url) {
        if (const std::optional<Date> date = date_in_url(*document.meta.url)) {
            document.meta.published = format(*date);
        }
    }
    document.meta.sha256 = sha256_hex(document.text);
    if (!any_language) {
        leave_out_other_language(document);
    }
    result.diagnostics = std::move(article.diagnostics);
    return result;
}

} // namespace

DocumentItem ArticleReader::read(RawItem item) const {
    if (auto *failure = std::get_if<DocumentFailure>(&item)) {
        return std::move(*failure);
    }
    auto &article = std::get<RawArticle>(item);
    const std::string source = article.source;
    const std::optional<std::size_t> line = article.line;
    try {
        return make_document(std::move(article), *rules_, any_language_);
    } catch (const InputError &error) {
        return DocumentFailure{refusal(error, source, line)};
    } catch (const LeftOut &other) {
        return DocumentFailure{{Severity::warning, source, {}, line, other.reason}};
    }
}

} // namespace gainsay
