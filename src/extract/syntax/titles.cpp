#include "extract/syntax/titles.h"

#include "base/utf8.h"

#include <algorithm>

namespace gainsay {

namespace {

bool is_capital(const Syntax &syntax, TokenIndex token) {
    const std::string &form = syntax.token(token).form;
    return !form.empty() && is_upper(decode_utf8(form, 0).value);
}

/// "ex-spy Ana Reed", "tribal elder Ana Reed": a noun for persons right before a name that hangs on it.
bool is_describing_noun(const Syntax &syntax, const English &english, TokenIndex token, TokenIndex name_first) {
    const std::string_view relation = syntax.relation(token);
    return syntax.upos(token) == Upos::NOUN && !is_capital(syntax, token) && token + 1 == name_first &&
           (relation == "compound" || relation == "nmod:desc" || relation == "flat" ||
            syntax.head(name_first) == token) &&
           english.nouns.find(syntax.lemma(token)) == NounClass::person &&
           feature(syntax.token(token).feats, "Number") != std::string_view("Plur");
}

bool is_office(const Syntax &syntax, const English &english, TokenIndex token) {
    for (const PersonWord kind : {PersonWord::office, PersonWord::address, PersonWord::person}) {
        if (english.people.has(kind, syntax.lemma(token)) || english.people.has(kind, syntax.form(token))) {
            return true;
        }
    }
    return false;
}

/// "state" of "state Sen. Ana Reed", wherever the parser hung it.
bool is_division(const Syntax &syntax, const English &english, TokenIndex token) {
    return syntax.upos(token) == Upos::NOUN && english.organizations.has("division", syntax.form(token)) &&
           !syntax.child(token, "det") && !syntax.child(token, "case");
}

/// Whether the token may stand in a title whose office stands behind it: "Russian", "Foreign", "former".
bool is_title_modifier(const Syntax &syntax, const English &english, TokenIndex token) {
    const Upos tag = syntax.upos(token);
    if (is_division(syntax, english, token)) {
        return true;
    }
    if (english.time.is("weekday_name", syntax.form(token)) || tag == Upos::VERB || tag == Upos::ADV) {
        return false;
    }
    // "former", wherever the parser hung it.
    if (tag == Upos::ADJ && english.people.has("status", syntax.form(token))) {
        return true;
    }
    if (tag == Upos::PROPN || (is_capital(syntax, token) && (tag == Upos::ADJ || tag == Upos::NOUN))) {
        return true;
    }
    return (tag == Upos::ADJ || tag == Upos::NOUN) && (syntax.is(token, "amod") || syntax.is(token, "compound"));
}

bool is_in_person_name(const Syntax &syntax, TokenIndex token) {
    const std::vector<Name> &names = syntax.document().names;
    return std::any_of(names.begin(), names.end(), [token](const Name &name) {
        return name.type == NameType::PER && token >= name.first_token && token < name.end_token;
    });
}

/// "Ohio", "Norwegian", "House", "Republican": what may stand before an office without the words in front of "of".
bool stands_alone(const Syntax &syntax, const English &english, TokenIndex token) {
    const std::string &form = syntax.form(token);
    const bool is_plural = feature(syntax.token(token).feats, "Number") == std::string_view("Plur");
    return (is_office(syntax, english, token) && !is_plural) || english.people.has("partisan", syntax.lemma(token)) ||
           english.organizations.has("state_mark", form) || english.organizations.has("state_body", form) ||
           english.countries.find_modifier(form) != nullptr || is_in_person_name(syntax, token);
}

/// "Chiefs of" before "Staff Chairman", "Ways and" before "Means Committee Chairman": whether the word in front of a
/// title that begins at `first` links it to more words of a body's name.
bool is_link_of_body(const Syntax &syntax, const English &english, TokenIndex begin, TokenIndex first) {
    if (first < begin + 2 || !is_capital(syntax, first - 2) || !is_capital(syntax, first)) {
        return false;
    }
    const std::string &link = syntax.form(first - 1);
    const bool is_and = english.grammar.has("and", link);
    if (!is_and && !english.grammar.has("name_link", link)) {
        return false;
    }
    // "Knights of Columbus", which the tagger knows.
    const std::vector<Name> &names = syntax.document().names;
    if (std::any_of(names.begin(), names.end(), [first](const Name &name) {
            return name.type != NameType::PER && name.first_token + 2 <= first && name.end_token > first;
        })) {
        return true;
    }
    if (stands_alone(syntax, english, first)) {
        return false;
    }
    const TokenIndex before = first - 2;
    if (!is_and) {
        return english.organizations.has("body_of", syntax.form(before)) ||
               english.people.has("office", syntax.lemma(before));
    }
    const auto is_plain = [&](TokenIndex token) {
        const NounClass meaning = english.nouns.find(syntax.lemma(token));
        return meaning != NounClass::unknown && meaning != NounClass::person && meaning != NounClass::place;
    };
    return is_plain(before) && is_plain(first) && !stands_alone(syntax, english, before) &&
           english.known_organizations.find(syntax.form(before)) == nullptr;
}

/// The first token of the name of a body that goes on in a title which begins at `first`: "Joint" of "Joint Chiefs of
/// Staff Chairman"; `first` where there is none.
TokenIndex body_start(const Syntax &syntax, const English &english, TokenIndex begin, TokenIndex first) {
    while (is_link_of_body(syntax, english, begin, first)) {
        first -= 2;
        while (first > begin && is_capital(syntax, first - 1) && !is_in_person_name(syntax, first - 1) &&
               is_title_modifier(syntax, english, first - 1)) {
            --first;
        }
    }
    return first;
}

} // namespace

TokenIndex bare_name_start(const Syntax &syntax, const English &english, const Name &name) {
    TokenIndex first = name.first_token;
    for (TokenIndex token = first; token + 1 < name.end_token; ++token) {
        // "Foreign Minister Lavrov": all up to the office is title.
        if (syntax.upos(token) == Upos::DET || english.people.has("office", syntax.form(token)) ||
            english.people.has("address", syntax.form(token))) {
            first = token + 1;
        }
    }
    return first;
}

namespace {

/// "Secretary" of "Secretary of State Ana Reed", "director" of "director of national intelligence Ana Reed".
std::optional<TokenIndex> office_in_front(const Syntax &syntax, const English &english, TokenIndex begin,
                                          TokenIndex name_first) {
    constexpr TokenIndex most_words = 3;
    TokenIndex link = name_first - 1;
    while (link > begin && name_first - link <= most_words && !is_office(syntax, english, link) &&
           !is_in_person_name(syntax, link) &&
           (syntax.upos(link) == Upos::NOUN || syntax.upos(link) == Upos::PROPN || syntax.upos(link) == Upos::ADJ)) {
        --link;
    }
    // "Speaker of the House"
    if (link > begin && link + 1 < name_first && syntax.upos(link) == Upos::DET) {
        --link;
    }
    const bool is_linked = link > begin && link + 1 < name_first && english.grammar.has("owner", syntax.form(link));
    const bool is_held = is_linked && is_office(syntax, english, link - 1) &&
                         feature(syntax.token(link - 1).feats, "Number") != std::string_view("Plur") &&
                         syntax.upos(link - 1) != Upos::VERB && syntax.upos(link - 1) != Upos::ADV;
    return is_held ? std::optional(link - 1) : std::nullopt;
}

} // namespace

namespace {

/// "AP President and CEO Ana Reed", "co-founder and chairman Ana Reed": one person has both offices, where no article
/// or nothing but a body stands before the first. `token` is what stands before "and".
bool is_joint_office(const Syntax &syntax, const English &english, TokenIndex begin, TokenIndex token) {
    const bool is_one = (syntax.upos(token) == Upos::NOUN || syntax.upos(token) == Upos::PROPN) &&
                        is_office(syntax, english, token) && !is_in_person_name(syntax, token) &&
                        feature(syntax.token(token).feats, "Number") != std::string_view("Plur");
    if (!is_one || token == begin) {
        return false;
    }
    const TokenIndex before = token - 1;
    const Upos tag = syntax.upos(before);
    return is_capital(syntax, token) ? tag == Upos::PROPN && !is_in_person_name(syntax, before)
                                     : tag != Upos::DET && tag != Upos::ADJ && tag != Upos::PRON && tag != Upos::NOUN;
}

/// "vice-president", "President and CEO"
bool links_offices(const Syntax &syntax, const English &english, TokenIndex begin, TokenIndex link) {
    const bool is_hyphen = syntax.form(link) == "-" && !syntax.token(link - 1).space_after;
    return is_hyphen ||
           (english.grammar.has("and", syntax.form(link)) && is_joint_office(syntax, english, begin, link - 1));
}

} // namespace

TokenIndex title_start(const Syntax &syntax, const English &english, TokenIndex name_first) {
    const TokenIndex begin = syntax.sentence(syntax.sentence_of(name_first)).first_token;
    TokenIndex first = name_first;
    bool office = false;
    while (first > begin) {
        const TokenIndex before = first - 1;
        if ((is_office(syntax, english, before) && syntax.upos(before) != Upos::VERB &&
             syntax.upos(before) != Upos::ADV) ||
            (first == name_first && is_describing_noun(syntax, english, before, name_first))) {
            office = true;
            first = before;
        } else if (const std::optional<TokenIndex> holder =
                       first == name_first ? office_in_front(syntax, english, begin, name_first) : std::nullopt) {
            office = true;
            first = *holder;
        } else if (office && (is_title_modifier(syntax, english, before) ||
                              // "Means" of "Ways and Means Chairman", which parsers take for a verb.
                              (syntax.upos(before) == Upos::VERB && is_link_of_body(syntax, english, begin, before)))) {
            first = before;
        } else if (office && before > begin && links_offices(syntax, english, begin, before)) {
            first = before - 1;
        } else {
            break;
        }
    }
    return office ? body_start(syntax, english, begin, first) : first;
}

namespace {

/// A person's name with its title, `[first, end)`; the name itself begins at `name_first`.
struct TitledName {
    TokenIndex first = 0;
    TokenIndex name_first = 0;
    TokenIndex end = 0;

    bool is_outside(const Syntax &syntax, TokenIndex token) const {
        const std::optional<TokenIndex> head = syntax.head(token);
        return !head || *head < first || *head >= end;
    }
};

/// What ties the phrase to the sentence: the name rather than the title.
std::optional<TokenIndex> tie_of(const Syntax &syntax, const TitledName &phrase) {
    std::optional<TokenIndex> tie;
    for (TokenIndex token = phrase.first; token < phrase.end; ++token) {
        const bool weak = syntax.is(token, "compound") || syntax.is(token, "amod") || syntax.is(token, "case") ||
                          syntax.relation(token) == "nmod:desc" || syntax.is(token, "punct");
        const bool of_name = token >= phrase.name_first;
        if (phrase.is_outside(syntax, token) && (!tie || (of_name && !weak)) && (!weak || of_name)) {
            tie = token;
        }
    }
    return tie;
}

/// The name becomes a chain below its first word, and the title hangs on that.
void join_words(Syntax &syntax, const TitledName &phrase) {
    for (TokenIndex token = phrase.first; token < phrase.name_first; ++token) {
        if (phrase.is_outside(syntax, token) || syntax.head(token) >= phrase.name_first) {
            syntax.reattach(token, phrase.name_first, "nmod:desc");
        }
    }
    for (TokenIndex token = phrase.name_first + 1; token < phrase.end; ++token) {
        if (phrase.is_outside(syntax, token) || syntax.head(token) < phrase.name_first) {
            syntax.reattach(token, phrase.name_first, "flat");
        }
    }
}

/// What hung on the title from outside now hangs on the name.
void take_over_children(Syntax &syntax, const TitledName &phrase) {
    for (TokenIndex token = phrase.first; token < phrase.name_first; ++token) {
        for (const TokenIndex child : syntax.children(token)) {
            if ((child >= phrase.end || child < phrase.first) && syntax.head(child) == token) {
                syntax.reattach(child, phrase.name_first, std::string(syntax.relation(child)));
            }
        }
    }
}

void attach_title(Syntax &syntax, const TitledName &phrase) {
    const std::optional<TokenIndex> tie = tie_of(syntax, phrase);
    const bool has_title = phrase.first != phrase.name_first;
    if (!tie || (!has_title && *tie == phrase.name_first)) {
        return;
    }
    const std::optional<TokenIndex> outside = syntax.head(*tie);
    const std::string relation(syntax.relation(*tie));
    const bool becomes_title = relation == "flat" || relation == "appos" || relation == "nmod:desc";
    if (becomes_title && !has_title) {
        return;
    }
    join_words(syntax, phrase);
    // What tied the phrase to the sentence now ties the name.
    syntax.reattach(phrase.name_first, outside, relation);
    take_over_children(syntax, phrase);
}

} // namespace

void attach_titles(Syntax &syntax, const English &english) {
    for (const Name &name : syntax.document().names) {
        if (name.type == NameType::PER) {
            const TokenIndex name_first = bare_name_start(syntax, english, name);
            attach_title(syntax, {title_start(syntax, english, name_first), name_first, name.end_token});
        }
    }
    syntax.rebuild();
}

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

} // namespace gainsay
