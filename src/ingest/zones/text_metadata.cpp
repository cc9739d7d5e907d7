#include "ingest/zones/text_metadata.h"

#include "ingest/zones/byline.h"
#include "ingest/zones/date_text.h"

#include "base/date.h"

#include <optional>
#include <string>

namespace gainsay {

DocumentMeta read_text_metadata(const std::vector<ArticleLine> &lines, const MarkedArticle &marked,
                                const ArticleRules &rules) {
    DocumentMeta meta;
    std::optional<std::string> changed;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const ArticleLine &line = lines[i];
        const Zone zone = marked.line_zones[i];
        if (zone == Zone::headline) {
            meta.title = meta.title ? *meta.title + " " + line.shown : line.shown;
        }
        if (zone == Zone::byline) {
            const BylineNames names = read_byline(line.shown, rules);
            meta.author = meta.author ? meta.author : names.author;
            meta.outlet = meta.outlet ? meta.outlet : names.outlet;
        }
        if (zone == Zone::byline || zone == Zone::dateline) {
            if (const std::optional<WrittenDate> date = find_date(line.shown, rules.calendar)) {
                const bool change = rules.calendar.prefix("updated", fold_line(line.shown)) > 0;
                std::optional<std::string> &target = change ? changed : meta.published;
                target = target ? target : format(date->date);
            }
        }
    }
    meta.url = marked.address;
    if (!meta.published) {
        meta.published = changed;
    }
    if (!meta.published && meta.url) {
        if (const std::optional<Date> date = date_in_url(*meta.url)) {
            meta.published = format(*date);
        }
    }
    return meta;
}

} // namespace gainsay
