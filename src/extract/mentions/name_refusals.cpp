#include "extract/mentions/name_refusals.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace gainsay {

namespace {

/// "the USS Ana Berg"
bool is_ship(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const auto marks = [&](TokenIndex token) {
        return english.organizations.has("ship_mark", lookup_form(syntax.token(token).form));
    };
    return use.type == NameType::PER &&
           (marks(use.first) || (use.first > 0 && marks(use.first - 1) &&
                                 syntax.sentence_of(use.first - 1) == syntax.sentence_of(use.first)));
}

/// "an Iowa Republican": a person of a party, taken for a body.
bool is_partisan(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    return use.type == NameType::ORG && use.first != use.last &&
           feature(syntax.token(use.last).feats, "Number") == std::string_view("Sing") &&
           english.people.has("partisan", syntax.lemma(use.last)) &&
           (syntax.is(use.head, "appos") || syntax.child(use.head, "det") ||
            (syntax.is(use.head, "conj") && syntax.form(use.first - 1) == ","));
}

/// "the Bergs": a plural of a surname that the document has, taken for a body, a person or a people.
bool is_family(const NameUse &use, const SurnameBearers &bearers) {
    const std::string plain = name_key(use.text);
    const bool kind = use.type == NameType::ORG || use.type == NameType::PER || use.type == NameType::NORP;
    return kind && use.first == use.last && plain.size() > 3 && plain.back() == 's' && !bearers.is_surname(plain) &&
           bearers.is_surname(plain.substr(0, plain.size() - 1));
}

/// "President", tagged apart from the name behind it.
bool is_office_before_name(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const std::optional<std::size_t> behind = use.last + 1 < syntax.size() ? book.name_at(use.last + 1) : std::nullopt;
    return use.first == use.last && behind && book.english().people.has("office", lookup_form(use.text)) &&
           syntax.document().names[*behind].type == NameType::PER;
}

/// "Dr.", "M.D.", tagged apart from the name that they belong to.
bool is_title_alone(const NameUse &use, const EntityBook &book) {
    const English &english = book.english();
    std::string letters;
    for (const char letter : lookup_form(use.text)) {
        if (letter != '.' && letter != ' ') {
            letters += letter;
        }
    }
    return (use.first == use.last || letters.size() <= 3) &&
           (english.people.has("address", letters) || english.people.has("degree", letters));
}

/// "Senators", "Republican Senators": no person.
bool is_group_of(const NameUse &use, const SurnameBearers &bearers, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const bool alone = use.first == use.last || english.countries.find_modifier(syntax.form(use.first)) != nullptr ||
                       syntax.upos(use.first) == Upos::ADJ || english.people.has("quality", syntax.form(use.first));
    return alone && english.people.has("group", syntax.form(use.last)) && !bearers.is_in_full_name(name_key(use.text));
}

/// "the Reed-Berg bill": two persons, the first of whom the text names in full; "Ms. Reed-Berg" is one, as nobody else
/// is a Reed.
bool joins_two_persons(const NameUse &use, const SurnameBearers &bearers) {
    const std::size_t hyphen = use.text.find('-');
    if (hyphen == std::string::npos || use.text.find('-', hyphen + 1) != std::string::npos ||
        use.text.find(' ') != std::string::npos) {
        return false;
    }
    return bearers.is_surname(name_key(use.text.substr(0, hyphen)));
}

bool is_party_tag(const NameUse &use, const EntityBook &book) {
    return use.text.find('-') != std::string::npos && opens_party_tag(use.first, book);
}

/// "the Kerry-Lavrov meeting" happens, it is nobody.
bool is_happening(const NameUse &use, const EntityBook &book) {
    const std::string &last_form = book.syntax().token(use.last).form;
    const NounClass meaning = book.english().nouns.find(book.syntax().lemma(use.last));
    return use.type == NameType::ORG && !last_form.empty() && last_form.front() >= 'a' && last_form.front() <= 'z' &&
           (meaning == NounClass::event || meaning == NounClass::act);
}

/// "Inc." behind a comma, tagged apart from its name.
bool is_company_form(const NameUse &use, const EntityBook &book) {
    return use.first == use.last && use.first > 0 && book.syntax().upos(use.first - 1) == Upos::PUNCT &&
           book.english().organizations.has("company_form", book.syntax().token(use.last).form);
}

/// "New Jersey Gov.": the title of who is named behind it.
bool ends_in_address(const NameUse &use, const EntityBook &book) {
    const std::string &form = book.syntax().form(use.last);
    return form.size() > 1 && form.back() == '.' && book.english().people.has("address", form);
}

/// "Russian FM": an office, no body.
bool is_office_abbreviation(const std::string &form, const EntityBook &book) {
    const English &english = book.english();
    const std::vector<std::string> &entries = english.people.words("abbreviation");
    return std::any_of(entries.begin(), entries.end(),
                       [&form](const std::string &entry) { return entry.rfind(form + "=", 0) == 0; });
}

} // namespace

bool opens_party_tag(TokenIndex first, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const std::string &form = syntax.form(first);
    const std::size_t hyphen = form.find('-');
    const bool hyphenated = hyphen != std::string::npos || (first + 1 < syntax.size() && syntax.form(first + 1) == "-");
    return hyphenated && first > 0 && syntax.upos(first - 1) == Upos::PUNCT &&
           book.english().people.has("party_letter", lookup_form(form.substr(0, hyphen)));
}

bool names_nobody(const NameUse &use, const SurnameBearers &bearers, const EntityBook &book) {
    return is_ship(use, book) || is_partisan(use, book) || is_family(use, bearers);
}

bool names_no_person(const NameUse &use, const SurnameBearers &bearers, const EntityBook &book) {
    // "Mr. King", and "King" where somebody is called so in full.
    const bool bears = bearers.is_surname(name_key(use.text)) ||
                       (use.first > 0 && book.english().people.has("courtesy", book.syntax().form(use.first - 1)));
    return is_office_before_name(use, book) ||
           (!bears && (is_title_alone(use, book) || joins_two_persons(use, bearers))) || is_party_tag(use, book) ||
           is_group_of(use, bearers, book);
}

bool names_no_body(const NameUse &use, const EntityBook &book) {
    // A tagger's "other" counts only where the name is known.
    const bool is_kind =
        use.type == NameType::ORG || use.type == NameType::LOC || use.type == NameType::GPE ||
        (use.type == NameType::MISC && (is_known_name(use.text, book.english()) || is_body_name(use, book)));
    return is_party_tag(use, book) || !is_kind || is_happening(use, book) || is_company_form(use, book) ||
           is_office_abbreviation(book.syntax().form(use.last), book) || ends_in_address(use, book);
}

} // namespace gainsay
