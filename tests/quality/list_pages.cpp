// Writes what is read off web pages, one JSON object a page: the file's stem, the story's text (paragraphs and headings
// within it, joined by line ends), title, day, author. run.py compares it with what people read there.

#include "ingest/article_reader.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <variant>

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer &out, const char *key, const std::string &value) {
    out.Key(key);
    out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

std::string story_of(const gainsay::Document &document) {
    std::string story;
    for (const gainsay::ZoneSpan &zone : document.zones) {
        if (zone.zone == gainsay::Zone::body || zone.zone == gainsay::Zone::heading) {
            story.append(document.slice(zone.span)).push_back('\n');
        }
    }
    return story;
}

} // namespace

int main(int count, char **arguments) {
    try {
        gainsay::IngestOptions options;
        options.format = gainsay::InputFormat::html;
        options.any_language = true;
        gainsay::DocumentStream stream({arguments + 1, arguments + count}, options);
        while (const std::optional<gainsay::DocumentItem> item = stream.next()) {
            if (const auto *failure = std::get_if<gainsay::DocumentFailure>(&*item)) {
                std::cerr << format(failure->reason) << '\n';
                continue;
            }
            const gainsay::Document &document = std::get<gainsay::IngestedDocument>(*item).document;
            rapidjson::StringBuffer buffer;
            Writer out(buffer);
            out.StartObject();
            write(out, "id", document.meta.id);
            write(out, "text", story_of(document));
            write(out, "title", document.meta.title.value_or(""));
            write(out, "published", document.meta.published.value_or(""));
            write(out, "author", document.meta.author.value_or(""));
            out.EndObject();
            std::cout << buffer.GetString() << '\n';
        }
    } catch (const std::exception &error) {
        std::cerr << "list_pages: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
