#include "nlp/names/name_tagger.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <string>
#include <vector>

using namespace gainsay;
using gainsay::test::TemporaryFile;

namespace {

constexpr std::size_t outside = 0;
constexpr std::size_t begin_of(NameType type) {
    return 1 + 2 * static_cast<std::size_t>(type);
}
constexpr std::size_t inside_of(NameType type) {
    return begin_of(type) + 1;
}

const LabelList gold_labels = {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"};
const LabelList silver_labels = {"O", "B-PER", "I-PER", "B-NORP", "I-NORP", "B-DATE", "I-DATE"};

NameTagger make_tagger(const LabelList &gold = gold_labels, float weight = 0.5F) {
    const TemporaryFile path("names");
    const std::array<float, 1> weights = {weight};
    ModelFileWriter writer;
    write_labels(writer, "labels.names", gold);
    write_labels(writer, "labels.silver_names", silver_labels);
    writer.add_numbers("names.weight", std::span<const float>(weights));
    writer.write(path.path(), "{}");
    return NameTagger(ModelFile::open(path.path()));
}

/// Scores in which each token prefers one tag.
std::vector<NameScores> prefer(const std::vector<std::size_t> &tags) {
    std::vector<NameScores> scores(tags.size());
    for (std::size_t t = 0; t < tags.size(); ++t) {
        scores[t].fill(-10.0F);
        scores[t][tags[t]] = -0.1F;
    }
    return scores;
}

std::vector<Name> names_of(const std::vector<TaggedName> &tagged) {
    std::vector<Name> names;
    names.reserve(tagged.size());
    for (const TaggedName &entry : tagged) {
        names.push_back(entry.name);
    }
    return names;
}

/// The score of the sequence of tags that spells these names.
double score_of(const std::vector<NameScores> &scores, const std::vector<Name> &names) {
    std::vector<std::size_t> tags(scores.size(), outside);
    for (const Name &name : names) {
        for (std::uint32_t t = name.first_token; t < name.end_token; ++t) {
            tags[t] = t == name.first_token ? begin_of(name.type) : inside_of(name.type);
        }
    }
    double sum = 0;
    for (std::size_t t = 0; t < tags.size(); ++t) {
        sum += static_cast<double>(scores[t][tags[t]]);
    }
    return sum;
}

/// The best score of any sequence in which a name goes on only from its own type, by trying all of them.
double best_by_trying_all(const std::vector<NameScores> &scores, std::size_t at, std::size_t previous) {
    if (at == scores.size()) {
        return 0;
    }
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t tag = 0; tag < scores[at].size(); ++tag) {
        const bool inside = tag != outside && tag % 2 == 0;
        if (!inside || previous == tag || previous == tag - 1) {
            best = std::max(best, static_cast<double>(scores[at][tag]) + best_by_trying_all(scores, at + 1, tag));
        }
    }
    return best;
}

} // namespace

TEST_CASE("names are read off the tags") {
    const NameTagger tagger = make_tagger();
    const std::vector<Name> names = names_of(
        tagger.decode(prefer({begin_of(NameType::PER), inside_of(NameType::PER), outside, begin_of(NameType::GPE),
                              begin_of(NameType::GPE), outside, begin_of(NameType::DATE), inside_of(NameType::DATE)})));
    CHECK(names == std::vector<Name>{
                       {0, 2, NameType::PER}, {3, 4, NameType::GPE}, {4, 5, NameType::GPE}, {6, 8, NameType::DATE}});
    CHECK(tagger.decode({}).empty());
    CHECK(tagger.decode(prefer({outside, outside})).empty());
}

TEST_CASE("a name never goes on from nothing or from another type") {
    const NameTagger tagger = make_tagger();
    std::vector<NameScores> scores = prefer({inside_of(NameType::ORG), inside_of(NameType::ORG)});
    scores[0][begin_of(NameType::ORG)] = -3.0F;
    CHECK(names_of(tagger.decode(scores)) == std::vector<Name>{{0, 2, NameType::ORG}});
    scores = prefer({begin_of(NameType::PER), inside_of(NameType::ORG)});
    scores[1][inside_of(NameType::PER)] = -1.0F;
    CHECK(names_of(tagger.decode(scores)) == std::vector<Name>{{0, 2, NameType::PER}});
}

TEST_CASE("no valid sequence of tags is better") {
    const NameTagger tagger = make_tagger();
    std::mt19937 random(31);
    std::uniform_real_distribution<float> number(-8.0F, 0.0F);
    for (int trial = 0; trial < 60; ++trial) {
        std::vector<NameScores> scores(1 + static_cast<std::size_t>(trial % 4));
        for (auto &token : scores) {
            for (float &score : token) {
                score = number(random);
            }
        }
        const std::vector<Name> names = names_of(tagger.decode(scores));
        std::uint32_t free_from = 0;
        for (const Name &name : names) {
            REQUIRE(name.first_token >= free_from);
            REQUIRE(name.first_token < name.end_token);
            REQUIRE(name.end_token <= scores.size());
            free_from = name.end_token;
        }
        REQUIRE(score_of(scores, names) == Approx(best_by_trying_all(scores, 0, outside)).margin(1e-4));
    }
}

TEST_CASE("a name knows how well each type suits it") {
    const NameTagger tagger = make_tagger();
    const std::vector<TaggedName> names =
        tagger.decode(prefer({outside, begin_of(NameType::ORG), inside_of(NameType::ORG)}));
    REQUIRE(names.size() == 1);
    for (std::size_t type = 0; type < name_type_count; ++type) {
        CHECK(std::isfinite(names[0].support[type]));
        if (type != static_cast<std::size_t>(NameType::ORG)) {
            CHECK(names[0].support[type] < names[0].support[static_cast<std::size_t>(NameType::ORG)]);
        }
    }
}

TEST_CASE("two networks that say the same say what one says") {
    const NameTagger tagger = make_tagger();
    std::vector<float> gold(gold_labels.size(), 0.0F);
    std::vector<float> silver(silver_labels.size(), 0.0F);
    gold[3] = 2.0F;
    silver[1] = 1.0F;
    const NameScores one = tagger.joined(gold, silver, 1.0F);
    gold[3] *= 2;
    silver[1] *= 2;
    const NameScores two = tagger.joined(gold, silver, 0.5F);
    for (std::size_t tag = 0; tag < one.size(); ++tag) {
        CHECK(one[tag] == Approx(two[tag]));
    }
}

TEST_CASE("where both classifiers agree so do they joined") {
    const NameTagger tagger = make_tagger();
    REQUIRE(tagger.gold_labels() == gold_labels.size());
    REQUIRE(tagger.silver_labels() == silver_labels.size());
    std::vector<float> gold(gold_labels.size(), 0.0F);
    std::vector<float> silver(silver_labels.size(), 0.0F);
    gold[1] = 8.0F;
    silver[1] = 8.0F;
    const NameScores scores = tagger.joined(gold, silver, 1.0F);
    for (std::size_t tag = 0; tag < scores.size(); ++tag) {
        CHECK(std::isfinite(scores[tag]));
        CHECK(scores[tag] <= 1e-3F);
        if (tag != begin_of(NameType::PER)) {
            CHECK(scores[tag] < scores[begin_of(NameType::PER)]);
        }
    }
}

TEST_CASE("peoples and dates are found though one classifier only knows them") {
    const NameTagger tagger = make_tagger();
    std::vector<float> gold(gold_labels.size(), 0.0F);
    std::vector<float> silver(silver_labels.size(), 0.0F);
    gold[0] = 8.0F;
    silver[5] = 8.0F;
    const NameScores scores = tagger.joined(gold, silver, 1.0F);
    CHECK(scores[begin_of(NameType::DATE)] > scores[outside]);
    CHECK(names_of(tagger.decode(std::vector<NameScores>{scores})) == std::vector<Name>{{0, 1, NameType::DATE}});
}

TEST_CASE("huge scores do not overflow") {
    const NameTagger tagger = make_tagger();
    std::vector<float> gold(gold_labels.size(), -1e30F);
    const std::vector<float> silver(silver_labels.size(), 1e30F);
    gold[2] = 1e30F;
    for (const float score : tagger.joined(gold, silver, 1.0F)) {
        CHECK(std::isfinite(score));
    }
}

TEST_CASE("labels that are no BIO tags are refused by name") {
    CHECK_THROWS_WITH(make_tagger({"O", "B-ELF"}),
                      Catch::Matchers::Contains("labels.names") && Catch::Matchers::Contains("B-ELF"));
    CHECK_THROWS_AS(make_tagger({"Q"}), ModelError);
}
