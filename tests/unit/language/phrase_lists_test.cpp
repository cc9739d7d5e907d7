#include "language/phrase_lists.h"

#include "base/error.h"
#include "language/article_rules.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

AuthorWords author_words(const std::string &rows) {
    return AuthorWords(LexiconFile::parse(rows, "author_roles.tsv", 2));
}

} // namespace

TEST_CASE("phrases are found whole, at the beginning, at the end and between borders of words") {
    const AuthorWords words =
        author_words("copula\tis\nrole\tchief editor\nrole\tchief\nverb\twrites for\nspeech\tsaid\n");
    CHECK(words.is("role", "chief editor"));
    CHECK_FALSE(words.is("verb", "chief editor"));
    CHECK(words.prefix("role", "chief editor of it") == std::string("chief editor").size());
    CHECK(words.prefix("role", "chiefly") == 0);
    CHECK(words.ends("speech", "he said"));
    CHECK_FALSE(words.ends("speech", "unsaid"));
    CHECK(words.contains("verb", "she writes for us"));
    CHECK_FALSE(words.contains("verb", "she writes forms"));
}

TEST_CASE("a table of phrases with a wrong kind, a phrase twice or a kind without phrases is refused with its line") {
    const std::string good = "copula\tis\nrole\teditor\nverb\twrites\nspeech\tsaid\n";
    CHECK_NOTHROW(author_words(good));
    CHECK_THROWS_WITH(author_words(good + "rolle\tpoet\n"),
                      Catch::Contains("author_roles.tsv:5") && Catch::Contains("rolle"));
    CHECK_THROWS_WITH(author_words(good + "role\tEditor\n"),
                      Catch::Contains("author_roles.tsv:5") && Catch::Contains("line 2"));
    CHECK_THROWS_WITH(author_words("copula\tis\nrole\teditor\nverb\twrites\n"), Catch::Contains("speech"));
}

TEST_CASE("the tables by which articles are told from their pages are whole") {
    const ArticleRules rules(GAINSAY_SOURCE_DIR "/src/resources/en");
    CHECK(rules.calendar.is(calendar_month(10), "october"));
    CHECK(rules.outlet_of("https://www.bbc.co.uk/news/1").has_value());
    CHECK_THROWS_AS(ArticleRules("/nowhere"), ModelError);
}

TEST_CASE("kinds are found by names that are made while the program runs") {
    CHECK(find_kind<AuthorWord>("role") == AuthorWord::role);
    CHECK_FALSE(find_kind<AuthorWord>("rolle"));
}
