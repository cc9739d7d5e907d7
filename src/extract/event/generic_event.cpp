#include "extract/event/generic_event.h"

#include "extract/syntax/token_features.h"

namespace gainsay {

namespace {

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

namespace {

/// What a clause's own words say of its time.
struct ClauseTime {
    bool is_past = false;
    /// "can", "should": a finite auxiliary without mood.
    bool has_modal = false;
    bool has_auxiliary = false;
    /// "when asked"
    bool is_whenever = false;
};

ClauseTime time_of_clause(const Syntax &syntax, TokenIndex verb) {
    ClauseTime time;
    time.is_past = is_finite_past(syntax, verb);
    for (const TokenIndex child : syntax.children(verb)) {
        if (syntax.is(verb, "advcl") && syntax.is(child, "advmod") && child < verb) {
            time.is_whenever = time.is_whenever || feature(syntax.token(child).feats, "PronType").has_value();
        }
        if (syntax.is(child, "aux") || syntax.is(child, "cop")) {
            time.has_auxiliary = time.has_auxiliary || syntax.is(child, "aux");
            time.has_modal = time.has_modal || (has_feature(syntax, child, "VerbForm", "Fin") &&
                                                !feature(syntax.token(child).feats, "Mood").has_value());
            time.is_past = time.is_past || is_finite_past(syntax, child);
        }
    }
    return time;
}

} // namespace

bool is_of_any_time(const Syntax &syntax, TokenIndex verb) {
    constexpr int most_clauses = 3;
    std::optional<TokenIndex> at = verb;
    for (int steps = 0; at && steps < most_clauses; ++steps, at = syntax.head(*at)) {
        const ClauseTime time = time_of_clause(syntax, *at);
        if (time.is_past) {
            return false;
        }
        if (time.has_modal || time.is_whenever) {
            return true;
        }
        // "is meeting", "has met", "is charged"
        if (time.has_auxiliary && syntax.marker(*at).empty()) {
            return false;
        }
        if (time.has_auxiliary || has_feature(syntax, *at, "VerbForm", "Fin")) {
            return true;
        }
    }
    return false;
}

} // namespace gainsay
