#include "resolve/story/story_groups.h"

#include "base/lexicon_file.h"
#include "resolve/story/story_features.h"
#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

/// Everybody's words stand in most articles, an affair's in few.
const WordCounts &counts() {
    static const WordCounts words(
        LexiconFile::parse("*\t4000\n?\t4\nnparliament\t3000\nwvote\t3000\nwgovern\t3000\nwnew\t3500\n", "test", 2));
    return words;
}

Observations article(const std::string &id, const std::string &title, const std::vector<std::string> &persons,
                     const std::string &published) {
    DocumentMaker maker(id);
    maker.meta().title = title;
    maker.meta().published = published;
    for (const std::string &person : persons) {
        maker.entity(NodeKind::Person, person);
    }
    maker.entity(NodeKind::Organization, "Parliament");
    return maker.take();
}

} // namespace

TEST_CASE("Articles on one affair are one story, whatever else all articles share") {
    const std::vector<Observations> documents = {
        article("a", "New government vote on the ferry in Bergen", {"Ana Reed", "Olav Moe"}, "2031-04-09"),
        article("b", "Reed denies ferry deal in Bergen", {"Ana Reed", "Olav Moe"}, "2031-04-12"),
        article("c", "New government vote on taxes, roads and schools", {"Ida Holm", "Per Dahl", "Liv Aas"},
                "2031-04-09")};
    const StoryGroups stories(documents, counts());
    CHECK(stories.of(0) == stories.of(1));
    CHECK(stories.of(0) != stories.of(2));
    CHECK(stories.affair_of(0) != stories.affair_of(2));
}

TEST_CASE("Two articles are of one story or not, whatever other articles stand beside them") {
    std::vector<Observations> documents = {
        article("a", "New government vote on the ferry in Bergen", {"Ana Reed", "Olav Moe"}, "2031-04-09"),
        article("b", "Reed denies ferry deal in Bergen", {"Ana Reed", "Olav Moe"}, "2031-04-12")};
    for (int i = 0; i < 30; ++i) {
        documents.push_back(article("c" + std::to_string(i), "New vote " + std::to_string(i),
                                    {"Person" + std::to_string(i)}, "2031-04-09"));
    }
    const StoryGroups stories(documents, counts());
    CHECK(stories.of(0) == stories.of(1));
    CHECK(stories.of(0) != stories.of(2));
}

TEST_CASE("The same words months apart are two stories") {
    const std::vector<Observations> documents = {
        article("a", "Reed denies ferry deal in Bergen", {"Ana Reed", "Olav Moe"}, "2031-04-09"),
        article("b", "Reed denies ferry deal in Bergen", {"Ana Reed", "Olav Moe"}, "2031-06-09")};
    const StoryGroups stories(documents, counts());
    CHECK(stories.of(0) != stories.of(1));
}

TEST_CASE("What tells of an affair: surnames, other names, stems of words, as often as they stand there") {
    DocumentMaker maker("a");
    maker.meta().title = "Reed denies deal";
    maker.entity(NodeKind::Person, "Ana Reed");
    maker.entity(NodeKind::Organization, "Parliament");
    const std::map<std::string, std::size_t> features = story_features(maker.take());
    CHECK(features == std::map<std::string, std::size_t>{
                          {"nparliament", 1}, {"preed", 1}, {"wdeal", 1}, {"wdeni", 1}, {"wreed", 1}});
}
