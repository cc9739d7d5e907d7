// What must hold of the readers of our own JSON, for every input: a value, or an InputError that names the place; and
// what they take, they write and read again without a change. Inputs are sound files with damage of several kinds.

#include "base/byte_sink.h"
#include "base/error.h"
#include "graph/graph_json.h"
#include "observation/observation_json.h"
#include "random_text.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;
using gainsay::test::RandomText;

namespace {

std::string json_of(const KnowledgeGraph &graph) {
    StringSink sink;
    write_graph_json(graph, sink);
    return sink.take();
}

/// Damage that leaves JSON, mostly: values exchanged, words changed, parts dropped or doubled.
std::string mutated(std::string json, RandomText &random) {
    static const std::vector<std::string> values = {
        "null",    "true",        "-1",         "0",     "1e999", "18446744073709551616", "0.5",       "\"\"",
        "\"x\"",   "[]",          "{}",         "[0,1]", "[9,3]", "\"Person\"",           "\"Claim\"", "\"denies\"",
        "\"met\"", R"("\ud800")", R"("\u0000")"};
    for (std::size_t n = 1 + random.below(3); n > 0; --n) {
        const std::size_t at = random.below(json.size());
        switch (random.below(4)) {
        case 0: { // another value behind a colon
            const std::size_t colon = json.find(':', at);
            const std::size_t end = colon == std::string::npos ? colon : json.find_first_of(",}]", colon);
            if (end != std::string::npos) {
                json.replace(colon + 1, end - colon - 1, values[random.below(values.size())]);
            }
            break;
        }
        case 1: { // a stretch from one comma to another, dropped or doubled
            const std::size_t first = json.find(',', at);
            const std::size_t second =
                first == std::string::npos ? first : json.find(',', first + 1 + random.below(200));
            if (second != std::string::npos) {
                const std::string part = json.substr(first, second - first);
                if (random.below(2) == 0) {
                    json.erase(first, part.size());
                } else {
                    json.insert(second, part);
                }
            }
            break;
        }
        case 2: // a digit or letter
            json[at] = static_cast<char>("0123456789abcdefPCdm\"{}[],:"[random.below(27)]);
            break;
        default:
            json = random.damaged(json);
        }
    }
    return json;
}

} // namespace

TEST_CASE("any damaged graph is a graph or an error with its place") {
    std::vector<std::string> sound;
    for (const samples::Sample &sample : samples::all_samples()) {
        std::string json = json_of(sample.make());
        if (json.size() < 300000) {
            sound.push_back(std::move(json));
        }
    }
    REQUIRE(sound.size() >= 2);
    std::size_t taken = 0;
    std::size_t refused = 0;
    for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
        RandomText random(seed);
        const std::string json = mutated(sound[seed % sound.size()], random);
        INFO("seed " << seed);
        try {
            const KnowledgeGraph graph = read_graph_json(json, "mutated.json");
            const std::string written = json_of(graph);
            REQUIRE(json_of(read_graph_json(written, "written.json")) == written);
            ++taken;
        } catch (const InputError &error) {
            REQUIRE(std::string(error.what()).starts_with("mutated.json"));
            ++refused;
        }
    }
    CHECK(taken > 50);
    CHECK(refused > 500);
}

TEST_CASE("any damaged observations are observations or an error with its place") {
    Observations sound;
    sound.document = {"a", "Title", "Courier", std::nullopt, "2014-10-14", std::nullopt, std::string(64, '0'), {}};
    Entity person;
    person.name = "Mira Tolland";
    person.named = true;
    person.mentions = {{{0, 12}, {5, 12}, MentionKind::name, "Mira Tolland"}};
    sound.entities = {person};
    const std::string text = "Mira Tolland denied it on Monday";
    Attribution attribution;
    attribution.source = {{0, 12}};
    attribution.cue = {{13, 19}};
    attribution.content = {{20, 32}};
    attribution.source_entity = 0;
    attribution.stance = Stance::denies;
    attribution.span = {0, 32};
    attribution.text = text;
    attribution.confidence = 0.5;
    sound.attributions = {attribution, attribution};
    sound.attributions[1].nested_in = 0;
    REQUIRE(find_inconsistency(sound) == std::nullopt);
    const std::string line = to_json_line(sound);
    std::size_t taken = 0;
    for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
        RandomText random(seed);
        const std::string json = mutated(line, random);
        INFO("seed " << seed);
        try {
            const Observations read = parse_json_line(json, "shard.jsonl", 3);
            REQUIRE(find_inconsistency(read) == std::nullopt);
            const std::string written = to_json_line(read);
            REQUIRE(to_json_line(parse_json_line(written, "again", 1)) == written);
            ++taken;
        } catch (const InputError &error) {
            REQUIRE(std::string(error.what()).starts_with("shard.jsonl:3"));
        }
    }
    CHECK(taken > 100);
}
