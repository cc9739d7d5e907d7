#include "resolve/story/document_copies.h"

#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

/// A document with the hashes from `first` to before `end`.
Observations document(const std::string &id, std::uint32_t first, std::uint32_t end,
                      const std::string &published = {}) {
    DocumentMaker maker(id);
    maker.meta().published = published.empty() ? std::nullopt : std::optional(published);
    for (std::uint32_t hash = first; hash < end; ++hash) {
        maker.meta().fingerprint.push_back(hash);
    }
    return maker.take();
}

} // namespace

TEST_CASE("A reprint is a copy of the earliest text; a text that quotes another is none") {
    const DocumentCopies copies({document("late", 0, 100, "2031-04-10"), document("early", 0, 100, "2031-04-09"),
                                 document("cut", 10, 60), document("quotes", 90, 190), document("brief", 0, 5)});
    CHECK(copies.original(0) == 1);
    CHECK(copies.original(1) == 1);
    CHECK(copies.original(2) == 1);
    CHECK_FALSE(copies.is_copy(3));
    CHECK_FALSE(copies.is_copy(4));
    CHECK(copies.count_independent({0, 1, 2, 3}) == 2);
}

TEST_CASE("Copies count once among a claim's sources, and say whose they are") {
    std::vector<Observations> documents;
    for (const char *id : {"agency", "reprint", "other"}) {
        DocumentMaker maker(id);
        const EntityIndex state = maker.entity(NodeKind::Country, "Norway", "NO");
        maker.says(maker.entity(NodeKind::Person, "Mary Dunn"), Stance::asserts, "Norway agreed to share intelligence",
                   {"agree", "share", "intelligence"}, {state});
        for (std::uint32_t hash = 0; hash < 40; ++hash) {
            maker.meta().fingerprint.push_back(hash + (std::string(id) == "other" ? 1000 : 0));
        }
        documents.push_back(maker.take());
    }
    const KnowledgeGraph graph = resolve(documents);
    REQUIRE(of_kind(graph, NodeKind::Claim).size() == 1);
    CHECK(std::get<std::int64_t>(of_kind(graph, NodeKind::Claim).front()->attributes.at("sources")) == 2);
    std::size_t copies = 0;
    for (const NodeRecord *node : of_kind(graph, NodeKind::Document)) {
        if (!text_attribute(*node, "copy_of").empty()) {
            CHECK(text_attribute(*node, "copy_of") == "agency");
            CHECK(node->id == "document:reprint");
            ++copies;
        }
    }
    CHECK(copies == 1);
}
