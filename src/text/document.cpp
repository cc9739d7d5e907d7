#include "text/document.h"

#include <algorithm>
#include <array>

namespace gainsay {

namespace {

constexpr std::array<std::string_view, 7> zone_names = {"body",    "headline", "byline",     "dateline",
                                                        "caption", "heading",  "boilerplate"};
constexpr std::array<std::string_view, upos_count> upos_names = {"_",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                                 "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                                 "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, name_type_count> name_type_names = {"PER",  "ORG",   "LOC",  "GPE",
                                                                           "NORP", "EVENT", "DATE", "MISC"};

template <class Enum, std::size_t size>
std::optional<Enum> find_name(const std::array<std::string_view, size> &names, std::string_view name) {
    const auto *const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - names.begin());
}

std::optional<std::string> find_bad_sentence(const Document &document) {
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
        const Sentence &sentence = document.sentences[i];
        const std::string where = "sentence " + std::to_string(i);
        if (sentence.first_token != next || sentence.end_token < sentence.first_token ||
            sentence.end_token > document.tokens.size()) {
            return where + " does not start where the one before ends, or ends after the last token";
        }
        next = sentence.end_token;
        if (sentence.span.begin > sentence.span.end || sentence.span.end > document.text.size()) {
            return where + " has a span outside the text";
        }
        for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token &token = document.tokens[t];
            if (!sentence.span.contains(token.span)) {
                return "token " + std::to_string(t) + " lies outside its sentence";
            }
            if (token.head < Token::unset_head || token.head >= static_cast<std::int32_t>(sentence.size())) {
                return "token " + std::to_string(t) + " has a head outside its sentence";
            }
        }
    }
    if (next != document.tokens.size()) {
        return "tokens after the last sentence";
    }
    return std::nullopt;
}

} // namespace

std::string_view zone_name(Zone zone) {
    return zone_names.at(static_cast<std::size_t>(zone));
}
std::optional<Zone> parse_zone(std::string_view name) {
    return find_name<Zone>(zone_names, name);
}

std::string_view upos_name(Upos upos) {
    return upos_names.at(static_cast<std::size_t>(upos));
}
std::optional<Upos> parse_upos(std::string_view name) {
    return find_name<Upos>(upos_names, name);
}

std::string_view name_type_name(NameType type) {
    return name_type_names.at(static_cast<std::size_t>(type));
}
std::optional<NameType> parse_name_type(std::string_view name) {
    return find_name<NameType>(name_type_names, name);
}

ByteSpan Document::span_of(std::uint32_t first_token, std::uint32_t end_token) const {
    return {tokens[first_token].span.begin, tokens[end_token - 1].span.end};
}

Zone Document::zone_at(std::size_t offset) const {
    const auto after = std::upper_bound(zones.begin(), zones.end(), offset,
                                        [](std::size_t at, const ZoneSpan &zone) { return at < zone.span.begin; });
    if (after == zones.begin() || !std::prev(after)->span.contains(offset)) {
        return Zone::body;
    }
    return std::prev(after)->zone;
}

std::optional<std::string_view> feature(std::string_view feats, std::string_view name) {
    while (!feats.empty()) {
        const std::size_t bar = feats.find('|');
        const std::string_view entry = feats.substr(0, bar);
        if (entry.size() > name.size() && entry[name.size()] == '=' && entry.substr(0, name.size()) == name) {
            return entry.substr(name.size() + 1);
        }
        feats = bar == std::string_view::npos ? std::string_view() : feats.substr(bar + 1);
    }
    return std::nullopt;
}

bool is_relation(std::string_view deprel, std::string_view relation) {
    return deprel == relation || (deprel.size() > relation.size() && deprel[relation.size()] == ':' &&
                                  deprel.substr(0, relation.size()) == relation);
}

std::optional<std::string> find_inconsistency(const Document &document) {
    if (std::optional<std::string> problem = find_bad_sentence(document)) {
        return problem;
    }
    const auto within_one_sentence = [&document](std::uint32_t first, std::uint32_t end) {
        return std::any_of(document.sentences.begin(), document.sentences.end(), [=](const Sentence &sentence) {
            return sentence.first_token <= first && first < end && end <= sentence.end_token;
        });
    };
    for (const MultiwordToken &word : document.multiword_tokens) {
        if (!within_one_sentence(word.first_token, word.end_token) || word.span.end > document.text.size()) {
            return "multiword token '" + word.form + "' does not lie within one sentence";
        }
    }
    for (const Name &name : document.names) {
        if (!within_one_sentence(name.first_token, name.end_token)) {
            return "name at token " + std::to_string(name.first_token) + " does not lie within one sentence";
        }
    }
    std::size_t covered = 0;
    for (const ZoneSpan &zone : document.zones) {
        if (zone.span.begin != covered || zone.span.end < zone.span.begin) {
            return "zones leave a gap or overlap at byte " + std::to_string(covered);
        }
        covered = zone.span.end;
    }
    if (!document.zones.empty() && covered != document.text.size()) {
        return "zones end before the text";
    }
    return std::nullopt;
}

} // namespace gainsay
