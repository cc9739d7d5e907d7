#include "nlp/analysis/lemma_rule.h"

#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace gainsay;

TEST_CASE("rules are what the header shows") {
    CHECK(lemma_rule("Running", "run") == "l;0+;4+");
    CHECK(lemma_rule("went", "go") == "l;=go");
    CHECK(lemma_rule("said", "say") == "l;0+;2+y");
    CHECK(lemma_rule("Moscow", "Moscow") == "k;0+;0+");
    CHECK(lemma_rule("house", "house") == "l;0+;0+");
}

TEST_CASE("one rule serves many words") {
    CHECK(apply_lemma_rule("l;0+;2+y", "Paid") == "pay");
    CHECK(apply_lemma_rule("l;0+;1+", "ministers") == "minister");
    CHECK(apply_lemma_rule("k;0+;1+", "Serbs") == "Serb");
    CHECK(apply_lemma_rule("l;=be", "Were") == "be");
}

TEST_CASE("the rule of a form and its lemma gives the lemma") {
    const std::vector<std::pair<std::string, std::string>> pairs = {
        {"Denied", "deny"},
        {"n't", "not"},
        {"'re", "be"},
        {"’s", "be"},
        {"ca", "can"},
        {"wo", "will"},
        {"better", "good"},
        {"Mice", "mouse"},
        {"U.S.", "U.S."},
        {"NATO", "NATO"},
        {"IPHONES", "iPhone"},
        {"Österreichs", "Österreich"},
        {"ÉTUDES", "étude"},
        {"naïve", "naive"},
        {"1,000", "1000"},
        {"C", "C++"},
        {"a+b", "b+a"},
        {":;", ";)"},
        {";", ";"},
        {"=", "="},
        {"", "nothing"},
        {"something", ""},
        {"日本", "日本語"},
        {"İ", "i"},
        {"ſ", "s"},
        {"Straße", "Straße"},
        {"x", "y;z+w"},
    };
    for (const auto &[form, lemma] : pairs) {
        INFO(form << " -> " << lemma << " by " << lemma_rule(form, lemma));
        CHECK(apply_lemma_rule(lemma_rule(form, lemma), form) == lemma);
    }
}

TEST_CASE("any form and any lemma make a rule that works") {
    const std::vector<std::string> letters = {"a", "b", "A", "B", "é", "É", "ß", "日",
                                              "'", "-", ";", "+", "=", "1", "İ"};
    std::mt19937 random(21);
    std::uniform_int_distribution<std::size_t> letter(0, letters.size() - 1);
    std::uniform_int_distribution<int> length(0, 6);
    const auto word = [&] {
        std::string text;
        for (int n = length(random); n > 0; --n) {
            text += letters[letter(random)];
        }
        return text;
    };
    for (int trial = 0; trial < 20000; ++trial) {
        const std::string form = word();
        const std::string lemma = word();
        const std::string rule = lemma_rule(form, lemma);
        INFO(form << " -> " << lemma << " by " << rule);
        REQUIRE(apply_lemma_rule(rule, form) == lemma);
    }
}

TEST_CASE("a rule that does not fit leaves the form") {
    for (const std::string_view rule : {"l;0+;9+", "l;9+;0+", "l;3+;3+x", "l;1+", "l;x+;1+", "l;-1+;0+", "l;0+;1", "l",
                                        "", "l;", "l;+;", "l;18446744073709551615+;2+", "l;99999999999999999999+;0+"}) {
        INFO(rule);
        CHECK(apply_lemma_rule(rule, "Text") == "text");
    }
    CHECK(apply_lemma_rule("k;0+;9+", "Text") == "Text");
}

TEST_CASE("no rule cuts a character in two") {
    std::mt19937 random(22);
    const std::vector<std::string> forms = {"é", "Éa", "日本語", "a😀b", "“a”", "x", ""};
    for (const std::string &form : forms) {
        for (std::size_t front = 0; front <= 12; ++front) {
            for (std::size_t back = 0; back <= 12; ++back) {
                for (const char how : {'l', 'k'}) {
                    const std::string rule =
                        std::string(1, how) + ";" + std::to_string(front) + "+é;" + std::to_string(back) + "+s";
                    INFO(form << " by " << rule);
                    CHECK_FALSE(find_invalid_utf8(apply_lemma_rule(rule, form)).has_value());
                }
            }
        }
    }
}
