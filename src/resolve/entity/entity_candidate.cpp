#include "resolve/entity/entity_candidate.h"

#include "language/name_form.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

/// States by code and known bodies by their form, whatever they are called: "American" and "U.S." meet, "IS" and
/// "Islamic State".
std::vector<std::string> with_one_name(const std::vector<std::string> &words, const EntityWords &known) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < words.size();) {
        constexpr std::size_t most_words = 4;
        bool found = false;
        for (std::size_t length = std::min(most_words, words.size() - i); length > 0 && !found; --length) {
            const std::string form = joined({words.begin() + static_cast<std::ptrdiff_t>(i),
                                             words.begin() + static_cast<std::ptrdiff_t>(i + length)});
            const std::string *country = known.country(form);
            const std::string *body = country == nullptr ? known.known_body(form) : nullptr;
            if (country != nullptr || body != nullptr) {
                result.push_back(country != nullptr ? "@" + *country : "#" + *body);
                i += length;
                found = true;
            }
        }
        if (!found) {
            result.push_back(words[i++]);
        }
    }
    return result;
}

void describe(EntityCandidate &candidate, const EntityWords &known) {
    const std::vector<std::string> words = with_one_name(candidate.words, known);
    std::size_t end = 0;
    while (end < words.size() && (end == 0 || !known.has(EntityWord::link, words[end]))) {
        ++end;
    }
    if (end == 0) {
        return;
    }
    candidate.head = words[end - 1];
    if (const std::string *office = known.office_abbreviation(candidate.head)) {
        const std::size_t blank = office->rfind(' ');
        candidate.head = blank == std::string::npos ? *office : office->substr(blank + 1);
        if (blank != std::string::npos) {
            candidate.modifiers.push_back(office->substr(0, blank));
        }
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i + 1 != end && !known.has(EntityWord::empty, words[i]) && !known.has(EntityWord::link, words[i])) {
            candidate.modifiers.push_back(words[i]);
        }
    }
    std::sort(candidate.modifiers.begin(), candidate.modifiers.end());
    candidate.modifiers.erase(std::unique(candidate.modifiers.begin(), candidate.modifiers.end()),
                              candidate.modifiers.end());
}

/// "Al Green", "Ben Smith", but "al-Assad", "ben Laden".
bool opens_with_given_name(const EntityCandidate &person, const EntityWords &words) {
    const std::string &first = person.words.front();
    const std::string &name = person.entity->name;
    return words.has(PersonWord::given_particle, first) && name.size() > first.size() && name.front() >= 'A' &&
           name.front() <= 'Z' && name[first.size()] == ' ';
}

} // namespace

std::string joined(const std::vector<std::string> &words) {
    std::string form;
    for (const std::string &word : words) {
        form += form.empty() ? word : " " + word;
    }
    return form;
}

bool is_surname_alone(const EntityCandidate &person, const EntityWords &words) {
    if (person.words.size() > 1 && opens_with_given_name(person, words)) {
        return false;
    }
    return person.words.size() == 1 ||
           std::all_of(person.words.begin(), person.words.end() - 1,
                       [&words](const std::string &word) { return words.has(PersonWord::particle, word); });
}

namespace {

/// "Reed Jr." for short, as there is another Reed.
bool is_called_by_generation(const EntityCandidate &candidate, const EntityWords &known) {
    const std::vector<std::string> &aliases = candidate.entity->aliases;
    return std::any_of(aliases.begin(), aliases.end(), [&](const std::string &alias) {
        const std::vector<std::string> words = name_words(alias);
        return words.size() == 2 && words.front() == candidate.words.back() && !known.generation(words.back()).empty();
    });
}

/// "Tom Reed" is the elder in all articles where one names "Tom Reed Jr." beside him or calls that one "Reed Jr.".
void tell_generations_apart(std::vector<EntityCandidate> &candidates, const EntityWords &known) {
    using FullName = std::pair<std::string, std::string>;
    const auto name_of = [](const EntityCandidate &candidate) {
        return FullName{candidate.words.front(), candidate.words.back()};
    };
    const auto is_full = [](const EntityCandidate &candidate) {
        return candidate.type == NodeKind::Person && candidate.is_named && candidate.words.size() > 1;
    };
    std::set<std::pair<std::size_t, FullName>> without;
    for (const EntityCandidate &candidate : candidates) {
        if (is_full(candidate) && candidate.generation.empty()) {
            without.emplace(candidate.document, name_of(candidate));
        }
    }
    std::set<FullName> apart;
    for (const EntityCandidate &candidate : candidates) {
        if (is_full(candidate) && !candidate.generation.empty() &&
            (without.contains({candidate.document, name_of(candidate)}) || is_called_by_generation(candidate, known))) {
            apart.insert(name_of(candidate));
        }
    }
    for (EntityCandidate &candidate : candidates) {
        if (is_full(candidate) && candidate.generation.empty() && apart.contains(name_of(candidate))) {
            candidate.generation = "elder";
        }
    }
}

} // namespace

std::vector<EntityCandidate> make_candidates(const std::vector<Observations> &documents, const EntityWords &known) {
    std::vector<EntityCandidate> candidates;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (EntityIndex e = 0; e < documents[d].entities.size(); ++e) {
            const Entity &entity = documents[d].entities[e];
            EntityCandidate candidate;
            candidate.document = d;
            candidate.index = e;
            candidate.type = entity.type;
            candidate.country = entity.country;
            candidate.entity = &entity;
            candidate.words = name_words(entity.name);
            candidate.is_named = entity.named && !candidate.words.empty();
            if (entity.type == NodeKind::Person) {
                while (candidate.words.size() > 1 && known.has(EntityWord::suffix, candidate.words.back())) {
                    if (const std::string generation = known.generation(candidate.words.back()); !generation.empty()) {
                        candidate.generation = generation;
                    }
                    candidate.words.pop_back();
                }
                // "US Secretary", "FM"; but "Patty Judge"
                const bool given = candidate.words.size() > 1 && known.is_of_one_sex(candidate.words.front());
                candidate.is_named =
                    candidate.is_named && (given || (!known.has(PersonWord::office, candidate.words.back()) &&
                                                     known.office_abbreviation(candidate.words.back()) == nullptr));
            }
            describe(candidate, known);
            candidates.push_back(std::move(candidate));
        }
    }
    tell_generations_apart(candidates, known);
    return candidates;
}

} // namespace gainsay
