#include "extract/coreference/chain_bars.h"
#include "extract/coreference/chain_state.h"
#include "extract/coreference/noun_antecedents.h"
#include "extract/coreference/pronoun_antecedents.h"
#include "extract/coreference/relative_chains.h"
#include "extract/mentions/nominal_mentions.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;

namespace {

const char *const claim = R"(# text = Ana Reed met Tom Holt .
1 Ana Ana PROPN _ Number=Sing 3 nsubj _ NER=B-PER
2 Reed Reed PROPN _ Number=Sing 1 flat _ NER=I-PER
3 met meet VERB _ Tense=Past|VerbForm=Fin 0 root _ _
4 Tom Tom PROPN _ Number=Sing 3 obj _ NER=B-PER
5 Holt Holt PROPN _ Number=Sing 4 flat _ NER=I-PER
6 . . PUNCT _ _ 3 punct _ _

# text = Reed said she thanked him .
1 Reed Reed PROPN _ Number=Sing 2 nsubj _ NER=B-PER
2 said say VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 she she PRON _ Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 4 nsubj _ _
4 thanked thank VERB _ Tense=Past|VerbForm=Fin 2 ccomp _ _
5 him he PRON _ Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs 4 obj _ _
6 . . PUNCT _ _ 2 punct _ _
)";

const char *const country = R"(# text = Norway denied that it attacked ships .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 denied deny VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 that that SCONJ _ _ 5 mark _ _
4 it it PRON _ Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs 5 nsubj _ _
5 attacked attack VERB _ Tense=Past|VerbForm=Fin 2 ccomp _ _
6 ships ship NOUN _ Number=Plur 5 obj _ _
7 . . PUNCT _ _ 2 punct _ _

# text = The country apologized .
1 The the DET _ Definite=Def|PronType=Art 2 det _ _
2 country country NOUN _ Number=Sing 3 nsubj _ _
3 apologized apologize VERB _ Tense=Past|VerbForm=Fin 0 root _ _
4 . . PUNCT _ _ 3 punct _ _
)";

/// A document whose phrases before the word are each in the chain of their entity or in one of their own.
struct Reading {
    Reading(const std::string &tree, TokenIndex word)
        : document(read_tree_text(tree)), syntax(read_trees(document, test_english())), quotations(syntax),
          book(found(syntax)), state(book, quotations, {}) {
        while (next < state.phrases().size() && state.phrases()[next].head + 1 < word) {
            const std::int64_t entity = state.phrases()[next].entity;
            state.extend(entity >= 0 ? state.chain_of_entity(entity) : state.new_chain(), next);
            ++next;
        }
    }

    static EntityBook found(const Syntax &syntax) {
        EntityBook book(syntax, test_english());
        find_name_mentions(book);
        return book;
    }

    /// The name of the chain's entity.
    std::string name_of(std::uint32_t chain) const {
        return chain == ChainState::none || state.chain(chain).entity < 0
                   ? ""
                   : book.entity(static_cast<EntityIndex>(state.chain(chain).entity)).name;
    }

    Document document;
    Syntax syntax;
    Quotations quotations;
    EntityBook book;
    ChainState state;
    /// The phrase of the word.
    std::uint32_t next = 0;
};

} // namespace

TEST_CASE("A person is spoken of in the words that are reported of the person") {
    const Reading she(claim, 9);
    CHECK(she.name_of(antecedent_of_person(she.state, she.next)) == "Ana Reed");
    const Reading him(claim, 11);
    CHECK(antecedent_of_person(him.state, him.next) == ChainState::none);
}

TEST_CASE("A state is spoken of in its own words, and by what it is") {
    const Reading it(country, 4);
    CHECK(it.name_of(antecedent_of_it(it.state, it.next)) == "Norway");
    Reading noun(country, 9);
    CHECK(noun.name_of(antecedent_of_noun(noun.state, noun.next)) == "Norway");
}

TEST_CASE("Grammar bars the subject of the same verb, and another sex") {
    const Reading him(claim, 11);
    const Phrase &phrase = him.state.phrases()[him.next];
    std::vector<std::string> barred;
    for (std::uint32_t chain = 0; chain < him.state.all().chains.size(); ++chain) {
        if (is_barred(him.state, phrase, chain)) {
            barred.push_back(him.name_of(chain));
        }
    }
    // The chain of "she", who is a subject of the same verb.
    CHECK(barred == std::vector<std::string>{""});
}
