#include "extract/attribution/speaking_words.h"

#include "base/utf8.h"
#include "extract/attribution/source_phrase.h"

#include <algorithm>

namespace gainsay {

bool is_one_person(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    const std::string lemma = lowercase(syntax.lemma(noun));
    const English &english = book.english();
    return feature(syntax.token(noun).feats, "Number") != std::string_view("Plur") &&
           (english.people.has("office", lemma) || english.people.has("person", lemma) ||
            english.nouns.find(lemma) == NounClass::person);
}

bool cannot_speak(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    const std::string &lemma = syntax.lemma(head);
    const English &english = book.english();
    // "hardly a promise", "the calls": what somebody else says.
    if (names_wish(syntax, english, head) && !is_written(book, head)) {
        return true;
    }
    if (syntax.upos(head) != Upos::NOUN || is_written(book, head) || english.statement.has("telling_thing", lemma) ||
        english.organizations.has("body", lemma) || english.organizations.has("government", lemma) ||
        english.people.has("group", syntax.form(head)) || english.people.has("office", lemma) ||
        english.people.has("person", lemma)) {
        return false;
    }
    switch (english.nouns.find(syntax.lemma(head))) {
    case NounClass::act:
    case NounClass::attribute:
    case NounClass::cognition:
    case NounClass::event:
    case NounClass::state:
    case NounClass::time:
    case NounClass::object:
        return true;
    default:
        return false;
    }
}

bool is_unresolved_pronoun(const Syntax &syntax, TokenIndex head) {
    const Upos tag = syntax.upos(head);
    if (tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::NUM || tag == Upos::ADJ) {
        return false;
    }
    const bool personal = syntax.token(head).feats.find("PronType=Prs") != std::string::npos ||
                          syntax.token(head).feats.find("PronType=Rel") != std::string::npos;
    // "this", as a subject of what came out, is nobody.
    const bool points = syntax.token(head).feats.find("PronType=Dem") != std::string::npos &&
                        syntax.token(head).feats.find("Number=Sing") != std::string::npos;
    if (personal || points) {
        return true;
    }
    const auto children = syntax.children(head);
    return std::none_of(children.begin(), children.end(), [&](TokenIndex child) {
        return child > head && (syntax.is(child, "acl") || syntax.is(child, "nmod"));
    });
}

NodeKind kind_of_speaker(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    const bool plural = feature(syntax.token(head).feats, "Number") == std::string_view("Plur");
    if (syntax.upos(head) == Upos::PROPN) {
        return plural ? NodeKind::Group : NodeKind::Organization;
    }
    const NounClass meaning = book.english().nouns.find(syntax.lemma(head));
    const bool one = !plural && syntax.upos(head) == Upos::NOUN;
    if (one && (meaning == NounClass::person || book.english().people.has("person", syntax.lemma(head)) ||
                book.english().people.has("office", syntax.lemma(head)))) {
        return NodeKind::Person;
    }
    return one && book.english().organizations.has("body", syntax.lemma(head)) ? NodeKind::Organization
                                                                               : NodeKind::Group;
}

} // namespace gainsay
