#include "ingest/html/html_page.h"

#include "ingest/article_reader.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;

namespace {

const ArticleReader &reader() {
    static const ArticleReader loaded;
    return loaded;
}

IngestedDocument read(const std::string &html) {
    RawArticle article;
    article.source = "page.html";
    article.format = InputFormat::html;
    article.content = html;
    article.given.id = "page";
    DocumentItem item = reader().read(std::move(article));
    REQUIRE(std::holds_alternative<IngestedDocument>(item));
    return std::get<IngestedDocument>(std::move(item));
}

std::string story(const std::string &html) {
    return read_html_page(html, "page.html", reader().rules()).text;
}

std::string zone_of(const Document &document, std::string_view words) {
    const std::size_t at = document.text.find(words);
    REQUIRE(at != std::string::npos);
    return std::string(zone_name(document.zone_at(at)));
}

const std::string page = R"(<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Quay in Ostby closed - The Ostby Times</title>
<meta property="og:title" content="Quay in Ostby closed">
<meta property="og:site_name" content="The Ostby Times">
<meta property="article:published_time" content="2021-05-03T22:10:00+02:00">
<meta name="author" content="By Ann Lee">
<link rel="canonical" href="https://example.org/quay">
<script>var x = "<p>no text</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav>
<div class="cookie-banner"><p>We use cookies to make this site better for all of our readers.</p></div>
<article><header><h1>Quay in Ostby closed</h1><p class="byline">By Ann Lee</p><time datetime="2021-05-03">3 May 2021</time></header>
<figure><img src="x.jpg" alt="quay"><figcaption>The quay on Sunday. Photo: Per Moe</figcaption></figure>
<p>The quay in <b>Ostby</b> was closed on Monday,&nbsp;the harbour office said &mdash; &ldquo;for good&rdquo;.</p>
<h2>Ferries late</h2>
<p>Two ferries<br>were late.</p>
<aside><p>Pulled quote that says it again.</p></aside>
<div class="related-links"><p>Read about the bridge</p></div>
<ul><li>The first ferry waited.</li><li>The second did not.</li></ul>
<blockquote><p>“We are sorry,” Holm said.</p></blockquote>
<form><p>Sign up here</p></form>
</article>
<footer><p>Copyright 2021</p></footer></body></html>)";

} // namespace

TEST_CASE("an article's paragraphs come out of its page, divided by empty lines") {
    CHECK(read(page).document.text ==
          "Quay in Ostby closed\n\nBy Ann Lee\n\n3 May 2021\n\n"
          "The quay on Sunday. Photo: Per Moe\n\n"
          "The quay in Ostby was closed on Monday,\u00A0the harbour office said — “for good”."
          "\n\nFerries late\n\nTwo ferries\nwere late.\n\nRead about the bridge\n\n"
          "The first ferry waited.\n\nThe second did not.\n\n“We are sorry,” Holm said.");
}

TEST_CASE("a page's mark-up tells zones") {
    const Document document = read(page).document;
    CHECK_FALSE(find_inconsistency(document));
    CHECK(zone_of(document, "Quay in Ostby closed") == "headline");
    CHECK(zone_of(document, "By Ann Lee") == "byline");
    CHECK(zone_of(document, "3 May 2021") == "dateline");
    CHECK(zone_of(document, "The quay on Sunday") == "caption");
    CHECK(zone_of(document, "The quay in Ostby was") == "body");
    CHECK(zone_of(document, "Ferries late") == "heading");
    CHECK(zone_of(document, "Read about the bridge") == "boilerplate");
    CHECK(zone_of(document, "The first ferry") == "body");
    CHECK(zone_of(document, "“We are sorry,”") == "body");
}

TEST_CASE("metadata of a page's head") {
    const DocumentMeta meta = read(page).document.meta;
    CHECK(meta.title == "Quay in Ostby closed");
    CHECK(meta.outlet == "The Ostby Times");
    CHECK(meta.author == "Ann Lee");
    CHECK(meta.published == "2021-05-03");
    CHECK(meta.url == "https://example.org/quay");
}

TEST_CASE("JSON-LD is read in a graph and among other objects") {
    const DocumentMeta meta = read(R"(<html><head><title>x | y</title><script type="application/ld+json">
{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList","name":"no"},
{"@type":["NewsArticle","Thing"],"headline":"Dam breaks","datePublished":"2020-02-29T01:00:00Z",
"author":[{"@type":"Person","name":"Ann Lee"},{"name":"Per Moe"}],"publisher":{"name":"Ostby Radio"},
"mainEntityOfPage":{"@id":"https://example.org/dam"}}]}</script>
<script type="application/ld+json">{broken</script></head><body><p>The dam broke on Friday.</p></body></html>)")
                                  .document.meta;
    CHECK(meta.title == "Dam breaks");
    CHECK(meta.published == "2020-02-29");
    CHECK(meta.author == "Ann Lee, Per Moe");
    CHECK(meta.outlet == "Ostby Radio");
    CHECK(meta.url == "https://example.org/dam");
}

TEST_CASE("a title loses the outlet behind it; a page without a date has none") {
    const DocumentMeta meta =
        read("<title>Dam breaks near Ostby | Ostby Radio</title><meta property=og:site_name content='Ostby Radio'>"
             "<p>The dam broke on Friday, the mayor of Ostby said.</p>")
            .document.meta;
    CHECK(meta.title == "Dam breaks near Ostby");
    CHECK_FALSE(meta.published);
    CHECK_FALSE(meta.author);
}

TEST_CASE("the article is found without an <article>") {
    const std::string words = "The harbour office said on Monday that the quay was closed for good and all.";
    CHECK(story("<body><div id=menu><a>Home</a> <a>World</a></div><h1>Quay closed</h1><div class=story><p>" + words +
                "</p><p>" + words + "</p></div><div>short</div></body>") == "Quay closed\n\n" + words + "\n\n" + words);
    CHECK(story("<table><tr><td>Menu</td><td>" + words + "<br><br>" + words + "</td></tr></table>")
              .find(words + "\n\n" + words) != std::string::npos);
    CHECK(story("just words") == "just words");
}

TEST_CASE("hidden parts and templates are left out, preformatted lines are kept") {
    CHECK(story("<p>One</p><p hidden>no</p><p style='display: none'>no</p><template><p>no</p></template>"
                "<noscript>no</noscript><pre>a  b\nc</pre>") == "One\n\na  b\nc");
}

TEST_CASE("pages that nest too deep and pages without text are refused") {
    std::string deep;
    for (int i = 0; i < 100000; ++i) {
        deep += "<div>";
    }
    CHECK_THROWS_WITH(story(deep + "text"), Catch::Contains("page.html") && Catch::Contains("100000"));
    CHECK_THROWS_AS(story("<html><body></body></html>"), InputError);
    std::string many;
    for (int i = 0; i < 20000; ++i) {
        many += "<p>word <li>item <br>";
    }
    CHECK(story(many).size() > 20000);
    std::string thousand;
    for (int i = 0; i < 1500; ++i) {
        thousand += "<div>";
    }
    CHECK(story(thousand + "words in the deep") == "words in the deep");
}
