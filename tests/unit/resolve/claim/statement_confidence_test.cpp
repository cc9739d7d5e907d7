#include "resolve/claim/statement_confidence.h"

#include <catch2/catch.hpp>

using namespace gainsay;

TEST_CASE("What is doubtful in the reading lowers the confidence of the statement") {
    Attribution attribution;
    attribution.confidence = 0.99;
    Proposition proposition;
    proposition.statement = "The bridge was closed for the winter";
    Entity speaker;
    speaker.named = true;
    const double sure = statement_confidence(attribution, proposition, speaker);
    CHECK(sure > 0.75);
    CHECK(sure < 1);

    speaker.type = NodeKind::Group;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    speaker.type = NodeKind::Person;
    proposition.is_vague = true;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    proposition.is_vague = false;
    attribution.nested_in = 0;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    attribution.nested_in.reset();
    attribution.confidence = 0.2;
    CHECK(statement_confidence(attribution, proposition, speaker) < 0.55);
    attribution.confidence = 0.99;
    proposition.statement = "The bridge was closed";
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    proposition.statement = "\u201cthe bridge was closed for the winter\u201d";
    attribution.form = QuoteForm::direct;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    attribution.form = QuoteForm::indirect;
    proposition.statement = "The bridge was closed for the winter";
    proposition.stance = Stance::rejects;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
}

TEST_CASE("A content in pieces is doubtful") {
    Attribution attribution;
    attribution.confidence = 0.99;
    attribution.content = {{0, 10}, {20, 30}};
    Proposition proposition;
    proposition.statement = "The bridge was closed for the winter";
    proposition.span = {0, 10};
    const Entity speaker;
    const double whole = statement_confidence(attribution, proposition, speaker);
    proposition.span = {0, 30};
    CHECK(statement_confidence(attribution, proposition, speaker) < whole);
}
