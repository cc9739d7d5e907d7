#include "base/json_text.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("what makes a JSON text no text is found with its place") {
    const auto flaw = [](std::string_view json) { return find_json_flaw(json); };
    CHECK(flaw(R"("\udc00")") == JsonFlaw{1, "half a surrogate pair, \\udc00"});
    CHECK(flaw(R"({"a": "x\uDFFF"})") == JsonFlaw{8, "half a surrogate pair, \\uDFFF"});
    CHECK(flaw(R"("\ud83d\ude00\ude00")") == JsonFlaw{13, "half a surrogate pair, \\ude00"});
    CHECK(flaw(R"("\\\udc00")") == JsonFlaw{3, "half a surrogate pair, \\udc00"});
    CHECK(flaw(R"("\n\udc00")") == JsonFlaw{3, "half a surrogate pair, \\udc00"});
    CHECK(flaw(std::string_view("{}\0", 3)) == JsonFlaw{2, "a NUL byte"});
    CHECK(flaw(std::string_view("\"\\\0\"", 4)) == JsonFlaw{2, "a NUL byte"});
    CHECK(flaw("\"\xED\xB0\x80\"") == JsonFlaw{1, "a byte that is no UTF-8"});
    CHECK(flaw("\"\\\xFF\"") == JsonFlaw{2, "a byte that is no UTF-8"});
}

TEST_CASE("sound JSON has no flaw, and what the parser finds itself is left to it") {
    for (const char *json : {R"("\ud83d\ude00")", R"("\\udc00")", R"("\\\\udc00")", R"("udc00")", R"("\u0000")",
                             R"("\ud83d")", R"("\ud83dx")", R"("\uZZZZ")", R"("\u12)", R"(\)", "", "\"caf\xC3\xA9\""}) {
        INFO(json);
        CHECK_FALSE(find_json_flaw(json));
    }
}
