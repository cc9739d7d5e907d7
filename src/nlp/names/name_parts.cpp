#include "nlp/names/name_parts.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace gainsay {

namespace {

constexpr std::uint32_t pair_tokens = 3; ///< "Berg", "-", "Muster"

bool is_glued_hyphen(const Document &document, std::uint32_t token) {
    const std::string_view form = document.tokens[token].form;
    return (form == "-" || form == "–") && !document.tokens[token].space_after && token > 0 &&
           !document.tokens[token - 1].space_after;
}

bool is_pair(const Name &name, const Document &document) {
    return name.type == NameType::PER && name.end_token - name.first_token == pair_tokens &&
           is_glued_hyphen(document, name.first_token + 1);
}

bool is_place_or_people(NameType type) {
    return type == NameType::LOC || type == NameType::GPE || type == NameType::NORP;
}

/// "U.S." and "Russia Trade Commission", with a hyphen between them.
bool is_one_body(const Name &name, const Name &next, const Document &document) {
    return is_place_or_people(name.type) && next.type == NameType::ORG && next.end_token - next.first_token > 1 &&
           next.first_token == name.end_token + 1 && is_glued_hyphen(document, name.end_token);
}

bool is_quotation_mark(std::string_view form) {
    return form == "\"" || form == "“" || form == "”" || form == "''" || form == "``" || form == "‘" || form == "’";
}

/// "John F" before ". Kennedy": an initial whose full stop became a token of its own.
bool ends_in_initial(const Name &name, const Document &document) {
    const Token &last = document.tokens[name.end_token - 1];
    return name.type == NameType::PER && last.form.size() == 1 && last.form[0] >= 'A' && last.form[0] <= 'Z' &&
           !last.space_after && name.end_token + 1 < document.tokens.size() &&
           document.tokens[name.end_token].form == ".";
}

/// Where a nickname in quotation marks ends behind `from`, which is where it begins or what stands within it; the token
/// behind the closing mark. Nothing where there is none.
std::uint32_t end_of_nickname(std::uint32_t from, const Document &document) {
    constexpr std::uint32_t most_words = 2;
    for (std::uint32_t token = from; token < document.tokens.size() && token <= from + most_words + 1; ++token) {
        if (token > from + 1 && is_quotation_mark(document.tokens[token].form)) {
            return token + 1;
        }
        if (token > from && document.tokens[token].upos != Upos::PROPN) {
            break;
        }
    }
    return 0;
}

/// Whether the mark opens what closes right behind a word or two, within the name or behind it.
std::uint32_t behind_nickname(const Name &name, const Document &document) {
    if (name.type != NameType::PER) {
        return 0;
    }
    for (std::uint32_t token = name.first_token + 1; token < name.end_token; ++token) {
        if (is_quotation_mark(document.tokens[token].form)) {
            const std::uint32_t end = end_of_nickname(token, document);
            return end > name.end_token ? end : 0;
        }
    }
    return name.end_token < document.tokens.size() && is_quotation_mark(document.tokens[name.end_token].form)
               ? end_of_nickname(name.end_token, document)
               : 0;
}

/// The first token of what goes on with the person's name; nothing where it is whole.
std::uint32_t rest_of_person(const Name &name, const Document &document) {
    const std::uint32_t rest = ends_in_initial(name, document) ? name.end_token + 1 : behind_nickname(name, document);
    return rest > 0 && rest < document.tokens.size() && document.tokens[rest].upos == Upos::PROPN ? rest : 0;
}

/// Persons' names of which the tagger took the beginning alone.
std::vector<TaggedName> with_whole_persons(std::span<const TaggedName> names, const Document &document) {
    std::vector<TaggedName> whole;
    std::vector<std::uint32_t> sentence_end(document.tokens.size(), 0);
    for (const Sentence &sentence : document.sentences) {
        std::fill(sentence_end.begin() + sentence.first_token, sentence_end.begin() + sentence.end_token,
                  sentence.end_token);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        whole.push_back(names[i]);
        Name &name = whole.back().name;
        const std::uint32_t rest = rest_of_person(name, document);
        if (rest == 0 || rest >= sentence_end[name.first_token]) {
            continue;
        }
        std::uint32_t end = rest + 1;
        while (i + 1 < names.size() && names[i + 1].name.first_token < end) {
            ++i;
            end = names[i].name.first_token >= rest ? std::max(end, names[i].name.end_token) : end;
        }
        name.end_token = end;
    }
    return whole;
}

} // namespace

std::vector<TaggedName> with_whole_parts(std::span<const TaggedName> names, const Document &document) {
    const std::vector<TaggedName> with_persons = with_whole_persons(names, document);
    std::unordered_set<std::string_view> surnames;
    for (const TaggedName &each : with_persons) {
        if (each.name.type == NameType::PER && !is_pair(each.name, document)) {
            surnames.insert(document.tokens[each.name.end_token - 1].form);
        }
    }
    std::vector<TaggedName> whole;
    for (const TaggedName &each : with_persons) {
        if (!whole.empty() && is_one_body(whole.back().name, each.name, document)) {
            const std::uint32_t first = whole.back().name.first_token;
            whole.back() = each;
            whole.back().name.first_token = first;
            continue;
        }
        whole.push_back(each);
        const Name &name = each.name;
        if (is_pair(name, document) && surnames.contains(document.tokens[name.first_token].form) &&
            surnames.contains(document.tokens[name.end_token - 1].form)) {
            whole.back().name.end_token = name.first_token + 1;
            whole.push_back(each);
            whole.back().name.first_token = name.end_token - 1;
        }
    }
    return whole;
}

} // namespace gainsay
