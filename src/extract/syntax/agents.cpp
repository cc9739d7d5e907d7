#include "extract/syntax/agents.h"

#include <algorithm>

namespace gainsay {

namespace {

/// "-ing" below a preposition; taggers call it a gerund or a present participle.
bool is_ing_form(const Syntax &syntax, TokenIndex token) {
    const std::string &feats = syntax.token(token).feats;
    return feature(feats, "VerbForm") == std::string_view("Ger") ||
           (feature(feats, "VerbForm") == std::string_view("Part") &&
            feature(feats, "Tense") == std::string_view("Pres"));
}

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

/// "accused the shipping company Meridian Lines of …" where the parser made two objects: the noun that the name goes
/// with.
std::optional<TokenIndex> noun_before_name(const Syntax &syntax, const English &english, TokenIndex name) {
    const std::optional<TokenIndex> verb = syntax.head(name);
    if (!verb || syntax.upos(name) != Upos::PROPN || !syntax.is(name, "obj")) {
        return std::nullopt;
    }
    // Without what hangs on it behind.
    const TokenIndex first = syntax.subtree(name, [name](TokenIndex below) { return below > name; }).front();
    const std::optional<TokenIndex> noun = first > 0 ? std::optional(first - 1) : std::nullopt;
    const bool is_object = noun && syntax.is(*noun, "obj") && syntax.head(*noun) == verb && *noun > *verb;
    return is_object && syntax.upos(*noun) == Upos::NOUN && syntax.child(*noun, "det") &&
                   (english.organizations.has("generic", syntax.lemma(*noun)) ||
                    english.organizations.has("body", syntax.lemma(*noun)) ||
                    english.nouns.find(syntax.lemma(*noun)) == NounClass::person)
               ? noun
               : std::nullopt;
}

} // namespace

void name_agents(Syntax &syntax, const English &english) {
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        if (const std::optional<TokenIndex> noun = noun_before_name(syntax, english, token)) {
            // What was hung on the name is what is done or said by the verb's object.
            for (const TokenIndex child :
                 std::vector<TokenIndex>(syntax.children(token).begin(), syntax.children(token).end())) {
                if (const std::optional<TokenIndex> verb = accusing_verb(syntax, english, child)) {
                    syntax.reattach(child, verb, "xcomp");
                }
            }
            syntax.reattach(token, noun, "appos");
            continue;
        }
        if (const std::optional<TokenIndex> verb = accusing_verb(syntax, english, token)) {
            syntax.reattach(token, verb, "xcomp");
            continue;
        }
        const std::optional<TokenIndex> head = syntax.head(token);
        // "accuse them of lying": they lie, not the accuser.
        if (head && syntax.is(token, "advcl") && syntax.child(*head, "obj") && *syntax.child(*head, "obj") < token &&
            english.grammar.has("object_control", syntax.marker(token)) && is_ing_form(syntax, token)) {
            syntax.reattach(token, head, "xcomp");
        }
        if (head && (syntax.is(token, "advcl") || syntax.is(token, "xcomp")) && token >= 2 &&
            syntax.is(token - 2, "obj") && syntax.head(token - 2) == head &&
            belongs_to_noun(syntax, english, token, token - 2)) {
            syntax.reattach(token, token - 2, "acl");
            continue;
        }
        // "forced Norway to leave": Norway leaves.
        if (head && syntax.is(token, "advcl") && syntax.child(*head, "obj") && *syntax.child(*head, "obj") < token &&
            english.grammar.has("object_control_verb", syntax.lemma(*head)) &&
            feature(syntax.token(token).feats, "VerbForm") == std::string_view("Inf")) {
            syntax.reattach(token, head, "xcomp");
        }
        if (head && syntax.relation(token) == "obl" && syntax.child(*head, "aux:pass") &&
            !syntax.child(*head, "obl:agent") && english.grammar.has("agent", syntax.preposition(token)) &&
            syntax.is_nominal(token) && !english.time.is("weekday_name", syntax.form(token))) {
            syntax.reattach(token, head, "obl:agent");
        }
    }
    syntax.rebuild();
}

} // namespace gainsay
