#include "language/name_spelling.h"

#include "base/error.h"
#include "base/resources.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("Spellings of one name meet") {
    const NameSpelling spelling(LexiconFile::read(Resources().path("en/name_spellings.tsv"), 3));
    const auto same = [&](const char *a, const char *b) { return spelling.key(a) == spelling.key(b); };
    CHECK(same("sergey", "sergei"));
    CHECK(same("mikhail", "mihail"));
    CHECK(same("zelenskyy", "zelensky"));
    CHECK(same("wladimir", "vladimir"));
    CHECK(same("qaddafi", "gaddafi"));
    CHECK(same("mohammed", "muhammad"));
    CHECK(same("aleksandr", "alexander"));
    CHECK_FALSE(same("john", "mary"));
    CHECK_FALSE(same("sergei", "semyon"));
    CHECK_FALSE(same("hassan", "hussein"));
}

TEST_CASE("Short forms of given names are known, other names are none") {
    const NameSpelling spelling(LexiconFile::read(Resources().path("en/name_spellings.tsv"), 3));
    const auto short_form = [&](const char *a, const char *b) {
        return spelling.is_short_form(spelling.key(a), spelling.key(b));
    };
    CHECK(short_form("bill", "william"));
    CHECK(short_form("ted", "edward"));
    CHECK(short_form("ted", "theodore"));
    CHECK_FALSE(short_form("bill", "edward"));
    CHECK_FALSE(short_form("bill", "maria"));
}

TEST_CASE("A table of spellings with an unknown kind of row is refused with its line") {
    try {
        const NameSpelling spelling(LexiconFile::parse("letters\tkh\th\nvowels\ta\te\n", "spellings", 3));
        FAIL("expected an error");
    } catch (const ModelError &error) {
        CHECK(error.where() == "spellings:2");
        CHECK(error.found() == "'vowels'");
    }
}
