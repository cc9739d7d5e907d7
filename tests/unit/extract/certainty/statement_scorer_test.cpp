#include "extract/certainty/statement_scorer.h"

#include "base/error.h"
#include "base/lexicon_file.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace gainsay;

namespace {

StatementScorer scorer(const std::string &trees) {
    return StatementScorer(BoostedTrees(LexiconFile::parse(trees, "trees.tsv", 6)));
}

double value(const StatementFeatures &features, std::string_view name) {
    const auto *found = std::find(statement_feature_names.begin(), statement_feature_names.end(), name);
    REQUIRE(found != statement_feature_names.end());
    return features.at(static_cast<std::size_t>(found - statement_feature_names.begin()));
}

const char *const report = R"(# text = Ana Reed said the ferry sank .
1 Ana Ana PROPN _ Number=Sing 3 nsubj _ NER=B-PER
2 Reed Reed PROPN _ Number=Sing 1 flat _ NER=I-PER
3 said say VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 the the DET _ Definite=Def|PronType=Art 5 det _ _
5 ferry ferry NOUN _ Number=Sing 6 nsubj _ _
6 sank sink VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 3 ccomp _ _
7 . . PUNCT _ _ 3 punct _ _
)";

} // namespace

TEST_CASE("Trees that ask for what nobody sees are refused") {
    CHECK_THROWS_AS(scorer("0\t0\ttemper\t1\t1\t2\n0\t1\t-\t1\t\t\n0\t2\t-\t2\t\t\n"), ModelError);
}

TEST_CASE("A tree finds its features by their names") {
    const StatementScorer trees = scorer("0\t0\tfeeling\t0.5\t1\t2\n0\t1\t-\t2\t\t\n0\t2\t-\t-2\t\t\n");
    StatementFeatures features{};
    const double sure = trees.probability(features);
    CHECK(sure == Approx(1 / (1 + std::exp(-2.0))));
    features.at(
        static_cast<std::size_t>(std::find(statement_feature_names.begin(), statement_feature_names.end(), "feeling") -
                                 statement_feature_names.begin())) = 0.9;
    CHECK(trees.probability(features) == Approx(1 - sure));
}

TEST_CASE("What is seen of a statement") {
    const TreeText text(report);
    FoundAttribution found = TreeText::attribution(3, TreeText::words(4, 6));
    found.source = TreeText::words(1, 2);
    found.source_head = 0;
    found.reading.whole = 0.75F;
    found.reading.is_listed = true;
    Attribution statement;
    statement.source = text.syntax.spans_of(found.source);
    statement.cue = text.syntax.spans_of(found.cue);
    statement.content = text.syntax.spans_of(found.content);
    statement.source_entity = text.book.at(0);
    REQUIRE(statement.source_entity);
    statement.confidence = 0.5;
    Proposition proposition;
    proposition.span = statement.content.front();
    proposition.text = "the ferry sank";
    proposition.statement = "\u201c[The ferry] sank\u201d";
    statement.propositions = {proposition};

    const StatementFeatures features =
        statement_features(text.book, text.quotations, found, statement, statement.propositions.front());
    CHECK(value(features, "confidence") == Approx(0));
    CHECK(value(features, "whole") == Approx(0.75));
    CHECK(value(features, "listed") == 1);
    CHECK(value(features, "listed_stance") == 0);
    CHECK(value(features, "asserts") == 1);
    CHECK(value(features, "denies") == 0);
    CHECK(value(features, "person") == 1);
    CHECK(value(features, "named") == 1);
    CHECK(value(features, "source_words") == 2);
    CHECK(value(features, "source_in_name") == 1);
    CHECK(value(features, "source_name") == 1);
    CHECK(value(features, "source_subject") == 1);
    CHECK(value(features, "source_distance") == 9);
    CHECK(value(features, "cue_verb") == 1);
    CHECK(value(features, "cue_past") == 1);
    CHECK(value(features, "content_bytes") == 14);
    CHECK(value(features, "part") == 1);
    CHECK(value(features, "first") == 1);
    CHECK(value(features, "distance") == 5);
    CHECK(value(features, "tokens") == 3);
    CHECK(value(features, "quoted") == 0);
    CHECK(value(features, "ends_sentence") == 1);
    CHECK(value(features, "quotation") == 1);
    CHECK(value(features, "bracket") == 1);
    CHECK(value(features, "nested") == 0);

    // "denied" of the clause alone, and words of somebody else.
    statement.propositions.front().stance = Stance::denies;
    found.nested_in = 0;
    const StatementFeatures other =
        statement_features(text.book, text.quotations, found, statement, statement.propositions.front());
    CHECK(value(other, "denies") == 1);
    CHECK(value(other, "asserts") == 0);
    CHECK(value(other, "own_stance") == 1);
    CHECK(value(other, "nested") == 1);
}
