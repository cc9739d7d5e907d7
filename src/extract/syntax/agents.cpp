#include "extract/syntax/agents.h"

#include "extract/syntax/titles.h"
#include "extract/syntax/token_features.h"

#include <algorithm>

namespace gainsay {

namespace {

/// "opposes U.S. efforts to support …": the infinitive belongs to the noun before it, not to the verb.
bool belongs_to_noun(const Syntax &syntax, const English &english, TokenIndex infinitive, TokenIndex noun) {
    return english.grammar.has("infinitive_noun", syntax.lemma(noun)) && noun + 2 == infinitive &&
           syntax.marker(infinitive) == syntax.form(noun + 1) &&
           feature(syntax.token(infinitive).feats, "VerbForm") == std::string_view("Inf");
}

/// "accusing Norway of lying" where the parser hung the clause on the name: who is accused of what.
std::optional<TokenIndex> accusing_verb(const Syntax &syntax, const English &english, TokenIndex clause) {
    const std::optional<TokenIndex> noun = syntax.is(clause, "acl") ? syntax.head(clause) : std::nullopt;
    const std::optional<TokenIndex> verb = noun && syntax.is(*noun, "obj") ? syntax.head(*noun) : std::nullopt;
    if (!verb || !is_ing_form(syntax, clause)) {
        return std::nullopt;
    }
    const std::vector<ReportingVerb> *readings = english.reporting.find_verb(syntax.lemma(*verb));
    const std::string marker = syntax.marker(clause);
    const bool asks_for_it =
        readings != nullptr && std::any_of(readings->begin(), readings->end(), [&marker](const ReportingVerb &reading) {
            return reading.stance == Stance::accuses && !marker.empty() && reading.preposition == marker;
        });
    return asks_for_it ? verb : std::nullopt;
}

/// The name becomes the noun's; what was hung on it is what is done or said by the verb's object.
void attach_to_noun(Syntax &syntax, const English &english, TokenIndex name, TokenIndex noun) {
    for (const TokenIndex child : std::vector<TokenIndex>(syntax.children(name).begin(), syntax.children(name).end())) {
        if (const std::optional<TokenIndex> verb = accusing_verb(syntax, english, child)) {
            syntax.reattach(child, verb, "xcomp");
        }
    }
    syntax.reattach(name, noun, "appos");
}

bool has_object_before(const Syntax &syntax, TokenIndex verb, TokenIndex token) {
    const std::optional<TokenIndex> object = syntax.child(verb, "obj");
    return object && *object < token;
}

/// "accuse them of lying": they lie, not the accuser.
bool is_done_by_object(const Syntax &syntax, const English &english, TokenIndex clause, TokenIndex verb) {
    return syntax.is(clause, "advcl") && has_object_before(syntax, verb, clause) &&
           english.grammar.has("object_control", syntax.marker(clause)) && is_ing_form(syntax, clause);
}

/// "forced Norway to leave": Norway leaves.
bool is_forced_on_object(const Syntax &syntax, const English &english, TokenIndex clause, TokenIndex verb) {
    return syntax.is(clause, "advcl") && has_object_before(syntax, verb, clause) &&
           english.grammar.has("object_control_verb", syntax.lemma(verb)) &&
           feature(syntax.token(clause).feats, "VerbForm") == std::string_view("Inf");
}

bool is_infinitive_of_noun(const Syntax &syntax, const English &english, TokenIndex clause, TokenIndex verb) {
    return (syntax.is(clause, "advcl") || syntax.is(clause, "xcomp")) && clause >= 2 && syntax.is(clause - 2, "obj") &&
           syntax.head(clause - 2) == verb && belongs_to_noun(syntax, english, clause, clause - 2);
}

/// "by X" below a passive without an agent.
bool is_open_agent(const Syntax &syntax, const English &english, TokenIndex token, TokenIndex verb) {
    return syntax.relation(token) == "obl" && syntax.child(verb, "aux:pass") && !syntax.child(verb, "obl:agent") &&
           english.grammar.has("agent", syntax.preposition(token)) && syntax.is_nominal(token) &&
           !english.time.is("weekday_name", syntax.form(token));
}

void name_agent(Syntax &syntax, const English &english, TokenIndex token, TokenIndex head) {
    if (is_done_by_object(syntax, english, token, head)) {
        syntax.reattach(token, head, "xcomp");
    }
    if (is_infinitive_of_noun(syntax, english, token, head)) {
        syntax.reattach(token, token - 2, "acl");
        return;
    }
    if (is_forced_on_object(syntax, english, token, head)) {
        syntax.reattach(token, head, "xcomp");
    }
    if (is_open_agent(syntax, english, token, head)) {
        syntax.reattach(token, head, "obl:agent");
    }
}

} // namespace

void name_agents(Syntax &syntax, const English &english) {
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        if (const std::optional<TokenIndex> noun = noun_before_name(syntax, english, token)) {
            attach_to_noun(syntax, english, token, *noun);
        } else if (const std::optional<TokenIndex> verb = accusing_verb(syntax, english, token)) {
            syntax.reattach(token, verb, "xcomp");
        } else if (const std::optional<TokenIndex> head = syntax.head(token)) {
            name_agent(syntax, english, token, *head);
        }
    }
    syntax.rebuild();
}

} // namespace gainsay
