#include "base/message.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("a text in one line is without control characters") {
    CHECK(one_line("caf\xC3\xA9.txt") == "caf\xC3\xA9.txt");
    CHECK(one_line("a\nb\tc\x1B[31m\x7F") == "a\\nb\\tc\\x1b[31m\\x7f");
    CHECK(one_line("\xC2\x9B") == "\\x9b");
    CHECK(one_line("caf\xE9") == "caf\xEF\xBF\xBD");
}

TEST_CASE("a refusal says its place once") {
    const auto message = [](const InputError &error) { return format(refusal(error, "a.jsonl", 7)); };
    CHECK(message(InputError("a.jsonl", "text", "none")) == "a.jsonl:7: error: expected text, found none");
    CHECK(message(InputError("a.jsonl:3", "text", "none")) == "a.jsonl:3: error: expected text, found none");
    CHECK(message(InputError("a.jsonl:3 events[0]", "text", "none")) ==
          "a.jsonl:3: error: events[0]: expected text, found none");
    CHECK(message(InputError("a.jsonl2", "text", "none")) == "a.jsonl:7: error: a.jsonl2: expected text, found none");
    CHECK(message(InputError("field", "text", "none")) == "a.jsonl:7: error: field: expected text, found none");
}
