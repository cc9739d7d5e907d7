#include "language/entity_words.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("Words by which names are compared, each kind in its table") {
    const EntityWords words(GAINSAY_SOURCE_DIR "/src/resources/en");
    CHECK(words.has(EntityWord::unspecific, "official"));
    CHECK(words.has(PersonWord::office, "minister"));
    CHECK(words.has(OrganizationWord::body, "ministry"));
    CHECK_FALSE(words.has(EntityWord::unspecific, "minister"));
    CHECK_FALSE(words.has(PersonWord::office, "ministry"));
    // Of both tables.
    CHECK(words.has(EntityWord::media, "reports"));
    CHECK(words.has(EntityWord::media, "newspaper"));
    CHECK(words.is_of_one_sex("claire"));
    CHECK(words.is_common({"foreign", "ministry"}));
    CHECK_FALSE(words.is_common({"meridian", "ministry"}));
    CHECK(words.generation("jr") == words.generation("junior"));
    CHECK(words.generation("reed").empty());
}
