#include "ingest/sources/markup_in_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("text with tags is told from text that speaks of one") {
    CHECK(has_markup("<p>Minister <b>Falk</b> denied it.</p>"));
    CHECK(has_markup("Falk denied it.<br>Brandt did not.<br/>"));
    CHECK(has_markup("Falk <a href=\"/x\" class='y'>denied</a> it."));
    CHECK_FALSE(has_markup("He wrote a <p> where none was wanted."));
    CHECK_FALSE(has_markup("Is a < b and c > d?"));
    CHECK_FALSE(has_markup("<Falk> denied it. </Falk>"));
    CHECK_FALSE(has_markup("An open tag <a href="));
    CHECK_FALSE(has_markup(""));
}

TEST_CASE("line ends divide where no tag does") {
    CHECK(as_page("Falk <b>denied</b> it.\nSo it was.") == "<p>Falk <b>denied</b> it.</p>\n<p>So it was.</p>\n");
    CHECK(as_page("<p>Falk\ndenied it.</p>") == "<p>Falk\ndenied it.</p>");
}

TEST_CASE("titles and names lose tags and references") {
    CHECK(without_markup("Falk &#8216;never paid&#8217; &amp; will fight") ==
          "Falk \u2018never paid\u2019 & will fight");
    CHECK(without_markup("Falk &amp;#8216;never&amp;#8217;") == "Falk \u2018never\u2019");
    CHECK(without_markup("The <em>Calliope</em><br/>sank") == "The Calliope sank");
    CHECK(without_markup("a < b") == "a < b");
    CHECK(without_markup("Se&#225;n Dair") == "Se\u00E1n Dair");
}
