#include "ingest/zones/zone_marker.h"

#include "ingest/zones/story_blocks.h"
#include "ingest/zones/text_metadata.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;

namespace {

const ArticleRules &rules() {
    static const ArticleRules loaded(GAINSAY_SOURCE_DIR "/src/resources/en");
    return loaded;
}

/// "zone: text" for every zone, white space at the ends left out.
std::vector<std::string> zones(std::string_view text, const std::optional<std::string> &title = {}) {
    const MarkedArticle marked = mark_zones(text, find_article_lines(text, rules()), title, rules());
    std::vector<std::string> shown;
    std::size_t end = 0;
    for (const ZoneSpan &zone : marked.zones) {
        CHECK(zone.span.begin == end);
        end = zone.span.end;
        std::string words(text.substr(zone.span.begin, zone.span.size()));
        while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) {
            words.pop_back();
        }
        shown.push_back(std::string(zone_name(zone.zone)) + ": " + words);
    }
    CHECK(end == text.size());
    return shown;
}

DocumentMeta metadata(std::string_view text) {
    const std::vector<ArticleLine> lines = find_article_lines(text, rules());
    return read_text_metadata(lines, mark_zones(text, lines, {}, rules()), rules());
}

using Zones = std::vector<std::string>;

} // namespace

TEST_CASE("headline, byline with date, caption with credit, a dateline's rest, heading, shop") {
    const std::string_view text =
        "Harbour Chief Rejects Mayor’s Claim of a Deal on Dredging\n\n"
        "By Ann de Vries | October 3, 2019 | 4:24am EDT\n\n"
        "Mayor Jon Holm and harbour chief Eva Lind meet in Ostby in May 2018. (AP Photo, File)\n\n"
        "( – Harbour chief Eva Lind is rejecting a claim by Mayor Jon Holm that the two agreed on dredging.\n\n"
        "‘Old quarrel’ over the quay\n\n"
        "The quay was built in 1971, and both sides have fought over it since.\n\n"
        "Ostby Store";
    CHECK(zones(text) ==
          Zones{"headline: Harbour Chief Rejects Mayor’s Claim of a Deal on Dredging",
                "byline: By Ann de Vries | October 3, 2019 | 4:24am EDT",
                "caption: Mayor Jon Holm and harbour chief Eva Lind meet in Ostby in May 2018. (AP Photo, File)",
                "dateline: ( –",
                "body: Harbour chief Eva Lind is rejecting a claim by Mayor Jon Holm that the two agreed on dredging.",
                "heading: ‘Old quarrel’ over the quay",
                "body: The quay was built in 1971, and both sides have fought over it since.",
                "boilerplate: Ostby Store"});
    const DocumentMeta meta = metadata(text);
    CHECK(meta.title == "Harbour Chief Rejects Mayor’s Claim of a Deal on Dredging");
    CHECK(meta.author == "Ann de Vries");
    CHECK(meta.published == "2019-10-03");
    CHECK_FALSE(meta.outlet);
}

TEST_CASE("headlines of other articles with their buttons, a box of highlights, a strip of pictures") {
    const std::string_view text =
        "Ostby denies new talks with Norwick on fishing\n\n"
        "Story highlights Ostby says no talks are planned The harbour office calls the report wrong\n\n"
        "Ostby has denied that it is talking to Norwick about fishing rights in the sound.\n\n"
        "Fishing in the sound: what the two towns want Read more\n\n"
        "Holm said on Tuesday that children should read more.";
    CHECK(
        zones(text) ==
        Zones{"headline: Ostby denies new talks with Norwick on fishing",
              "boilerplate: Story highlights Ostby says no talks are planned The harbour office calls the report wrong",
              "body: Ostby has denied that it is talking to Norwick about fishing rights in the sound.",
              "boilerplate: Fishing in the sound: what the two towns want Read more",
              "body: Holm said on Tuesday that children should read more."});
}

TEST_CASE("menu, date line, short link, picture with name and credit, sign-off of editors and agencies") {
    const std::string_view text =
        "1. Skip to content\n  2. Skip to main menu\n  3. Skip to more ZZ sites\n\n"
        "Ostby denies new talks with Norwick on fishing\n\n"
        "October 16, 2019\n\n"
        "Ostby has denied that it is talking to Norwick about fishing rights in the sound.\n\n"
        "https://p.example.org/p/1AbCd\nEva Lind\nImage: Getty Images/AFP/Per Moe\n\n"
        "The harbour office said in a statement on Thursday that there were no talks.\n\n"
        "Contradicting Holm\n\n"
        "The statement contradicts what Mayor Jon Holm had said on Tuesday.\n\n"
        "sb/mg (Reuters, AFP)";
    CHECK(zones(text) ==
          Zones{"boilerplate: 1. Skip to content\n  2. Skip to main menu\n  3. Skip to more ZZ sites",
                "headline: Ostby denies new talks with Norwick on fishing", "dateline: October 16, 2019",
                "body: Ostby has denied that it is talking to Norwick about fishing rights in the sound.",
                "boilerplate: https://p.example.org/p/1AbCd", "caption: Eva Lind",
                "boilerplate: Image: Getty Images/AFP/Per Moe",
                "body: The harbour office said in a statement on Thursday that there were no talks.",
                "heading: Contradicting Holm",
                "body: The statement contradicts what Mayor Jon Holm had said on Tuesday.",
                "boilerplate: sb/mg (Reuters, AFP)"});
    const DocumentMeta meta = metadata(text);
    CHECK(meta.published == "2019-10-16");
    CHECK(meta.url == "https://p.example.org/p/1AbCd");
    CHECK_FALSE(meta.author);
}

TEST_CASE("Markdown's title and headings, a byline that is an outlet, the original address") {
    const std::string_view text =
        "\n# Holm Says Ostby and Norwick Agree on Quotas\n\n"
        "By [The Ostby Times](#)\n\nOctober 15, 2019\n\n\n"
        "Mayor Jon Holm shakes hands with harbour chief Eva Lind (L) as they meet at the town hall Oct. 14, 2019.\n\n"
        "Mayor Jon Holm and harbour chief Eva Lind have agreed on new quotas for cod in the sound.\n\n"
        "## **Differences on Herring**\n\n"
        "The truce has come under strain at times since it took effect last month\n\n"
        "Lind called for a new start.\n\n"
        "Original url:\n\n<https://www.example.org/2019/10/15/holm-says>";
    CHECK(
        zones(text) ==
        Zones{
            "boilerplate: \n#", "headline: Holm Says Ostby and Norwick Agree on Quotas",
            "byline: By [The Ostby Times](#)", "dateline: October 15, 2019",
            ("caption: Mayor Jon Holm shakes hands with harbour chief Eva Lind (L) as they meet at the town hall Oct. "
             "14, 2019."),
            "body: Mayor Jon Holm and harbour chief Eva Lind have agreed on new quotas for cod in the sound.",
            "boilerplate: ## **", "heading: Differences on Herring", "boilerplate: **",
            ("body: The truce has come under strain at times since it took effect last month\n\n"
             "Lind called for a new start."),
            "boilerplate: Original url:\n\n<https://www.example.org/2019/10/15/holm-says>"});
    const DocumentMeta meta = metadata(text);
    CHECK(meta.title == "Holm Says Ostby and Norwick Agree on Quotas");
    CHECK(meta.outlet == "The Ostby Times");
    CHECK_FALSE(meta.author);
    CHECK(meta.url == "https://www.example.org/2019/10/15/holm-says");
}

TEST_CASE("a caption that the page has twice, the author below, notes about the blog") {
    const std::string_view text =
        "Accessibility links\n\nBreaking News\n\n"
        "Is Ostby Walking Back Its 'Quota' Reports?\n\n"
        "Harbour chief Eva Lind speaks with Mayor Jon Holm during a meeting in Ostby on May 14.\n"
        "Harbour chief Eva Lind speaks with Mayor Jon Holm during a meeting in Ostby on May 14.\n\n"
        "The harbour office has put out a statement saying that it was clarifying its position on quotas.\n\n"
        "The statement stressed that Ostby will not be part of the Norwick fleet this year.\n\n"
        "-- Maria Holt\n\n"
        "About This Blog\n\n"
        "\"Under the Quay\" provides news and opinion about the sound and its people.\n\n\n"
        "Latest Posts";
    const std::string caption =
        "Harbour chief Eva Lind speaks with Mayor Jon Holm during a meeting in Ostby on May 14.";
    CHECK(zones(text) ==
          Zones{"boilerplate: Accessibility links\n\nBreaking News",
                "headline: Is Ostby Walking Back Its 'Quota' Reports?", "caption: " + caption,
                "boilerplate: " + caption,
                ("body: The harbour office has put out a statement saying that it was clarifying its position on "
                 "quotas.\n\nThe statement stressed that Ostby will not be part of the Norwick fleet this year."),
                "byline: -- Maria Holt",
                ("boilerplate: About This Blog\n\n\"Under the Quay\" provides news and opinion about the sound and its "
                 "people.\n\n\nLatest Posts")});
    CHECK(metadata(text).author == "Maria Holt");
    CHECK_FALSE(metadata(text).published);
}

TEST_CASE("teasers between wrapped lines; no headline is made up") {
    const std::string_view text = "Ostby has refuted reports that it would share its quota with Norwick this year. The "
                                  "reports followed talks on Wednesday.\n"
                                  "READ MORE: Cod: 1.1 tonnes already landed, ‘30 years of plenty’ to come\n"
                                  "Following the talks, the two sides held separate media\n"
                                  "conferences in the old town hall of Ostby, near the\n"
                                  "harbour.\n"
                                  "READ MORE: Holm says Ostby ‘shamed’ Norwick over herring\n"
                                  "The fleet has gained ground by taking vast shoals.";
    CHECK(zones(text) ==
          Zones{("body: Ostby has refuted reports that it would share its quota with Norwick this year. The reports "
                 "followed talks on Wednesday."),
                "boilerplate: READ MORE: Cod: 1.1 tonnes already landed, ‘30 years of plenty’ to come",
                ("body: Following the talks, the two sides held separate media\nconferences in the old town hall of "
                 "Ostby, near the\nharbour."),
                "boilerplate: READ MORE: Holm says Ostby ‘shamed’ Norwick over herring",
                "body: The fleet has gained ground by taking vast shoals."});
    CHECK(metadata(text) == DocumentMeta{});
}

TEST_CASE("datelines before the first words") {
    const auto first = [](const std::string &lead) {
        return zones(lead + "The harbour office said on Monday that the quay was safe.");
    };
    const std::string body = "body: The harbour office said on Monday that the quay was safe.";
    for (const std::string lead : {"OSTBY (Reuters) - ", "OSTBY, Norwick, Oct. 3 (AP) — ", "OSTBY — ",
                                   "Ostby, 3 October (Interfax) – ", "(CNN) -- ", "ST. OSTBY, N.Y. – "}) {
        INFO(lead);
        const Zones found = first(lead);
        REQUIRE(found.size() == 2);
        CHECK(found[0].substr(0, 9) == "dateline:");
        CHECK(found[1] == body);
    }
    for (const std::string lead : {"Holm — once a sailor — agreed. ", "The quay - the old one - stands. ",
                                   "“No deal” – that was his word. ", "He said: — "}) {
        INFO(lead);
        CHECK(first(lead).size() == 1);
    }
}

TEST_CASE("a known title is found as a line, in two lines and before the first sentence") {
    const std::string body = "The quay was closed on Monday, the harbour office said.";
    CHECK(zones("Quay is closed.\n\n" + body, "Quay is closed") == Zones{"headline: Quay is closed.", "body: " + body});
    CHECK(zones("Menu\n\nQuay closed; \nOstby waits for the ferry\n\n" + body,
                "Quay closed; Ostby waits for the ferry")[1]
              .substr(0, 9) == "headline:");
    CHECK(zones("Quay in Ostby is closed. " + body, "Quay in Ostby is closed") ==
          Zones{"headline: Quay in Ostby is closed.", "body: " + body});
    CHECK(zones("Quay in Ostby is closed because of rain. " + body, "Quay in Ostby is closed").size() == 1);
}

TEST_CASE("lines of noise that stand at an article's end") {
    const std::string body = "Quay in Ostby closed\n\nThe quay was closed on Monday, the harbour office said.\n\n"
                             "Mayor Jon Holm did not comment on the matter.\n\nThe ferry is late.\n\n"
                             "No date was given for the opening.\n\n";
    for (const std::string line :
         {"(Reporting by Ann Lee; Editing by Per Moe)", "Follow Ann Lee on Twitter @annlee.", "Share this article",
          "© 2019 The Ostby Times. All rights reserved.", "Per Moe contributed to this report.",
          "Correction: An earlier version of this article gave a wrong date.", "- Reuters.",
          "Sign up for our newsletter", "Ann Lee is a professor of law at Norwick University.", "More from Ostby",
          "Photo: Per Moe/Ostby Times", "* * *", "https://example.org/x",
          "Editor's note: The Ostby Times belongs to the harbour office,\nwhich is named\nin this article."}) {
        INFO(line);
        CHECK(zones(body + line).back() == "boilerplate: " + line);
    }
    for (const std::string line :
         {"“We will fight on,” Holm said.", "Holm is a former harbour chief.", "More ships are expected on Friday.",
          "By Friday the quay will be open.", "Reuters first reported the closing.", "“No,” said Holm (right).",
          "He will share this story with the court, his lawyer said."}) {
        INFO(line);
        const Zones found = zones(body + line);
        CHECK(found.back().find(line) != std::string::npos);
        if (line.find("right") == std::string::npos) {
            CHECK(found.back().substr(0, 5) == "body:");
        }
    }
}

TEST_CASE("bylines and who they name") {
    const auto names = [](std::string_view line) {
        const DocumentMeta meta = metadata("Quay in Ostby closed by office\n\n" + std::string(line) +
                                           "\n\nThe quay was closed on Monday, the harbour office said.\n");
        return meta.author.value_or("-") + "/" + meta.outlet.value_or("-") + "/" + meta.published.value_or("-");
    };
    CHECK(names("By Ann Lee") == "Ann Lee/-/-");
    CHECK(names("by ANN LEE and PER MOE") == "Ann Lee and Per Moe/-/-");
    CHECK(names("By Ann Lee, Staff Writer") == "Ann Lee/-/-");
    CHECK(names("By Ann Lee, Per van der Moe and Jo Ek | May 3, 2021") ==
          "Ann Lee, Per van der Moe and Jo Ek/-/2021-05-03");
    CHECK(names("By Ann Lee, The Ostby Gazette") == "Ann Lee/The Ostby Gazette/-");
    CHECK(names("Written by Ann Lee · 3 May 2021") == "Ann Lee/-/2021-05-03");
    CHECK(names("Ann Lee, Reuters") == "Ann Lee/-/-");
    CHECK(names("By Reuters") == "-/Reuters/-");
    CHECK(names("Updated May 4, 2021\n\nPublished May 3, 2021") == "-/-/2021-05-03");
    CHECK(names("By order of the office") == "-/-/-");
    CHECK(names("By May, all was quiet") == "-/-/-");
}

TEST_CASE("headings stand before text and have no verb; other short lines stay") {
    const std::string lead = "Quay in Ostby closed by office\n\nThe quay was closed on Monday, the office said.\n\n";
    const std::string tail = "\n\nThe office did not say when the quay would open again.";
    CHECK(zones(lead + "What comes next?" + tail)[2] == "heading: What comes next?");
    CHECK(zones(lead + "An old dispute" + tail)[2] == "heading: An old dispute");
    CHECK(zones(lead + "It was late." + tail).size() == 2);
    CHECK(zones(lead + "- the quay" + tail).size() == 2);
    CHECK(zones(lead + "Holm said this:" + tail).size() == 2);
}

TEST_CASE("a text without paragraphs stays body") {
    CHECK(zones("word") == Zones{"body: word"});
    CHECK(zones("one two\n\nthree four\n").size() == 1);
}

TEST_CASE("blocks that tell the story leave the rest out") {
    Document document;
    document.text =
        "Skip to content\n\nQuay closed in Ostby\n\nOSTBY (AP) - The quay was closed on Monday, they said.\n";
    CHECK(story_blocks(document).size() == 3);
    document.zones = mark_zones(document.text, find_article_lines(document.text, rules()), {}, rules()).zones;
    const std::vector<Block> blocks = story_blocks(document);
    REQUIRE(blocks.size() == 2);
    CHECK(document.slice(blocks[0].span) == "Quay closed in Ostby");
    CHECK(document.slice(blocks[1].span) == "The quay was closed on Monday, they said.");
}

TEST_CASE("a text of very many lines is body, in little time") {
    std::string text =
        "Skip to content\n\nQuay in Ostby closed by office\n\nThe quay was closed on Monday, they said.\n\n";
    for (int i = 0; i < 60000; ++i) {
        text += "Row.\n\n";
    }
    text += "Latest Posts";
    const Zones found = zones(text);
    REQUIRE(found.size() == 4);
    CHECK(found[1] == "headline: Quay in Ostby closed by office");
    CHECK(found[2].substr(0, 5) == "body:");
    CHECK(found[3] == "boilerplate: Latest Posts");
}
