#include "resolve/entity/person_score.h"

#include "base/number.h"
#include "language/name_form.h"

#include <algorithm>

namespace gainsay {

namespace {

/// Words between given name and surname that are no particles.
std::vector<std::string> middle_names(const EntityCandidate &person, const EntityWords &words) {
    std::vector<std::string> middle;
    for (std::size_t i = 1; i + 1 < person.words.size(); ++i) {
        if (!words.has(PersonWord::particle, person.words[i])) {
            middle.push_back(person.words[i]);
        }
    }
    return middle;
}

} // namespace

bool middle_names_differ(const EntityCandidate &one, const EntityCandidate &other, const EntityWords &words) {
    const std::vector<std::string> some = middle_names(one, words);
    const std::vector<std::string> others = middle_names(other, words);
    return !some.empty() && !others.empty() && some.front() != others.front() &&
           !is_initial_of(some.front(), others.front());
}

double PersonScore::sum() const {
    double sum = 0;
    for (const ScorePart &part : parts) {
        sum += part.points;
    }
    return sum;
}

std::string PersonScore::text() const {
    std::string text;
    for (const ScorePart &part : parts) {
        text += text.empty() ? "" : ", ";
        text += part.text;
        text += part.points < 0 ? " " : " +";
        text += format_number(part.points);
    }
    return text + ": " + format_number(sum());
}

PersonScore score_persons(EntityGroups &groups, std::size_t a, std::size_t b) {
    PersonScore score;
    const EntityWords &words = groups.words();
    const EntityCandidate &one = groups.candidates()[a];
    const EntityCandidate &other = groups.candidates()[b];
    const std::string given = words.spelling().key(one.words.front());
    const std::string other_given = words.spelling().key(other.words.front());
    if (given == other_given) {
        score.parts.push_back({"same given name", 3});
    } else if (words.spelling().is_short_form(given, other_given)) {
        score.parts.push_back({"short form of the given name", 1.5});
    } else if (is_initial_of(given, other_given)) {
        score.parts.push_back({"initial of the given name", 1});
    } else {
        score.parts.push_back({"other given name", -5});
        return score;
    }
    if (middle_names_differ(one, other, words)) {
        score.parts.push_back({"other middle name", -2});
    }
    const GroupFacts &facts = groups.facts(a);
    const GroupFacts &other_facts = groups.facts(b);
    if (groups.countries_differ(a, b)) {
        score.parts.push_back({"other country", -2});
    } else if (!facts.countries.empty() && !other_facts.countries.empty()) {
        score.parts.push_back({"same country", 1});
    }
    const bool shared_title = std::any_of(facts.titles.begin(), facts.titles.end(),
                                          [&](const std::string &title) { return other_facts.titles.contains(title); });
    if (shared_title) {
        score.parts.push_back({"same title", 1});
    }
    if (groups.genders_differ(a, b)) {
        score.parts.push_back({"other pronouns", -3});
    }
    if (groups.share_story(a, b)) {
        score.parts.push_back({"articles on the same affair", 1.5});
    }
    return score;
}

} // namespace gainsay
