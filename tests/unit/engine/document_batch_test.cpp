#include "engine/document_batch.h"

#include "base/error.h"
#include "base/time_budget.h"

#include <catch2/catch.hpp>

#include <span>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

DocumentBatch batch_of(const std::vector<std::string> &texts, double max_seconds = 0) {
    DocumentBatch batch(max_seconds);
    for (const std::string &text : texts) {
        batch.add(text + ".txt", {}, [&](DocumentBatch::Item &item) { item.document.text = text; });
    }
    return batch;
}

/// Uses up whatever time there is.
void never_end() {
    for (;;) {
        check_time_budget();
    }
}

std::vector<std::string> left_of(DocumentBatch &batch) {
    std::vector<std::string> left;
    batch.work_alone([&left](DocumentBatch::Item &item) { left.push_back(item.document.text); });
    return left;
}

} // namespace

TEST_CASE("a document that cannot be made leaves the others") {
    DocumentBatch batch = batch_of({"one", "two"});
    batch.add("bad.txt", 7, [](DocumentBatch::Item &) { throw InputError("bad.txt", "a text", "none"); });
    REQUIRE(batch.items().size() == 3);
    REQUIRE(batch.items().back().failure);
    CHECK(batch.items().back().failure->reason.source == "bad.txt");
    CHECK(batch.items().back().failure->reason.line == 7);
    CHECK(left_of(batch) == std::vector<std::string>{"one", "two"});
}

TEST_CASE("documents are worked on at once, and where that fails one after the other") {
    DocumentBatch batch = batch_of({"one", "two", "three"});
    std::vector<std::size_t> sizes;
    batch.work_together([&sizes](std::span<Document *const> documents) {
        sizes.push_back(documents.size());
        for (const Document *document : documents) {
            if (document->text == "two") {
                throw InputError("two.txt", "no two", "it");
            }
        }
    });
    CHECK(sizes == std::vector<std::size_t>{3, 1, 1, 1});
    CHECK(left_of(batch) == std::vector<std::string>{"one", "three"});
}

TEST_CASE("a long document is worked on alone") {
    DocumentBatch batch = batch_of({"one", std::string(300000, 'x'), "two"});
    std::vector<std::size_t> sizes;
    batch.work_together([&sizes](std::span<Document *const> documents) { sizes.push_back(documents.size()); });
    CHECK(sizes == std::vector<std::size_t>{2, 1});
}

TEST_CASE("a document's time is its own") {
    DocumentBatch batch = batch_of({"long", "short"}, 0.05);
    batch.work_together([](std::span<Document *const> documents) {
        if (documents.front()->text == "long") {
            never_end();
        }
    });
    CHECK(left_of(batch) == std::vector<std::string>{"short"});
    CHECK(batch.items().front().failure->reason.message.find("0.05 seconds") != std::string::npos);
}

TEST_CASE("time counts over all steps of the work") {
    DocumentBatch batch = batch_of({"a", "b"}, 100);
    batch.items().front().spent = 200;
    batch.work_together([](std::span<Document *const>) { check_time_budget(); });
    CHECK(left_of(batch) == std::vector<std::string>{"b"});
}
