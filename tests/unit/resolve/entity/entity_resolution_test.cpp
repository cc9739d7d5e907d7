#include "unit/resolve/document_maker.h"

#include <catch2/catch.hpp>

#include <set>

using namespace gainsay;

namespace {

/// Documents on the same affair share names that others do not have.
DocumentMaker on_the_affair(const std::string &id) {
    DocumentMaker maker(id);
    for (const char *name : {"Harbor Tunnel", "Quarry Lane", "Velmora Bridge", "Osterby"}) {
        maker.entity(NodeKind::Place, name);
    }
    return maker;
}

std::set<std::string> ids(const KnowledgeGraph &graph, NodeKind kind) {
    std::set<std::string> found;
    for (const NodeRecord *node : of_kind(graph, kind)) {
        found.insert(node->id);
    }
    return found;
}

using Ids = std::set<std::string>;

} // namespace

TEST_CASE("Short forms and initials of a given name meet where more speaks for it") {
    DocumentMaker a = on_the_affair("a");
    a.entity(NodeKind::Person, "William Dunn", "US");
    DocumentMaker b = on_the_affair("b");
    b.entity(NodeKind::Person, "Bill Dunn", "US");
    CHECK(of_kind(resolve({a.take(), b.take()}), NodeKind::Person).size() == 1);

    DocumentMaker c("c");
    c.entity(NodeKind::Person, "William Dunn");
    DocumentMaker d("d");
    d.entity(NodeKind::Person, "Bill Dunn");
    CHECK(of_kind(resolve({c.take(), d.take()}), NodeKind::Person).size() == 2);
}

TEST_CASE("Two persons of one name stay apart by country, pronoun or middle name") {
    DocumentMaker a("a");
    a.entity(NodeKind::Person, "John Smith", "US");
    DocumentMaker b("b");
    b.entity(NodeKind::Person, "John Smith", "AU");
    const KnowledgeGraph graph = resolve({a.take(), b.take()});
    CHECK(ids(graph, NodeKind::Person) == Ids{"person:john-smith~us", "person:john-smith~au"});

    DocumentMaker c("c");
    c.pronoun(c.entity(NodeKind::Person, "Quinn Vale"), "she");
    DocumentMaker d("d");
    d.pronoun(d.entity(NodeKind::Person, "Quinn Vale"), "he");
    CHECK(of_kind(resolve({c.take(), d.take()}), NodeKind::Person).size() == 2);

    // Claire is no man's name: the pronoun is wrong.
    DocumentMaker g("g");
    g.pronoun(g.entity(NodeKind::Person, "Claire Vale"), "she");
    DocumentMaker h("h");
    h.pronoun(h.entity(NodeKind::Person, "Claire Vale"), "he");
    CHECK(of_kind(resolve({g.take(), h.take()}), NodeKind::Person).size() == 1);

    DocumentMaker e("e");
    e.entity(NodeKind::Person, "Anna K. Berg");
    DocumentMaker f("f");
    f.entity(NodeKind::Person, "Anna M. Berg");
    CHECK(of_kind(resolve({e.take(), f.take()}), NodeKind::Person).size() == 2);
}

TEST_CASE("No chain of merges joins persons whose names say that they are two") {
    // An office without a name that both held, and one bare surname.
    DocumentMaker a = on_the_affair("a");
    a.title(a.entity(NodeKind::Person, "Mary Dunn", "US"), "President");
    DocumentMaker b = on_the_affair("b");
    b.entity(NodeKind::Person, "U.S. President", "US", false);
    DocumentMaker c = on_the_affair("c");
    c.title(c.entity(NodeKind::Person, "Peter Lang", "US"), "President");
    const KnowledgeGraph graph = resolve({a.take(), b.take(), c.take()});
    const Ids found = ids(graph, NodeKind::Person);
    CHECK(found.count("person:mary-dunn") == 1);
    CHECK(found.count("person:peter-lang") == 1);
}

TEST_CASE("A father and his son stay two, and each one of them one") {
    std::vector<Observations> documents;
    for (const char *id : {"a", "b"}) {
        DocumentMaker maker = on_the_affair(id);
        maker.entity(NodeKind::Person, "Otto Kern Jr.", "US");
        maker.entity(NodeKind::Person, "Otto Kern Sr.", "US");
        documents.push_back(maker.take());
    }
    DocumentMaker other = on_the_affair("c");
    other.entity(NodeKind::Person, "Otto Kern Junior", "US");
    documents.push_back(other.take());
    const KnowledgeGraph graph = resolve(std::move(documents));
    CHECK(of_kind(graph, NodeKind::Person).size() == 2);
}

TEST_CASE("A surname that several bear is whose of whom far more is told") {
    std::vector<Observations> documents;
    for (int i = 0; i < 9; ++i) {
        DocumentMaker maker("a" + std::to_string(i));
        maker.entity(NodeKind::Person, "Mary Dunn");
        documents.push_back(maker.take());
    }
    DocumentMaker wife("b");
    wife.entity(NodeKind::Person, "Peter Dunn");
    documents.push_back(wife.take());
    DocumentMaker bare("c");
    bare.entity(NodeKind::Person, "Dunn");
    documents.push_back(bare.take());
    CHECK(ids(resolve(documents), NodeKind::Person) == Ids{"person:mary-dunn", "person:peter-dunn"});
    // One mention against two tells nothing.
    documents.erase(documents.begin(), documents.begin() + 7);
    CHECK(of_kind(resolve(documents), NodeKind::Person).size() == 3);
}

TEST_CASE("A surname with particles is a surname alone") {
    DocumentMaker a = on_the_affair("a");
    a.entity(NodeKind::Person, "Jan van der Velde");
    DocumentMaker b = on_the_affair("b");
    b.entity(NodeKind::Person, "Van der Velde");
    CHECK(ids(resolve({a.take(), b.take()}), NodeKind::Person) == Ids{"person:jan-van-der-velde"});
}

TEST_CASE("A surname alone belongs to the bearer in articles on the same affair") {
    DocumentMaker a = on_the_affair("a");
    a.entity(NodeKind::Person, "Mary Dunn");
    DocumentMaker b = on_the_affair("b");
    b.entity(NodeKind::Person, "Dunn");
    DocumentMaker c("c");
    c.entity(NodeKind::Person, "Peter Dunn");
    const KnowledgeGraph graph = resolve({a.take(), b.take(), c.take()});
    REQUIRE(ids(graph, NodeKind::Person) == Ids{"person:mary-dunn", "person:peter-dunn"});
    for (const NodeRecord *node : of_kind(graph, NodeKind::Person)) {
        CHECK(node->mentions.size() == (node->label == "Mary Dunn" ? 2 : 1));
    }
}

TEST_CASE("The holder of an office is found where only one is") {
    DocumentMaker a = on_the_affair("a");
    const EntityIndex minister = a.entity(NodeKind::Person, "Ana Belic", "HR");
    a.title(minister, "Croatian Foreign Minister");
    DocumentMaker b = on_the_affair("b");
    b.entity(NodeKind::Person, "Croatian foreign minister", "HR", false);
    CHECK(ids(resolve({a.take(), b.take()}), NodeKind::Person) == Ids{"person:ana-belic"});

    DocumentMaker c = on_the_affair("c");
    c.title(c.entity(NodeKind::Person, "Jan Holub", "CZ"), "Czech Foreign Minister");
    b = on_the_affair("b");
    b.says(b.entity(NodeKind::Person, "foreign minister", "", false), Stance::asserts, "it rains", {"rain"}, {});
    CHECK(of_kind(resolve({a.take(), b.take(), c.take()}), NodeKind::Person).size() == 3);
}

TEST_CASE("Bodies: initials that a text explains, parts of a name, other states' bodies") {
    DocumentMaker a("a");
    a.alias(a.entity(NodeKind::Organization, "Velmora Fisheries Board"), "VFB");
    DocumentMaker b("b");
    b.entity(NodeKind::Organization, "VFB");
    CHECK(of_kind(resolve({a.take(), b.take()}), NodeKind::Organization).size() == 1);

    DocumentMaker c = on_the_affair("c");
    c.entity(NodeKind::Organization, "U.S.-Norway Bilateral Fisheries Commission");
    DocumentMaker d = on_the_affair("d");
    d.entity(NodeKind::Organization, "bilateral commission", "", false);
    DocumentMaker e = on_the_affair("e");
    e.entity(NodeKind::Organization, "commission", "", false);
    const KnowledgeGraph graph = resolve({c.take(), d.take(), e.take()});
    REQUIRE(of_kind(graph, NodeKind::Organization).size() == 1);
    CHECK(of_kind(graph, NodeKind::Organization).front()->mentions.size() == 3);

    DocumentMaker f = on_the_affair("f");
    f.entity(NodeKind::Organization, "Free Norwegian Army");
    DocumentMaker g = on_the_affair("g");
    g.says(g.entity(NodeKind::Organization, "Norwegian army", "NO", false), Stance::asserts, "it rains", {"rain"}, {});
    CHECK(of_kind(resolve({f.take(), g.take()}), NodeKind::Organization).size() == 2);
}

TEST_CASE("Groups of which an affair has one; who works for a person") {
    DocumentMaker a = on_the_affair("a");
    a.entity(NodeKind::Group, "pirates", "", false);
    DocumentMaker b = on_the_affair("b");
    b.entity(NodeKind::Group, "three pirates", "", false);
    DocumentMaker c("c");
    const EntityIndex elsewhere = c.entity(NodeKind::Group, "pirates", "", false);
    c.says(elsewhere, Stance::asserts, "it rains", {"rain"}, {});
    const KnowledgeGraph graph = resolve({a.take(), b.take(), c.take()});
    REQUIRE(of_kind(graph, NodeKind::Group).size() == 2);

    a = on_the_affair("a");
    a.entity(NodeKind::Organization, "Berg\u2019s office", "", false);
    b = on_the_affair("b");
    b.entity(NodeKind::Organization, "Berg\u2019s team", "", false);
    c = on_the_affair("c");
    c.says(c.entity(NodeKind::Organization, "Holm\u2019s team", "", false), Stance::asserts, "it rains", {"rain"}, {});
    const KnowledgeGraph staff = resolve({a.take(), b.take(), c.take()});
    REQUIRE(of_kind(staff, NodeKind::Organization).size() == 2);
}

TEST_CASE("A graph shows the core of a mention") {
    DocumentMaker a("a");
    Observations made = a.take();
    made.document.published = "2031-04-09";
    Entity entity;
    entity.type = NodeKind::Person;
    entity.name = "Ana Berg";
    entity.named = true;
    EntityMention mention{{0, 12}, {4, 12}, MentionKind::name, "The Ana Berg"};
    mention.core = {4, 12};
    entity.mentions.push_back(mention);
    made.entities.push_back(entity);
    const KnowledgeGraph graph = resolve({made});
    const NodeRecord *node = of_kind(graph, NodeKind::Person).front();
    CHECK(node->mentions.front().span == ByteSpan{4, 12});
    CHECK(node->mentions.front().text == "Ana Berg");
}

TEST_CASE("An outlet named after a city, the city and the state are three") {
    DocumentMaker a("a");
    a.entity(NodeKind::Outlet, "The Oslo Times");
    a.entity(NodeKind::Place, "Oslo", "NO");
    DocumentMaker b("b");
    b.entity(NodeKind::Country, "Norway", "NO");
    b.entity(NodeKind::Outlet, "Oslo Times");
    const KnowledgeGraph graph = resolve({a.take(), b.take()});
    CHECK(of_kind(graph, NodeKind::Outlet).size() == 1);
    CHECK(of_kind(graph, NodeKind::Place).size() == 1);
    CHECK(of_kind(graph, NodeKind::Country).size() == 1);
}

TEST_CASE("Every merge has its reason on the node") {
    DocumentMaker a("a");
    a.entity(NodeKind::Person, "Sergey Orlov");
    DocumentMaker b("b");
    b.entity(NodeKind::Person, "Sergei Orlov");
    DocumentMaker c("c");
    c.entity(NodeKind::Person, "Orlov");
    const KnowledgeGraph graph = resolve({a.take(), b.take(), c.take()});
    REQUIRE(of_kind(graph, NodeKind::Person).size() == 1);
    const Attributes &attributes = of_kind(graph, NodeKind::Person).front()->attributes;
    REQUIRE(attributes.count("reasons") == 1);
    CHECK(std::get<std::vector<std::string>>(attributes.at("reasons")) ==
          std::vector<std::string>{"\"Orlov\" and \"Sergey Orlov\": nobody else in the documents bears the surname",
                                   "\"Sergei Orlov\" and \"Sergey Orlov\": spellings of one name"});
}
