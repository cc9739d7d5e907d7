#include "extract/extractor.h"
#include "extract/verb_forms.h"
#include "text/conllu.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace gainsay;

namespace {

/// Of the first attribution of a text of trees, with blanks for tabs.
std::vector<Proposition> propositions(const std::string &conllu) {
    static const Extractor extractor(GAINSAY_SOURCE_DIR "/src/resources/en");
    std::istringstream input(conllu);
    std::string text;
    for (std::string line; std::getline(input, line);) {
        if (!line.empty() && line.front() != '#') {
            std::replace(line.begin(), line.end(), ' ', '\t');
        }
        text += line + "\n";
    }
    std::istringstream stream(text + "\n");
    ConlluReader reader(stream, "test.conllu");
    const std::optional<Document> document = reader.read_document();
    REQUIRE(document);
    const Observations found = extractor.extract(*document);
    REQUIRE(!found.attributions.empty());
    return found.attributions.front().propositions;
}

} // namespace

TEST_CASE("Forms of verbs") {
    const VerbForms forms(LexiconFile::parse("freeze\tfroze\tfrozen\ncommit\tcommitted\tcommitted\n", "verbs", 3));
    CHECK(forms.past("agree") == "agreed");
    CHECK(forms.past("deny") == "denied");
    CHECK(forms.past("stop") == "stopped");
    CHECK(forms.past("visit") == "visited");
    CHECK(forms.past("freeze") == "froze");
    CHECK(forms.participle("freeze") == "frozen");
    CHECK(forms.gerund("commit") == "committing");
    CHECK(forms.gerund("agree") == "agreeing");
    CHECK(forms.gerund("share") == "sharing");
    CHECK(VerbForms::third_person("pass") == "passes");
    CHECK(VerbForms::third_person("deny") == "denies");
    CHECK(VerbForms::third_person("have") == "has");
}

TEST_CASE("A negated clause is stated affirmatively, with the name for the pronoun") {
    const std::vector<Proposition> found = propositions(R"(# text = Norway said it did not agree to any freeze .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 said say VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 it it PRON PRP Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs 6 nsubj _ _
4 did do AUX VBD Mood=Ind|Tense=Past|VerbForm=Fin 6 aux _ _
5 not not PART RB Polarity=Neg 6 advmod _ _
6 agree agree VERB VB VerbForm=Inf 2 ccomp _ _
7 to to ADP IN _ 9 case _ _
8 any any DET DT _ 9 det _ _
9 freeze freeze NOUN NN Number=Sing 6 obl _ _
10 . . PUNCT . _ 2 punct _ _
)");
    REQUIRE(found.size() == 1);
    CHECK(found.front().polarity == Polarity::negated);
    CHECK(found.front().statement_polarity == Polarity::affirmed);
    CHECK(found.front().statement == "Norway agreed to a freeze");
    CHECK(found.front().predicates.front() == "agree");
}

TEST_CASE("A gerund gets its subject") {
    const std::vector<Proposition> found = propositions(R"(# text = Norway denied selling weapons to Sweden .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 denied deny VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 selling sell VERB VBG VerbForm=Ger 2 xcomp _ _
4 weapons weapon NOUN NNS Number=Plur 3 obj _ _
5 to to ADP IN _ 6 case _ _
6 Sweden Sweden PROPN _ Number=Sing 3 obl _ NER=B-GPE
7 . . PUNCT . _ 2 punct _ _
)");
    REQUIRE(found.size() == 1);
    CHECK(found.front().statement == "Norway sold weapons to Sweden");
    CHECK_FALSE(found.front().is_vague);
}
