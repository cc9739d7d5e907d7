#include "nlp/analysis/word_table.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

using namespace gainsay;
using gainsay::test::TemporaryFile;

namespace {

ModelFile written(const std::vector<std::string> &words, const TemporaryFile &file) {
    ModelFileWriter writer;
    WordTable::write(writer, "words", words);
    writer.write(file.path(), "{}");
    return ModelFile::open(file.path());
}

void write_raw(const TemporaryFile &file, const std::vector<std::uint32_t> &slots,
               const std::vector<std::uint32_t> &offsets, std::string_view text) {
    ModelFileWriter writer;
    writer.add_numbers("words.slots", std::span<const std::uint32_t>(slots));
    writer.add_numbers("words.offsets", std::span<const std::uint32_t>(offsets));
    writer.add("words.text", std::as_bytes(std::span(text)));
    writer.write(file.path(), "{}");
}

} // namespace

TEST_CASE("a word's number is its place plus one, an unknown word's is none") {
    const TemporaryFile path("words");
    const ModelFile file = written({"the", "deny", "", "dény", "n't"}, path);
    const WordTable table(file, "words");
    CHECK(table.size() == 5);
    CHECK(table.find("the") == 1);
    CHECK(table.find("deny") == 2);
    CHECK(table.find("") == 3);
    CHECK(table.find("dény") == 4);
    CHECK(table.find("n't") == 5);
    for (const char *unknown : {"The", "th", "them", "den", "thedeny", "\xff"}) {
        INFO(unknown);
        CHECK(table.find(unknown) == 0);
    }
}

TEST_CASE("thousands of words are all found, and no others") {
    std::vector<std::string> words;
    words.reserve(20000);
    for (int i = 0; i < 20000; ++i) {
        words.push_back("w" + std::to_string(i * 7));
    }
    const TemporaryFile path("words");
    const ModelFile file = written(words, path);
    const WordTable table(file, "words");
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        wrong += table.find(words[i]) == i + 1 ? 0U : 1U;
        wrong += table.find("w" + std::to_string(i * 7 + 3)) == 0 ? 0U : 1U;
    }
    CHECK(wrong == 0);
}

TEST_CASE("of a word given twice the first place counts") {
    const TemporaryFile path("words");
    const ModelFile file = written({"a", "b", "a"}, path);
    CHECK(WordTable(file, "words").find("a") == 1);
}

TEST_CASE("tables that do not fit together are refused") {
    const TemporaryFile path("words");
    const auto message = [&path] {
        const ModelFile file = ModelFile::open(path.path());
        try {
            const WordTable table(file, "words");
        } catch (const ModelError &error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    using Catch::Matchers::Contains;
    write_raw(path, {1, 0, 0}, {0, 1}, "a");
    CHECK_THAT(message(), Contains("words.*"));
    write_raw(path, {}, {0, 1}, "a");
    CHECK_THAT(message(), Contains("words.*"));
    write_raw(path, {1, 0}, {0}, "");
    CHECK_THAT(message(), Contains("words.*"));
    write_raw(path, {1, 0}, {0, 5}, "a");
    CHECK_THAT(message(), Contains("words.*"));
    // Words that end before they begin, and a table without a free place, in which a search would have no end.
    write_raw(path, {1, 2, 0, 0}, {0, 9, 1}, "a");
    CHECK_THAT(message(), Contains("words.*"));
    write_raw(path, {1, 1}, {0, 1}, "a");
    CHECK_THAT(message(), Contains("words.*"));
    write_raw(path, {1, 0}, {0, 1}, "a");
    CHECK(message() == "no error");
}
