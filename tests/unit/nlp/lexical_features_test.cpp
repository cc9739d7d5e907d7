#include "nlp/analysis/lexical_features.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;

namespace {

LexicalFeatures features_of(std::string_view form) {
    return lexical_features(form, normalized_word(form));
}

SentenceCase case_of(const std::vector<std::string> &words) {
    SentenceCaseCounter counter;
    for (const std::string &word : words) {
        counter.add(word);
    }
    return counter.result();
}

} // namespace

TEST_CASE("the key of a word is lower case with straight signs") {
    CHECK(normalized_word("Kremlin") == "kremlin");
    CHECK(normalized_word("ÉLYSÉE") == "élysée");
    CHECK(normalized_word("don’t") == "don't");
    CHECK(normalized_word("“") == "\"");
    CHECK(normalized_word("”") == "\"");
    CHECK(normalized_word("„") == "\"");
    CHECK(normalized_word("«") == "\"");
    CHECK(normalized_word("''") == "\"");
    CHECK(normalized_word("``") == "\"");
    CHECK(normalized_word("‘") == "'");
    CHECK(normalized_word("ceasefire‑related") == "ceasefire-related");
    CHECK(normalized_word("").empty());
}

TEST_CASE("curly and straight signs have the same features") {
    for (const auto &[curly, straight] : {std::pair<const char *, const char *>{"didn’t", "didn't"},
                                          {"n’t", "n't"},
                                          {"’s", "'s"},
                                          {"O’Brien", "O'Brien"},
                                          {"“", "\""},
                                          {"”", "\""},
                                          {"post‑war", "post-war"}}) {
        INFO(curly);
        CHECK(features_of(curly) == features_of(straight));
    }
}

TEST_CASE("capitals change the shape but no affix") {
    const LexicalFeatures lower = features_of("turkey");
    const LexicalFeatures title = features_of("Turkey");
    const LexicalFeatures upper = features_of("TURKEY");
    CHECK(lower.affixes == title.affixes);
    CHECK(lower.affixes == upper.affixes);
    CHECK(std::set<int>{lower.shape, title.shape, upper.shape}.size() == 3);
}

TEST_CASE("shapes put like writings together") {
    CHECK(features_of("Geneva").shape == features_of("Vienna").shape);
    CHECK(features_of("Geneva").shape == features_of("Washington").shape);
    CHECK(features_of("1914").shape == features_of("2014").shape);
    CHECK(features_of("Élysée").shape == features_of("Geneva").shape);
    CHECK(features_of("2014").shape != features_of("20").shape);
    CHECK(features_of("U.S.").shape != features_of("USA").shape);
    CHECK(features_of("McCain").shape != features_of("Geneva").shape);
}

TEST_CASE("affixes are of code points") {
    constexpr std::size_t suffixes = 4;
    // The same ends and beginnings have the same buckets, whatever stands beside them.
    CHECK(features_of("denied").affixes[0] == features_of("demand").affixes[0]);
    CHECK(features_of("denied").affixes[1] == features_of("demand").affixes[1]);
    CHECK(features_of("denied").affixes[2] != features_of("demand").affixes[2]);
    CHECK(features_of("denied").affixes[suffixes + 2] == features_of("supplied").affixes[suffixes + 2]);
    CHECK(features_of("denied").affixes[suffixes + 3] != features_of("supplied").affixes[suffixes + 3]);
    // "é" is one of them, though two bytes long.
    CHECK(features_of("été").affixes[0] == features_of("élan").affixes[0]);
    CHECK(features_of("été").affixes[1] != features_of("élan").affixes[1]);
    CHECK(features_of("café").affixes[suffixes] == features_of("doré").affixes[suffixes]);
    CHECK(features_of("café").affixes[suffixes + 1] != features_of("doré").affixes[suffixes + 1]);
}

TEST_CASE("prefixes and suffixes of a short word are the whole word") {
    const LexicalFeatures features = features_of("of");
    // Each length has a table of its own: "of" as a prefix of three is another feature than as one of two.
    const LexicalFeatures longer = features_of("off");
    CHECK(features.affixes[1] == longer.affixes[1]);
    CHECK(features.affixes[2] != longer.affixes[2]);
    for (const auto bucket : features_of("").affixes) {
        CHECK(bucket < LexicalFeatures::affix_buckets);
    }
    CHECK(features_of("a").affixes != features_of("b").affixes);
}

TEST_CASE("buckets are in range for any bytes") {
    for (const std::string &form :
         {std::string("\xff\xfe\x80"), std::string("\xe6\x97"), std::string(5000, 'x'), std::string("a\0b", 3),
          std::string("🏴󠁧󠁢󠁳󠁣󠁴󠁿"), std::string("\xf0\x9f"), std::string("ǅ")}) {
        const LexicalFeatures features = features_of(form);
        CHECK(features.shape < LexicalFeatures::shape_buckets);
        for (const auto bucket : features.affixes) {
            CHECK(bucket < LexicalFeatures::affix_buckets);
        }
    }
}

TEST_CASE("white space is one of four numbers") {
    const std::set<std::uint32_t> values = {glue_of(false, false), glue_of(true, false), glue_of(false, true),
                                            glue_of(true, true)};
    CHECK(values.size() == LexicalFeatures::glue_values);
    CHECK(*values.rbegin() < LexicalFeatures::glue_values);
}

TEST_CASE("the use of capitals in a sentence") {
    CHECK(case_of({"The", "minister", "denied", "it", "on", "Tuesday", "."}) == SentenceCase::ordinary);
    CHECK(case_of({"MINISTER", "DENIES", "REPORT"}) == SentenceCase::upper);
    CHECK(case_of({"Minister", "Strongly", "Denies", "Report", "on", "Spies"}) == SentenceCase::title);
    CHECK(case_of({"the", "minister", "denied", "it", "."}) == SentenceCase::lower);
    // Too little to tell.
    CHECK(case_of({"NATO", "!"}) == SentenceCase::ordinary);
    CHECK(case_of({"Geneva", "Talks"}) == SentenceCase::ordinary);
    CHECK(case_of({"1", ",", "2"}) == SentenceCase::ordinary);
    CHECK(case_of({}) == SentenceCase::ordinary);
}
