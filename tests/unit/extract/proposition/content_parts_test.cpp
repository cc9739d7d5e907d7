#include "extract/proposition/content_parts.h"

#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

/// The words of each part.
std::vector<std::string> parts(const TreeText &text, const FoundAttribution &attribution) {
    std::set<TokenIndex> content(attribution.content.begin(), attribution.content.end());
    std::vector<std::string> result;
    for (const ContentPart &part : cut_content(text.book, text.quotations, attribution, content)) {
        result.push_back(text.text_of(part.tokens));
    }
    return result;
}

} // namespace

TEST_CASE("Clauses side by side with subjects of their own are parts, without what joins them") {
    const TreeText text(
        R"(# text = Reed said that the old bridge over the river is safe and the new ferry will not sail on Sunday .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 that that SCONJ _ _ 11 mark _ _
4 the the DET _ Definite=Def|PronType=Art 6 det _ _
5 old old ADJ _ Degree=Pos 6 amod _ _
6 bridge bridge NOUN _ Number=Sing 11 nsubj _ _
7 over over ADP _ _ 9 case _ _
8 the the DET _ Definite=Def|PronType=Art 9 det _ _
9 river river NOUN _ Number=Sing 6 nmod _ _
10 is be AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 11 cop _ _
11 safe safe ADJ _ Degree=Pos 2 ccomp _ _
12 and and CCONJ _ _ 18 cc _ _
13 the the DET _ Definite=Def|PronType=Art 15 det _ _
14 new new ADJ _ Degree=Pos 15 amod _ _
15 ferry ferry NOUN _ Number=Sing 18 nsubj _ _
16 will will AUX _ VerbForm=Fin 18 aux _ _
17 not not PART _ Polarity=Neg 18 advmod _ _
18 sail sail VERB _ VerbForm=Inf 11 conj _ _
19 on on ADP _ _ 20 case _ _
20 Sunday Sunday PROPN _ Number=Sing 18 obl _ _
21 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(parts(text, TreeText::attribution(2, TreeText::words(3, 20))) ==
          std::vector<std::string>{"the old bridge over the river is safe", "the new ferry will not sail on Sunday"});
}

TEST_CASE("A clause that is short stays with the one before it") {
    const TreeText text(R"(# text = Reed said the club won and it sang .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 club club NOUN _ Number=Sing 5 nsubj _ _
5 won win VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp _ _
6 and and CCONJ _ _ 8 cc _ _
7 it it PRON _ Case=Nom|Number=Sing|Person=3|PronType=Prs 8 nsubj _ _
8 sang sing VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 5 conj _ _
9 . . PUNCT _ _ 2 punct _ _
)");
    CHECK(parts(text, TreeText::attribution(2, TreeText::words(3, 8))) ==
          std::vector<std::string>{"the club won and it sang"});
}

TEST_CASE("What is denied is what was reported, and not the reports") {
    const TreeText text(R"(# text = Reed denied reports that the bridge is closed .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 denied deny VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 reports report NOUN _ Number=Plur 2 obj _ _
4 that that SCONJ _ _ 8 mark _ _
5 the the DET _ Definite=Def|PronType=Art 6 det _ _
6 bridge bridge NOUN _ Number=Sing 8 nsubj:pass _ _
7 is be AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 8 aux:pass _ _
8 closed close VERB _ Tense=Past|VerbForm=Part 3 acl _ _
9 . . PUNCT _ _ 2 punct _ _
)");
    FoundAttribution attribution = TreeText::attribution(2, TreeText::words(3, 8));
    attribution.stance = Stance::denies;
    CHECK(parts(text, attribution) == std::vector<std::string>{"the bridge is closed"});
}

TEST_CASE("A quoted condition stays with what follows from it, where the parser took it for what is said") {
    const TreeText text(R"(# text = “ If the snow stays , the pass closes , ” Reed said .
1 “ “ PUNCT _ _ 5 punct _ _
2 If if SCONJ _ _ 5 mark _ _
3 the the DET _ Definite=Def|PronType=Art 4 det _ _
4 snow snow NOUN _ Number=Sing 5 nsubj _ _
5 stays stay VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 13 ccomp _ _
6 , , PUNCT _ _ 9 punct _ _
7 the the DET _ Definite=Def|PronType=Art 8 det _ _
8 pass pass NOUN _ Number=Sing 9 nsubj _ _
9 closes close VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 5 parataxis _ _
10 , , PUNCT _ _ 5 punct _ _
11 ” ” PUNCT _ _ 5 punct _ _
12 Reed Reed PROPN _ Number=Sing 13 nsubj _ NER=B-PER
13 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
14 . . PUNCT _ _ 13 punct _ _
)");
    CHECK(parts(text, TreeText::attribution(13, TreeText::words(2, 9))) ==
          std::vector<std::string>{"If the snow stays , the pass closes"});
}
