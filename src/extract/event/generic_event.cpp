#include "extract/event/generic_event.h"

namespace gainsay {

namespace {

bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value) {
    return feature(syntax.token(token).feats, name) == value;
}

bool is_finite_past(const Syntax &syntax, TokenIndex token) {
    return has_feature(syntax, token, "VerbForm", "Fin") && has_feature(syntax, token, "Tense", "Past");
}

} // namespace

bool is_indefinite(const Syntax &syntax, TokenIndex head) {
    bool determined = false;
    for (const TokenIndex child : syntax.children(head)) {
        if (child > head) {
            break;
        }
        const bool possessor = syntax.relation(child) == "nmod:poss";
        if (syntax.is(child, "det")) {
            determined = true;
            if (!has_feature(syntax, child, "Definite", "Ind") && !has_feature(syntax, child, "PronType", "Ind") &&
                !has_feature(syntax, child, "PronType", "Tot") && !has_feature(syntax, child, "PronType", "Neg")) {
                return false;
            }
        } else if (possessor || syntax.is(child, "nummod")) {
            return false;
        }
    }
    return determined || has_feature(syntax, head, "Number", "Plur");
}

bool is_of_any_time(const Syntax &syntax, TokenIndex verb) {
    constexpr int most_clauses = 3;
    TokenIndex at = verb;
    for (int steps = 0; steps < most_clauses; ++steps) {
        if (is_finite_past(syntax, at)) {
            return false;
        }
        bool modal = false;
        bool auxiliary = false;
        bool whenever = false;
        for (const TokenIndex child : syntax.children(at)) {
            whenever = whenever || (syntax.is(at, "advcl") && syntax.is(child, "advmod") && child < at &&
                                    feature(syntax.token(child).feats, "PronType").has_value());
            if (!syntax.is(child, "aux") && !syntax.is(child, "cop")) {
                continue;
            }
            auxiliary = auxiliary || syntax.is(child, "aux");
            modal = modal || (has_feature(syntax, child, "VerbForm", "Fin") &&
                              !feature(syntax.token(child).feats, "Mood").has_value());
            if (is_finite_past(syntax, child)) {
                return false;
            }
        }
        if (modal || whenever) {
            return true;
        }
        // "is meeting", "has met", "is charged"
        if (auxiliary && syntax.marker(at).empty()) {
            return false;
        }
        if (has_feature(syntax, at, "VerbForm", "Fin") || auxiliary) {
            return true;
        }
        const std::optional<TokenIndex> above = syntax.head(at);
        if (!above) {
            return false;
        }
        at = *above;
    }
    return false;
}

} // namespace gainsay
