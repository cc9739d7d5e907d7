#include "resolve/entity/overrides.h"

#include "base/error.h"
#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

#include <functional>

using namespace gainsay;

namespace {

std::vector<Observations> documents() {
    DocumentMaker a("a");
    a.entity(NodeKind::Person, "John Smith");
    a.entity(NodeKind::Organization, "Politika");
    DocumentMaker b("b");
    b.entity(NodeKind::Person, "John Smith");
    b.entity(NodeKind::Person, "Jack the Baker");
    return {a.take(), b.take()};
}

KnowledgeGraph resolve_with(const std::string &overrides, Diagnostics *diagnostics = nullptr) {
    Resolver resolver;
    for (Observations &each : documents()) {
        resolver.add(std::move(each));
    }
    resolver.set_overrides(Overrides::parse(overrides, "overrides.txt"));
    return std::move(resolver).build(diagnostics);
}

std::string error_of(const std::string &text) {
    try {
        Overrides::parse(text, "overrides.txt");
    } catch (const InputError &error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("A user's word joins, parts, sorts and names") {
    CHECK(of_kind(resolve_with(""), NodeKind::Person).size() == 2);
    CHECK(of_kind(resolve_with("same | Jack the Baker | John Smith\n"), NodeKind::Person).size() == 1);
    CHECK(of_kind(resolve_with("different\tJohn Smith@a\tJohn Smith@b\n"), NodeKind::Person).size() == 3);
    CHECK(of_kind(resolve_with("kind | politika | Outlet\n"), NodeKind::Outlet).size() == 1);
    const KnowledgeGraph graph = resolve_with("# a comment\n\nlabel | person:john-smith | J. A. Smith\n");
    CHECK(graph.find_node("person:j-a-smith"));
    CHECK_FALSE(graph.find_node("person:john-smith"));
}

TEST_CASE("Ids are those of a graph without overrides, so that lines keep their meaning") {
    const KnowledgeGraph graph = resolve_with("label | person:john-smith | J. A. Smith\n"
                                              "same | person:john-smith | person:jack-the-baker\n");
    REQUIRE(of_kind(graph, NodeKind::Person).size() == 1);
    CHECK(of_kind(graph, NodeKind::Person).front()->label == "J. A. Smith");
    CHECK(
        std::get<std::vector<std::string>>(of_kind(graph, NodeKind::Person).front()->attributes.at("reasons")).size() ==
        2);
}

TEST_CASE("What parts wins over what joins, and both are said") {
    Diagnostics diagnostics;
    const KnowledgeGraph graph =
        resolve_with("same | John Smith | Jack the Baker\ndifferent | John Smith@a | John Smith@b\n", &diagnostics);
    CHECK(of_kind(graph, NodeKind::Person).size() == 2);
    REQUIRE(diagnostics.entries().size() == 1);
    CHECK(format(diagnostics.entries().front()) ==
          "overrides.txt:1: warning: another line says that some of these are different; those stay apart");
}

TEST_CASE("A line that names nothing, or one thing twice, is warned of and left out") {
    Diagnostics diagnostics;
    const KnowledgeGraph graph = resolve_with("same | Jim Nobody | John Smith\ndifferent | John Smith | John Smith\n"
                                              "kind | person:nobody | Group\n",
                                              &diagnostics);
    CHECK(of_kind(graph, NodeKind::Person).size() == 2);
    REQUIRE(diagnostics.entries().size() == 3);
    CHECK(format(diagnostics.entries()[0]) == "overrides.txt:1: warning: expected a name in the documents, found 'Jim "
                                              "Nobody', which is none; the line is left out");
    CHECK(diagnostics.entries()[1].line == 2);
    CHECK(diagnostics.entries()[2].line == 3);
}

TEST_CASE("Bad lines are refused, each with its number") {
    CHECK(error_of("same | a | b\nsme | a | b\nkind | a | Planet\nlabel | a\n") ==
          "overrides.txt: line 2: expected same, different, kind, label, drop, speaker, stance or apart, found 'sme'\n"
          "overrides.txt: line 3: expected Person, Organization, Country, Group, Outlet or Place, found 'Planet'\n"
          "overrides.txt: line 4: expected label and two fields behind it, separated by tabs or |, found 1");
    CHECK(error_of("same | \xff | b\n") == "overrides.txt: line 1: expected UTF-8, found other bytes");
    CHECK(
        error_of("|\n") ==
        "overrides.txt: line 1: expected same, different, kind, label, drop, speaker, stance or apart, found nothing");
}

namespace {

struct Said {
    std::string speaker;
    std::string kind;
    NodeIndex claim = 0;
};

/// Who says what in two documents that tell the same; `lines` gets the places of the first one's statement.
std::vector<Said> said_with(const std::function<std::string(const std::string &place)> &lines) {
    DocumentMaker a("a");
    const EntityIndex norway = a.entity(NodeKind::Country, "Norway", "NO");
    const Attribution &first = a.says(norway, Stance::asserts, "the ship was sunk", {"ship", "sink"}, {norway});
    const std::string place = "a:" + std::to_string(first.span.begin) + "-" + std::to_string(first.span.end);
    DocumentMaker b("b");
    const EntityIndex also = b.entity(NodeKind::Country, "Norway", "NO");
    const EntityIndex georgia = b.entity(NodeKind::Country, "Georgia", "GE");
    b.says(georgia, Stance::asserts, "the ship was sunk", {"ship", "sink"}, {also});
    Resolver resolver;
    resolver.add(a.take());
    resolver.add(b.take());
    resolver.set_overrides(Overrides::parse(lines(place), "overrides.txt"));
    const KnowledgeGraph graph = std::move(resolver).build();
    std::vector<Said> all;
    for (const EdgeRecord &record : graph.edges()) {
        if (row(record.kind).family == EdgeFamily::statement) {
            all.push_back({graph.node(record.source).label, std::string(name(record.kind)), record.target});
        }
    }
    return all;
}

} // namespace

TEST_CASE("A user's word on a statement: nobody said it, who said it, how, and that it stands apart") {
    const auto none = [](const std::string &) { return std::string(); };
    REQUIRE(said_with(none).size() == 2);
    CHECK(said_with(none)[0].claim == said_with(none)[1].claim);

    const std::vector<Said> dropped = said_with([](const std::string &place) { return "drop | " + place + "\n"; });
    REQUIRE(dropped.size() == 1);
    CHECK(dropped[0].speaker == "Georgia");

    const std::vector<Said> spoken =
        said_with([](const std::string &place) { return "speaker | " + place + " | Ann Reed | Person\n"; });
    CHECK(std::any_of(spoken.begin(), spoken.end(), [](const Said &each) { return each.speaker == "Ann Reed"; }));
    CHECK(std::none_of(spoken.begin(), spoken.end(), [](const Said &each) { return each.speaker == "Norway"; }));

    const std::vector<Said> denied =
        said_with([](const std::string &place) { return "stance | " + place + " | denies\n"; });
    CHECK(std::any_of(denied.begin(), denied.end(),
                      [](const Said &each) { return each.speaker == "Norway" && each.kind == "denies"; }));

    const std::vector<Said> apart = said_with([](const std::string &place) { return "apart | " + place + "\n"; });
    REQUIRE(apart.size() == 2);
    CHECK(apart[0].claim != apart[1].claim);
}

TEST_CASE("A line about a statement that is not there is a warning, a broken one an error") {
    Diagnostics diagnostics;
    resolve_with("drop | a:100000-100001\n", &diagnostics);
    REQUIRE(diagnostics.entries().size() == 1);
    CHECK(diagnostics.entries()[0].line == 1);
    CHECK(error_of("drop | a\n") ==
          "overrides.txt: line 1: expected DOCUMENT:FIRST-LAST, bytes of a content, found 'a'");
    CHECK(error_of("stance | a:1-2 | mutters\n") ==
          "overrides.txt: line 1: expected a stance (asserts, denies, …), found 'mutters'");
    CHECK(error_of("speaker | a:1-2\n") ==
          "overrides.txt: line 1: expected speaker and two or three fields behind it, separated by tabs or |, found 1");
}
