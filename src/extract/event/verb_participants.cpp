#include "extract/event/verb_participants.h"

#include "extract/attribution/source_phrase.h"
#include "extract/event/event_phrase.h"

#include <algorithm>

namespace gainsay {

namespace {

/// "efforts to repeal it", "the step of repealing it"
bool hangs_on_noun(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const std::optional<std::string_view> form = feature(syntax.token(verb).feats, "VerbForm");
    return form == std::string_view("Inf") ||
           (form == std::string_view("Ger") && english.grammar.has("part_of", syntax.marker(verb)));
}

/// "called on Norway to act": whom the verb above calls on.
std::optional<TokenIndex> called_on(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> head = syntax.head(verb);
    if (head && !syntax.own_subject(verb) && book.english().grammar.has("phrase_control", syntax.lemma(*head)) &&
        feature(syntax.token(verb).feats, "VerbForm") == std::string_view("Inf")) {
        for (const TokenIndex child : syntax.children(*head)) {
            if (syntax.is(child, "obl") && child > *head && child < verb && source_entity(book, child)) {
                return child;
            }
        }
    }
    return std::nullopt;
}

/// "the president's decision", "the decision of the president", "U.S. efforts".
std::optional<TokenIndex> possessor_of(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex child : syntax.children(noun)) {
        const bool owner =
            syntax.relation(child) == "nmod:poss" || (syntax.is(child, "nmod") && child > noun &&
                                                      book.english().grammar.has("owner", syntax.preposition(child)));
        if (owner && source_entity(book, child)) {
            return child;
        }
    }
    for (const TokenIndex child : syntax.children(noun)) {
        if ((syntax.is(child, "amod") || syntax.is(child, "compound")) && book.at(child) &&
            book.entity_at_is_country(child)) {
            return child;
        }
    }
    return std::nullopt;
}

/// Who does what hangs on the noun: "the president's decision to cancel".
std::optional<TokenIndex> doer_by_noun(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (const std::optional<TokenIndex> possessor = possessor_of(book, noun)) {
        return possessor;
    }
    const std::optional<TokenIndex> verb = syntax.head(noun);
    if (verb && syntax.upos(*verb) == Upos::VERB && syntax.is(noun, "obj")) {
        // "made a promise to help", "could do more to help": who made it. Whose decision somebody else defended is
        // open.
        const bool is_made =
            syntax.upos(noun) != Upos::NOUN || english.frames.find_light_verb(syntax.verb_lemma(*verb)) != nullptr;
        // "used tear gas to disperse them": what for, and no task of the thing.
        if (is_made || (!is_actor_phrase(book, noun) && !english.grammar.has("infinitive_noun", syntax.lemma(noun)))) {
            return syntax.subject(*verb);
        }
    }
    return is_actor_phrase(book, noun) ? std::optional(noun) : std::nullopt;
}

/// "spoke to Paris and met London": a verb with a phrase of its own shares no object.
bool has_phrase_before(const Syntax &syntax, TokenIndex verb, TokenIndex token) {
    const std::span<const TokenIndex> children = syntax.children(verb);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        return (syntax.is(child, "obl") || syntax.is(child, "ccomp") || syntax.is(child, "xcomp")) && child > verb &&
               child < token;
    });
}

/// The object of a verb that is joined to `verb`, where it is both's.
std::optional<TokenIndex> shared_object(const Syntax &syntax, TokenIndex verb, TokenIndex other) {
    const auto object = syntax.upos(other) == Upos::VERB ? syntax.child(other, "obj") : std::nullopt;
    return object && *object > other && *object > verb && !syntax.child(other, "aux:pass") &&
                   !has_phrase_before(syntax, verb, *object)
               ? object
               : std::nullopt;
}

} // namespace

std::optional<TokenIndex> doer_of(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    if (const std::optional<TokenIndex> called = called_on(book, verb)) {
        return called;
    }
    const std::optional<TokenIndex> subject = syntax.subject(verb);
    std::optional<TokenIndex> at = verb;
    for (int steps = 0; at && steps < 3 && !syntax.own_subject(*at); ++steps, at = syntax.head(*at)) {
        if (syntax.is(*at, "acl") && syntax.head(*at) == subject && hangs_on_noun(book, *at)) {
            return doer_by_noun(book, *subject);
        }
    }
    return subject;
}

std::optional<TokenIndex> object_of(const EntityBook &book, TokenIndex verb) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (const auto object = syntax.child(verb, {"obj", "iobj"})) {
        return object;
    }
    // "killed a couple", which trees may read as how much.
    if (const auto couple = syntax.child(verb, "obl:unmarked");
        couple && english.people.has("collective", syntax.lemma(*couple))) {
        return couple;
    }
    // "hosted Prime Minister Ana Berg", whom trees may read as what he became.
    if (const auto named = syntax.child(verb, "xcomp");
        named && syntax.upos(*named) == Upos::PROPN && book.of_phrase(*named)) {
        return named;
    }
    if (syntax.relation(verb) == "acl:relcl" && syntax.own_subject(verb) && syntax.head(verb) &&
        antecedent_of(syntax, *syntax.own_subject(verb)) == *syntax.own_subject(verb)) {
        return syntax.head(verb);
    }
    for (const TokenIndex child : syntax.children(verb)) {
        if (syntax.is(child, "conj") && !syntax.own_subject(child)) {
            return shared_object(syntax, verb, child);
        }
    }
    if (syntax.is(verb, "conj") && syntax.head(verb) && !syntax.own_subject(verb)) {
        return shared_object(syntax, verb, *syntax.head(verb));
    }
    return std::nullopt;
}

} // namespace gainsay
