// Discourse networks on statements that can be counted by hand; tests/conformance/recompute_networks.py compares with a
// second program.
#include "base/error.h"
#include "query/discourse_network.h"
#include "support/sample_graphs.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

/// A discourse of these statements alone.
Discourse discourse_of(const std::vector<DiscourseStatement> &statements, std::size_t actors, std::size_t concepts) {
    Discourse discourse;
    for (std::size_t i = 0; i < actors; ++i) {
        discourse.actors.push_back({"a" + std::to_string(i), "A" + std::to_string(i), "Person", 0});
    }
    for (std::size_t i = 0; i < concepts; ++i) {
        discourse.concepts.push_back({"c" + std::to_string(i), "C" + std::to_string(i), "Claim", 0});
    }
    discourse.statements = statements;
    return discourse;
}

double edge(const Discourse &discourse, NetworkMode mode, Qualifier qualifier, Normalization normalization) {
    NetworkOptions options;
    options.mode = mode;
    options.qualifier = qualifier;
    options.normalization = normalization;
    return discourse_networks(discourse, options).matrices.front().at(0, 1);
}

} // namespace

TEST_CASE("congruence, conflict, subtract and ignore of two actors") {
    // Both for c0, twice and once; on c1 the first against, twice, the second for, twice.
    const Discourse discourse = discourse_of({{0, 0, true, 1, "d"},
                                              {0, 0, true, 2, "e"},
                                              {1, 0, true, 3, "d"},
                                              {0, 1, false, 4, "d"},
                                              {0, 1, false, 5, "e"},
                                              {1, 1, true, 6, "d"},
                                              {1, 1, true, 7, "e"}},
                                             2, 2);
    const auto value = [&](Qualifier qualifier, Normalization normalization) {
        return edge(discourse, NetworkMode::actors, qualifier, normalization);
    };
    CHECK(value(Qualifier::congruence, Normalization::no) == 2);
    CHECK(value(Qualifier::conflict, Normalization::no) == 4);
    CHECK(value(Qualifier::subtract, Normalization::no) == -2);
    CHECK(value(Qualifier::ignore, Normalization::no) == 6);
    // The first says 4 things, the second 3.
    CHECK(value(Qualifier::congruence, Normalization::average) == Approx(2 / 3.5));
    CHECK(value(Qualifier::congruence, Normalization::cosine) == Approx(2.0 / 12));
    // Alone: 2 against c1 and 2 for c1; together 2.
    CHECK(value(Qualifier::congruence, Normalization::jaccard) == Approx(2.0 / 6));
    CHECK(edge(discourse, NetworkMode::claims, Qualifier::congruence, Normalization::no) == 2);
    CHECK(edge(discourse, NetworkMode::claims, Qualifier::conflict, Normalization::no) == 4);
    CHECK(edge(discourse, NetworkMode::two_mode, Qualifier::subtract, Normalization::no) == -2);
    CHECK(edge(discourse, NetworkMode::two_mode, Qualifier::combine, Normalization::no) == 2);
    CHECK(edge(discourse, NetworkMode::two_mode, Qualifier::subtract, Normalization::activity) == -0.5);
    CHECK(edge(discourse, NetworkMode::two_mode, Qualifier::subtract, Normalization::prominence) == -0.5);
}

TEST_CASE("what does not go together is refused") {
    const Discourse discourse = discourse_of({}, 0, 0);
    CHECK_THROWS_AS(edge(discourse, NetworkMode::actors, Qualifier::combine, Normalization::no), UsageError);
    CHECK_THROWS_AS(edge(discourse, NetworkMode::two_mode, Qualifier::congruence, Normalization::no), UsageError);
    CHECK_THROWS_AS(edge(discourse, NetworkMode::two_mode, Qualifier::subtract, Normalization::jaccard), UsageError);
    CHECK_THROWS_AS(edge(discourse, NetworkMode::actors, Qualifier::subtract, Normalization::activity), UsageError);
    CHECK_THROWS_AS(edge(discourse, NetworkMode::two_mode, Qualifier::combine, Normalization::activity), UsageError);
    NetworkOptions options;
    options.kernel = Kernel::gaussian;
    CHECK_THROWS_AS(discourse_networks(discourse, options), UsageError);
}

TEST_CASE("windows follow the calendar") {
    const long day = to_days({2030, 1, 30});
    const auto months = time_windows(day, to_days({2030, 3, 2}), {1, 'm'}, {1, 'm'});
    REQUIRE(months.size() == 3);
    CHECK(from_days(months[1].first) == Date{2030, 2, 1});
    CHECK(from_days(months[1].last) == Date{2030, 2, 28});
    const auto weeks = time_windows(day, day, {1, 'w'}, {1, 'w'});
    REQUIRE(weeks.size() == 1);
    CHECK(weekday(from_days(weeks[0].first)) == 0);
    const auto sliding = time_windows(day, day + 3, {30, 'd'}, {1, 'd'});
    REQUIRE(sliding.size() == 4);
    CHECK(sliding[1].first == day + 1);
    CHECK(sliding[1].last == day + 30);
    CHECK(sliding[1].until_next == day + 1);
    CHECK(parse_time_length("30d") == TimeLength{30, 'd'});
    for (const char *text : {"", "d", "0d", "30", "30x", "-1d", "1.5d"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_time_length(text));
    }
}

TEST_CASE("kernels weigh by the distance from the middle") {
    // Nine days, middle 4.
    const TimeWindow window{0, 8, 8};
    CHECK(kernel_weight(Kernel::none, window, 0) == 1);
    CHECK(kernel_weight(Kernel::none, window, 9) == 0);
    CHECK(kernel_weight(Kernel::uniform, window, 8) == 0.5);
    CHECK(kernel_weight(Kernel::epanechnikov, window, 4) == 0.75);
    CHECK(kernel_weight(Kernel::triangular, window, 4) == 1);
    CHECK(kernel_weight(Kernel::triangular, window, 2) == Approx(kernel_weight(Kernel::triangular, window, 6)));
    CHECK(kernel_weight(Kernel::epanechnikov, window, 1) == Approx(kernel_weight(Kernel::epanechnikov, window, 7)));
    CHECK(kernel_weight(Kernel::gaussian, window, 4) == Approx(0.39894228));
    CHECK(kernel_weight(Kernel::gaussian, window, 20) > 0);
}

TEST_CASE("claims that contradict each other are one concept") {
    samples::StoryBuilder s;
    const NodeIndex brandt = s.person("Ada Brandt", "");
    const NodeIndex tolland = s.person("Mira Tolland", "");
    const NodeIndex leaks = s.claim("The dam leaks");
    const NodeIndex tight = s.claim("The dam is tight");
    s.add(brandt, EdgeKind::asserts, leaks, "a", "“It leaks,” Brandt said.");
    s.add(tolland, EdgeKind::asserts, tight, "b", "“It is tight,” Tolland said.");
    s.structure(leaks, EdgeKind::contradicts, tight);
    const KnowledgeGraph graph = s.build();
    const ArticleIndex articles(graph);
    const Discourse discourse = collect_discourse(graph, articles);
    REQUIRE(discourse.concepts.size() == 1);
    CHECK(edge(discourse, NetworkMode::actors, Qualifier::conflict, Normalization::no) == 1);
    CHECK(edge(discourse, NetworkMode::actors, Qualifier::congruence, Normalization::no) == 0);
}

TEST_CASE("a user's concepts fold claims, with a sign") {
    samples::StoryBuilder s;
    const NodeIndex brandt = s.person("Ada Brandt", "");
    const NodeIndex tolland = s.person("Mira Tolland", "");
    const NodeIndex orsk = s.node(NodeKind::Organization, "Orsk Council");
    s.structure(tolland, EdgeKind::holds_position, orsk, "chair");
    s.add(brandt, EdgeKind::asserts, s.claim("The dam leaks"), "a", "“It leaks,” Brandt said.");
    s.add(tolland, EdgeKind::asserts, s.claim("The old dam is safe"), "b", "“It is safe,” Tolland said.");
    s.add(tolland, EdgeKind::asserts, s.claim("Fish are fine"), "b", "“Fish are fine,” Tolland said.");
    const KnowledgeGraph graph = s.build();
    const ArticleIndex articles(graph);
    const WordForms forms;
    const ConceptTable concepts("# what the affair is about\ndam safety\tdam leaks\t-\ndam safety\tsafe dam\n",
                                "concepts.tsv", forms);
    DiscourseOptions options;
    options.concepts = &concepts;
    options.forms = &forms;
    const Discourse discourse = collect_discourse(graph, articles, options);
    REQUIRE(discourse.concepts.size() == 1);
    CHECK(discourse.concepts.front().label == "dam safety");
    CHECK(discourse.in_no_concept == 1);
    CHECK(edge(discourse, NetworkMode::actors, Qualifier::conflict, Normalization::no) == 1);
    options.by_organization = true;
    const Discourse bodies = collect_discourse(graph, articles, options);
    CHECK(bodies.in_no_body == 1);
    REQUIRE(bodies.actors.size() == 1);
    CHECK(bodies.actors.front().label == "Orsk Council");
    CHECK_THROWS_WITH(ConceptTable("x\n", "concepts.tsv", forms), Catch::StartsWith("concepts.tsv:1: "));
    CHECK_THROWS_WITH(ConceptTable("x\ty\t*\n", "concepts.tsv", forms), Catch::Contains("'*'"));
}
