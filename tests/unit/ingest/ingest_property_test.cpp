#include "ingest/article_reader.h"
#include "ingest/sources/text_encoding.h"

#include "temporary_folder.h"

#include "base/error.h"
#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <string_view>

using namespace gainsay;

namespace {

/// Pieces out of which odd articles are made.
constexpr std::array<std::string_view, 44> pieces = {"By Ann Lee",
                                                     "\n",
                                                     "\n\n",
                                                     " ",
                                                     "READ MORE: x",
                                                     "The quay was closed, he said.",
                                                     "(Reuters)",
                                                     "# ",
                                                     "**",
                                                     "Image: AFP",
                                                     "<p>",
                                                     "</div>",
                                                     "<div class=nav>",
                                                     "<article>",
                                                     "&amp;",
                                                     "&#1;",
                                                     "\xE2\x80\x9C",
                                                     "\xFF",
                                                     "\xC3",
                                                     "\r\n",
                                                     "\f",
                                                     "\xEF\xBB\xBF",
                                                     "October 3, 2019",
                                                     "OSTBY (AP) - ",
                                                     "[a](b",
                                                     "](",
                                                     "----",
                                                     "1. ",
                                                     "\"",
                                                     "{\"text\":",
                                                     "https://x.org/1",
                                                     "<h1>",
                                                     "<!--",
                                                     "Latest Posts",
                                                     "(L)",
                                                     "\t",
                                                     "<br>",
                                                     "\u2028",
                                                     "é",
                                                     "A",
                                                     "0",
                                                     ".",
                                                     "sb/mg (AFP)",
                                                     "By "};

std::string random_bytes(std::mt19937 &random) {
    std::string bytes;
    const std::size_t count = random() % 40;
    for (std::size_t i = 0; i < count; ++i) {
        if (random() % 8 == 0) {
            bytes.push_back(static_cast<char>(random() % 256));
        } else {
            bytes += pieces[random() % pieces.size()];
        }
    }
    return bytes;
}

void check_item(const DocumentItem &item) {
    if (const auto *failure = std::get_if<DocumentFailure>(&item)) {
        CHECK_FALSE(failure->reason.message.empty());
        CHECK(failure->reason.severity == Severity::error);
        return;
    }
    const Document &document = std::get<IngestedDocument>(item).document;
    CHECK_FALSE(document.text.empty());
    CHECK_FALSE(document.zones.empty());
    const std::optional<std::string> fault = find_inconsistency(document);
    CAPTURE(fault.value_or(""));
    CHECK_FALSE(fault);
    CHECK_FALSE(find_invalid_utf8(document.text));
    for (std::size_t i = 0; i < document.zones.size(); ++i) {
        CHECK_FALSE(document.zones[i].span.empty());
        CHECK((i == 0 || document.zones[i].zone != document.zones[i - 1].zone));
        const std::size_t begin = document.zones[i].span.begin;
        CHECK((static_cast<unsigned char>(document.text[begin]) & 0xC0U) != 0x80U); // starts a character
    }
}

} // namespace

TEST_CASE("any bytes in any format give documents or failures, with zones in order") {
    constexpr unsigned rounds = 1500;
    const TemporaryFolder folder;
    const ArticleReader reader;
    std::mt19937 random(20240501); // fixed, so that a failure comes again
    for (unsigned round = 0; round < rounds; ++round) {
        const std::string bytes = random_bytes(random);
        const std::array<const char *, 5> names = {"a.txt", "a.md", "a.html", "a.jsonl", "a"};
        const std::string path = folder.write(names[round % names.size()], bytes);
        INFO("round " << round);
        ArticleStream stream({path});
        while (std::optional<RawItem> item = stream.next()) {
            check_item(reader.read(*std::move(item)));
        }
        std::filesystem::remove(path);
    }
}

TEST_CASE("the same bytes give the same document") {
    const ArticleReader reader;
    std::mt19937 random(7);
    for (unsigned round = 0; round < 200; ++round) {
        RawArticle article;
        article.source = "x";
        article.given.id = "x";
        article.format = round % 2 == 0 ? InputFormat::plain_text : InputFormat::html;
        Diagnostics diagnostics;
        try {
            article.content = to_utf8(random_bytes(random), "x", InvalidUtf8::repair, diagnostics) + " end";
        } catch (const InputError &) {
            continue;
        }
        const DocumentItem first = reader.read(article);
        const DocumentItem second = reader.read(article);
        REQUIRE(first.index() == second.index());
        if (const auto *document = std::get_if<IngestedDocument>(&first)) {
            CHECK(document->document == std::get<IngestedDocument>(second).document);
        }
    }
}
