#include "extract/syntax/signed_posts.h"

#include "extract/syntax/quotations.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <cctype>
#include <sstream>
#include <string>

using namespace gainsay;

namespace {

/// A tree is of no importance here: all words hang on the first.
std::string flat(const std::string &words) {
    std::istringstream input(words);
    std::string rows;
    int number = 0;
    for (std::string word; input >> word;) {
        ++number;
        const bool is_mark = std::ispunct(static_cast<unsigned char>(word.front())) != 0 && word.size() == 1;
        std::ostringstream row;
        row << number << ' ' << word << ' ' << word << (is_mark ? " PUNCT" : " NOUN") << " _ _ "
            << (number == 1 ? "0 root" : "1 dep") << " _ _\n";
        rows += row.str();
    }
    return rows;
}

} // namespace

TEST_CASE("A post ends where its signature begins, without links and the tags behind it") {
    const TreeText text(flat("The mill is shut . #mill https://t.co/x \u2014 Ann Lee ( @annlee ) May 4"));
    const std::vector<SignedPost> posts = find_signed_posts(text.syntax);
    REQUIRE(posts.size() == 1);
    CHECK(posts[0].first == 0);
    CHECK(posts[0].end == 5);
    CHECK(posts[0].name == 8);
    CHECK(posts[0].name_end == 10);
    CHECK(text.syntax.token(posts[0].handle).form == "@annlee");
    CHECK(text.quotations.contains(0));
    CHECK_FALSE(text.quotations.contains(8));
}

TEST_CASE("Whom a post answers and what it posts again are none of its words") {
    const TreeText answer(flat("@moss @reed The mill is shut RT @moss It is open \u2014 Ann Lee ( @annlee )"));
    const std::vector<SignedPost> posts = find_signed_posts(answer.syntax);
    REQUIRE(posts.size() == 1);
    CHECK(posts[0].first == 2);
    CHECK(posts[0].end == 6);
}

TEST_CASE("A handle without a dash and a name in front signs nothing") {
    CHECK(find_signed_posts(TreeText(flat("Ann Lee ( @annlee ) wrote of the mill")).syntax).empty());
    CHECK(find_signed_posts(TreeText(flat("\u2014 Ann Lee ( @annlee )")).syntax).empty());
    CHECK(find_signed_posts(TreeText(flat("The mill \u2014 Ann Lee wrote of it")).syntax).empty());
}
