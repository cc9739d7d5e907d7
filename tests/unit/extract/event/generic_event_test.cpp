#include "extract/event/generic_event.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

const char *const habit = R"(# text = A politician can meet protesters when they arrive .
1 A a DET _ Definite=Ind|PronType=Art 2 det _ _
2 politician politician NOUN _ Number=Sing 4 nsubj _ _
3 can can AUX _ VerbForm=Fin 4 aux _ _
4 meet meet VERB _ VerbForm=Inf 0 root _ _
5 protesters protester NOUN _ Number=Plur 4 obj _ _
6 when when ADV _ PronType=Int 8 advmod _ _
7 they they PRON _ Number=Plur|Person=3|PronType=Prs 8 nsubj _ _
8 arrive arrive VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 4 advcl _ _
9 . . PUNCT _ _ 4 punct _ _

# text = The politician is meeting ministers who left .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 politician politician NOUN _ Number=Sing 4 nsubj _ _
3 is be AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux _ _
4 meeting meet VERB _ VerbForm=Part 0 root _ _
5 ministers minister NOUN _ Number=Plur 4 obj _ _
6 who who PRON _ PronType=Rel 7 nsubj _ _
7 left leave VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 5 acl:relcl _ _
8 . . PUNCT _ _ 4 punct _ _
)";

} // namespace

TEST_CASE("What anybody does, and at what time") {
    const Document document = read_tree_text(habit);
    const Syntax syntax(document);
    CHECK(is_indefinite(syntax, 1));
    CHECK(is_indefinite(syntax, 4));
    CHECK_FALSE(is_indefinite(syntax, 10));
    CHECK(is_of_any_time(syntax, 3));
    CHECK(is_of_any_time(syntax, 7));
    CHECK_FALSE(is_of_any_time(syntax, 12));
    CHECK_FALSE(is_of_any_time(syntax, 15));
}
