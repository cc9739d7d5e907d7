#include "nlp/names/name_parts.h"

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

} // namespace

std::vector<TaggedName> with_whole_parts(std::span<const TaggedName> names, const Document &document) {
    std::unordered_set<std::string_view> surnames;
    for (const TaggedName &each : names) {
        if (each.name.type == NameType::PER && !is_pair(each.name, document)) {
            surnames.insert(document.tokens[each.name.end_token - 1].form);
        }
    }
    std::vector<TaggedName> whole;
    for (const TaggedName &each : names) {
        if (!whole.empty() && is_one_body(whole.back().name, each.name, document)) {
            const std::uint32_t first = whole.back().name.first_token;
            whole.back() = each;
            whole.back().name.first_token = first;
            continue;
        }
        whole.push_back(each);
        const Name &name = each.name;
        if (is_pair(name, document) && surnames.count(document.tokens[name.first_token].form) > 0 &&
            surnames.count(document.tokens[name.end_token - 1].form) > 0) {
            whole.back().name.end_token = name.first_token + 1;
            whole.push_back(each);
            whole.back().name.first_token = name.end_token - 1;
        }
    }
    return whole;
}

} // namespace gainsay
