#include "base/message.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("a text in one line is without control characters") {
    CHECK(one_line("caf\xC3\xA9.txt") == "caf\xC3\xA9.txt");
    CHECK(one_line("a\nb\tc\x1B[31m\x7F") == "a\\nb\\tc\\x1b[31m\\x7f");
    CHECK(one_line("\xC2\x9B") == "\\x9b");
    CHECK(one_line("caf\xE9") == "caf\xEF\xBF\xBD");
}

TEST_CASE("what makes a terminal act or a text run backwards is shown as an escape") {
    // NOLINTNEXTLINE(misc-misleading-bidirectional): escapes, which mislead no reader
    CHECK(one_line("a\u202eb\u2066c\u2028") == "a\\u202eb\\u2066c\\u2028");
    CHECK(safe_to_show("a\n\tb\r\x1B]52;c;AAAA\x07\n") == "a\n\tb\\x0d\\x1b]52;c;AAAA\\x07\n");
    CHECK(safe_to_show("\xC2\x9B"
                       "2J \xE2\x80\x8F\xD8\x9C") == "\\x9b2J \\u200f\\u061c");
    // Names in any script, soft hyphens and joiners are text.
    const std::string names = "Caf\xC3\xA9 \xD9\x85\xD8\xAD \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB \xC2\xAD";
    CHECK(safe_to_show(names) == names);
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
