#include "resolve/entity/actor_dictionary.h"

#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

const std::unordered_map<std::string, std::string> countries = {{"NOR", "NO"}, {"USA", "US"}};

} // namespace

TEST_CASE("PETRARCH's actors: names, other names, codes with their time, comments") {
    ActorDictionary actors;
    Diagnostics diagnostics;
    actors.add("# a comment\n<!-- another,\n over lines -->\n"
               "OLA_NORDMANN_  # a source\n+O._NORDMANN_\n\t[NORGOV 010101-041231]\n\t[NORELI >20050101] # now\n"
               "FISHERIES_BOARD [NORGOV]\nNOISE [---]\n",
               "actors.txt", countries, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(actors.size() == 3);
    REQUIRE(actors.find("ola nordmann") == std::optional<std::size_t>(0));
    CHECK(actors.find("o nordmann") == std::optional<std::size_t>(0));
    CHECK(actors[0].country == "NO");
    REQUIRE(actors[0].codes.size() == 2);
    CHECK(holds_at(actors[0].codes[0], Date{2003, 5, 1}));
    CHECK_FALSE(holds_at(actors[0].codes[0], Date{2005, 5, 1}));
    CHECK(holds_at(actors[0].codes[1], Date{2005, 5, 1}));
    CHECK(holds_at(actors[0].codes[1], std::nullopt));
    CHECK(actors[2].codes.empty());
    CHECK_FALSE(actors.find("somebody"));
}

TEST_CASE("Lines of a dictionary that make no sense are named and left out") {
    ActorDictionary actors;
    Diagnostics diagnostics;
    actors.add("+ORPHAN\nBOARD [NORGOV\n", "actors.txt", countries, diagnostics);
    actors.add("Velmora\tPlanet\nVelmora\tOrganization\tNorway\nVelmora\tOrganization\tNO\tVM\n", "own.tsv", countries,
               diagnostics);
    REQUIRE(diagnostics.entries().size() == 4);
    CHECK(format(diagnostics.entries()[0]) ==
          "actors.txt:1: warning: expected an actor before its other names and codes, found none; left out");
    CHECK(diagnostics.entries()[1].line == 2);
    CHECK(
        format(diagnostics.entries()[2]) ==
        "own.tsv:1: warning: expected Person, Organization, Country, Group, Outlet or Place, found 'Planet'; the line "
        "is left out");
    CHECK(diagnostics.entries()[3].line == 2);
    CHECK(actors.find("vm"));
}

TEST_CASE("A dictionary that begins with a code, or goes on with one, is no crash and no other actor's") {
    for (const char *text :
         {"[5]\n", "\n[USAGOV]\n", "\t[USAGOV]\n", "[\n", "+\n[]\n", "_[USAGOV]\n\t[USAMIL]\n+MORE\n"}) {
        ActorDictionary actors;
        Diagnostics diagnostics;
        actors.add(text, "actors.txt", countries, diagnostics);
        INFO(text);
        CHECK(actors.empty());
        CHECK_FALSE(diagnostics.empty());
    }
    ActorDictionary actors;
    Diagnostics diagnostics;
    actors.add("OLA_NORDMANN_ [NORGOV]\n", "first.txt", countries, diagnostics);
    actors.add("[USAGOV]\n+STRANGER\nBOARD_ [USA]\n[USAMIL]\n", "second.txt", countries, diagnostics);
    REQUIRE(actors.size() == 2);
    CHECK(actors[0].codes.size() == 1);
    CHECK(actors[1].codes.size() == 2);
    CHECK_FALSE(actors.find("stranger"));
    REQUIRE(diagnostics.entries().size() == 2);
    CHECK(diagnostics.entries()[1].line == 2);
}

TEST_CASE("A dictionary joins names, sorts them and gives codes") {
    DocumentMaker a("a");
    a.entity(NodeKind::Organization, "Fiskeristyret");
    DocumentMaker b("b");
    b.entity(NodeKind::Place, "Fisheries Board");
    Resolver resolver;
    resolver.add(a.take());
    resolver.add(b.take());
    resolver.add_actors("Fisheries Board\tOrganization\tNO\tFiskeristyret\tNORGOV\n", "own.tsv");
    const KnowledgeGraph graph = std::move(resolver).build();
    REQUIRE(of_kind(graph, NodeKind::Organization).size() == 1);
    const NodeRecord &board = *of_kind(graph, NodeKind::Organization).front();
    CHECK(board.mentions.size() == 2);
    CHECK(text_attribute(board, "country") == "NO");
    CHECK(std::get<std::vector<std::string>>(board.attributes.at("codes")) == std::vector<std::string>{"NORGOV"});
}
