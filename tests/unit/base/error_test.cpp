#include "base/diagnostics.h"
#include "base/error.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("an error says where, what was expected and what was found") {
    const InputError error("a.conllu:3", "10 columns", "7");
    CHECK(std::string(error.what()) == "a.conllu:3: expected 10 columns, found 7");
    CHECK(error.where() == "a.conllu:3");
    CHECK(error.expected() == "10 columns");
    CHECK(error.found() == "7");
}

TEST_CASE("an error without a place is its message alone") {
    CHECK(std::string(UsageError("", "no articles given").what()) == "no articles given");
    CHECK(std::string(OutputError("out.json", "disk full").what()) == "out.json: disk full");
}

TEST_CASE("diagnostics keep their order and count by severity") {
    Diagnostics diagnostics;
    CHECK(diagnostics.empty());
    diagnostics.note("a.txt", "menu left out");
    diagnostics.warn("a.txt", "invalid UTF-8", 17);
    Diagnostics more;
    more.error("b.txt", "empty");
    diagnostics.append(more);
    REQUIRE(diagnostics.entries().size() == 3);
    CHECK(diagnostics.count(Severity::note) == 3);
    CHECK(diagnostics.count(Severity::warning) == 2);
    CHECK(diagnostics.count(Severity::error) == 1);
    CHECK(format(diagnostics.entries()[0]) == "a.txt: note: menu left out");
    CHECK(format(diagnostics.entries()[1]) == "a.txt: byte 17: warning: invalid UTF-8");
    CHECK(format(diagnostics.entries()[2]) == "b.txt: error: empty");
    CHECK(format({Severity::warning, "c.conllu", {}, 4, "odd"}) == "c.conllu:4: warning: odd");
}
