#include "extract/coreference/feature_rows.h"
#include "extract/coreference/phrase_grammar.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gainsay;

namespace {

const char *const report = R"(# text = It rained , and the boss of Velin 's bank who left praised herself .
1 It it PRON _ Gender=Neut|Number=Sing|Person=3|PronType=Prs 2 expl _ _
2 rained rain VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 , , PUNCT _ _ 13 punct _ _
4 and and CCONJ _ _ 13 cc _ _
5 the the DET _ Definite=Def|PronType=Art 6 det _ _
6 boss boss NOUN _ Number=Sing 13 nsubj _ _
7 of of ADP _ _ 10 case _ _
8 Velin Velin PROPN _ Number=Sing 10 nmod:poss _ _
9 's 's PART _ _ 8 case _ _
10 bank bank NOUN _ Number=Sing 6 nmod _ _
11 who who PRON _ PronType=Rel 12 nsubj _ _
12 left leave VERB _ Tense=Past|VerbForm=Fin 6 acl:relcl _ _
13 praised praise VERB _ Tense=Past|VerbForm=Fin 2 conj _ _
14 herself herself PRON _ Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes 13 obj _ _
15 . . PUNCT _ _ 2 punct _ _
)";

} // namespace

TEST_CASE("Types, roles and extents of phrases") {
    const Document document = read_tree_text(report);
    const Syntax syntax(document);
    CHECK(phrase_type(syntax, 0) == std::nullopt);
    CHECK(phrase_type(syntax, 1) == std::nullopt);
    CHECK(phrase_type(syntax, 5) == PhraseType::definite);
    CHECK(phrase_type(syntax, 7) == PhraseType::name);
    CHECK(phrase_type(syntax, 9) == PhraseType::possessed);
    CHECK(phrase_type(syntax, 10) == std::nullopt);
    CHECK(phrase_type(syntax, 13) == PhraseType::feminine);
    CHECK(phrase_role(syntax, 5) == PhraseRole::subject);
    CHECK(phrase_role(syntax, 7) == PhraseRole::owner);
    CHECK(phrase_role(syntax, 9) == PhraseRole::noun_modifier);
    CHECK(phrase_role(syntax, 13) == PhraseRole::object);
    // Without the relative clause.
    CHECK(phrase_extent(syntax, 5) == std::pair<TokenIndex, TokenIndex>(4, 9));
}

TEST_CASE("Rows of features: each once, in order, a family's apart") {
    FeatureRows rows;
    rows.add(FeatureFamily::rank, {1, 2});
    rows.add(FeatureFamily::rank, {1, 2});
    rows.add(FeatureFamily::kind, {1, 2});
    rows.add(FeatureFamily::rank, {2, 1});
    const std::vector<std::uint32_t> taken = rows.take();
    CHECK(taken.size() == 3);
    CHECK(std::is_sorted(taken.begin(), taken.end()));
    CHECK(bucket(0, {0, 2, 5}) == 0);
    CHECK(bucket(3, {0, 2, 5}) == 2);
    CHECK(bucket(9, {0, 2, 5}) == 3);
}
