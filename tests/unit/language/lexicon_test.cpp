#include "language/country_table.h"
#include "language/event_frames.h"
#include "language/kind_lists.h"
#include "language/reporting_words.h"

#include "base/error.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

template <class Make>
std::string refusal(Make make) {
    try {
        make();
    } catch (const ModelError &error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("Comments and empty lines are no rows, and fields may be empty") {
    const LexiconFile file = LexiconFile::parse("# a comment\n\na\tb\t\r\nc\t\t\n", "words.tsv", 3);
    REQUIRE(file.rows().size() == 2);
    CHECK(file.rows()[0].fields == std::vector<std::string>{"a", "b", ""});
    CHECK(file.rows()[0].line == 3);
    CHECK(file.rows()[1].fields[0] == "c");
}

TEST_CASE("A broken row is named with file and line") {
    CHECK(refusal([] { LexiconFile::parse("a\tb\n\na\tb\tc\n", "w.tsv", 2); }) ==
          "w.tsv:3: expected 2 fields separated by tabs, found 3");
    CHECK(refusal([] { LexiconFile::parse("a\tb\nc\n", "w.tsv", 2); }) ==
          "w.tsv:2: expected 2 fields separated by tabs, found 1");
    const LexiconFile no_words = LexiconFile::parse("", "w.tsv", 2);
    CHECK(refusal([] { LexiconFile::parse("\tb\n", "w.tsv", 2); }).find("w.tsv:1: expected a word") == 0);
    CHECK(refusal([] {
              ReportingWords(LexiconFile::parse("say\tshouts\tdeclines\tthat\t\n", "v.tsv", 5),
                             LexiconFile::parse("", "n.tsv", 3));
          }).find("v.tsv:1: expected one of asserts") == 0);
    CHECK(refusal([] {
              ReportingWords(LexiconFile::parse("say\tasserts\tdeclines\tthen\t\n", "v.tsv", 5),
                             LexiconFile::parse("", "n.tsv", 3));
          }).find("found 'then'") != std::string::npos);
    CHECK(refusal([&] {
              EventFrames(LexiconFile::parse("Suspend\tmet\t-\tverb\thalt\t\n", "f.tsv", 6), no_words, no_words);
          }).find("an action that is short for events of the category of Suspend") != std::string::npos);
    CHECK(refusal([&] {
              EventFrames(LexiconFile::parse("Suspend\tsuspended\t-\tverb\thalt\tboss=subj\n", "f.tsv", 6), no_words,
                          no_words);
          }).find("found 'boss=subj'") != std::string::npos);
    CHECK(refusal([&] {
              EventFrames(LexiconFile::parse("Outbreak\tsuspended\t-\tverb\thalt\t\n", "f.tsv", 6), no_words, no_words);
          }).find("category of Outbreak") != std::string::npos);
    CHECK(refusal([&] {
              EventFrames(no_words, no_words, LexiconFile::parse("patient\tperson dog\tArrest\n", "a.tsv", 3));
          }).find("a.tsv:1: expected one of unknown, person") == 0);
    CHECK(refusal([&] {
              EventFrames(no_words, no_words, LexiconFile::parse("patient\tperson\tArrest; Nap\n", "a.tsv", 3));
          }).find("found 'Nap'") != std::string::npos);
    CHECK(refusal([] {
              CountryTable(LexiconFile::parse("RUS\tRussia\t\t\t\t\t\n", "c.tsv", 7));
          }).find("a code of two letters") != std::string::npos);
}

TEST_CASE("A second row for the same is refused, with its line and that of the first") {
    CHECK(refusal([] {
              ReportingWords(LexiconFile::parse("say\tasserts\tdeclines\tthat\t\n"
                                                "say\tdenies\tdeclines\tnp,that\t\n",
                                                "v.tsv", 5),
                             LexiconFile::parse("", "n.tsv", 3));
          }) == "v.tsv:2: expected 'say that' once, found it again after line 1");
    CHECK(refusal([] {
              ReportingWords(LexiconFile::parse("", "v.tsv", 5),
                             LexiconFile::parse("claim\tasserts\t\n\nclaim\tdenies\t\n", "n.tsv", 3));
          }) == "n.tsv:3: expected 'claim' once, found it again after line 1");
    CHECK(refusal([] {
              CountryTable(LexiconFile::parse("NO\tNorway\t\t\t\t\t\nNO\tSweden\t\t\t\t\t\n", "c.tsv", 7));
          }) == "c.tsv:2: expected 'NO' once, found it again after line 1");
    CHECK(refusal([] {
              EventFrames(
                  LexiconFile::parse("Seize\tcoerced\t-\tverb\tput\t\nSeize\tcoerced\t-\tverb\tput\t\n", "f.tsv", 6),
                  LexiconFile::parse("", "w.tsv", 2), LexiconFile::parse("", "a.tsv", 3));
          }).find("f.tsv:2: expected 'verb put of Seize' once") == 0);
}

TEST_CASE("Lists that frames name are there, and those that are there are named") {
    const LexiconFile none = LexiconFile::parse("", "a.tsv", 3);
    const auto load = [&](const char *words) {
        return refusal([&] {
            EventFrames(LexiconFile::parse("Seize\tcoerced\t-\tverb\tput obj=@cargo\t\n", "f.tsv", 6),
                        LexiconFile::parse(words, "w.tsv", 2), none);
        });
    };
    CHECK(load("cargo\tgrain\nquantity\tton\n") == "accepted");
    CHECK(load("crago\tgrain\n") == "f.tsv:1: expected a list of event_words.tsv, found '@cargo'");
    CHECK(load("cargo\tgrain\nquantiti\tton\n") ==
          "w.tsv:2: expected a list that a frame of event_frames.tsv names, found 'quantiti'");
    CHECK(load("cargo\tgrain\nlight obj agnet\tdo\n").find("w.tsv:2: expected the name of a list or 'light") == 0);
    CHECK(load("cargo\tgrain; oil; grain\n") == "w.tsv:1: expected 'cargo' 'grain' once, found it again after line 1");
}

TEST_CASE("Lists by kind have every kind once and no other") {
    const auto load = [](const char *text) {
        return refusal([&] { KindLists<OutletWord>(LexiconFile::parse(text, "o.tsv", 2)); });
    };
    CHECK(load("name\tHerald\nending\tPost; Times\nending\tWeekly\ndomain\tcom\n") == "accepted");
    CHECK(load("name\tHerald\nending\tPost\ndomian\tcom\n") ==
          "o.tsv:3: expected one of name, ending, domain, found 'domian'");
    CHECK(load("name\tHerald\nending\tPost\n\n") ==
          "o.tsv:2: expected a row of the kind 'domain', found the end of the file");
    CHECK(load("name\tHerald\nending\tPost\nname\tGazette\ndomain\tcom\n") ==
          "o.tsv:3: expected all rows of a kind in one place, found 'name' again");
    CHECK(load("name\tHerald\nending\tPost\nending\tpost\ndomain\tcom\n") ==
          "o.tsv:3: expected 'ending' 'post' once, found it again after line 2");
    CHECK(load("name\tHerald\nending\t ; \ndomain\tcom\n") ==
          "o.tsv:2: expected words of the kind 'ending', found none");

    const KindLists<OutletWord> lists(
        LexiconFile::parse("name\tHerald\nending\tPost; Times\ndomain\tcom\n", "o.tsv", 2));
    CHECK(lists.has("ending", "times"));
    CHECK(lists.has(OutletWord::name, "herald"));
    CHECK_FALSE(lists.has("name", "times"));
    CHECK(lists.words("ending") == std::vector<std::string>{"post", "times"});
}

TEST_CASE("A reporting verb has a reading for each complement") {
    const ReportingWords words(LexiconFile::parse("accuse\taccuses\tdeclines\tp:of,np\t\n"
                                                  "call\tdemands\trejects\tp:on+to\t\n",
                                                  "v.tsv", 5),
                               LexiconFile::parse("claim\tasserts\t\n", "n.tsv", 3));
    REQUIRE(words.find_verb("accuse", Complement::phrase) != nullptr);
    CHECK(words.find_verb("accuse", Complement::phrase)->preposition == "of");
    CHECK(words.find_verb("accuse", Complement::clause) == nullptr);
    CHECK(words.find_verb("call", Complement::phrase_to)->preposition == "on");
    CHECK(words.find_verb("sing") == nullptr);
    CHECK(*words.find_noun("claim") == Stance::asserts);
}

TEST_CASE("The frame with more conditions comes first") {
    const EventFrames frames(LexiconFile::parse("Seize\tcoerced\t-\tverb\tput\t\n"
                                                "Suspend\tsuspended\t-\tverb\tput on=hold\tagent=subj patient=obj|of\n",
                                                "f.tsv", 6),
                             LexiconFile::parse("light obj agent\tcarry out\nquantity\trange\n", "w.tsv", 2),
                             LexiconFile::parse("patient\tperson group\tArrest; Die\n", "a.tsv", 3));
    REQUIRE(frames.find_light_verb("carry out") != nullptr);
    CHECK(frames.find_light_verb("carry out")->subject == "agent");
    CHECK(frames.find_light_verb("carry") == nullptr);
    CHECK(frames.is_quantity("range"));
    const std::vector<EventFrame> *put = frames.find_verb("put");
    REQUIRE(put != nullptr);
    REQUIRE(put->size() == 2);
    CHECK(put->front().type == NewsType::Suspend);
    CHECK(put->front().action == EdgeKind::suspended);
    CHECK(put->front().conditions.front().place == "on");
    CHECK(put->front().conditions.front().word == "hold");
    CHECK(put->front().roles[1].places == std::vector<std::string>{"obj", "of"});
    CHECK(frames.find_noun("put") == nullptr);
    CHECK(frames.may_be(NewsType::Arrest, Role::patient, Filler::group));
    CHECK(frames.may_be(NewsType::Arrest, Role::patient, Filler::unknown));
    CHECK_FALSE(frames.may_be(NewsType::Die, Role::patient, Filler::thing));
    CHECK(frames.may_be(NewsType::Die, Role::agent, Filler::thing));
}

TEST_CASE("A state is found by every word that points at it") {
    const CountryTable table(
        LexiconFile::parse("NO\tNorway\tKingdom of Norway\tNorwegian\tNorwegians\tOslo\tthe Storting\n", "c.tsv", 7));
    CHECK(table.find("norway", CountryWord::name)->code == "NO");
    CHECK(table.find("kingdom of norway", CountryWord::name)->code == "NO");
    CHECK(table.find("oslo", CountryWord::capital)->name == "Norway");
    CHECK(table.find("oslo", CountryWord::name) == nullptr);
    CHECK(table.find_modifier("norwegian")->adjective == "Norwegian");
    CHECK(table.find("bergen") == nullptr);
}
