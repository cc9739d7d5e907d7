#include "ingest/sources/byte_stream.h"

#include "compressed.h"
#include "temporary_folder.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;

namespace {

constexpr std::size_t no_limit = std::size_t{1} << 30U;

/// Bytes that do not compress to nothing.
std::string long_text() {
    std::string text;
    for (unsigned i = 0; i < 60000; ++i) {
        text += std::to_string(i * 2654435761U) + (i % 7 == 0 ? "\n" : " ");
    }
    return text;
}

std::string read_whole(const std::string &path) {
    std::string bytes;
    ByteStream stream = ByteStream::open(path, "input");
    CHECK(stream.read_all(bytes, no_limit) == ByteStream::Outcome::done);
    return bytes;
}

} // namespace

TEST_CASE("plain, gzip and zstd bytes are told by their content") {
    const TemporaryFolder folder;
    const std::string text = long_text();
    CHECK(read_whole(folder.write("a", text)) == text);
    CHECK(read_whole(folder.write("b", gzip(text))) == text);
    CHECK(read_whole(folder.write("c", zstd(text))) == text);
    CHECK(read_whole(folder.write("d", gzip("one ") + gzip("two"))) == "one two");
    CHECK(read_whole(folder.write("e", zstd("one ") + zstd("two"))) == "one two");
    CHECK(read_whole(folder.write("empty", "")).empty());
    CHECK(read_whole(folder.write("short", "ab")) == "ab");
}

TEST_CASE("compressed data that was cut off or damaged is refused") {
    const TemporaryFolder folder;
    const std::string text = long_text();
    for (const std::string &whole : {gzip(text), zstd(text)}) {
        for (const std::size_t size : {whole.size() / 2, whole.size() - 3, std::size_t{6}}) {
            const std::string path = folder.write("cut", whole.substr(0, size));
            std::string bytes;
            CHECK_THROWS_AS(ByteStream::open(path, "cut").read_all(bytes, no_limit), InputError);
        }
        std::string damaged = whole;
        damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
        std::string bytes;
        CHECK_THROWS_AS(ByteStream::open(folder.write("damaged", damaged), "d").read_all(bytes, no_limit), InputError);
    }
}

TEST_CASE("lines come one by one, and a line that is too long is passed over") {
    const TemporaryFolder folder;
    const std::string path = folder.write("lines", "first\n" + std::string(200000, 'x') + "\n\nlast");
    ByteStream stream = ByteStream::open(path, "lines");
    CHECK(stream.peek(3) == "fir");
    std::string line;
    CHECK(stream.read_line(line, 1000) == ByteStream::Outcome::done);
    CHECK(line == "first");
    CHECK(stream.read_line(line, 1000) == ByteStream::Outcome::too_long);
    CHECK(stream.read_line(line, 1000) == ByteStream::Outcome::done);
    CHECK(line.empty());
    CHECK(stream.read_line(line, 1000) == ByteStream::Outcome::done);
    CHECK(line == "last");
    CHECK(stream.read_line(line, 1000) == ByteStream::Outcome::end);
}

TEST_CASE("a stream larger than the limit says so") {
    const TemporaryFolder folder;
    std::string bytes;
    CHECK(ByteStream::open(folder.write("big", std::string(5000, 'x')), "big").read_all(bytes, 4999) ==
          ByteStream::Outcome::too_long);
    CHECK(ByteStream::open(folder.write("bomb", gzip(std::string(5000, 'x'))), "bomb").read_all(bytes, 4999) ==
          ByteStream::Outcome::too_long);
}

TEST_CASE("a file that is not there and a folder are named in the message") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(ByteStream::open(folder / "missing", "missing"),
                      Catch::Contains("missing") && Catch::Contains("No such file"));
    CHECK_THROWS_AS(ByteStream::open(folder.path(), "folder").peek(1), InputError);
}

TEST_CASE("a pipe pauses where no whole line is there and its writer sends nothing") {
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const auto send = [&](std::string_view text) {
        REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    };
    send("first line\nsecond");
    ByteStream stream = ByteStream::open("/dev/fd/" + std::to_string(ends[0]), "pipe");
    const auto has_line = [](std::string_view text) { return text.find('\n') != std::string_view::npos; };
    CHECK(stream.peek_until(1000, has_line) == "first line\nsecond");
    CHECK_FALSE(stream.pauses());
    std::string line;
    CHECK(stream.read_line(line, no_limit) == ByteStream::Outcome::done);
    CHECK(stream.pauses());
    send(" line\n");
    CHECK_FALSE(stream.pauses());
    CHECK(stream.read_line(line, no_limit) == ByteStream::Outcome::done);
    CHECK(line == "second line");
    CHECK(stream.pauses());
    ::close(ends[1]);
    CHECK_FALSE(stream.pauses());
    CHECK(stream.read_line(line, no_limit) == ByteStream::Outcome::end);
    ::close(ends[0]);
}
