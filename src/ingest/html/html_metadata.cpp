#include "ingest/html/html_metadata.h"

#include "ingest/sources/markup_in_text.h"
#include "ingest/zones/date_text.h"

#include "base/character_references.h"
#include "base/date.h"
#include "base/json_memory.h"
#include "base/json_text.h"
#include "base/utf8.h"

#include <rapidjson/document.h>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// On one line, without white space at the ends; nothing if that leaves nothing.
std::optional<std::string> clean(std::string_view written) {
    const std::string value = without_markup(written);
    std::string line;
    bool blank = false;
    for (std::size_t i = 0; i < value.size();) {
        const CodePoint point = decode_utf8(value, i);
        if (is_space(point.value) || is_control(point.value)) {
            blank = !line.empty();
        } else {
            if (blank) {
                line.push_back(' ');
            }
            blank = false;
            append_utf8(line, point.value);
        }
        i += point.length;
    }
    return line.empty() ? std::nullopt : std::optional(std::move(line));
}

std::optional<std::string> iso_date(std::string_view value, const ArticleRules &rules) {
    if (const std::optional<Date> date = parse_date(trim(value))) {
        return format(*date);
    }
    const std::optional<WrittenDate> date = find_date(value, rules.calendar);
    return date ? std::optional(format(date->date)) : std::nullopt;
}

bool is_address(std::string_view value) {
    return value.substr(0, 7) == "http://" || value.substr(0, 8) == "https://";
}

/// Values of one page by place, gathered in one walk.
class MetadataReader {
  public:
    explicit MetadataReader(const ArticleRules &rules) : rules_(&rules) {}

    void visit(const GumboNode &node, std::size_t depth) {
        if (!is_element(node) || depth > deepest_element) {
            return;
        }
        switch (tag_of(node)) {
        case GUMBO_TAG_META:
            visit_meta(node);
            break;
        case GUMBO_TAG_TITLE:
            put("<title>", text_below(node));
            break;
        case GUMBO_TAG_H1:
            put("<h1>", text_below(node));
            break;
        case GUMBO_TAG_LINK:
            if (attribute(node, "rel") == "canonical") {
                put("canonical", attribute(node, "href").value_or(""));
            }
            break;
        case GUMBO_TAG_TIME:
            put("<time>", attribute(node, "datetime").value_or(""));
            break;
        case GUMBO_TAG_SCRIPT:
            if (attribute(node, "type") == "application/ld+json") {
                read_json_ld(text_below(node));
            }
            break;
        default:
            break;
        }
        if (const std::optional<std::string_view> property = attribute(node, "itemprop")) {
            const std::optional<std::string_view> content =
                attribute(node, "content") ? attribute(node, "content") : attribute(node, "datetime");
            put("itemprop " + std::string(*property), content ? std::string(*content) : text_below(node));
        }
        if (attribute(node, "rel") == "author" && tag_of(node) == GUMBO_TAG_A) {
            put("rel author", text_below(node));
        }
        for_each_child(node, [&](const GumboNode &child) { visit(child, depth + 1); });
    }

    PageMetadata result() const { return {meta(), body_}; }

  private:
    DocumentMeta meta() const {
        DocumentMeta meta;
        meta.outlet = first({"og:site_name", "ld publisher", "application-name", "publisher", "dc.publisher"});
        meta.title = title(meta.outlet);
        for (const char *place : {"ld author", "author", "article:author", "dc.creator", "parsely-author", "byl",
                                  "sailthru.author", "itemprop author", "rel author"}) {
            const std::optional<std::string> value = first({place});
            if (!meta.author && value && !is_address(*value)) {
                const std::string folded = fold_line(*value);
                meta.author = value->substr(std::min(rules_->bylines.prefix("by", folded), value->size()));
                meta.author = clean(*meta.author);
            }
        }
        for (const char *place :
             {"ld datePublished", "article:published_time", "og:article:published_time", "itemprop datePublished",
              "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
              "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "date", "<time>"}) {
            const std::optional<std::string> value = first({place});
            if (!meta.published && value) {
                meta.published = iso_date(*value, *rules_);
            }
        }
        for (const char *place : {"canonical", "og:url", "ld url"}) {
            const std::optional<std::string> value = first({place});
            if (!meta.url && value && is_address(*value)) {
                meta.url = value;
            }
        }
        return meta;
    }

    void put(const std::string &place, std::string_view value) {
        if (std::optional<std::string> text = clean(value)) {
            values_.emplace(place, *std::move(text)); // the first of several stays
        }
    }

    std::optional<std::string> first(std::initializer_list<const char *> places) const {
        for (const char *place : places) {
            const auto found = values_.find(place);
            if (found != values_.end()) {
                return found->second;
            }
        }
        return std::nullopt;
    }

    void visit_meta(const GumboNode &node) {
        const std::optional<std::string_view> content = attribute(node, "content");
        for (const char *kind : {"property", "name"}) {
            const std::optional<std::string_view> name = attribute(node, kind);
            if (name && content) {
                put(lowercase(*name), *content);
            }
        }
    }

    /// The title of the page, without the outlet's name behind it.
    std::optional<std::string> title(const std::optional<std::string> &outlet) const {
        std::optional<std::string> heading = first({"<h1>"});
        for (const char *place : {"ld headline", "og:title", "itemprop headline", "<title>", "<h1>"}) {
            std::optional<std::string> value = first({place});
            if (!value) {
                continue;
            }
            if (heading && value->size() > heading->size() && value->compare(0, heading->size(), *heading) == 0) {
                return heading;
            }
            for (const std::string_view separator : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00B7 "}) {
                const std::size_t at = value->rfind(separator);
                if (outlet && at != std::string::npos && at > 0 &&
                    fold_line(std::string_view(*value).substr(at + separator.size())) == fold_line(*outlet)) {
                    value->erase(at);
                }
            }
            return value;
        }
        return std::nullopt;
    }

    void read_json_ld(const std::string &json) {
        if (find_json_flaw(json)) {
            return;
        }
        JsonDocument document;
        document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(),
                                                                                               json.size());
        if (document.HasParseError()) {
            return;
        }
        // Objects lie in arrays and under "@graph"; a page's other objects (breadcrumbs, the organization) are no
        // article.
        std::vector<const JsonTree *> open{&document};
        constexpr std::size_t most_objects = 10000;
        for (std::size_t visited = 0; !open.empty() && visited < most_objects; ++visited) {
            const JsonTree &value = *open.back();
            open.pop_back();
            if (value.IsArray()) {
                for (auto item = value.End(); item != value.Begin();) {
                    open.push_back(--item);
                }
            } else if (value.IsObject()) {
                if (is_article(value)) {
                    read_article(value);
                }
                if (const auto graph = value.FindMember("@graph"); graph != value.MemberEnd()) {
                    open.push_back(&graph->value);
                }
            }
        }
    }

    static bool is_article(const JsonTree &object) {
        const auto names_article = [](const JsonTree &type) {
            const std::string_view name =
                type.IsString() ? std::string_view(type.GetString(), type.GetStringLength()) : std::string_view();
            return name.find("Article") != std::string_view::npos || name.find("Posting") != std::string_view::npos ||
                   name == "Report";
        };
        const auto type = object.FindMember("@type");
        if (type == object.MemberEnd()) {
            return false;
        }
        if (!type->value.IsArray()) {
            return names_article(type->value);
        }
        for (const JsonTree &one : type->value.GetArray()) {
            if (names_article(one)) {
                return true;
            }
        }
        return false;
    }

    /// A string, the name of an object, or those of an array, with commas.
    static std::string names_in(const JsonTree &value, const char *key) {
        if (value.IsString()) {
            return {value.GetString(), value.GetStringLength()};
        }
        if (value.IsObject()) {
            const auto name = value.FindMember(key);
            return name != value.MemberEnd() && name->value.IsString()
                       ? std::string(name->value.GetString(), name->value.GetStringLength())
                       : std::string();
        }
        std::string names;
        if (value.IsArray()) {
            for (const JsonTree &one : value.GetArray()) {
                const std::string name = one.IsArray() ? std::string() : names_in(one, key);
                names += (names.empty() || name.empty() ? "" : ", ") + name;
            }
        }
        return names;
    }

    void read_article(const JsonTree &object) {
        constexpr std::array<std::pair<const char *, const char *>, 6> members = {
            {{"headline", "ld headline"},
             {"datePublished", "ld datePublished"},
             {"author", "ld author"},
             {"publisher", "ld publisher"},
             {"url", "ld url"},
             {"mainEntityOfPage", "ld url"}}};
        const auto body = object.FindMember("articleBody");
        if (body != object.MemberEnd() && body->value.IsString() && !body_) {
            const std::string written(body->value.GetString(), body->value.GetStringLength());
            body_ = has_markup(written) ? lines_of_markup(written) : decode_character_references(written);
        }
        for (const auto &[member, place] : members) {
            const auto found = object.FindMember(member);
            if (found != object.MemberEnd()) {
                put(place, names_in(found->value, std::string_view(member) == "mainEntityOfPage" ? "@id" : "name"));
            }
        }
    }

    const ArticleRules *rules_;
    std::optional<std::string> body_;
    std::map<std::string, std::string, std::less<>> values_;
};

} // namespace

PageMetadata read_html_metadata(const GumboNode &root, const ArticleRules &rules) {
    MetadataReader reader(rules);
    reader.visit(root, 0);
    return reader.result();
}

} // namespace gainsay
