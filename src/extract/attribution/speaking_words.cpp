#include "extract/attribution/speaking_words.h"

#include "base/utf8.h"
#include "extract/attribution/source_phrase.h"
#include "extract/mentions/nominal_kind.h"

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

namespace {

/// "tools" of "some of the tools", "officials" of "40 percent of officials": the noun of which so many are told;
/// otherwise the noun itself.
TokenIndex counted_noun(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const Upos tag = syntax.upos(head);
    const bool counts = tag == Upos::NUM || english.statement.has("partitive", syntax.form(head)) ||
                        english.statement.has("share", syntax.form(head)) ||
                        english.frames.is_quantity(syntax.lemma(head)) ||
                        ((tag == Upos::DET || tag == Upos::PRON || tag == Upos::ADJ) &&
                         feature(syntax.token(head).feats, "PronType") != std::string_view("Prs"));
    for (const TokenIndex child : syntax.children(head)) {
        if (counts && child > head && syntax.is(child, "nmod") &&
            english.grammar.has("part_of", syntax.preposition(child)) && syntax.upos(child) == Upos::NOUN) {
            return child;
        }
    }
    return head;
}

/// "40 percent", "37": so many of nobody knows whom.
bool is_bare_number(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    const std::string &form = syntax.form(head);
    const bool is_share = book.english().statement.has("share", form);
    const bool is_number =
        syntax.upos(head) == Upos::NUM && std::all_of(form.begin(), form.end(), [](char letter) {
            return (letter >= '0' && letter <= '9') || letter == ',' || letter == '.' || letter == '%';
        });
    const auto children = syntax.children(head);
    return (is_share || is_number) && std::none_of(children.begin(), children.end(), [&](TokenIndex child) {
               return syntax.is(child, "det") || syntax.is(child, "conj") ||
                      (child > head && (syntax.is(child, "nmod") || syntax.is(child, "acl")));
           });
}

/// "Chemicals" of "Berg Chemicals", which the tagger took for a noun.
bool is_part_of_name(const Syntax &syntax, TokenIndex noun) {
    const std::string &form = syntax.token(noun).form;
    const bool opens = noun == syntax.sentence(syntax.sentence_of(noun)).first_token;
    return !opens && !form.empty() && is_upper(decode_utf8(form, 0).value);
}

/// "rudeness", which no list has.
bool is_abstract(const EntityBook &book, const std::string &lemma) {
    const std::vector<std::string> &endings = book.english().statement.words("abstract_ending");
    return book.english().nouns.find(lemma) == NounClass::unknown &&
           book.english().reporting.find_noun(lemma) == nullptr &&
           std::any_of(endings.begin(), endings.end(), [&lemma](const std::string &ending) {
               return lemma.size() > ending.size() + 2 &&
                      lemma.compare(lemma.size() - ending.size(), ending.size(), ending) == 0;
           });
}

} // namespace

bool cannot_speak(const EntityBook &book, TokenIndex phrase_head) {
    const Syntax &syntax = book.syntax();
    const TokenIndex counted = counted_noun(book, phrase_head);
    // "a number of towns" are towns, "a part of the letter" is no letter.
    const TokenIndex head = counted != phrase_head && is_written(book, counted) ? phrase_head : counted;
    const std::string &lemma = syntax.lemma(head);
    const English &english = book.english();
    if (is_bare_number(book, head)) {
        return true;
    }
    // "hardly a promise", "the calls": what somebody else says.
    if (names_wish(syntax, english, head) && !is_written(book, head)) {
        return true;
    }
    if (syntax.upos(head) != Upos::NOUN || is_written(book, head) || english.statement.has("telling_thing", lemma) ||
        english.organizations.has("body", lemma) || english.organizations.has("government", lemma) ||
        english.organizations.has("generic", lemma) || english.people.has("group", syntax.form(head)) ||
        english.people.has("office", lemma) || english.people.has("person", lemma) || nominal_kind(book, head)) {
        return false;
    }
    switch (english.nouns.find(lemma)) {
    case NounClass::act:
    case NounClass::attribute:
    case NounClass::cognition:
    case NounClass::event:
    case NounClass::state:
    case NounClass::time:
    case NounClass::object:
        return true;
    case NounClass::artifact:
    case NounClass::substance:
        return !is_part_of_name(syntax, head);
    default:
        return is_abstract(book, lemma);
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
