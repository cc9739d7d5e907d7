#include "extract/proposition/content_terms.h"
#include "extract/proposition/joined_clauses.h"
#include "extract/proposition/statement_worth.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

const char *const late = R"(# text = Ana said it may be late but Norway pays .
1 Ana Ana PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 it it PRON _ Gender=Neut|Number=Sing|Person=3|PronType=Prs 6 nsubj _ _
4 may may AUX _ VerbForm=Fin 6 aux _ _
5 be be AUX _ VerbForm=Inf 6 cop _ _
6 late late ADJ _ Degree=Pos 2 ccomp _ _
7 but but CCONJ _ _ 9 cc _ _
8 Norway Norway PROPN _ Number=Sing 9 nsubj _ NER=B-GPE
9 pays pay VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 6 conj _ _
10 . . PUNCT _ _ 2 punct _ _
)";

const char *const fails = R"(# text = Norway will pay if it fails and Sweden goes .
1 Norway Norway PROPN _ Number=Sing 3 nsubj _ NER=B-GPE
2 will will AUX _ VerbForm=Fin 3 aux _ _
3 pay pay VERB _ VerbForm=Inf 0 root _ _
4 if if SCONJ _ _ 6 mark _ _
5 it it PRON _ Gender=Neut|Number=Sing|Person=3|PronType=Prs 6 nsubj _ _
6 fails fail VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 advcl _ _
7 and and CCONJ _ _ 9 cc _ _
8 Sweden Sweden PROPN _ Number=Sing 9 nsubj _ NER=B-GPE
9 goes go VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 conj _ _
10 . . PUNCT _ _ 3 punct _ _
)";

const char *const plain = R"(# text = Norway pays and Sweden sells ships .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 pays pay VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 0 root _ _
3 and and CCONJ _ _ 5 cc _ _
4 Sweden Sweden PROPN _ Number=Sing 5 nsubj _ NER=B-GPE
5 sells sell VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 2 conj _ _
6 ships ship NOUN _ Number=Plur 5 obj _ _
7 . . PUNCT _ _ 2 punct _ _
)";

} // namespace

TEST_CASE("A concession, and what may be part of a condition, are one thought with the clause beside them") {
    const TreeText conceded(late);
    CHECK(are_one_thought(conceded.book, conceded.quotations, 5, 8));
    const TreeText condition(fails);
    CHECK(are_one_thought(condition.book, condition.quotations, 2, 8));
    const TreeText two(plain);
    CHECK_FALSE(are_one_thought(two.book, two.quotations, 1, 4));
}

TEST_CASE("Words and entities of a clause; its predicates") {
    const TreeText text(plain);
    const FoundAttribution none;
    const ContentTerms terms = collect_terms(text.book, none, TreeText::words(4, 6));
    CHECK(terms.words == std::set<std::string>{"sell", "ship"});
    CHECK(terms.entities.size() == 1);
    CHECK(collect_predicates(text.book, 4, {4, 5}) == std::vector<std::string>{"sell"});
    const TreeText conceded(late);
    CHECK(collect_predicates(conceded.book, 1, {5, 8}) == std::vector<std::string>{"say", "late"});
}

TEST_CASE("A condition alone is a fragment, a whole sentence is none") {
    const TreeText text(fails);
    FoundAttribution said;
    said.stance = Stance::asserts;
    const StatementWorth worth(text.book, text.quotations, said);
    CHECK(worth.is_fragment(5, TreeText::words(4, 6)));
    CHECK_FALSE(worth.is_fragment(2, TreeText::words(1, 9)));
    CHECK(worth.states_something(TreeText::words(1, 3)));
    CHECK_FALSE(worth.states_something(TreeText::words(4, 5)));
}
