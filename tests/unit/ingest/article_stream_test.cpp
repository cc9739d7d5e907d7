#include "ingest/article_reader.h"

#include "compressed.h"
#include "temporary_folder.h"

#include "base/error.h"
#include "base/sha256.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

const std::string paragraph = "The council said on Monday that it would close the old bridge in May.\n";

std::vector<DocumentItem> read(std::vector<std::string> inputs, const IngestOptions &options = {}) {
    DocumentStream stream(std::move(inputs), options);
    std::vector<DocumentItem> items;
    while (std::optional<DocumentItem> item = stream.next()) {
        items.push_back(*std::move(item));
    }
    return items;
}

/// "id" for documents, "! message" for failures.
std::vector<std::string> summary(const std::vector<DocumentItem> &items) {
    std::vector<std::string> lines;
    for (const DocumentItem &item : items) {
        if (const auto *failure = std::get_if<DocumentFailure>(&item)) {
            lines.push_back("! " + failure->reason.message);
        } else {
            lines.push_back(std::get<IngestedDocument>(item).document.meta.id);
        }
    }
    return lines;
}

const Document &document(const DocumentItem &item) {
    REQUIRE(std::holds_alternative<IngestedDocument>(item));
    return std::get<IngestedDocument>(item).document;
}

const Diagnostic &failure(const DocumentItem &item) {
    REQUIRE(std::holds_alternative<DocumentFailure>(item));
    return std::get<DocumentFailure>(item).reason;
}

} // namespace

TEST_CASE("a plain text's document is the file, byte for byte") {
    const TemporaryFolder folder;
    const std::string text = "\xEF\xBB\xBF  Title of it\r\n\r\n" + paragraph + "\r\n\t end";
    for (const std::string &path : {folder.write("a.txt", text), folder.write("b.txt.gz", gzip(text)),
                                    folder.write("c.md.zst", zstd(text)), folder.write("d.unknown", text)}) {
        const std::vector<DocumentItem> items = read({path});
        REQUIRE(items.size() == 1);
        CHECK(document(items[0]).text == text);
        CHECK(document(items[0]).meta.sha256 == sha256_hex(text));
        CHECK_FALSE(find_inconsistency(document(items[0])));
    }
}

TEST_CASE("folders are read in the order of names, and names give the ids") {
    const TemporaryFolder folder;
    folder.write("b/two.txt", paragraph);
    folder.write("a.md", paragraph);
    folder.write("b/one.html.gz", gzip("<p>" + paragraph));
    folder.write("c.jsonl", "{\"id\":\"x\",\"text\":\"One thing.\"}\n\n{\"text\":\"Another.\"}\n");
    folder.write("d.jpg", "no article");
    folder.write(".hidden.txt", paragraph);
    DocumentStream stream({folder.path().string()});
    std::vector<std::string> ids;
    while (std::optional<DocumentItem> item = stream.next()) {
        ids.push_back(document(*item).meta.id);
    }
    CHECK(ids == std::vector<std::string>{"a", "one", "two", "x", "c-3"});
    REQUIRE(stream.diagnostics().entries().size() == 1);
    CHECK(stream.diagnostics().entries()[0].message ==
          "passed over: 1 image (first: " + folder.path().string() + "/d.jpg)");
}

TEST_CASE("an id that is taken gets a number") {
    const TemporaryFolder folder;
    folder.write("1/a.txt", paragraph);
    folder.write("2/a.txt", paragraph);
    folder.write("3/a-2.txt", paragraph);
    folder.write("4/a.txt", paragraph);
    folder.write("5/a-2.txt", paragraph);
    const std::vector<DocumentItem> items = read({folder.path().string()});
    CHECK(summary(items) == std::vector<std::string>{"a", "a-2", "a-2-2", "a-3", "a-2-3"});
    CHECK(std::get<IngestedDocument>(items[1]).diagnostics.entries().size() == 1);
}

TEST_CASE("metadata beside a text") {
    const TemporaryFolder folder;
    folder.write("bridge.txt", paragraph);
    folder.write("bridge.json", R"({"id":"b1","title":"Bridge closes","date":"May 2, 2021","outlet":"The Ford Gazette",
                                    "author":"Ann Lee","url":"https://example.org/b","other":[1]})");
    const std::vector<DocumentItem> items = read({folder.path().string()});
    REQUIRE(items.size() == 1);
    const DocumentMeta &meta = document(items[0]).meta;
    CHECK(meta.id == "b1");
    CHECK(meta.title == "Bridge closes");
    CHECK(meta.published == "2021-05-02");
    CHECK(meta.outlet == "The Ford Gazette");
    CHECK(meta.author == "Ann Lee");
    CHECK(meta.url == "https://example.org/b");
    // The shell hands over both.
    CHECK(summary(read({folder / "bridge.json", folder / "bridge.txt"})) == std::vector<std::string>{"b1"});
}

TEST_CASE("broken metadata beside a text is left out with a warning") {
    const TemporaryFolder folder;
    folder.write("a.txt", paragraph);
    folder.write("a.json", "{\"title\": ");
    const std::vector<DocumentItem> items = read({folder / "a.txt"});
    REQUIRE(items.size() == 1);
    CHECK_FALSE(document(items[0]).meta.title);
    CHECK(std::get<IngestedDocument>(items[0]).diagnostics.entries()[0].message.find("metadata left out") == 0);
}

TEST_CASE("fields of JSON Lines have the names that options give") {
    const TemporaryFolder folder;
    IngestOptions options;
    options.fields.id = "key";
    options.fields.text = "body";
    options.fields.title = "head";
    options.fields.date = "day";
    options.fields.outlet = "paper";
    options.fields.url = "link";
    const std::string path = folder.write(
        "a.jsonl", R"({"key":7,"body":"He left.","head":"Gone","day":"2020","paper":"P","link":"http://x.org"})");
    const std::vector<DocumentItem> items = read({path}, options);
    REQUIRE(items.size() == 1);
    const Document &read_document = document(items[0]);
    CHECK(read_document.text == "He left.");
    CHECK(read_document.meta.id == "7");
    CHECK(read_document.meta.title == "Gone");
    CHECK(read_document.meta.published == "2020");
    CHECK(read_document.meta.outlet == "P");
    CHECK(read_document.meta.url == "http://x.org");
}

TEST_CASE("options win over fields, and fields over what the text says") {
    const TemporaryFolder folder;
    const std::string path =
        folder.write("a.jsonl", R"({"text":"Dam breaks near Ford\n\nBy Ann Lee\n\nMay 3, 2021\n\n)"
                                R"(The dam near Ford broke on Monday, the mayor said.\n","date":"2021-05-04"})");
    CHECK(document(read({path})[0]).meta.author == "Ann Lee");
    CHECK(document(read({path})[0]).meta.published == "2021-05-04");
    IngestOptions options;
    options.overrides.published = "2021-05-05";
    options.overrides.outlet = "The Daily Ford";
    CHECK(document(read({path}, options)[0]).meta.published == "2021-05-05");
    CHECK(document(read({path}, options)[0]).meta.outlet == "The Daily Ford");
    options.overrides.published = "yesterday";
    CHECK_THROWS_AS(read({path}, options), UsageError);
}

TEST_CASE("bad lines of JSON Lines fail alone, in their place") {
    const TemporaryFolder folder;
    IngestOptions options;
    options.most_bytes = 2000;
    const std::string path =
        folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n"
                                "{\"text\":\n"
                                "{\"text\":5}\n"
                                "[1]\n"
                                "{\"title\":\"x\"}\n"
                                "{\"text\":\" \"}\n"
                                "{\"text\":\"" +
                                    std::string(3000, 'x') +
                                    "\"}\n"
                                    "{\"text\":\"a\\u0000b\"}\n"
                                    "{\"text\":\"\\ud800\"}\n"
                                    "{\"id\":\"2\",\"text\":\"Two.\",\"title\":[],\"date\":\"soon\"}");
    const std::vector<DocumentItem> items = read({path}, options);
    REQUIRE(items.size() == 10);
    CHECK(document(items[0]).meta.id == "1");
    CHECK(document(items[9]).meta.id == "2");
    for (std::size_t i = 1; i < 9; ++i) {
        CHECK(failure(items[i]).line == i + 1);
        CHECK(failure(items[i]).source == path);
    }
    CHECK(failure(items[1]).message.find("broken JSON at byte") == 0);
    CHECK(failure(items[2]).message == "expected a string in field 'text', found a number");
    CHECK(failure(items[3]).message.find("found an array") != std::string::npos);
    CHECK(failure(items[4]).message == "expected a text in field 'text', found no such field");
    CHECK(failure(items[5]).message.find("an empty one") != std::string::npos);
    CHECK(failure(items[6]).message.find("2000 bytes") != std::string::npos);
    CHECK(failure(items[7]).message.find("NUL") != std::string::npos);
    CHECK(std::get<IngestedDocument>(items[9]).diagnostics.entries().size() == 2);
    CHECK_FALSE(document(items[9]).meta.published);
}

TEST_CASE("files that cannot be read fail in their place") {
    const TemporaryFolder folder;
    folder.write("a.txt", "");
    folder.write("b.txt", " \n\t\n");
    folder.write("c.txt", std::string("binary\0file", 11));
    folder.write("d.txt.gz", gzip(paragraph + paragraph).substr(0, 40));
    folder.write("e.txt", paragraph);
    std::filesystem::create_symlink("nowhere.txt", folder.path() / "f.txt");
    folder.write("g.html", "<script>1</script>");
    folder.write("h.txt", std::string(5000, 'x'));
    IngestOptions options;
    options.most_bytes = 4000;
    const std::vector<DocumentItem> items =
        read({folder.path().string(), folder / "missing", folder / "no/x.txt"}, options);
    REQUIRE(items.size() == 10);
    CHECK(failure(items[0]).message == "expected an article, found an empty file");
    CHECK(failure(items[1]).message == "expected an article, found only white space");
    CHECK(failure(items[2]).message.find("NUL byte at byte 6") != std::string::npos);
    CHECK(failure(items[3]).message.find("gzip") != std::string::npos);
    CHECK(document(items[4]).meta.id == "e");
    CHECK(failure(items[5]).message.find("No such file") != std::string::npos);
    CHECK(failure(items[6]).message == "expected a page with text, found none");
    CHECK(failure(items[7]).message.find("at most 4000 bytes") != std::string::npos);
    CHECK(failure(items[8]).message == "no such file or folder");
    CHECK(failure(items[8]).source == folder / "missing");
    CHECK(failure(items[9]).message == "no such file or folder");
}

TEST_CASE("an unreadable file and folder are named") {
    if (::geteuid() == 0) {
        return; // root reads everything
    }
    const TemporaryFolder folder;
    ::chmod(folder.write("a.txt", paragraph).c_str(), 0);
    CHECK(failure(read({folder / "a.txt"})[0]).message.find("ermission denied") != std::string::npos);
}

TEST_CASE("a folder without articles, and links in a circle") {
    const TemporaryFolder folder;
    folder.write("x/picture.jpg", "x");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "x/again");
    const std::vector<DocumentItem> items = read({folder.path().string()});
    REQUIRE(items.size() == 1);
    CHECK(failure(items[0]).message.find("expected articles") == 0);
}

TEST_CASE("damaged data ends JSON Lines with a failure after the lines before") {
    const TemporaryFolder folder;
    std::string lines;
    for (unsigned i = 0; i < 20000; ++i) {
        lines += R"({"text":"Sentence )" + std::to_string(i * 2654435761U) + ".\"}\n";
    }
    const std::string whole = gzip(lines);
    folder.write("a.jsonl.gz", whole.substr(0, whole.size() - 100));
    folder.write("b.txt", paragraph);
    const std::vector<DocumentItem> items = read({folder.path().string()});
    REQUIRE(items.size() > 2);
    CHECK(document(items.back()).meta.id == "b");
    CHECK(failure(items[items.size() - 2]).message.find("gzip") != std::string::npos);
    CHECK(failure(items[items.size() - 2]).line == items.size() - 1);
}

TEST_CASE("formats are told by content where the name says nothing") {
    const TemporaryFolder folder;
    CHECK(document(read({folder.write("a", "<!DOCTYPE html><p>He left on Monday.")})[0]).text == "He left on Monday.");
    CHECK(read({folder.write("b", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")}).size() == 2);
    CHECK(document(read({folder.write("c", "{\n \"text\": \"One.\"\n}\n")})[0]).text == "One.");
    CHECK(document(read({folder.write("d", "{curly} start of a text")})[0]).text == "{curly} start of a text");
    CHECK(document(read({folder.write("e.json", "{\"text\": \"One.\"}")})[0]).meta.id == "e");
    CHECK(read({folder.write("f.json", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")}).size() == 2);
    IngestOptions options;
    options.format = InputFormat::plain_text;
    CHECK(document(read({folder.write("g.html", "<p>Hello.")}, options)[0]).text == "<p>Hello.");
}

TEST_CASE("names of formats go both ways") {
    for (const InputFormat format : {InputFormat::plain_text, InputFormat::markdown, InputFormat::html,
                                     InputFormat::json_lines, InputFormat::json}) {
        CHECK(parse_input_format(input_format_name(format)) == format);
    }
    CHECK_FALSE(parse_input_format("pdf"));
}

TEST_CASE("an id is one line, whatever the field says") {
    const TemporaryFolder folder;
    const std::vector<DocumentItem> items =
        read({folder.write("a.jsonl", "{\"id\":\"one\\ntwo\",\"text\":\"Yes.\"}\n{\"id\":\"  \",\"text\":\"No.\"}")});
    CHECK(summary(items) == std::vector<std::string>{"one_two", "a-2"});
}
