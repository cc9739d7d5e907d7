#include "extract/factuality/factuality.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

const char *const plans = R"(# text = Norway may sell ships if Sweden wants to buy them .
1 Norway Norway PROPN _ Number=Sing 3 nsubj _ _
2 may may AUX _ VerbForm=Fin 3 aux _ _
3 sell sell VERB _ VerbForm=Inf 0 root _ _
4 ships ship NOUN _ Number=Plur 3 obj _ _
5 if if SCONJ _ _ 7 mark _ _
6 Sweden Sweden PROPN _ Number=Sing 7 nsubj _ _
7 wants want VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 advcl _ _
8 to to PART _ _ 9 mark _ _
9 buy buy VERB _ VerbForm=Inf 7 xcomp _ _
10 them they PRON _ Number=Plur|Person=3|PronType=Prs 9 obj _ _
11 . . PUNCT _ _ 3 punct _ _

# text = Norway did not sell ships and came to meet us .
1 Norway Norway PROPN _ Number=Sing 4 nsubj _ _
2 did do AUX _ Mood=Ind|Tense=Past|VerbForm=Fin 4 aux _ _
3 not not PART _ Polarity=Neg 4 advmod _ _
4 sell sell VERB _ VerbForm=Inf 0 root _ _
5 ships ship NOUN _ Number=Plur 4 obj _ _
6 and and CCONJ _ _ 7 cc _ _
7 came come VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 4 conj _ _
8 to to PART _ _ 9 mark _ _
9 meet meet VERB _ VerbForm=Inf 7 advcl _ _
10 us we PRON _ Number=Plur|Person=1|PronType=Prs 9 obj _ _
11 . . PUNCT _ _ 4 punct _ _
)";

} // namespace

TEST_CASE("What may be, what is a condition, what somebody means to do") {
    const Document document = read_tree_text(plans);
    const Syntax syntax(document);
    CHECK(modality_of(syntax, test_english(), 2) == Modality::possible);
    CHECK(modality_of(syntax, test_english(), 6) == Modality::conditional);
    CHECK(modality_of(syntax, test_english(), 19) == Modality::planned);
}

TEST_CASE("A negation reaches its own verb") {
    const Document document = read_tree_text(plans);
    const Syntax syntax(document);
    CHECK(is_negated(syntax, test_english(), 14));
    CHECK(negation_of(syntax, test_english(), 14) == TokenIndex(13));
    CHECK_FALSE(is_negated(syntax, test_english(), 17));
    CHECK_FALSE(is_negated(syntax, test_english(), 2));
}
