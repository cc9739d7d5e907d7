#include "extract/mentions/name_types.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

namespace gainsay {

namespace {

/// "The Calliope sank": a name with an article that does what ships do.
bool is_ship_by_deed(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> verb = syntax.head(use.head);
    const std::optional<TokenIndex> article = syntax.child(use.head, "det");
    return use.first == use.last && verb && article && syntax.is(use.head, "nsubj") &&
           book.english().grammar.has("definite", syntax.form(*article)) && !syntax.child(*verb, "obj") &&
           book.english().organizations.has("ship_deed", syntax.lemma(*verb));
}

/// "the freighter Calliope", and "Calliope" elsewhere: no person and no body.
void drop_vehicles(std::vector<NameUse> &uses, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    std::unordered_set<std::string> vehicles;
    for (const NameUse &use : uses) {
        const bool after_noun = use.first > 0 && syntax.upos(use.first - 1) == Upos::NOUN &&
                                syntax.sentence_of(use.first - 1) == syntax.sentence_of(use.first);
        const bool actor = use.type == NameType::PER || use.type == NameType::ORG;
        if (actor && is_ship_by_deed(use, book)) {
            vehicles.insert(use.text);
        }
        if (after_noun && actor && english.frames.is_listed("vehicle", syntax.lemma(use.first - 1)) &&
            feature(syntax.token(use.first - 1).feats, "Number") == std::string_view("Sing") &&
            syntax.relation(use.head) != "nmod:poss") {
            vehicles.insert(use.text);
        }
    }
    uses.erase(std::remove_if(uses.begin(), uses.end(),
                              [&vehicles](const NameUse &use) { return vehicles.contains(use.text); }),
               uses.end());
}

/// "the tech blog Velin", "the firm Berg": the noun right before the name says that it is a body's.
bool is_named_as_body(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (use.first == 0 || syntax.upos(use.first - 1) != Upos::NOUN ||
        syntax.sentence_of(use.first - 1) != syntax.sentence_of(use.first)) {
        return false;
    }
    const TokenIndex noun = use.first - 1;
    const bool of_body = english.bodies.of_noun(syntax.lemma(noun)) ||
                         english.organizations.has("media", syntax.lemma(noun)) ||
                         english.organizations.has("business", syntax.lemma(noun));
    return of_body && feature(syntax.token(noun).feats, "Number") == std::string_view("Sing") &&
           (syntax.head(use.head) == noun || syntax.head(noun) == use.head) && syntax.relation(use.head) != "nmod:poss";
}

/// "Bettie Lane", taken for a work or an event: a first name that is no other word, before one more.
bool is_missed_person(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    return use.type == NameType::MISC && use.last == use.first + 1 && syntax.upos(use.first) == Upos::PROPN &&
           syntax.upos(use.last) == Upos::PROPN && !is_known_name(use.text, english) &&
           english.nouns.gender_of_name(syntax.form(use.first)) != Gender::unknown &&
           english.nouns.find(syntax.form(use.first)) == NounClass::unknown &&
           (syntax.is(use.head, "nsubj") || syntax.is(use.head, "appos") || syntax.is(use.head, "obj"));
}

/// "Abbey Reed, 22, of Bergen", taken for a body: nothing else is told with its age like that.
bool is_aged(const NameUse &use, const Syntax &syntax) {
    constexpr TokenIndex behind = 3;
    if (use.first == use.last || use.last + behind >= syntax.size() || syntax.form(use.last + 1) != "," ||
        syntax.form(use.last + behind) != ",") {
        return false;
    }
    const std::string &age = syntax.form(use.last + 2);
    return age.size() == 2 && age.front() >= '1' && age.front() <= '9' && age.back() >= '0' && age.back() <= '9';
}

/// As they are written.
std::unordered_set<std::string> surnames_of(const std::vector<NameUse> &uses, const EntityBook &book) {
    std::unordered_set<std::string> surnames;
    for (const NameUse &use : uses) {
        if (use.type == NameType::PER && use.first != use.last) {
            surnames.insert(book.syntax().token(surname_token(use, book)).form);
        }
    }
    return surnames;
}

/// A name of one word takes the kind that it has elsewhere in the document.
void retype(std::vector<NameUse> &uses, const std::unordered_set<std::string> &surnames, const EntityBook &book) {
    const auto is_surname = [&](const NameUse &use) {
        return use.first == use.last && surnames.contains(book.syntax().token(use.last).form);
    };
    std::unordered_set<std::string> bodies;
    for (const NameUse &use : uses) {
        if (use.first == use.last && is_named_as_body(use, book) && !is_surname(use)) {
            bodies.insert(use.text);
        }
    }
    for (NameUse &use : uses) {
        if (use.first == use.last && use.type == NameType::PER && bodies.contains(use.text)) {
            use.type = NameType::ORG;
        }
        const bool surname = use.type != NameType::PER && is_surname(use);
        if ((surname && !is_known_name(use.text, book.english())) || is_missed_person(use, book) ||
            (use.type == NameType::ORG && is_aged(use, book.syntax()))) {
            use.type = NameType::PER;
        }
    }
}

/// "Verbund's Ana Reed", taken for one person: a body and a person.
void split_persons(std::vector<NameUse> &uses, const Syntax &syntax) {
    std::vector<NameUse> owners;
    for (NameUse &use : uses) {
        for (TokenIndex token = use.first + 1; use.type == NameType::PER && token < use.last; ++token) {
            if (syntax.form(token) == "'s") {
                NameUse owner = use;
                owner.type = NameType::ORG;
                set_extent(owner, syntax, owner.first, token - 1);
                owners.push_back(std::move(owner));
                set_extent(use, syntax, token + 1, use.last);
            }
        }
    }
    uses.insert(uses.end(), owners.begin(), owners.end());
    std::stable_sort(uses.begin(), uses.end(), [](const NameUse &a, const NameUse &b) { return a.first < b.first; });
}

/// Whether one person of the text below the headline has both words in his name.
bool is_one_person(const std::vector<NameUse> &uses, const std::string &a, const std::string &b,
                   const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    return std::any_of(uses.begin(), uses.end(), [&](const NameUse &use) {
        if (use.type != NameType::PER || is_in_headline(syntax, use.first)) {
            return false;
        }
        std::unordered_multiset<std::string> words;
        for (TokenIndex token = use.first; token <= use.last; ++token) {
            words.insert(syntax.form(token));
        }
        return words.contains(a) && words.contains(b) && (a != b || words.count(a) > 1);
    });
}

/// "Reed Sank Berg" in a headline, taken for one person, where the text has two: "Ana Reed" and "Tom Berg".
void split_headline_persons(std::vector<NameUse> &uses, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    std::unordered_set<std::string> words;
    for (const NameUse &use : uses) {
        for (TokenIndex token = use.first;
             use.type == NameType::PER && !is_in_headline(syntax, use.first) && token <= use.last; ++token) {
            words.insert(syntax.form(token));
        }
    }
    std::vector<NameUse> split;
    for (NameUse &use : uses) {
        const bool is_long = use.type == NameType::PER && use.last > use.first + 1;
        if (is_long && is_in_headline(syntax, use.first) && words.contains(syntax.form(use.first)) &&
            words.contains(syntax.form(use.last)) && !words.contains(syntax.form(use.first + 1)) &&
            !is_one_person(uses, syntax.form(use.first), syntax.form(use.last), book)) {
            NameUse first = use;
            set_extent(first, syntax, use.first, use.first);
            split.push_back(std::move(first));
            set_extent(use, syntax, use.last, use.last);
        }
        split.push_back(use);
    }
    uses = std::move(split);
}

} // namespace

void correct_name_types(std::vector<NameUse> &uses, const EntityBook &book) {
    const std::unordered_set<std::string> surnames = surnames_of(uses, book);
    drop_vehicles(uses, book);
    retype(uses, surnames, book);
    split_persons(uses, book.syntax());
    split_headline_persons(uses, book);
}

} // namespace gainsay
