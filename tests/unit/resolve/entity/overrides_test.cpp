#include "resolve/entity/overrides.h"

#include "base/error.h"
#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <tuple>

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
          "overrides.txt: line 2: expected same, different, kind, label, accept, drop, speaker, stance or apart, found "
          "'sme'\n"
          "overrides.txt: line 3: expected Person, Organization, Country, Group, Outlet or Place, found 'Planet'\n"
          "overrides.txt: line 4: expected label and two fields behind it, separated by tabs or |, found 1");
    CHECK(error_of("same | \xff | b\n") == "overrides.txt: line 1: expected UTF-8, found other bytes");
    CHECK(error_of("|\n") == "overrides.txt: line 1: expected same, different, kind, label, accept, drop, speaker, "
                             "stance or apart, found nothing");
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

namespace {

/// Two speakers of two articles, with the lines that `lines` makes of the places of what they say.
KnowledgeGraph two_articles(const std::string &first, const std::string &second, const std::vector<std::string> &words,
                            const std::function<std::string(const std::string &, const std::string &)> &lines,
                            Diagnostics *diagnostics = nullptr) {
    std::vector<std::string> places;
    Resolver resolver;
    for (const auto &[id, who, text] : {std::tuple{"a", "Mary Dunn", first}, std::tuple{"b", "Jan Holub", second}}) {
        DocumentMaker maker(id);
        const EntityIndex speaker = maker.entity(NodeKind::Person, who);
        const EntityIndex norway = maker.entity(NodeKind::Country, "Norway", "NO");
        const Attribution &said =
            maker.says(speaker, Stance::asserts, text,
                       places.empty() ? words : std::vector<std::string>{"ship", "sink"}, {norway});
        places.push_back(std::string(id) + ":" + std::to_string(said.span.begin) + "-" + std::to_string(said.span.end));
        resolver.add(maker.take());
    }
    resolver.set_overrides(Overrides::parse(lines(places[0], places[1]), "overrides.txt"));
    return std::move(resolver).build(diagnostics);
}

} // namespace

TEST_CASE("A user's word on two statements: they state the same, or they do not") {
    const auto none = [](const std::string &, const std::string &) { return std::string(); };
    const auto same = [](const std::string &a, const std::string &b) { return "same | " + a + " | " + b + "\n"; };
    const auto different = [](const std::string &a, const std::string &b) {
        return "different | " + a + " | " + b + "\n";
    };
    const auto claims = [](const KnowledgeGraph &graph) { return of_kind(graph, NodeKind::Claim).size(); };
    CHECK(claims(two_articles("the ship was sunk", "the ship was sunk", {"ship", "sink"}, none)) == 1);
    CHECK(claims(two_articles("the ship was sunk", "the ship was sunk", {"ship", "sink"}, different)) == 2);
    CHECK(claims(two_articles("taxes will rise", "the ship was sunk", {"tax", "rise"}, none)) == 2);
    const KnowledgeGraph joined = two_articles("taxes will rise", "the ship was sunk", {"tax", "rise"}, same);
    REQUIRE(of_kind(joined, NodeKind::Claim).size() == 1);
    const auto &attributes = of_kind(joined, NodeKind::Claim).front()->attributes;
    CHECK(std::get<std::vector<std::string>>(attributes.at("reasons")).front().find("the override file says so") !=
          std::string::npos);
    // Who decided it need not be asked again.
    CHECK_FALSE(attributes.contains("doubtful_merges"));

    Diagnostics diagnostics;
    two_articles(
        "the ship was sunk", "the ship was sunk", {"ship", "sink"},
        [](const std::string &a, const std::string &) { return "different | " + a + " | b:900-950\n"; }, &diagnostics);
    REQUIRE(diagnostics.entries().size() == 1);
    CHECK(format(diagnostics.entries().front()) == "overrides.txt:1: warning: no statement of 'b' stands at 900-950");
}

TEST_CASE("What the user accepts or corrects is sure") {
    for (const char *line : {"accept | PLACE\n", "stance | PLACE | denies\n", "speaker | PLACE | Rosa Venn\n"}) {
        const KnowledgeGraph graph = two_articles("the ship was sunk", "the ship was sunk", {"ship", "sink"},
                                                  [line](const std::string &a, const std::string &) {
                                                      std::string text = line;
                                                      return text.replace(text.find("PLACE"), 5, a);
                                                  });
        double most = 0;
        double least = 1;
        for (const EdgeRecord &edge : graph.edges()) {
            if (row(edge.kind).family == EdgeFamily::statement) {
                most = std::max(most, edge.confidence);
                least = std::min(least, edge.confidence);
            }
        }
        CHECK(most == 1);
        CHECK(least < 1);
    }
}

TEST_CASE("What has no statement is told with its reason") {
    DocumentMaker a("a");
    const EntityIndex norway = a.entity(NodeKind::Country, "Norway", "NO");
    a.says(norway, Stance::asserts, "the ship was sunk", {"ship", "sink"}, {norway});
    a.says(norway, Stance::asserts, "taxes will rise", {"tax", "rise"}, {norway}).source_entity.reset();
    a.says(norway, Stance::asserts, "it shows", {"show"}, {norway}).propositions.clear();
    const Attribution &dropped = a.says(norway, Stance::asserts, "fish is cheap", {"fish", "cheap"}, {norway});
    const std::string place = "a:" + std::to_string(dropped.span.begin) + "-" + std::to_string(dropped.span.end);
    Resolver resolver;
    resolver.add(a.take());
    resolver.set_overrides(Overrides::parse("drop | " + place + "\n", "overrides.txt"));
    StatementReport report;
    std::move(resolver).build(nullptr, &report);
    CHECK(report.attributions == 4);
    REQUIRE(report.left_out.size() == 3);
    CHECK(name(report.left_out[0].reason) == "no_speaker");
    CHECK(report.left_out[0].text == "taxes will rise");
    CHECK(name(report.left_out[1].reason) == "nothing_stated");
    CHECK(name(report.left_out[2].reason) == "dropped");
}

TEST_CASE("Who is kept from one stays with the others, whichever came first") {
    for (const std::string apart : {"a", "b", "c", "d"}) {
        for (const NodeKind kind : {NodeKind::Person, NodeKind::Organization}) {
            Resolver resolver;
            std::string lines;
            for (const std::string id : {"a", "b", "c", "d"}) {
                DocumentMaker maker(id);
                maker.entity(kind, "Harbour Lines");
                resolver.add(maker.take());
                if (id != apart) {
                    lines.append("different | Harbour Lines@").append(apart);
                    lines.append(" | Harbour Lines@").append(id).append("\n");
                }
            }
            resolver.set_overrides(Overrides::parse(lines, "overrides.txt"));
            const KnowledgeGraph graph = std::move(resolver).build();
            CHECK(of_kind(graph, kind).size() == 2);
        }
    }
}
