#include "base/error.h"
#include "query/claim_search.h"
#include "query/name_search.h"
#include "story_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;
using samples::StoryBuilder;

namespace {

using Texts = std::vector<std::string>;

WordForms small_forms() {
    return {"# endings\nments\t\t3\nment\t\t3\nied\ty\t2\nies\ty\t2\ning\t\t3\ned\t\t3\ns\t\t2\n",
            "share; exchange; swap\nagree; deal\n", "the\nto\nthat\nof\n"};
}

KnowledgeGraph radar_story() {
    StoryBuilder s;
    const NodeIndex brandt = s.node(NodeKind::Person, "Brandt");
    const NodeIndex orsk = s.node(NodeKind::Country, "Orsk");
    s.at(orsk).aliases = {"Grenz"};
    s.at(orsk).attributes["country"] = std::string("OK");
    const NodeIndex share = s.claim("they agreed to share radar pictures", ClaimStatus::disputed);
    const NodeIndex sell = s.claim("Vael sells radar pictures");
    s.at(sell).attributes["sources"] = std::int64_t{7};
    const NodeIndex fish = s.claim("the fish are gone");
    const NodeIndex strike = s.event("a strike in the harbour", EventType::PROTEST, "2031-05-01");
    s.add(brandt, EdgeKind::asserts, share, "d1", "They agreed to share pictures, Brandt said.");
    s.add(brandt, EdgeKind::denies, sell, "d2", "Brandt denied that Vael sells them.");
    s.add(orsk, EdgeKind::asserts, fish, "d2", "Orsk says the fish are gone.");
    s.add(brandt, EdgeKind::denies, strike, "d2", "There was no strike, Brandt said.");
    s.structure(share, EdgeKind::about, orsk);
    return s.build();
}

Texts labels(const KnowledgeGraph &graph, const std::vector<ClaimMatch> &matches) {
    Texts texts;
    for (const ClaimMatch &match : matches) {
        texts.push_back(graph.node(match.claim).label);
    }
    return texts;
}

Texts labels(const KnowledgeGraph &graph, const std::vector<NodeIndex> &claims) {
    Texts texts;
    for (const NodeIndex claim : claims) {
        texts.push_back(graph.node(claim).label);
    }
    return texts;
}

} // namespace

TEST_CASE("forms of a word meet") {
    const WordForms forms = small_forms();
    CHECK(forms.stem("agreements") == forms.stem("agreed"));
    CHECK(forms.stem("agree") == forms.stem("agreed"));
    CHECK(forms.stem("denied") == forms.stem("denies"));
    CHECK(forms.stem("sharing") == forms.stem("share"));
    CHECK(forms.stem("planned") == forms.stem("plan"));
    CHECK(forms.stem("red") == "red");
    CHECK(forms.group("swapped") == forms.group("exchanges"));
    CHECK(forms.group("agreement") == forms.group("deal"));
    CHECK(forms.words("The U.S. agreed to Orsk’s deal. End") == Texts{"us", "agreed", "orsk", "deal", "end"});
    CHECK(forms.words("to the") == Texts{"to", "the"});
    CHECK(forms.words("").empty());
    const WordForms none;
    CHECK(none.stem("agreed") == "agreed");
    CHECK(none.words("The deal") == Texts{"the", "deal"});
    CHECK_THROWS_AS(WordForms("ing\t\n", "", ""), ModelError);
}

TEST_CASE("claims are found by their words in other forms, by synonyms and by names") {
    const KnowledgeGraph graph = radar_story();
    const ArticleIndex articles(graph);
    const WordForms forms = small_forms();
    const auto search = [&](const char *words) { return search_claims(graph, articles, forms, words); };

    const std::vector<ClaimMatch> agreed = search("agreement to share radar pictures");
    REQUIRE(agreed.size() == 2);
    CHECK(graph.node(agreed[0].claim).label == "they agreed to share radar pictures");
    CHECK(agreed[0].score == 1);
    CHECK(agreed[0].missing.empty());
    // Half of the words are enough; what lacks is said.
    CHECK(agreed[1].found == Texts{"radar", "pictures"});
    CHECK(agreed[1].missing == Texts{"agreement", "share"});
    CHECK(agreed[1].score == Approx(0.5));

    const std::vector<ClaimMatch> synonym = search("deal to exchange radar pictures");
    CHECK(synonym[0].missing.empty());
    CHECK(synonym[0].score == Approx((0.75 + 0.75 + 1 + 1) / 4));
    // By another name of what it is about.
    CHECK(labels(graph, search("Grenz")) == Texts{"they agreed to share radar pictures"});
    // By what stands for the country that it is about.
    const CountryNames countries("OK\tOrsk\t\tOrskian\tOrskians\t\t\n");
    CHECK(labels(graph, search_claims(graph, articles, forms, "Orskians", countries)) ==
          Texts{"they agreed to share radar pictures"});
    CHECK(search("Orskians").empty());
    // Equal scores: the one of more sources first.
    CHECK(labels(graph, search("radar")) == Texts{"Vael sells radar pictures", "they agreed to share radar pictures"});
    // An event that somebody denies is a claim too.
    CHECK(labels(graph, search("strike")) == Texts{"a strike in the harbour"});
    CHECK(search("nothing like this").empty());
    CHECK(search("").empty());
}

TEST_CASE("claims by actor, status, topic, words; most independent sources first") {
    const KnowledgeGraph graph = radar_story();
    const ArticleIndex articles(graph);
    const WordForms forms = small_forms();
    const auto find = [&](const ClaimQuery &query) {
        return labels(graph, find_claims(graph, articles, forms, query));
    };
    CHECK(find({}).front() == "Vael sells radar pictures");
    CHECK(find({}).size() == 3);
    ClaimQuery query;
    query.actors = {resolve_name(graph, "Brandt")};
    CHECK(find(query).size() == 2);
    query.status = ClaimStatus::disputed;
    CHECK(find(query) == Texts{"they agreed to share radar pictures"});
    query = {};
    query.about = {resolve_name(graph, "Orsk")};
    CHECK(find(query) == Texts{"they agreed to share radar pictures"});
    query = {};
    query.words = "radar deal";
    CHECK(find(query) == Texts{"they agreed to share radar pictures"});
    query = {};
    query.documents = {{"d2"}};
    CHECK(find(query).size() == 2);
    query.period = {parse_date("2031"), {}};
    CHECK(find(query).empty());
}
