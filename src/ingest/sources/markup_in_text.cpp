#include "ingest/sources/markup_in_text.h"

#include "base/character_references.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace gainsay {

namespace {

struct Tag {
    std::size_t end = 0;
    bool is_end_tag = false;
    bool divides = false;
};

/// A tag of running text that stands at `at`, where text[at] is '<'.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 27> names = {
        "p",      "br",         "div", "h1",    "h2", "h3", "h4",      "h5",      "h6",
        "ul",     "ol",         "li",  "table", "tr", "td", "section", "article", "blockquote",
        "figure", "figcaption", "a",   "b",     "i",  "em", "strong",  "span",    "img"};
    constexpr std::size_t first_inline = 20;
    constexpr std::size_t longest = 2000;
    Tag tag;
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '/') {
        tag.is_end_tag = true;
        ++begin;
    }
    const std::size_t end = std::min(text.find_first_of(" \t\r\n/>", begin), text.size());
    const std::string name = lowercase(text.substr(begin, std::min<std::size_t>(end - begin, 12)));
    const auto *const found = std::find(names.begin(), names.end(), name);
    const std::size_t close = text.substr(0, std::min(text.size(), at + longest)).find('>', begin);
    if (found == names.end() || close == std::string_view::npos) {
        return std::nullopt;
    }
    tag.divides = static_cast<std::size_t>(found - names.begin()) < first_inline;
    tag.end = close + 1;
    return tag;
}

template <class Visit>
void for_each_tag(std::string_view text, Visit visit) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        if (const std::optional<Tag> tag = tag_at(text, at)) {
            visit(at, *tag);
        }
    }
}

/// The text with `divider` for tags that divide paragraphs and nothing for others.
std::string without_tags(std::string_view text, std::string_view divider) {
    std::string plain;
    std::size_t copied = 0;
    for_each_tag(text, [&](std::size_t at, const Tag &tag) {
        if (at >= copied) {
            plain.append(text.substr(copied, at - copied)).append(tag.divides ? divider : "");
            copied = tag.end;
        }
    });
    return plain.append(text.substr(copied));
}

} // namespace

bool has_markup(std::string_view text) {
    std::size_t start_tags = 0;
    std::size_t end_tags = 0;
    std::size_t dividing = 0;
    for_each_tag(text, [&](std::size_t, const Tag &tag) {
        (tag.is_end_tag ? end_tags : start_tags) += 1;
        dividing += tag.divides ? 1U : 0U;
    });
    return (start_tags > 0 && end_tags > 0) || dividing > 1;
}

std::string as_page(std::string_view text) {
    bool divided = false;
    for_each_tag(text, [&divided](std::size_t, const Tag &tag) { divided = divided || tag.divides; });
    if (divided) {
        return std::string(text);
    }
    std::string page;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        page.append("<p>").append(text.substr(0, end)).append("</p>\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return page;
}

std::string without_markup(std::string_view field) {
    return without_tags(decode_character_references(decode_character_references(field)), " ");
}

std::string lines_of_markup(std::string_view text) {
    return decode_character_references(without_tags(text, "\n"));
}

} // namespace gainsay
