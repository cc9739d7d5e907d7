#include "base/character_references.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("characters by name and by number") {
    CHECK(decode_character_references("&lt;b&gt; &quot;M&uuml;ller&quot; &amp;amp; &apos;&hellip;") ==
          "<b> \"M\u00FCller\" &amp; '\u2026");
    CHECK(decode_character_references("&#8216;never&#8217; &#x2014; &#X41;&#225;") ==
          "\u2018never\u2019 \u2014 A\u00E1");
    CHECK(decode_character_references("Se&#225;n") == "Se\u00E1n");
    CHECK(decode_character_references("&Uuml;&uuml;&Auml;") == "\u00DC\u00FC\u00C4");
    // As browsers read them.
    CHECK(decode_character_references("it&#146;s") == "it\u2019s");
}

TEST_CASE("any other ampersand stays") {
    for (const std::string_view text :
         {"AT&T", "R&D; more", "&", "&;", "&#;", "&#x;", "&#xG;", "&#12a;", "&#0;", "&#xD800;", "&#x110000;",
          "&#99999999999;", "&nosuchname;", "&quot", "&amp", ""}) {
        CHECK(decode_character_references(text) == text);
    }
}
