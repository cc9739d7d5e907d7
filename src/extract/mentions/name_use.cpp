#include "extract/mentions/name_use.h"

#include "base/utf8.h"
#include "extract/syntax/titles.h"

#include <algorithm>
#include <utility>

namespace gainsay {

namespace {

TokenIndex head_of(const Syntax &syntax, TokenIndex first, TokenIndex last) {
    for (TokenIndex token = first; token <= last; ++token) {
        const std::optional<TokenIndex> head = syntax.head(token);
        if (!head || *head < first || *head > last) {
            return token;
        }
    }
    return last;
}

/// "Ms Berg", whatever the tagger took it for.
bool is_addressed(const Syntax &syntax, const English &english, const Name &name) {
    return name.end_token > name.first_token + 1 && (name.type == NameType::MISC || name.type == NameType::ORG) &&
           english.people.has("courtesy", syntax.form(name.first_token)) &&
           std::all_of(syntax.document().tokens.begin() + name.first_token,
                       syntax.document().tokens.begin() + name.end_token,
                       [](const Token &token) { return token.upos == Upos::PROPN; });
}

/// Whether the token is a noun in small letters that means neither people nor a body.
bool is_thing_behind(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const std::string &form = syntax.token(token).form;
    const NounClass meaning = book.english().nouns.find(syntax.lemma(token));
    return syntax.upos(token) == Upos::NOUN && form.front() >= 'a' && form.front() <= 'z' &&
           (meaning == NounClass::communication || meaning == NounClass::artifact) &&
           !book.english().organizations.has("body", syntax.lemma(token));
}

/// "Ore." of "in Salem, Ore. Berg said", which ends the sentence before the name: a state's abbreviation behind a comma
/// that a name of a place stands before.
bool ends_place(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const std::string &form = syntax.form(token);
    if (token < 2 || form.back() != '.' || !book.english().organizations.has("state_mark", form) ||
        syntax.form(token - 1) != "," || syntax.upos(token - 2) != Upos::PROPN) {
        return false;
    }
    const std::optional<std::size_t> before = book.name_at(token - 2);
    return !before || syntax.document().names[*before].type != NameType::PER;
}

/// The last token of "Ana Berg" in "Ana Berg Ana Maria BergMORE", which a page's links glue together; `last` in others.
TokenIndex end_of_first_form(const Syntax &syntax, TokenIndex first, TokenIndex last) {
    for (TokenIndex again = first + 2; again < last; ++again) {
        const std::string &surname = syntax.form(again - 1);
        for (TokenIndex token = again + 1; syntax.form(again) == syntax.form(first) && token <= last; ++token) {
            if (syntax.form(token).rfind(surname, 0) == 0) {
                return again - 1;
            }
        }
    }
    return last;
}

/// Leaves out what does not belong to the name itself: article, "Mr.", possessive ending.
std::optional<NameUse> read_name(const EntityBook &book, const Name &name) {
    const Syntax &syntax = book.syntax();
    NameUse use;
    use.first = name.first_token;
    use.last = name.end_token - 1;
    use.type = is_addressed(syntax, book.english(), name) ? NameType::PER : name.type;
    while (use.last > use.first && (syntax.form(use.last) == "'s" || syntax.upos(use.last) == Upos::PUNCT)) {
        --use.last;
    }
    if (use.type == NameType::PER) {
        use.first = std::min(bare_name_start(syntax, book.english(), name), use.last);
        use.last = end_of_first_form(syntax, use.first, use.last);
    }
    // "Even Democrats"
    if (use.type == NameType::PER && use.first + 1 == use.last && syntax.upos(use.first) == Upos::ADV &&
        book.english().people.has("partisan", syntax.lemma(use.last))) {
        ++use.first;
        use.type = NameType::NORP;
    }
    while (use.first < use.last &&
           (syntax.upos(use.first) == Upos::DET || syntax.upos(use.first) == Upos::PUNCT ||
            ((use.type == NameType::PER || use.type == NameType::ORG) && ends_place(book, use.first)))) {
        ++use.first;
    }
    // "Georgia state lawmakers"
    const bool place = use.type == NameType::LOC || use.type == NameType::GPE;
    if (place && use.last > use.first && use.last + 1 < syntax.size() && syntax.upos(use.last + 1) == Upos::NOUN &&
        book.english().organizations.has("division", syntax.token(use.last).form)) {
        --use.last;
    }
    // "Bergen Medical School yearbook": what a body has is not the body.
    while (use.type == NameType::ORG && use.last > use.first + 1 && is_thing_behind(book, use.last)) {
        --use.last;
    }
    if (syntax.upos(use.first) == Upos::PUNCT) {
        return std::nullopt;
    }
    set_extent(use, syntax, use.first, use.last);
    return use;
}

} // namespace

std::vector<NameUse> read_name_uses(const EntityBook &book) {
    std::vector<NameUse> uses;
    for (const Name &name : book.syntax().document().names) {
        if (book.is_skipped(name.first_token)) {
            continue;
        }
        if (std::optional<NameUse> use = read_name(book, name)) {
            uses.push_back(*std::move(use));
        }
    }
    return uses;
}

void set_extent(NameUse &use, const Syntax &syntax, TokenIndex first, TokenIndex last) {
    use.first = first;
    use.last = last;
    use.head = head_of(syntax, first, last);
    use.text = syntax.text_of(hull(syntax.token(first).span, syntax.token(last).span));
}

bool is_plural_name(const NameUse &use, const Syntax &syntax) {
    return syntax.upos(use.last) == Upos::PROPN &&
           feature(syntax.token(use.last).feats, "Number") == std::string_view("Plur");
}

bool is_body_name(const NameUse &use, const EntityBook &book) {
    return use.last > use.first && book.english().organizations.has("ending", book.syntax().form(use.last)) &&
           book.syntax().upos(use.last) == Upos::PROPN;
}

bool is_known_name(const std::string &text, const English &english) {
    const std::string key = lookup_form(text);
    return english.countries.find(key, CountryWord::name) != nullptr ||
           english.known_organizations.find(key) != nullptr || english.outlets.has("name", key);
}

TokenIndex surname_token(const NameUse &use, const EntityBook &book) {
    TokenIndex token = use.last;
    while (token > use.first && book.english().grammar.has("name_suffix", name_key(book.syntax().form(token)))) {
        --token;
    }
    return token;
}

bool is_in_headline(const Syntax &syntax, TokenIndex token) {
    return syntax.document().zone_at(syntax.token(token).span.begin) == Zone::headline;
}

} // namespace gainsay
