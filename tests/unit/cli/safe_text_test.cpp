#include "cli/io/safe_text.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <string_view>

using namespace gainsay;

TEST_CASE("a safe stream shows what would drive a terminal, whatever pieces it comes in") {
    std::ostringstream out;
    {
        const SafeStream safe(out);
        out << "caf\xC3\xA9 \x1B[31m\r12 documents\n";
        // NOLINTNEXTLINE(misc-misleading-bidirectional): an escape, which misleads no reader
        for (const char byte : std::string_view("\xE2\x80\xAEx\xC2\x9B\xF0\x9F\x99\x82")) {
            out << byte;
        }
        out << "\xE2\x80";
    }
    out << "\x1B";
    CHECK(out.str() == "caf\xC3\xA9 \\x1b[31m\r12 documents\n\\u202ex\\x9b\xF0\x9F\x99\x82\xEF\xBF\xBD\x1B");
}
