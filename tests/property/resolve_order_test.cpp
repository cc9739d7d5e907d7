// What must hold of resolving for any documents: their order and number of files do not change a byte of the graph, and
// every mention of an actor stands on exactly one node. Seeded, so that a failure comes back.

#include "document_maker.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

class World {
  public:
    explicit World(unsigned seed) : random_(seed) {}

    std::vector<Observations> documents(std::size_t count) {
        std::vector<Observations> all;
        for (std::size_t i = 0; i < count; ++i) {
            all.push_back(document("d" + std::to_string(i)));
        }
        return all;
    }

    std::mt19937 &random() { return random_; }

  private:
    template <std::size_t size>
    std::string any(const char *const (&words)[size]) {
        return words[random_() % size];
    }

    std::string person() {
        static constexpr const char *given[] = {"Sergei", "Sergey", "William", "Bill", "W.", "Mary", "Ann"};
        static constexpr const char *surnames[] = {"Orlov", "Dunn", "Holub", "Van der Berg", "Belic"};
        return random_() % 3 == 0 ? any(surnames) : any(given) + " " + any(surnames);
    }

    std::string body() {
        static constexpr const char *names[] = {"Foreign Ministry",  "Velmora Fisheries Board", "VFB",
                                                "Harbor Commission", "bilateral commission",    "commission",
                                                "Islamic State",     "U.S.-Norway Commission",  "military"};
        return any(names);
    }

    Observations document(const std::string &id) {
        static constexpr const char *states[] = {"", "", "NO", "US", "RU"};
        static constexpr const char *words[] = {"agree", "share", "send", "ship", "close", "bridge"};
        DocumentMaker maker(id);
        maker.meta().published = "2031-04-0" + std::to_string(1 + random_() % 9);
        std::vector<EntityIndex> entities;
        for (std::size_t i = 0; i < 3 + random_() % 4; ++i) {
            switch (random_() % 4) {
            case 0:
            case 1:
                entities.push_back(maker.entity(NodeKind::Person, person(), any(states), random_() % 5 != 0));
                break;
            case 2:
                entities.push_back(maker.entity(NodeKind::Organization, body(), any(states), random_() % 2 != 0));
                break;
            default:
                entities.push_back(maker.entity(NodeKind::Country, "Norway", "NO"));
            }
            if (random_() % 3 == 0) {
                maker.pronoun(entities.back(), random_() % 2 == 0 ? "she" : "he");
            }
            if (random_() % 4 == 0) {
                maker.alias(entities.back(), body());
            }
        }
        for (std::size_t i = 0; i < 2; ++i) {
            const std::string a = any(words);
            const std::string b = any(words);
            std::string content = "they ";
            content.append(a).append(" the ").append(b);
            maker.says(entities[random_() % entities.size()], random_() % 3 == 0 ? Stance::denies : Stance::asserts,
                       content, {a, b}, {entities[random_() % entities.size()]},
                       random_() % 4 == 0 ? Polarity::negated : Polarity::affirmed);
        }
        maker.event(EdgeKind::met, entities.front(), entities.back(), "they met");
        for (std::uint32_t hash = 0; hash < 20; ++hash) {
            maker.meta().fingerprint.push_back(hash + 20 * static_cast<std::uint32_t>(random_() % 10));
        }
        return maker.take();
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("The order of the documents does not change a byte of the graph") {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        World world(seed);
        std::vector<Observations> documents = world.documents(12);
        const std::string expected = json(resolve(documents));
        for (int round = 0; round < 3; ++round) {
            std::shuffle(documents.begin(), documents.end(), world.random());
            CHECK(json(resolve(documents)) == expected);
        }
    }
}

TEST_CASE("A document that comes twice, as shards overlap, counts once") {
    World world(7);
    std::vector<Observations> documents = world.documents(8);
    const std::string expected = json(resolve(documents));
    documents.push_back(documents[3]);
    documents.insert(documents.begin(), documents[6]);
    CHECK(json(resolve(documents)) == expected);
}

TEST_CASE("A mention stands on one node, and a node's id is its own") {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        const KnowledgeGraph graph = resolve(World(seed).documents(12));
        std::map<std::pair<std::string, ByteSpan>, std::string> owner;
        for (const NodeRecord &node : graph.nodes()) {
            if (!is_actor(node.kind)) {
                continue;
            }
            for (const Mention &mention : node.mentions) {
                const auto [known, is_new] = owner.emplace(std::pair(mention.document, mention.span), node.id);
                CHECK((is_new || known->second == node.id));
            }
        }
    }
}
