#include "extract/extractor.h"
#include "language/verb_forms.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gainsay;

namespace {

/// Of the first attribution of a text of trees, with blanks for tabs.
std::vector<Proposition> propositions(const std::string &conllu) {
    static const Extractor extractor(GAINSAY_SOURCE_DIR "/src/resources/en");
    const Document document = read_tree_text(conllu);
    const Observations found = extractor.extract(document);
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

TEST_CASE("A negated clause stays as it was said, with the name for the pronoun in brackets") {
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
    CHECK(found.front().statement == "[Norway] did not agree to any freeze");
    CHECK(found.front().predicates.front() == "agree");
}

TEST_CASE("A gerund gets its subject, in brackets") {
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
    CHECK(found.front().statement == "[Norway sold] weapons to Sweden");
    CHECK_FALSE(found.front().is_vague);
}

TEST_CASE("An infinitive that is demanded gets its subject and \"should\"") {
    const std::vector<Proposition> found = propositions(R"(# text = Norway urged Sweden to leave the union .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 urged urge VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 Sweden Sweden PROPN _ Number=Sing 2 obj _ NER=B-GPE
4 to to PART TO _ 5 mark _ _
5 leave leave VERB VB VerbForm=Inf 2 xcomp _ _
6 the the DET DT Definite=Def|PronType=Art 7 det _ _
7 union union NOUN NN Number=Sing 5 obj _ _
8 . . PUNCT . _ 2 punct _ _
)");
    REQUIRE(found.size() == 1);
    CHECK(found.front().statement == "[Sweden should] leave the union");
}

TEST_CASE("Two clauses with subjects of their own are two claims; a condition stays with its clause") {
    const std::vector<Proposition> found =
        propositions(R"(# text = Norway said the port would close if ships leak and the mayor would lose his office .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 said say VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET DT Definite=Def|PronType=Art 4 det _ _
4 port port NOUN NN Number=Sing 6 nsubj _ _
5 would would AUX MD VerbForm=Fin 6 aux _ _
6 close close VERB VB VerbForm=Inf 2 ccomp _ _
7 if if SCONJ IN _ 9 mark _ _
8 ships ship NOUN NNS Number=Plur 9 nsubj _ _
9 leak leak VERB VBP Mood=Ind|Tense=Pres|VerbForm=Fin 6 advcl _ _
10 and and CCONJ CC _ 14 cc _ _
11 the the DET DT Definite=Def|PronType=Art 12 det _ _
12 mayor mayor NOUN NN Number=Sing 14 nsubj _ _
13 would would AUX MD VerbForm=Fin 14 aux _ _
14 lose lose VERB VB VerbForm=Inf 6 conj _ _
15 his his PRON PRP$ Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs 16 nmod:poss _ _
16 office office NOUN NN Number=Sing 14 obj _ _
17 . . PUNCT . _ 2 punct _ _
)");
    REQUIRE(found.size() == 2);
    CHECK(found[0].statement == "The port would close if ships leak");
    CHECK(found[1].statement == "The mayor would lose his office");
}

TEST_CASE("What is no sentence is quoted") {
    const std::vector<Proposition> found = propositions(R"(# text = Norway denied any role in the attack .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 denied deny VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 any any DET DT _ 4 det _ _
4 role role NOUN NN Number=Sing 2 obj _ _
5 in in ADP IN _ 7 case _ _
6 the the DET DT Definite=Def|PronType=Art 7 det _ _
7 attack attack NOUN NN Number=Sing 4 nmod _ _
8 . . PUNCT . _ 2 punct _ _
)");
    REQUIRE(found.size() == 1);
    CHECK(found.front().statement == "\u201cany role in the attack\u201d");
}
