#include "support/sample_graphs.h"

namespace gainsay::samples {

NodeIndex StoryBuilder::node(NodeKind kind, const std::string &label) {
    NodeRecord record;
    record.kind = kind;
    record.label = label;
    record.id = node_id(kind, label);
    if (kind == NodeKind::Claim) {
        record.id = node_id(kind, {label});
        record.status = ClaimStatus::asserted;
    }
    return builder_.add_node(std::move(record));
}

NodeIndex StoryBuilder::person(const std::string &label, const std::string &position) {
    const NodeIndex index = node(NodeKind::Person, label);
    at(index).attributes["position"] = position;
    return index;
}

NodeIndex StoryBuilder::claim(const std::string &label, ClaimStatus status) {
    const NodeIndex index = node(NodeKind::Claim, label);
    at(index).status = status;
    at(index).attributes["sources"] = std::int64_t{2};
    return index;
}

NodeIndex StoryBuilder::event(const std::string &label, EventType type, const std::string &date) {
    const NodeIndex index = node(NodeKind::Event, label);
    at(index).attributes["type"] = std::string(name(type));
    at(index).attributes["date"] = date;
    return index;
}

EdgeRecord StoryBuilder::edge(NodeIndex source, EdgeKind kind, NodeIndex target, const std::string &document,
                              const std::string &sentence) const {
    EdgeRecord record;
    record.source = source;
    record.kind = kind;
    record.target = target;
    record.confidence = 0.875;
    if (!sentence.empty()) {
        Evidence evidence;
        evidence.document = document;
        evidence.span = {100, 100 + sentence.size()};
        evidence.text = sentence;
        const bool is_statement = row(kind).family == EdgeFamily::statement;
        (is_statement ? evidence.content : evidence.trigger) = {evidence.span};
        record.evidence = {evidence};
    }
    return record;
}

void StoryBuilder::add(NodeIndex source, EdgeKind kind, NodeIndex target, const std::string &document,
                       const std::string &sentence) {
    add(edge(source, kind, target, document, sentence));
}

void StoryBuilder::structure(NodeIndex source, EdgeKind kind, NodeIndex target, const std::string &title) {
    EdgeRecord record = edge(source, kind, target, {}, {});
    record.title = title;
    add(std::move(record));
}

void StoryBuilder::part(NodeIndex actor, Role role, NodeIndex event) {
    EdgeRecord record = edge(actor, EdgeKind::participates_in, event, {}, {});
    record.role = role;
    add(std::move(record));
}

KnowledgeGraph empty_graph() {
    return {};
}

KnowledgeGraph harbour_graph() {
    StoryBuilder s;
    const NodeIndex vael = s.node(NodeKind::Country, "Vael");
    const NodeIndex orsk = s.node(NodeKind::Country, "Orsk");
    const NodeIndex tolland = s.person("Mira Tolland", "Foreign Minister of Vael");
    const NodeIndex brandt = s.person("Ilyas Brandt", "President of Orsk");
    const NodeIndex quill = s.person("Oda Quill", "Harbour Master of Salmere");
    const NodeIndex ministry = s.node(NodeKind::Organization, "Ministry of Ports");
    const NodeIndex commission = s.node(NodeKind::Organization, "Joint Harbour Commission");
    const NodeIndex fishers = s.node(NodeKind::Group, "Salmere fishers");
    const NodeIndex courier = s.node(NodeKind::Outlet, "The Salmere Courier");
    const NodeIndex radio = s.node(NodeKind::Outlet, "Ostmark Radio");
    const NodeIndex salmere = s.node(NodeKind::Place, "Salmere");
    const NodeIndex article = s.node(NodeKind::Document, "courier-0502");
    s.at(article).attributes["title"] = "Harbour closed, minister says it is open";
    s.at(article).attributes["published"] = "2031-05-02";
    s.at(tolland).aliases = {"Tolland", "Minister Tolland"};
    s.at(tolland).mentions = {{"courier-0502", {12, 24}, "Mira Tolland"}, {"radio-0503", {40, 47}, "Tolland"}};
    s.at(orsk).aliases = {"Grenz", "the government in Grenz"};

    const NodeIndex closed = s.claim("Vael closed the harbour of Salmere to ships from Orsk", ClaimStatus::disputed);
    const NodeIndex open = s.claim("The harbour of Salmere was open on 1 May to every ship with papers");
    const NodeIndex share = s.claim("Orsk agreed to share its radar pictures with Vael", ClaimStatus::denied);
    const NodeIndex meeting = s.event("meeting in Salmere", EventType::CONSULT, "2031-05-01");
    s.at(meeting).attributes["place"] = "Salmere";
    s.at(meeting).attributes["variants"] = std::vector<Variant>{{"radio-0503", "date", "2031-05-02"}};

    EdgeRecord asserted = s.edge(brandt, EdgeKind::asserts, closed, "courier-0502",
                                 "\"Vael has closed the harbour to us,\" President Brandt said.");
    asserted.weight = 4;
    asserted.date = "2031-05-02";
    asserted.relayed_by = {radio};
    s.add(asserted);
    s.add(quill, EdgeKind::asserts, closed, "radio-0503", "The harbour master said no ship from Orsk was let in.");
    EdgeRecord denied =
        s.edge(tolland, EdgeKind::denies, closed, "courier-0502", "Tolland denied that the harbour had been closed.");
    denied.weight = 3;
    denied.date = "2031-05-02";
    s.add(denied);
    s.add(ministry, EdgeKind::denies, closed, "radio-0503", "The ministry called the report untrue.");
    s.add(tolland, EdgeKind::asserts, open, "courier-0502", "\"Every ship with papers was let in,\" she said.");
    s.structure(open, EdgeKind::contradicts, closed);
    EdgeRecord not_agreed = s.edge(brandt, EdgeKind::denies, share, "radio-0503", "\"We did not agree to that.\"");
    not_agreed.polarity = Polarity::negated;
    s.add(not_agreed);
    s.add(tolland, EdgeKind::declines, share, "courier-0502", "Tolland would not say whether Orsk had agreed.");
    s.structure(closed, EdgeKind::about, vael);
    s.structure(share, EdgeKind::about, orsk);

    EdgeRecord suspended = s.edge(orsk, EdgeKind::suspended, commission, "courier-0502",
                                  "Orsk suspended the Joint Harbour Commission on Friday.");
    suspended.weight = 5;
    suspended.date = "2031-05-02";
    s.add(suspended);
    s.add(brandt, EdgeKind::accused, vael, "radio-0503", "Brandt accused Vael of strangling trade.");
    s.add(fishers, EdgeKind::protested, ministry, "courier-0502", "Fishers marched on the ministry.");
    s.add(tolland, EdgeKind::met, brandt, "courier-0502", "Tolland and Brandt met in Salmere.");
    EdgeRecord threat = s.edge(orsk, EdgeKind::sanctioned, vael, "radio-0503", "Orsk may sanction Vael.");
    threat.modality = Modality::possible;
    s.add(threat);
    EdgeRecord no_aid = s.edge(vael, EdgeKind::aided, fishers, "radio-0503", "Vael did not help the fishers.");
    no_aid.polarity = Polarity::negated;
    s.add(no_aid);

    s.part(tolland, Role::agent, meeting);
    s.part(brandt, Role::companion, meeting);
    s.part(salmere, Role::place, meeting);
    s.structure(tolland, EdgeKind::holds_position, vael, "Foreign Minister");
    s.structure(brandt, EdgeKind::holds_position, orsk, "President");
    s.structure(vael, EdgeKind::member_of, commission);
    s.structure(orsk, EdgeKind::member_of, commission);
    s.structure(ministry, EdgeKind::part_of, vael);
    s.structure(fishers, EdgeKind::located_in, salmere);
    s.structure(closed, EdgeKind::reported_in, article);
    s.add(courier, EdgeKind::asserts, closed, "courier-0502",
          "The Salmere Courier has learned that the harbour is shut.");
    return s.build();
}

KnowledgeGraph every_kind_graph() {
    StoryBuilder s;
    std::vector<NodeIndex> first;
    std::vector<NodeIndex> second;
    for (const NodeKindRow &kind : node_kinds()) {
        first.push_back(s.node(kind.kind, "first " + std::string(kind.name)));
        second.push_back(s.node(kind.kind, "second " + std::string(kind.name)));
    }
    for (const EdgeKindRow &kind : edge_kinds()) {
        for (std::size_t source = 0; source < first.size(); ++source) {
            for (std::size_t target = 0; target < second.size(); ++target) {
                if (!allows(kind.kind, static_cast<NodeKind>(source), static_cast<NodeKind>(target))) {
                    continue;
                }
                EdgeRecord edge = s.edge(first[source], kind.kind, second[target], "d", "It is so.");
                if (kind.kind == EdgeKind::participates_in) {
                    edge.role = Role::agent;
                }
                s.add(edge);
                edge.polarity = Polarity::negated;
                s.add(edge);
                edge.polarity = Polarity::affirmed;
                edge.modality = Modality::possible;
                s.add(edge);
            }
        }
    }
    return s.build();
}

const std::vector<std::string> &hostile_strings() {
    static const std::vector<std::string> strings = [] {
        // NOLINTNEXTLINE(misc-misleading-bidirectional): an escape, which misleads no reader
        const char *const backwards = "مرحبا بالعالم \xe2\x80\xaeoverride";
        std::vector<std::string> list = {
            "plain",
            "\"quoted\" and 'quoted'",
            "back\\slash",
            "ends in a backslash\\",
            "ends in two\\\\",
            R"(\N \G \E \T \l \r \n)",
            "]]> <![CDATA[ <b>bold</b> & &amp; &#0;",
            "<table><tr><td>html</td></tr></table>",
            "<",
            ">",
            "control \x01\x02\x07\x08\x0b\x0c\x1b\x7f characters",
            "tab\there, line\nbreak, return\r, both\r\n",
            std::string("NUL \0 byte", 10),
            "C1 \xc2\x80\xc2\x9f and noncharacters \xef\xbf\xbe\xef\xbf\xbf",
            backwards,
            "emoji 🦊👩‍👩‍👧 and e\xcc\x81 combined",
            "node",
            "digraph { a -> b }",
            "a:b:c",
            "-1.5",
            R"({"json": [1, "2"]})",
            "%s%n$(id)`id`",
            " ",
        };
        list.emplace_back(100'000, 'x');
        std::string words;
        while (words.size() < 100'000) {
            words += "wört ";
        }
        list.push_back(words);
        return list;
    }();
    return strings;
}

namespace {

/// The first bytes of a text, no letter cut.
std::string beginning(const std::string &text, std::size_t bytes) {
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        ++bytes;
    }
    return text.substr(0, bytes);
}

} // namespace

KnowledgeGraph hostile_graph() {
    StoryBuilder s;
    std::vector<NodeIndex> people;
    for (const std::string &text : hostile_strings()) {
        NodeRecord record;
        record.kind = NodeKind::Person;
        record.label = text;
        // Ids as hostile as the labels: a file of another program may have them.
        record.id = "person:" + beginning(text, 200);
        record.aliases = {text + "2"};
        record.attributes["position"] = text;
        record.mentions = {{beginning(text, 50), {5, 5 + text.size()}, text}};
        people.push_back(s.add(std::move(record)));
    }
    const NodeIndex claim = s.claim(R"(a claim \ <i>with</i> "everything" ]]>)", ClaimStatus::disputed);
    for (std::size_t i = 0; i < people.size(); ++i) {
        const std::string &text = hostile_strings()[i];
        s.add(people[i], EdgeKind::denies, claim, beginning(text, 50), text);
        // Parallel edges: several kinds, and one kind as fact, negated and possible.
        const NodeIndex next = people[(i + 1) % people.size()];
        s.add(people[i], EdgeKind::attacked, next, "d", text);
        EdgeRecord again = s.edge(people[i], EdgeKind::attacked, next, "d", text);
        again.polarity = Polarity::negated;
        s.add(again);
        again.modality = Modality::possible;
        s.add(again);
        s.add(people[i], EdgeKind::accused, next, "d", text);
    }
    s.add(people[0], EdgeKind::accused, people[0], "d", "He blamed himself.");
    return s.build();
}

KnowledgeGraph ring_graph(std::size_t nodes) {
    StoryBuilder s;
    std::vector<NodeIndex> people;
    for (std::size_t i = 0; i < nodes; ++i) {
        people.push_back(s.node(NodeKind::Person, "Person " + std::to_string(i)));
    }
    for (std::size_t i = 0; i < nodes; ++i) {
        s.add(people[i], EdgeKind::accused, people[(i + 1) % nodes], "d", "One blamed the next.");
        if (i % 7 == 0) {
            s.add(people[i], EdgeKind::attacked, people[(i * 31 + 17) % nodes], "d", "One attacked another.");
        }
    }
    return s.build();
}

const std::vector<Sample> &all_samples() {
    static const std::vector<Sample> list = {{"empty", empty_graph},
                                             {"harbour", harbour_graph},
                                             {"every_kind", every_kind_graph},
                                             {"hostile", hostile_graph}};
    return list;
}

} // namespace gainsay::samples
