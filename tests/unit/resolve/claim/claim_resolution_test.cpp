#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

Observations statement(const std::string &id, const std::string &who, Stance stance, const std::string &text,
                       std::vector<std::string> words, std::vector<std::string> predicates,
                       Polarity polarity = Polarity::affirmed) {
    DocumentMaker maker(id);
    // Articles on one affair.
    maker.meta().title = "Norwegian ministers quarrel over a deal with the Velara shipyard";
    const EntityIndex source = maker.entity(NodeKind::Person, who);
    const EntityIndex state = maker.entity(NodeKind::Country, "Norway", "NO");
    Proposition &proposition =
        maker.says(source, stance, text, std::move(words), {state}, polarity).propositions.front();
    proposition.predicates = std::move(predicates);
    proposition.actors = {state};
    return maker.take();
}

std::size_t count_claims(std::vector<Observations> documents) {
    Resolver resolver;
    for (Observations &each : documents) {
        resolver.add(std::move(each));
    }
    const KnowledgeGraph graph = std::move(resolver).build();
    std::size_t count = 0;
    for (const NodeRecord &node : graph.nodes()) {
        count += node.kind == NodeKind::Claim ? 1U : 0U;
    }
    return count;
}

std::size_t count_edges(std::vector<Observations> documents, EdgeKind kind) {
    Resolver resolver;
    for (Observations &each : documents) {
        resolver.add(std::move(each));
    }
    const KnowledgeGraph graph = std::move(resolver).build();
    std::size_t count = 0;
    for (const EdgeRecord &edge : graph.edges()) {
        count += edge.kind == kind ? 1U : 0U;
    }
    return count;
}

} // namespace

TEST_CASE("One claim in three wordings") {
    CHECK(count_claims({
              statement("a", "Mary Dunn", Stance::asserts, "Norway agreed to share intelligence",
                        {"agree", "share", "intelligence"}, {"agree", "share"}),
              statement("b", "Sergey Orlov", Stance::asserts, "Norway did not agree to exchange information",
                        {"agree", "exchange", "information"}, {"agree", "exchange"}, Polarity::negated),
              statement("d", "Ana Belic", Stance::denies, "Norway would share intelligence", {"share", "intelligence"},
                        {"share"}),
          }) == 1);
}

TEST_CASE("Who suggested it did not agree to it") {
    CHECK(count_claims({
              statement("a", "Mary Dunn", Stance::asserts, "Norway agreed to close the harbor",
                        {"agree", "close", "harbor"}, {"agree", "close"}),
              statement("b", "Jan Holub", Stance::asserts, "Norway suggested to close the harbor",
                        {"suggest", "close", "harbor"}, {"suggest", "close"}),
          }) == 2);
}

TEST_CASE("The same few words on two affairs are two claims, unless one speaker says them") {
    const auto sham = [](const std::string &id, const std::string &title, const std::string &who, Stance stance) {
        DocumentMaker maker(id);
        maker.meta().title = title;
        const EntityIndex source = maker.entity(NodeKind::Person, who);
        maker.says(source, stance, "the vote was a sham", {"vote", "sham"}, {});
        return maker.take();
    };
    const Observations norway =
        sham("a", "Norwegian council elects a harbor master in Bergen", "Mary Dunn", Stance::asserts);
    CHECK(count_claims({norway, sham("b", "Peruvian senators argue over the budget", "Jan Holub", Stance::denies)}) ==
          2);
    CHECK(count_claims({norway, sham("b", "Peruvian senators argue over the budget", "Mary Dunn", Stance::asserts)}) ==
          1);
}

TEST_CASE("Rarely and never are no two sides") {
    CHECK(count_claims({statement("a", "Mary Dunn", Stance::asserts, "Norway rarely closes the harbor gates",
                                  {"close", "harbor", "gate"}, {"close"}),
                        statement("b", "Jan Holub", Stance::asserts, "Norway never closes the harbor gates",
                                  {"close", "harbor", "gate"}, {"close"}, Polarity::negated)}) == 2);
}

TEST_CASE("Who will not do what is asked of him disputes that he should") {
    const auto count = [](const std::string &answer, Modality modality) {
        DocumentMaker maker("a");
        const EntityIndex critic = maker.entity(NodeKind::Person, "Mary Dunn");
        const EntityIndex mayor = maker.entity(NodeKind::Person, "Jan Holub");
        const auto tell = [&](EntityIndex who, const std::string &text, Modality as, Polarity polarity) {
            Proposition &told =
                maker.says(who, Stance::asserts, text, {"resign"}, {mayor}, polarity).propositions.front();
            told.modality = as;
            told.predicates = {"resign"};
            told.actors = {mayor};
        };
        tell(critic, "Jan Holub should resign", Modality::requested, Polarity::affirmed);
        tell(mayor, answer, modality, Polarity::negated);
        return count_claims({maker.take()});
    };
    CHECK(count("Jan Holub will not resign", Modality::planned) == 1);
    // What has been is no answer to what is asked.
    CHECK(count("Jan Holub did not resign", Modality::actual) == 2);
}

TEST_CASE("Other numbers and opposite deeds contradict each other") {
    const std::vector<Observations> numbers = {
        statement("a", "Mary Dunn", Stance::asserts, "Norway sent two ships to the strait",
                  {"send", "2", "ship", "strait"}, {"send"}),
        statement("b", "Jan Holub", Stance::asserts, "Norway sent five ships to the strait",
                  {"send", "5", "ship", "strait"}, {"send"})};
    CHECK(count_claims(numbers) == 2);
    CHECK(count_edges(numbers, EdgeKind::contradicts) == 1);
    const std::vector<Observations> deeds = {
        statement("a", "Mary Dunn", Stance::asserts, "Norway increased the harbor fees", {"increase", "harbor", "fee"},
                  {"increase"}),
        statement("b", "Jan Holub", Stance::asserts, "Norway reduced the harbor fees", {"reduce", "harbor", "fee"},
                  {"reduce"})};
    CHECK(count_claims(deeds) == 2);
    CHECK(count_edges(deeds, EdgeKind::contradicts) == 1);
}

TEST_CASE("Two meetings of the same two are two events where dates or places differ") {
    const auto meeting = [](const std::string &id, const std::string &published, const std::string &date) {
        DocumentMaker maker(id);
        const EntityIndex a = maker.entity(NodeKind::Person, "Ana Belic");
        const EntityIndex b = maker.entity(NodeKind::Person, "Jan Holub");
        EventMention &event = maker.event(EdgeKind::met, a, b, "Belic met Holub");
        if (!date.empty()) {
            event.date = TimeMention{parse_interval(date), {}};
        }
        Observations all = maker.take();
        all.document.published = published;
        return all;
    };
    const auto events = [](std::vector<Observations> documents) {
        Resolver resolver;
        for (Observations &each : documents) {
            resolver.add(std::move(each));
        }
        const KnowledgeGraph graph = std::move(resolver).build();
        return std::count_if(graph.nodes().begin(), graph.nodes().end(),
                             [](const NodeRecord &node) { return node.kind == NodeKind::Event; });
    };
    CHECK(events({meeting("a", "2031-04-09", "2031-04-08"), meeting("b", "2031-04-10", "2031-04-09")}) == 1);
    CHECK(events({meeting("a", "2031-04-09", "2031-04-08"), meeting("b", "2031-04-09", "2029-09")}) == 2);
    // What has no date is news: it goes with the meeting of these days.
    CHECK(events({meeting("a", "2031-04-09", "2031-04-08"), meeting("b", "2031-04-09", "2029-09"),
                  meeting("c", "2031-04-09", "")}) == 2);
}
