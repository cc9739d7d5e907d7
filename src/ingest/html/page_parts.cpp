#include "ingest/html/page_parts.h"

#include "base/utf8.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace gainsay {

namespace {

bool is_blank_byte(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

} // namespace

Flow flow_of(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_MENU:
        return Flow::dropped;
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_NOSCRIPT:
        return Flow::beside;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
        return Flow::block;
    default:
        return Flow::inline_text;
    }
}

int heading_level(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_H1:
        return 1;
    case GUMBO_TAG_H2:
        return 2;
    case GUMBO_TAG_H3:
        return 3;
    case GUMBO_TAG_H4:
        return 4;
    case GUMBO_TAG_H5:
        return 5;
    case GUMBO_TAG_H6:
        return 6;
    default:
        return 0;
    }
}

bool is_hidden(const GumboNode &node) {
    if (attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") {
        return true;
    }
    const std::optional<std::string_view> style = attribute(node, "style");
    if (!style) {
        return false;
    }
    std::string plain;
    std::copy_if(style->begin(), style->end(), std::back_inserter(plain), [](char c) { return !is_blank_byte(c); });
    return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

bool is_called(const GumboNode &node, KindName<PagePart> kind, const PageParts &parts) {
    for (const char *name : {"class", "id", "role", "itemprop"}) {
        const std::optional<std::string_view> value = attribute(node, name);
        if (!value) {
            continue;
        }
        std::string word;
        const auto ends_word = [&] {
            const bool found = !word.empty() && parts.is(kind, word);
            word.clear();
            return found;
        };
        for (std::size_t i = 0; i < value->size(); ++i) {
            const char c = (*value)[i];
            const bool upper = c >= 'A' && c <= 'Z';
            const bool letter = upper || (c >= 'a' && c <= 'z');
            const bool hump = upper && i > 0 && (*value)[i - 1] >= 'a' && (*value)[i - 1] <= 'z';
            if ((!letter || hump) && ends_word()) {
                return true;
            }
            if (letter) {
                word.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
            }
        }
        if (ends_word()) {
            return true;
        }
    }
    return false;
}

bool is_named(const GumboNode &node, KindName<PagePart> kind, const PageParts &parts) {
    for (const char *attribute_name : {"class", "id"}) {
        std::string_view names = attribute(node, attribute_name).value_or("");
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(' '), names.size());
            if (parts.is(kind, lowercase(names.substr(0, end)))) {
                return true;
            }
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
    return false;
}

} // namespace gainsay
