#include "query/question_tables.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

/// Two outlets, three articles: Brandt says the dam leaks, and a month later that it does not.
KnowledgeGraph affair() {
    samples::StoryBuilder s;
    const auto article = [&](const std::string &id, const std::string &outlet, const std::string &day) {
        const NodeIndex node = s.node(NodeKind::Document, id);
        s.at(node).attributes["outlet"] = outlet;
        s.at(node).attributes["published"] = day;
        return node;
    };
    article("a", "The Post", "2031-04-01");
    article("b", "Radio Orsk", "2031-04-02");
    article("c", "The Post", "2031-05-05");
    const NodeIndex brandt = s.person("Ada Brandt", "engineer");
    const NodeIndex official = s.node(NodeKind::Person, "senior official");
    const NodeIndex leaks = s.claim("The dam leaks", ClaimStatus::disputed);
    const NodeIndex toll = s.claim("The toll will rise");
    EdgeRecord said = s.edge(brandt, EdgeKind::asserts, leaks, "a", "“It leaks,” Brandt said.");
    said.evidence.push_back(s.edge(brandt, EdgeKind::asserts, leaks, "b", "Brandt: it leaks.").evidence.front());
    s.add(said);
    s.add(brandt, EdgeKind::denies, leaks, "c", "Brandt denied that it leaks.");
    s.add(official, EdgeKind::asserts, toll, "b", "A senior official said the toll will rise.");
    return s.build();
}

QuestionTable answer(TableQuestion question, const TableOptions &options = {}) {
    const KnowledgeGraph graph = affair();
    const ArticleIndex articles(graph);
    return answer_table(graph, articles, question, options);
}

/// "" for a value that is missing.
std::string field(const QuestionTable &table, std::size_t row, std::string_view column) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c] == column) {
            const TableValue &value = table.rows.at(row).at(c);
            if (const auto *number = std::get_if<std::int64_t>(&value)) {
                return std::to_string(*number);
            }
            const auto *text = std::get_if<std::string>(&value);
            return text == nullptr ? "" : *text;
        }
    }
    FAIL("no such column");
    return {};
}

} // namespace

TEST_CASE("every table has as many values in a row as columns") {
    for (std::size_t i = 0; i < names_of<TableQuestion>().size(); ++i) {
        const QuestionTable table = answer(static_cast<TableQuestion>(i));
        CAPTURE(names_of<TableQuestion>()[i]);
        CHECK_FALSE(table.rows.empty());
        for (const auto &row : table.rows) {
            CHECK(row.size() == table.columns.size());
        }
    }
}

TEST_CASE("who is quoted how often by which outlet") {
    const QuestionTable table = answer(TableQuestion::sources);
    REQUIRE(table.rows.size() == 3);
    CHECK(field(table, 0, "source") == "Ada Brandt");
    CHECK(field(table, 0, "outlet") == "The Post");
    CHECK(field(table, 0, "statements") == "2");
    CHECK(field(table, 0, "in_all_outlets") == "3");
    CHECK(field(table, 2, "unnamed") == "1");
}

TEST_CASE("what outlets have, alone and from sources without a name") {
    const QuestionTable table = answer(TableQuestion::outlets);
    REQUIRE(table.rows.size() == 2);
    CHECK(field(table, 0, "outlet") == "Radio Orsk");
    CHECK(field(table, 0, "unnamed_statements") == "1");
    CHECK(field(table, 0, "only_here") == "1");
    CHECK(field(table, 1, "against") == "1");
    const QuestionTable only = answer(TableQuestion::only);
    REQUIRE(only.rows.size() == 1);
    CHECK(field(only, 0, "claim") == "The toll will rise");
    const QuestionTable anonymous = answer(TableQuestion::anonymous);
    REQUIRE(anonymous.rows.size() == 1);
    CHECK(field(anonymous, 0, "source") == "senior official");
}

TEST_CASE("who said it first, and who changed his mind") {
    const QuestionTable first = answer(TableQuestion::first);
    REQUIRE(first.rows.size() == 1);
    CHECK(field(first, 0, "date") == "2031-04-01");
    CHECK(field(first, 0, "later_articles") == "2");
    CHECK(field(first, 0, "later_outlets") == "1");
    const QuestionTable changed = answer(TableQuestion::changed);
    REQUIRE(changed.rows.size() == 1);
    CHECK(field(changed, 0, "side") == "for");
    CHECK(field(changed, 0, "then_side") == "against");
    CHECK(field(changed, 0, "then_date") == "2031-05-05");
    CHECK(field(changed, 0, "same_day") == "0");
    TableOptions april;
    april.period.until = Date{2031, 4, 0};
    CHECK(answer(TableQuestion::changed, april).rows.empty());
    TableOptions post;
    post.documents = std::vector<std::string>{"a", "c"};
    CHECK(answer(TableQuestion::stance, post).rows.size() == 2);
}

TEST_CASE("a name is told by its letters") {
    const auto unnamed = [](NodeKind kind, const std::string &label, const std::string &id = "x") {
        NodeRecord node;
        node.kind = kind;
        node.label = label;
        node.id = id;
        return is_unnamed(node);
    };
    CHECK(unnamed(NodeKind::Person, "White House official"));
    CHECK(unnamed(NodeKind::Person, "spokesman"));
    CHECK_FALSE(unnamed(NodeKind::Person, "Bill de Blasio"));
    CHECK_FALSE(unnamed(NodeKind::Person, "von der Leyen"));
    CHECK(unnamed(NodeKind::Group, "leaders of Britain"));
    CHECK(unnamed(NodeKind::Group, "Authorities in Beijing", "group:authorities-in-beijing~a"));
    CHECK_FALSE(unnamed(NodeKind::Group, "Russians"));
    CHECK(unnamed(NodeKind::Organization, "regional health commission"));
    CHECK_FALSE(unnamed(NodeKind::Organization, "Ministry of defence"));
}
