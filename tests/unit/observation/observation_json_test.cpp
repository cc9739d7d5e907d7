#include "observation/observation_json.h"

#include "base/error.h"
#include "graph_schema/news_type.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

Observations full_observations() {
    Observations all;
    all.document = {"a", "Title", "The Evening Mail", std::nullopt, "2031-04", std::nullopt, "00ff", {7, 4294967295}};
    Entity minister;
    minister.type = NodeKind::Person;
    minister.name = "Ana Ilić";
    minister.aliases = {"Ilić"};
    minister.titles = {"Foreign Minister"};
    minister.country = "RS";
    minister.named = true;
    minister.mentions = {{{0, 26}, {17, 26}, MentionKind::name, "Foreign Minister Ana Ilić"},
                         {{40, 43}, {40, 43}, MentionKind::pronoun, "She"}};
    Entity ministry;
    ministry.type = NodeKind::Organization;
    ministry.name = "ministry";
    ministry.mentions = {{{50, 62}, {54, 62}, MentionKind::nominal, "the ministry"}};
    all.entities = {minister, ministry};

    Attribution outer;
    outer.source = {{0, 26}};
    outer.cue = {{27, 33}};
    outer.content = {{34, 39}, {45, 60}};
    outer.source_entity = 0;
    outer.stance = Stance::denies;
    outer.form = QuoteForm::mixed;
    outer.polarity = Polarity::negated;
    outer.modality = Modality::planned;
    outer.confidence = 0.75;
    outer.date = "2031-04-02";
    outer.span = {0, 60};
    outer.text = "some \"text\"\n" + std::string(48, 'x');
    outer.propositions = {{{34, 39},
                           "it will",
                           Polarity::negated,
                           Modality::planned,
                           {"join", "pact"},
                           {0, 1},
                           1,
                           "Norway will join the pact",
                           Polarity::affirmed,
                           true,
                           "Oslo waited.",
                           {"join"},
                           {1}}};
    outer.propositions.front().points_back = true;
    outer.propositions.front().certainty = 0.25;
    Attribution inner;
    inner.nested_in = 0;
    inner.content = {{45, 60}};
    inner.span = {45, 60};
    all.attributions = {outer, inner};

    EventMention event;
    event.news_type = NewsType::Suspend;
    event.type = EventType::SUSPEND;
    event.mode = "halt";
    event.action = EdgeKind::suspended;
    event.trigger = {45, 50};
    event.trigger_text = "froze";
    event.lemma = "freeze";
    event.date = TimeMention{parse_interval("2031-03/2031-04"), {55, 60}};
    event.polarity = Polarity::negated;
    event.modality = Modality::possible;
    event.attribution = 1;
    event.arguments = {{Role::agent, 0, {40, 43}, "She"}, {Role::patient, std::nullopt, {50, 62}, "the pact"}};
    event.span = {40, 62};
    event.text = "She froze the new pact";
    EventMention outbreak;
    outbreak.news_type = NewsType::Outbreak;
    outbreak.trigger = {50, 58};
    outbreak.span = {50, 58};
    all.events = {event, outbreak};
    all.event_words = {{NewsType::Outbreak, {60, 62}, "it", "it"}};
    all.relations = {{EdgeKind::holds_position, 0, 1, "minister", {0, 12}, "the minister"}};
    return all;
}

} // namespace

TEST_CASE("Observations survive their JSON line") {
    const Observations all = full_observations();
    const std::string line = to_json_line(all);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(parse_json_line(line, "x.jsonl", 1) == all);
    CHECK(to_json_line(parse_json_line(line, "x.jsonl", 1)) == line);
}

TEST_CASE("Without values there is null") {
    Observations empty;
    empty.document.id = "e";
    CHECK(to_json_line(empty) ==
          R"({"document":{"id":"e","title":null,"outlet":null,"author":null,"published":null,"url":null,"sha256":""},)"
          R"("entities":[],"attributions":[],"events":[],"relations":[],"event_words":[]})");
}

TEST_CASE("A line with the promised fields alone is read") {
    const Observations all = parse_json_line(
        R"({"document":{"id":"d","title":null,"outlet":"RT","author":null,"published":null,"url":null,"sha256":"0"},
            "entities":[{"id":0,"type":"Person","name":"A B","mentions":[{"span":[0,3],"head":[0,3],"kind":"name"}]}],
            "attributions":[{"id":0,"source":[[0,3]],"cue":[[4,8]],"content":[[9,20]],"source_entity":0,
              "stance":"asserts","form":"direct","polarity":"affirmed","modality":"actual","nested_in":null,
              "confidence":0.5}],
            "events":[{"id":0,"type":"SUSPEND","trigger":[10,14],"date":{"value":null,"span":[15,20]},
              "polarity":"affirmed","modality":"actual","attribution":0,
              "arguments":[{"role":"agent","entity":null,"span":[0,3]}]}]})",
        "s", 1);
    CHECK(all.entities[0].named);
    CHECK(all.attributions[0].span == ByteSpan{0, 20});
    CHECK(all.events[0].action == EdgeKind::suspended);
    CHECK(all.events[0].news_type == NewsType::Suspend);
    REQUIRE(all.events[0].date);
    CHECK_FALSE(all.events[0].date->value);
}

namespace {

std::string refusal(std::string line, const std::string &good, const std::string &bad) {
    const std::size_t at = line.find(good);
    REQUIRE(at != std::string::npos);
    line.replace(at, good.size(), bad);
    try {
        parse_json_line(line, "shard.jsonl", 7);
    } catch (const InputError &error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("What is wrong is named with file, line and field") {
    const std::string line = to_json_line(full_observations());
    CHECK(refusal(line, R"("stance":"denies")", R"("stance":"doubts")").find("shard.jsonl:7 attributions[0] stance") ==
          0);
    CHECK(refusal(line, R"("stance":"denies")", R"("stance":"doubts")").find("found 'doubts'") != std::string::npos);
    CHECK(refusal(line, R"("trigger":[45,50])", R"("trigger":[50,45])").find("end is not before its begin") !=
          std::string::npos);
    CHECK(refusal(line, R"("trigger":[45,50])", R"("trigger":[45])").find("two integers, found 1 values") !=
          std::string::npos);
    CHECK(refusal(line, R"("source_entity":0)", R"("source_entity":9)").find("unknown entity") != std::string::npos);
    CHECK(refusal(line, R"("nested_in":0)", R"("nested_in":1)").find("nested in an unknown") != std::string::npos);
    CHECK(refusal(line, R"("nested_in":null)", R"("nested_in":1)").find("nested in itself") != std::string::npos);
    CHECK(refusal(line, R"("value":"2031-03/2031-04")", R"("value":"soon")").find("ISO 8601") != std::string::npos);
    CHECK(refusal(line, R"("cue":)", R"("clue":)").find("a member 'cue'") != std::string::npos);
    CHECK(refusal(line, R"("id":0)", R"("id":3)").find("its position in the list") != std::string::npos);
    CHECK(refusal(line, "{\"document\"", "{{").find("shard.jsonl:7: expected a JSON object") == 0);
}
