#include "extract/mentions/name_extents.h"

#include "base/utf8.h"
#include "extract/mentions/name_words.h"
#include "extract/mentions/team_names.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace gainsay {

namespace {

void complete(NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const TokenIndex next = use.last + 1;
    if (use.type == NameType::PER || next >= syntax.size() ||
        syntax.sentence_of(next) != syntax.sentence_of(use.last) || book.name_at(next)) {
        return;
    }
    const std::string text = use.text + " " + syntax.token(next).form;
    if (english.known_organizations.find(lookup_form(text)) != nullptr && syntax.upos(next) == Upos::PROPN) {
        set_extent(use, syntax, use.first, next);
        use.type = NameType::ORG;
        use.text = text;
    } else if (is_numbered_team(book, next)) {
        use.last = next + 1;
        use.type = NameType::ORG;
        use.text += " " + numbered_team(syntax, next);
        use.head = next + 1;
    }
}

/// "Mr. & Mrs. Berg"
bool is_addressed(TokenIndex first, const EntityBook &book) {
    return first > 0 && book.english().people.has("address", book.syntax().form(first - 1));
}

void take(NameUse &use, const NameUse &next, NameType type, const Syntax &syntax) {
    set_extent(use, syntax, use.first, next.last);
    use.type = type;
}

/// The last word of "Reed and Berg Books", where `use` is "Reed"; nothing where it begins no such name.
std::optional<TokenIndex> end_of_house(const NameUse &use, const EntityBook &book) {
    constexpr TokenIndex most_words = 3;
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const TokenIndex end = syntax.sentence(syntax.sentence_of(use.last)).end_token;
    if (use.type != NameType::PER || use.first != use.last || use.last + 2 >= end ||
        !english.grammar.has("and", syntax.form(use.last + 1)) || is_addressed(use.first, book)) {
        return std::nullopt;
    }
    for (TokenIndex token = use.last + 2; token < end && token < use.last + 2 + most_words; ++token) {
        const std::string &form = syntax.token(token).form;
        if (form.empty() || !is_upper(decode_utf8(form, 0).value)) {
            return std::nullopt;
        }
        if (syntax.upos(token) == Upos::PROPN && english.organizations.has("house_ending", syntax.form(token))) {
            return token;
        }
    }
    return std::nullopt;
}

/// The words of persons' names of several words.
std::unordered_set<std::string> words_of_persons(const std::vector<NameUse> &uses, const EntityBook &book) {
    std::unordered_set<std::string> words;
    for (const NameUse &use : uses) {
        for (TokenIndex token = use.first; use.type == NameType::PER && use.first != use.last && token <= use.last;
             ++token) {
            words.insert(book.syntax().token(token).form);
        }
    }
    return words;
}

/// Adds `next` to `use` where both are one name.
bool join(NameUse &use, const NameUse &next, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    // "Pratt & Whitney" is one firm.
    const TokenIndex sign = use.last + 1;
    if (next.first == sign + 1 && syntax.form(sign) == "&" && next.type != NameType::NORP &&
        (use.type == NameType::PER || use.type == NameType::ORG) && !is_addressed(use.first, book)) {
        take(use, next, NameType::ORG, syntax);
        return true;
    }
    if (use.type == NameType::PER || use.last + 1 >= next.first ||
        syntax.sentence_of(use.last) != syntax.sentence_of(next.first)) {
        return false;
    }
    const std::string &noun = syntax.form(use.last);
    const bool of_place = english.organizations.has("place_of", noun);
    const bool of_body = english.organizations.has("body_of", noun);
    const TokenIndex between = use.last + 1;
    if (next.first == between + 1 && syntax.form(between) == "'s" &&
        english.organizations.has("state_noun", syntax.lemma(next.last))) {
        take(use, next, use.type, syntax);
        return true;
    }
    const std::optional<TokenIndex> governor = syntax.head(next.head);
    const bool below = governor && *governor >= use.first && *governor <= use.last;
    const bool one_word = next.first == between + 1;
    const bool article = next.first == between + 2 && syntax.upos(between + 1) == Upos::DET;
    if (below && (of_place || of_body) && (one_word || article) && next.type != NameType::NORP &&
        syntax.is(next.head, "nmod") && english.grammar.has("name_link", syntax.form(between))) {
        take(use, next, of_body ? NameType::ORG : NameType::LOC, syntax);
        return true;
    }
    // "the Academy of Motion Picture Arts" and "Sciences"
    if (below && *governor != use.head && one_word && next.first == next.last && syntax.is(next.head, "conj") &&
        syntax.upos(between) == Upos::CCONJ && english.nouns.find(syntax.lemma(next.last)) != NounClass::unknown &&
        !is_known_name(next.text, english) && english.organizations.has("body_of", syntax.form(use.head))) {
        take(use, next, use.type, syntax);
        return true;
    }
    return false;
}

} // namespace

void complete_names(std::vector<NameUse> &uses, const EntityBook &book) {
    for (NameUse &use : uses) {
        complete(use, book);
    }
}

void join_names(std::vector<NameUse> &uses, const EntityBook &book) {
    const std::unordered_set<std::string> persons = words_of_persons(uses, book);
    std::vector<NameUse> joined;
    for (NameUse &use : uses) {
        if (!joined.empty() && use.first <= joined.back().last) {
            continue;
        }
        if (const std::optional<TokenIndex> end = end_of_house(use, book); end && !persons.contains(use.text)) {
            set_extent(use, book.syntax(), use.first, *end);
            use.type = NameType::ORG;
        }
        if (joined.empty() || !join(joined.back(), use, book)) {
            joined.push_back(std::move(use));
        }
    }
    uses = std::move(joined);
}

void split_owners(std::vector<NameUse> &uses, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    // What each is elsewhere in the document.
    std::unordered_map<std::string, NameType> names;
    for (const NameUse &use : uses) {
        names.emplace(name_key(use.text), use.type);
    }
    std::vector<NameUse> split;
    for (NameUse &use : uses) {
        for (TokenIndex mark = use.first + 1; use.type == NameType::ORG && mark + 2 <= use.last; ++mark) {
            const std::string owner = syntax.text_of(hull(syntax.token(use.first).span, syntax.token(mark - 1).span));
            const bool is_state = english.countries.find(lookup_form(owner)) != nullptr;
            const bool is_part = english.organizations.has("state_mark", lookup_form(owner));
            const auto elsewhere = names.find(name_key(owner));
            bool proper = syntax.form(mark) == "'s" && (elsewhere != names.end() || is_state || is_part);
            for (TokenIndex token = mark + 1; proper && token <= use.last; ++token) {
                proper = syntax.upos(token) == Upos::PROPN;
            }
            if (proper) {
                NameUse first = use;
                set_extent(first, syntax, first.first, mark - 1);
                first.type = is_state || is_part        ? NameType::GPE
                             : elsewhere != names.end() ? elsewhere->second
                                                        : first.type;
                split.push_back(std::move(first));
                set_extent(use, syntax, mark + 1, use.last);
                break;
            }
        }
        split.push_back(std::move(use));
    }
    uses = std::move(split);
}

} // namespace gainsay
