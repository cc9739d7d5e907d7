#include "extract/mentions/nominal_kind.h"

#include "extract/mentions/nominal_state.h"
#include "extract/mentions/thing_nouns.h"

#include <algorithm>
#include <vector>

namespace gainsay {

namespace {

/// "the police station", which broadcasts nothing.
bool is_building(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    return token > 0 && syntax.head(token - 1) == token && syntax.relation(token - 1) == "compound" &&
           english.organizations.has("building_mark", syntax.lemma(token - 1));
}

/// "in court", "went to church", "met with opposition": no body in particular.
bool is_institution(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const bool below =
        syntax.relation(token) == "obl" || (syntax.is(token, "nmod") && syntax.relation(token) != "nmod:poss");
    const auto children = syntax.children(token);
    return below && !is_plural(syntax, token) && !english.people.has("group", syntax.form(token)) &&
           std::all_of(children.begin(), children.end(),
                       [&](TokenIndex child) { return syntax.is(child, "case") || child > token; });
}

/// "the motorist", "two raiders": a noun for persons that no list has, where somebody does something or has it
/// done to him.
bool is_somebody(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (syntax.upos(token) != Upos::NOUN || english.nouns.find(syntax.lemma(token)) != NounClass::person ||
        english.organizations.has("body", syntax.lemma(token))) {
        return false;
    }
    const std::optional<TokenIndex> above = syntax.head(token);
    if (above && counted_people(book, *above) == token) {
        return true;
    }
    const bool takes_part =
        syntax.is(token, "nsubj") || syntax.is(token, "obj") || syntax.relation(token) == "obl:agent";
    const auto children = syntax.children(token);
    return takes_part && std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
               return child < token &&
                      (syntax.is(child, "det") || syntax.is(child, "nummod") || syntax.is(child, "amod"));
           });
}

/// A noun that is the head of a phrase of its own.
bool is_phrase_head(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const Upos tag = syntax.upos(token);
    const std::string_view relation = syntax.relation(token);
    if ((tag != Upos::NOUN && tag != Upos::PROPN) || relation == "compound" || relation == "flat" ||
        relation == "fixed" || relation == "nmod:desc" || relation == "amod") {
        return false;
    }
    // "killed a couple" is no expression of time.
    if (syntax.is(token, "obl:unmarked") &&
        !(book.english().people.has("collective", syntax.lemma(token)) && syntax.child(token, "det"))) {
        return false;
    }
    // "son" of "son-in-law"
    return syntax.token(token).space_after || token + 1 >= syntax.size() || syntax.form(token + 1).front() != '-';
}

/// "FM"
bool is_abbreviated_office(const EntityBook &book, TokenIndex token) {
    const std::vector<std::string> &entries = book.english().people.words("abbreviation");
    return std::any_of(entries.begin(), entries.end(),
                       [&](const std::string &entry) { return entry.rfind(book.syntax().form(token) + "=", 0) == 0; });
}

bool is_person_noun(const EntityBook &book, TokenIndex token, KindName<PersonWord> kind) {
    const PersonWords &people = book.english().people;
    return people.has(kind, office_term(book.syntax(), token)) || people.has(kind, book.syntax().lemma(token));
}

bool is_body_noun(const EntityBook &book, TokenIndex token, KindName<OrganizationWord> kind) {
    const OrganizationWords &bodies = book.english().organizations;
    return bodies.has(kind, office_term(book.syntax(), token)) || bodies.has(kind, book.syntax().lemma(token));
}

/// Nouns for people, by the lists.
std::optional<NominalKind> kind_of_people(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const PersonWords &people = book.english().people;
    if (is_person_noun(book, token, "counterpart")) {
        return NominalKind::counterpart;
    }
    if (people.has("collective", syntax.lemma(token)) && !counted_people(book, token)) {
        return NominalKind::group;
    }
    const bool is_person = is_person_noun(book, token, "office") || is_person_noun(book, token, "person");
    if (is_plural(syntax, token)) {
        return is_person || people.has("group", syntax.form(token)) ? std::optional(NominalKind::group) : std::nullopt;
    }
    return is_person ? std::optional(NominalKind::person) : std::nullopt;
}

bool is_government(const EntityBook &book, TokenIndex token) {
    return (is_body_noun(book, token, "government") && !is_plural(book.syntax(), token)) ||
           book.english().organizations.has("government", book.syntax().form(token));
}

} // namespace

std::optional<NominalKind> nominal_kind(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    if (!is_phrase_head(book, token)) {
        return std::nullopt;
    }
    if (is_abbreviated_office(book, token)) {
        return NominalKind::person;
    }
    if (is_thing_noun(book, token)) {
        return std::nullopt;
    }
    if (const std::optional<NominalKind> people = kind_of_people(book, token)) {
        return people;
    }
    if (is_government(book, token)) {
        return NominalKind::government;
    }
    // "Russian tanks", "three Norwegian warships": a state's forces.
    const bool plural = is_plural(syntax, token);
    if (plural && book.english().frames.is_listed("soldiers", syntax.lemma(token)) &&
        state_of_phrase(book, token) != nullptr) {
        return NominalKind::group;
    }
    if (is_somebody(book, token)) {
        return plural ? NominalKind::group : NominalKind::person;
    }
    if (plural) {
        return std::nullopt;
    }
    if (is_body_noun(book, token, "media")) {
        return is_building(book, token) ? std::nullopt : std::optional(NominalKind::medium);
    }
    const bool body = is_body_noun(book, token, "body") && !counted_people(book, token) && !is_institution(book, token);
    return body ? std::optional(NominalKind::body) : std::nullopt;
}

std::optional<TokenIndex> counted_people(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (!english.frames.is_quantity(syntax.lemma(token))) {
        return std::nullopt;
    }
    for (const TokenIndex child : syntax.children(token)) {
        if (child > token && syntax.is(child, "nmod") && is_plural(syntax, child) &&
            english.grammar.has("part_of", syntax.preposition(child)) &&
            (english.people.has("group", syntax.form(child)) || english.people.has("person", syntax.lemma(child)) ||
             english.people.has("office", syntax.lemma(child)) ||
             english.nouns.find(syntax.lemma(child)) == NounClass::person)) {
            return child;
        }
    }
    return std::nullopt;
}

std::string office_term(const Syntax &syntax, TokenIndex token) {
    if (token > 0 && syntax.head(token - 1) == token) {
        return syntax.form(token - 1) + " " + syntax.lemma(token);
    }
    return syntax.lemma(token);
}

bool is_plural(const Syntax &syntax, TokenIndex token) {
    return feature(syntax.token(token).feats, "Number") == std::string_view("Plur");
}

} // namespace gainsay
