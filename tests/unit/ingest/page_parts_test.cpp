// Parts of pages that stand beside the article, or that only look as if they did.
#include "ingest/article_reader.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;

namespace {

const std::vector<std::string> paragraphs = {
    "Harbour master Ida Rusk denied on Friday that the tanker had been let in without papers by her office.",
    "“Nobody signed anything in that night,” Rusk told reporters at the gate of the old customs house in Ostby.",
    "Captain Jon Vell said that he had the papers of the harbour in his hands when he left for the open sea.",
    "The owners of the tanker declined to comment, and said that they would wait for what the inquiry finds.",
};

std::string with_tag(const std::string &start, const std::string &end) {
    std::string html;
    for (const std::string &paragraph : paragraphs) {
        html += start;
        html += paragraph;
        html += end;
    }
    return html;
}

std::string page(const std::string &body, const std::string &head = "") {
    return "<!DOCTYPE html><html><head><title>Rusk denies it - The Ostby Times</title>" + head + "</head><body>" +
           body + "</body></html>";
}

Document read(const std::string &html) {
    static const ArticleReader reader;
    RawArticle article;
    article.source = "page.html";
    article.format = InputFormat::html;
    article.content = html;
    article.given.id = "page";
    DocumentItem item = reader.read(std::move(article));
    REQUIRE(std::holds_alternative<IngestedDocument>(item));
    return std::get<IngestedDocument>(std::move(item)).document;
}

std::string body_of(const Document &document) {
    std::string body;
    for (const ZoneSpan &zone : document.zones) {
        body += zone.zone == Zone::body ? document.slice(zone.span) : "";
    }
    return body;
}

void check_whole(const std::string &html) {
    const std::string body = body_of(read(html));
    for (const std::string &paragraph : paragraphs) {
        CHECK(body.find(paragraph) != std::string::npos);
    }
}

const std::string title = "<h1>Rusk denies it</h1>";
const std::string story = with_tag("<p>", "</p>");

} // namespace

TEST_CASE("what usually lies beside the article is kept where it is all there is") {
    check_whole(page("<form id=\"aspnetForm\"><div>" + title + story + "</div></form>"));
    check_whole(page("<nav><a href='/'>Home</a></nav><aside class='main-column'>" + title + story + "</aside>"));
    check_whole(page("<main><template id='B:0'></template></main><div hidden id='S:0'><article>" + title + story +
                     "</article></div>"));
    check_whole(page("<div id='root'></div><noscript>" + title + story + "</noscript>"));
}

TEST_CASE("a form, an aside and something hidden beside the article are left out") {
    const std::string other =
        "<p>Tell us what you think of this story, and of all the others that we have written.</p>";
    const std::string body = body_of(read(page("<article>" + title + story + "<form>" + other + "</form><aside>" +
                                               other + "</aside><div hidden>" + other + "</div></article>")));
    CHECK(body.find("what you think") == std::string::npos);
    check_whole(page("<form><div>" + title + story + "<aside>" + other + "</aside></div></form>"));
    CHECK(body_of(read(page("<form><div>" + title + story + "<aside>" + other + "</aside></div></form>")))
              .find("what you think") == std::string::npos);
}

TEST_CASE("names of noise on the article's own paragraphs") {
    check_whole(page("<article>" + title +
                     "<p>It began with a tanker, and nobody in the harbour office was on duty.</p>" +
                     with_tag("<p class='paywall'>", "</p>") + "</article>"));
    check_whole(page("<div class='article'>" + title +
                     with_tag("<div class='sidebar-grid__content article__content'><p>", "</p></div>") + "</div>"));
    check_whole(page("<div class='comments-enabled'><article>" + title + story + "</article></div>"));
}

TEST_CASE("comments that are longer than the article are none of it") {
    std::string comments;
    for (int i = 0; i < 6; ++i) {
        comments += "<div><p>" + std::to_string(i) +
                    " of us have seen such papers, and nobody was ever asked for them.</p></div>";
    }
    const Document document =
        read(page("<div id='content'>" + title + story + "<div id='comments'>" + comments + "</div></div>"));
    CHECK(body_of(document).find("such papers") == std::string::npos);
    CHECK(body_of(document).find("Ida Rusk denied") != std::string::npos);
}

TEST_CASE("announcements of other articles") {
    const std::string teasers =
        "<ul><li><a href='/a'><h3>Mayor of Vael rejects the budget</h3></a><p>The mayor says that she had not been "
        "asked "
        "about any of it.</p></li><li><h3><a href='/b'>Storm takes the pier</a></h3><p>Twelve boats were lost in the "
        "harbour of Tolm.</p></li></ul>";
    for (const std::string &end :
         {"<h2>More from The Ostby Times</h2>" + teasers, "<h2>Our picks</h2>" + teasers, teasers}) {
        std::string article = "<article>";
        article.append(title).append(story).append(end).append("</article>");
        const std::string html = page(article);
        const std::string body = body_of(read(html));
        CHECK(body.find("had not been asked") == std::string::npos);
        CHECK(body.find("Twelve boats") == std::string::npos);
        check_whole(html);
    }
    // In the middle of the article, in a part of their own.
    check_whole(page("<article>" + title +
                     "<p>It began with a tanker, and nobody was on duty.</p><div><h2>Related</h2>" + teasers +
                     "</div>" + story + "</article>"));
}

TEST_CASE("a line that only leads elsewhere, and a heading that is the page's own link") {
    const Document document = read(
        page("<article><h1><a href='#'>Rusk denies it</a></h1>" + story +
             "<p><a href='/c'>Ostby counts its boats after the storm</a></p><h2>What <a href='/d'>Vell</a> saw</h2>" +
             story + "</article>"));
    const std::string body = body_of(document);
    CHECK(body.find("counts its boats") == std::string::npos);
    CHECK(document.meta.title == "Rusk denies it");
    const std::size_t heading = document.text.find("What Vell saw");
    REQUIRE(heading != std::string::npos);
    CHECK(document.zone_at(heading) == Zone::heading);
}

TEST_CASE("text that stands in the page's data alone") {
    const std::string data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Rusk "
                             "&#8216;signed nothing&#8217; "
                             "&amp; will say so\",\"author\":{\"name\":\"Se&#225;n Moe\"},\"articleBody\":\"" +
                             paragraphs[0] + "\\n" + paragraphs[2] + "\"}</script>";
    const Document document = read(page("<div id='root'></div><noscript>Please enable JavaScript.</noscript>", data));
    CHECK(document.meta.title == "Rusk ‘signed nothing’ & will say so");
    CHECK(document.meta.author == "Seán Moe");
    CHECK(body_of(document).find(paragraphs[2]) != std::string::npos);
    CHECK(document.zone_at(0) == Zone::headline);
    // Where the page shows the text, that is what is read.
    CHECK(body_of(read(page("<article>" + title + story + "</article>", data))).find(paragraphs[3]) !=
          std::string::npos);
}

TEST_CASE("who wrote a page, and when") {
    Document document =
        read(page("<article>" + title + "<p class='author'>Last Updated: January 7, 2025</p>" + story + "</article>"));
    CHECK_FALSE(document.meta.author);
    CHECK(document.meta.published == "2025-01-07");
    document = read(page("<article>" + title + story + "</article>",
                         "<link rel='canonical' href='https://ostby.example/2024/03/04/rusk-denies-it/'>"));
    CHECK(document.meta.published == "2024-03-04");
}

TEST_CASE("a post that is embedded is what somebody said, and signs nothing but itself") {
    const Document document = read(
        page("<article>" + title + "<p>" + paragraphs[0] +
             "</p><div class='social-embed'><blockquote class='twitter-tweet'><p>I signed nothing in that night, and "
             "nobody asked me to.</p>&mdash; Ida Rusk (@idarusk) <a href='https://x.example/1'>March 4, "
             "2023</a></blockquote></div>" +
             story + "</article>"));
    CHECK_FALSE(document.meta.author);
    CHECK_FALSE(document.meta.published);
    CHECK(body_of(document).find("I signed nothing in that night") != std::string::npos);
}
