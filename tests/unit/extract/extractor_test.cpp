#include "extract/extractor.h"

#include "text/conllu.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace gainsay;

namespace {

/// Trees as the treebanks have them, so that no parser's errors stand between the rules and the test.
Observations extract(const std::string &conllu, const std::string &published = {}) {
    static const Extractor extractor(GAINSAY_SOURCE_DIR "/src/resources/en");
    // Blanks for tabs make the trees readable here.
    std::istringstream input(conllu);
    std::string text;
    for (std::string line; std::getline(input, line);) {
        if (!line.empty() && line.front() != '#') {
            std::istringstream fields(line);
            std::string field;
            std::string joined;
            while (fields >> field) {
                joined += (joined.empty() ? "" : "\t") + field;
            }
            line = joined;
        }
        text += line + "\n";
    }
    std::istringstream stream(text + "\n");
    ConlluReader reader(stream, "test.conllu");
    std::optional<Document> document = reader.read_document();
    REQUIRE(document);
    if (!published.empty()) {
        document->meta.published = published;
    }
    Observations found = extractor.extract(*document);
    CHECK(find_inconsistency(found) == std::nullopt);
    return found;
}

const char *const denial = R"(# text = Minister Ana Belic denied that Norway had frozen the talks .
1 Minister minister NOUN _ Number=Sing 2 nmod:desc _ _
2 Ana Ana PROPN _ Number=Sing 4 nsubj _ NER=B-PER
3 Belic Belic PROPN _ Number=Sing 2 flat _ NER=I-PER
4 denied deny VERB _ Tense=Past|VerbForm=Fin 0 root _ _
5 that that SCONJ _ _ 8 mark _ _
6 Norway Norway PROPN _ Number=Sing 8 nsubj _ NER=B-GPE
7 had have AUX _ VerbForm=Fin 8 aux _ _
8 frozen freeze VERB _ Tense=Past|VerbForm=Part 4 ccomp _ _
9 the the DET _ PronType=Art 10 det _ _
10 talks talk NOUN _ Number=Plur 8 obj _ _
11 . . PUNCT _ _ 4 punct _ _
)";

} // namespace

TEST_CASE("A denial with its source, content and proposition") {
    const Observations all = extract(denial);
    REQUIRE(all.attributions.size() == 1);
    const Attribution &found = all.attributions.front();
    CHECK(found.stance == Stance::denies);
    CHECK(found.form == QuoteForm::indirect);
    REQUIRE(found.source_entity);
    CHECK(all.entities[*found.source_entity].name == "Ana Belic");
    CHECK(all.entities[*found.source_entity].mentions.front().text == "Minister Ana Belic");
    CHECK(found.text == "Minister Ana Belic denied that Norway had frozen the talks");
    REQUIRE(found.propositions.size() == 1);
    CHECK(found.propositions.front().text == "Norway had frozen the talks");
    REQUIRE(found.propositions.front().subject);
    CHECK(all.entities[*found.propositions.front().subject].name == "Norway");
}

TEST_CASE("An event within a content knows whose words it stands in") {
    const Observations all = extract(denial);
    REQUIRE_FALSE(all.events.empty());
    CHECK(all.events.front().type == EventType::SUSPEND);
    CHECK(all.events.front().attribution == AttributionIndex{0});
    REQUIRE_FALSE(all.events.front().arguments.empty());
    CHECK(all.events.front().arguments.front().role == Role::agent);
}

TEST_CASE("Negated cues and contents are told apart") {
    const Observations all = extract(R"(# text = Oslo did not say it would not join .
1 Oslo Oslo PROPN _ _ 4 nsubj _ NER=B-GPE
2 did do AUX _ _ 4 aux _ _
3 not not PART _ _ 4 advmod _ _
4 say say VERB _ VerbForm=Inf 0 root _ _
5 it it PRON _ Gender=Neut|Number=Sing|Person=3|PronType=Prs 8 nsubj _ _
6 would would AUX _ VerbForm=Fin 8 aux _ _
7 not not PART _ _ 8 advmod _ _
8 join join VERB _ VerbForm=Inf 4 ccomp _ _
9 . . PUNCT _ _ 4 punct _ _
)");
    REQUIRE(all.attributions.size() == 1);
    CHECK(all.attributions.front().stance == Stance::declines);
    CHECK(all.attributions.front().polarity == Polarity::negated);
    REQUIRE(all.attributions.front().source_entity);
    CHECK(all.entities[*all.attributions.front().source_entity].type == NodeKind::Country);
    CHECK(all.entities[*all.attributions.front().source_entity].name == "Norway");
}

TEST_CASE("A passive event, its agent and its date") {
    const Observations all = extract(R"(# text = The Harbor Council was suspended by Norway on Tuesday .
1 The the DET _ PronType=Art 3 det _ _
2 Harbor Harbor PROPN _ _ 3 compound _ NER=B-ORG
3 Council Council PROPN _ _ 5 nsubj:pass _ NER=I-ORG
4 was be AUX _ _ 5 aux:pass _ _
5 suspended suspend VERB _ Tense=Past|VerbForm=Part 0 root _ _
6 by by ADP _ _ 7 case _ _
7 Norway Norway PROPN _ _ 5 obl:agent _ NER=B-GPE
8 on on ADP _ _ 9 case _ _
9 Tuesday Tuesday PROPN _ _ 5 obl _ _
10 . . PUNCT _ _ 5 punct _ _
)",
                                     "2031-04-09");
    REQUIRE(all.events.size() == 1);
    const EventMention &event = all.events.front();
    CHECK(event.action == EdgeKind::suspended);
    REQUIRE(event.arguments.size() == 2);
    CHECK(all.entities[*event.arguments[0].entity].name == "Norway");
    CHECK(event.arguments[0].role == Role::agent);
    CHECK(all.entities[*event.arguments[1].entity].name == "Harbor Council");
    CHECK(event.arguments[1].role == Role::patient);
    REQUIRE(event.date);
    REQUIRE(event.date->value);
    CHECK(format(*event.date->value) == "2031-04-08");
}

TEST_CASE("Without an article's date a weekday has no value") {
    const Observations all = extract(R"(# text = Ana met Jan on Tuesday .
1 Ana Ana PROPN _ _ 2 nsubj _ NER=B-PER
2 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 Jan Jan PROPN _ _ 2 obj _ NER=B-PER
4 on on ADP _ _ 5 case _ _
5 Tuesday Tuesday PROPN _ _ 2 obl _ _
6 . . PUNCT _ _ 2 punct _ _
)");
    REQUIRE(all.events.size() == 1);
    REQUIRE(all.events.front().date);
    CHECK_FALSE(all.events.front().date->value);
}

TEST_CASE("A tree with a ring and a sentence without a tree end well") {
    const Observations ring = extract(R"(# text = Ana said so
1 Ana Ana PROPN _ _ 2 nsubj _ NER=B-PER
2 said say VERB _ _ 3 ccomp _ _
3 so so ADV _ _ 2 advmod _ _
)");
    CHECK(ring.entities.size() == 1);
    const Observations flat = extract(R"(# text = Ana said so
1 Ana _ _ _ _ _ _ _ NER=B-PER
2 said _ _ _ _ _ _ _ _
3 so _ _ _ _ _ _ _ _
)");
    CHECK(flat.entities.size() == 1);
}

TEST_CASE("Names of persons that are signs alone do no harm") {
    // What damaged text and a guessing tagger make of each other.
    const Observations signs = extract(R"(# text = ... met . Ana , - Ana and Jr.
1 ... ... PROPN _ _ 2 nsubj _ NER=B-PER
2 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 . . PROPN _ _ 2 obj _ NER=B-PER
4 Ana Ana PROPN _ _ 3 flat _ NER=I-PER
5 , , PUNCT _ _ 6 punct _ _
6 - - PROPN _ _ 3 conj _ NER=B-PER
7 Ana Ana PROPN _ _ 6 flat _ NER=I-PER
8 and and CCONJ _ _ 9 cc _ _
9 Jr. Jr. PROPN _ _ 3 conj _ NER=B-PER
)");
    CHECK(signs.entities.size() <= 4);
}
