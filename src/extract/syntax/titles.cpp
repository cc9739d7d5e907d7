#include "extract/syntax/titles.h"

#include "base/utf8.h"

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

/// Whether the token may stand in a title whose office stands behind it: "Russian", "Foreign", "former".
bool is_title_modifier(const Syntax &syntax, const English &english, TokenIndex token) {
    const Upos tag = syntax.upos(token);
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
        } else if (!office && first == name_first && before >= begin + 2 && is_capital(syntax, before) &&
                   english.grammar.has("owner", syntax.form(before - 1)) && is_office(syntax, english, before - 2)) {
            // "Secretary of State"
            office = true;
            first = before - 2;
        } else if (office && is_title_modifier(syntax, english, before)) {
            first = before;
        } else if (office && syntax.form(before) == "-" && before > begin && !syntax.token(before - 1).space_after) {
            // "vice-president"
            first = before - 1;
        } else {
            break;
        }
    }
    return first;
}

void attach_titles(Syntax &syntax, const English &english) {
    for (const Name &name : syntax.document().names) {
        if (name.type != NameType::PER) {
            continue;
        }
        const TokenIndex first_of_name = bare_name_start(syntax, english, name);
        const TokenIndex first = title_start(syntax, english, first_of_name);
        const TokenIndex end = name.end_token;
        const auto is_outside = [&](TokenIndex token) {
            const std::optional<TokenIndex> head = syntax.head(token);
            return !head || *head < first || *head >= end;
        };
        // The name is a chain below its first word; what tied the phrase to the sentence now ties the name.
        std::optional<TokenIndex> tie;
        for (TokenIndex token = first; token < end; ++token) {
            const bool weak = syntax.is(token, "compound") || syntax.is(token, "amod") || syntax.is(token, "case") ||
                              syntax.relation(token) == "nmod:desc" || syntax.is(token, "punct");
            if (is_outside(token) && (!tie || (token >= first_of_name && !weak)) && (!weak || token >= first_of_name)) {
                tie = token;
            }
        }
        const std::optional<TokenIndex> outside = tie ? syntax.head(*tie) : std::nullopt;
        // Nothing outside may hang below the phrase and hold it at once.
        if (!tie || (first == first_of_name && *tie == first_of_name)) {
            continue;
        }
        const std::string relation(syntax.relation(*tie));
        const bool becomes_title = relation == "flat" || relation == "appos" || relation == "nmod:desc";
        if (becomes_title && first == first_of_name) {
            continue;
        }
        for (TokenIndex token = first; token < end; ++token) {
            if (token == first_of_name) {
                continue;
            }
            if (token > first_of_name) {
                if (is_outside(token) || syntax.head(token) < first_of_name) {
                    syntax.reattach(token, first_of_name, "flat");
                }
            } else if (is_outside(token) || syntax.head(token) >= first_of_name) {
                syntax.reattach(token, first_of_name, "nmod:desc");
            }
        }
        syntax.reattach(first_of_name, outside, relation);
        // What hung on the title from outside now hangs on the name.
        for (TokenIndex token = first; token < first_of_name; ++token) {
            for (const TokenIndex child : syntax.children(token)) {
                if ((child >= end || child < first) && syntax.head(child) == token) {
                    syntax.reattach(child, first_of_name, std::string(syntax.relation(child)));
                }
            }
        }
    }
    syntax.rebuild();
}

} // namespace gainsay
