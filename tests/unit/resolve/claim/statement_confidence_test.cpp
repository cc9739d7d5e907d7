#include "resolve/claim/statement_confidence.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

/// What the network is sure of.
struct SureStatement {
    SureStatement() {
        attribution.confidence = 0.99;
        proposition.statement = "The bridge was closed for the winter";
    }
    Attribution attribution;
    Proposition proposition;
    Entity speaker;
};

} // namespace

TEST_CASE("What is doubtful in the reading lowers the confidence of the statement") {
    SureStatement sure_statement;
    auto &[attribution, proposition, speaker] = sure_statement;
    speaker.named = true;
    const double sure = statement_confidence(attribution, proposition, speaker);
    CHECK(sure > 0.75);
    CHECK(sure < 1);

    proposition.is_vague = true;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    proposition.is_vague = false;
    speaker.named = false;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    speaker.named = true;
    attribution.confidence = 0.2;
    CHECK(statement_confidence(attribution, proposition, speaker) < 0.55);
    attribution.confidence = 0.99;
    proposition.statement = "The bridge was closed";
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
    proposition.statement = "\u201cthe bridge was closed for the winter\u201d";
    attribution.form = QuoteForm::direct;
    CHECK(statement_confidence(attribution, proposition, speaker) < sure);
}

TEST_CASE(
    "A group that has no name is less sure than a person without one, and one that has a name as sure as others") {
    SureStatement sure_statement;
    auto &[attribution, proposition, speaker] = sure_statement;
    speaker.name = "many experts";
    const double nameless = statement_confidence(attribution, proposition, speaker);
    speaker.type = NodeKind::Group;
    CHECK(statement_confidence(attribution, proposition, speaker) < nameless);
    speaker.name = "Democrats";
    speaker.named = true;
    const double named = statement_confidence(attribution, proposition, speaker);
    CHECK(named > nameless);
    speaker.type = NodeKind::Person;
    CHECK(statement_confidence(attribution, proposition, speaker) == named);
}

TEST_CASE("What is known of the proposition goes before what is known of the whole attribution") {
    SureStatement sure_statement;
    auto &[attribution, proposition, speaker] = sure_statement;
    speaker.named = true;
    const double sure = statement_confidence(attribution, proposition, speaker);
    proposition.certainty = 0.3;
    const double doubtful = statement_confidence(attribution, proposition, speaker);
    CHECK(doubtful < sure);
    attribution.confidence = 0.1;
    CHECK(statement_confidence(attribution, proposition, speaker) == doubtful);
    proposition.is_confirmed = true;
    CHECK(statement_confidence(attribution, proposition, speaker) == 1);
}

TEST_CASE("A word that could be anybody, joint speakers and names in brackets are less sure") {
    SureStatement sure_statement;
    auto &[attribution, proposition, speaker] = sure_statement;
    speaker.name = "two people who know the bridge";
    const double described = statement_confidence(attribution, proposition, speaker);
    speaker.name = "critics";
    CHECK(statement_confidence(attribution, proposition, speaker) < described);
    // As long as it is not about how well he is named.
    CHECK(full_name_confidence(attribution, proposition, speaker) == described);
    speaker.named = true;
    const double named = statement_confidence(attribution, proposition, speaker);
    CHECK(named > described);
    CHECK(full_name_confidence(attribution, proposition, speaker) == named);
    attribution.joint_sources = {1};
    CHECK(statement_confidence(attribution, proposition, speaker) < named);
    attribution.joint_sources.clear();
    proposition.statement = "[The bridge] was closed for the winter";
    CHECK(statement_confidence(attribution, proposition, speaker) < named);
}
