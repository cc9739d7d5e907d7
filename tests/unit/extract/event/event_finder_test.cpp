#include "extract/event/event_fillers.h"
#include "extract/event/event_finder.h"
#include "extract/event/event_phrase.h"
#include "extract/event/event_truth.h"
#include "extract/event/frame_match.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;

namespace {

const char *const meeting = R"(# text = The possible talks between Norway and Sweden were cancelled in Oslo .
1 The the DET _ Definite=Def|PronType=Art 3 det _ _
2 possible possible ADJ _ Degree=Pos 3 amod _ _
3 talks talk NOUN _ Number=Plur 9 nsubj:pass _ _
4 between between ADP _ _ 5 case _ _
5 Norway Norway PROPN _ Number=Sing 3 nmod _ NER=B-GPE
6 and and CCONJ _ _ 7 cc _ _
7 Sweden Sweden PROPN _ Number=Sing 5 conj _ NER=B-GPE
8 were be AUX _ Tense=Past|VerbForm=Fin 9 aux:pass _ _
9 cancelled cancel VERB _ Tense=Past|VerbForm=Part|Voice=Pass 0 root _ _
10 in in ADP _ _ 11 case _ _
11 Oslo Oslo PROPN _ Number=Sing 9 obl _ NER=B-GPE
12 . . PUNCT _ _ 9 punct _ _
)";

const char *const attack = R"(# text = Norway did not attack Sweden .
1 Norway Norway PROPN _ Number=Sing 4 nsubj _ NER=B-GPE
2 did do AUX _ Tense=Past|VerbForm=Fin 4 aux _ _
3 not not PART _ Polarity=Neg 4 advmod _ _
4 attack attack VERB _ VerbForm=Inf 0 root _ _
5 Sweden Sweden PROPN _ Number=Sing 4 obj _ NER=B-GPE
6 . . PUNCT _ _ 4 punct _ _
)";

const char *const airstrikes = R"(# text = Norway carried out airstrikes .
1 Norway Norway PROPN _ Number=Sing 2 nsubj _ NER=B-GPE
2 carried carry VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 out out ADP _ _ 2 compound:prt _ _
4 airstrikes airstrike NOUN _ Number=Plur 2 obj _ _
5 . . PUNCT _ _ 2 punct _ _
)";

/// A trigger refers to its times.
const std::vector<FoundTime> no_times;

/// Word numbers as in the tree.
std::vector<TokenIndex> words_at(const EventTrigger &trigger, const std::string &place) {
    std::vector<TokenIndex> words;
    for (const TokenIndex head : fillers_of(trigger, place)) {
        words.push_back(head + 1);
    }
    return words;
}

} // namespace

TEST_CASE("Places beside a verb and a noun") {
    const TreeText verb(attack);
    const EventTrigger attacks(verb.book, no_times, 3);
    CHECK(words_at(attacks, "subj") == std::vector<TokenIndex>{1});
    CHECK(words_at(attacks, "obj") == std::vector<TokenIndex>{5});
    CHECK(words_at(attacks, "iobj").empty());
    const TreeText noun(meeting);
    const EventTrigger talks(noun.book, no_times, 2);
    CHECK(words_at(talks, "between") == std::vector<TokenIndex>{5});
    CHECK(words_at(talks, "subj").empty());
}

TEST_CASE("A light verb's subject acts in the noun's event") {
    const TreeText text(airstrikes);
    const EventTrigger strikes(text.book, no_times, 3);
    REQUIRE(strikes.light_verb == TokenIndex(1));
    CHECK(words_at(strikes, "subj") == std::vector<TokenIndex>{1});
    CHECK_FALSE(EventTrigger(text.book, no_times, 1).light_verb);
}

TEST_CASE("Polarity and modality of an event") {
    const TreeText verb(attack);
    CHECK(polarity_of(EventTrigger(verb.book, no_times, 3)) == Polarity::negated);
    const TreeText noun(meeting);
    CHECK(polarity_of(EventTrigger(noun.book, no_times, 2)) == Polarity::negated);
    CHECK(modality_of_event(EventTrigger(noun.book, no_times, 2)) == Modality::possible);
}

TEST_CASE("Words of frames: kinds in place of words, all of what is joined") {
    const TreeText text(meeting);
    CHECK(is_frame_word(text.book, 4, "@actor"));
    CHECK(is_frame_word(text.book, 2, "talk"));
    CHECK(is_frame_word(text.book, 2, ""));
    CHECK_FALSE(is_frame_word(text.book, 2, "meeting"));
    CHECK_FALSE(is_frame_word(text.book, 4, "@human"));
    CHECK(filler_of(text.book, 4) == Filler::country);
}

TEST_CASE("An event with its arguments; the noun that its verb needs is none of its own") {
    const TreeText text(attack);
    const std::vector<FoundEvent> events = find_events(text.book, no_times);
    REQUIRE(events.size() == 1);
    REQUIRE(events[0].event.arguments.size() == 2);
    CHECK(events[0].event.arguments[0].role == Role::agent);
    CHECK(events[0].event.arguments[0].text == "Norway");
    CHECK(events[0].event.arguments[1].role == Role::patient);
    CHECK(events[0].event.polarity == Polarity::negated);
}
