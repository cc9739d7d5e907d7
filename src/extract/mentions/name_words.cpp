#include "extract/mentions/name_words.h"

#include "extract/mentions/entity_book.h"

#include <algorithm>

namespace gainsay {

namespace {

/// "Sergei" and "Sergey": alike but for the last letter.
bool is_spelling_of(const std::string &a, const std::string &b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    const std::size_t longer = std::max(a.size(), b.size());
    constexpr std::size_t least = 4;
    return a == b || (shorter >= least && longer - shorter <= 1 && a.compare(0, shorter - 1, b, 0, shorter - 1) == 0);
}

} // namespace

std::size_t word_count(const std::string &text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string last_word(const std::string &text) {
    const std::size_t blank = text.rfind(' ');
    return blank == std::string::npos ? text : text.substr(blank + 1);
}

std::string first_word(const std::string &text) {
    return text.substr(0, text.find(' '));
}

std::string without_suffix(std::string key, const English &english) {
    while (english.grammar.has("name_suffix", last_word(key)) && key.find(' ') != std::string::npos) {
        key.resize(key.rfind(' '));
    }
    return key;
}

std::string surname_key(const std::string &name, const English &english) {
    return last_word(without_suffix(name_key(name), english));
}

std::string generation_of(const std::string &key, const English &english) {
    const std::string last = last_word(key);
    if (english.people.has("generation_junior", last)) {
        return "junior";
    }
    if (english.people.has("generation_senior", last)) {
        return "senior";
    }
    return english.people.has("generation_number", last) ? last : std::string();
}

bool is_surname_alone(const std::string &key, const English &english) {
    std::string rest = key;
    while (rest.find(' ') != std::string::npos && english.people.has("particle", first_word(rest))) {
        rest.erase(0, rest.find(' ') + 1);
    }
    return rest.find(' ') == std::string::npos;
}

bool differ_in_sex(const std::string &a, const std::string &b, const English &english) {
    const Gender one = english.people.has("female", a) ? Gender::female
                       : english.people.has("male", a) ? Gender::male
                                                       : english.nouns.gender_of_name(a);
    const Gender other = english.nouns.gender_of_name(b);
    return one != Gender::unknown && other != Gender::unknown && one != other;
}

bool may_be_one_person(const std::string &key, const std::string &other, const English &english) {
    const std::string generation = generation_of(key, english);
    const std::string other_generation = generation_of(other, english);
    if (!generation.empty() && !other_generation.empty() && generation != other_generation) {
        return false;
    }
    const std::string name = without_suffix(key, english);
    const std::string other_name = without_suffix(other, english);
    const std::string &shorter = name.size() <= other_name.size() ? name : other_name;
    const std::string &longer = name.size() <= other_name.size() ? other_name : name;
    // "Reed" and "Ana Reed", "Garcia Lopez" and "Maria Garcia Lopez", "van der Steen" and "Anke van der Steen".
    if (shorter == longer || longer.ends_with(" " + shorter)) {
        return true;
    }
    const bool full = !is_surname_alone(name, english);
    const bool other_full = !is_surname_alone(other_name, english);
    const std::string a = first_word(name);
    const std::string b = first_word(other_name);
    if (last_word(name) == last_word(other_name)) {
        if (!full || !other_full) {
            return false;
        }
        // "J. Smith" and "John Smith", "John Q. Smith" and "John Smith". A name of signs alone has no words.
        return a.size() == 1 || b.size() == 1 ? a.substr(0, 1) == b.substr(0, 1)
                                              : is_spelling_of(a, b) && !differ_in_sex(a, b, english);
    }
    // "Xi" and "Xi Jinping"; by their first names alone people are called only one word.
    return full != other_full && word_count(shorter) == 1 && first_word(longer) == shorter;
}

bool ends_with_name(const std::string &longer, const std::string &shorter, bool is_team_name, const English &english) {
    if (longer.size() <= shorter.size()) {
        return longer == shorter;
    }
    return longer.compare(longer.size() - shorter.size() - 1, std::string::npos, " " + shorter) == 0 &&
           (word_count(shorter) > 1 || english.organizations.has("body", shorter) || is_team_name);
}

std::string letters_of(const std::string &short_name) {
    std::string letters;
    for (const char letter : short_name) {
        if (letter != '.') {
            letters += letter;
        }
    }
    return letters;
}

std::string initials_of(const std::string &long_name) {
    std::string initials;
    bool start = true;
    for (const char letter : long_name) {
        if (start && letter >= 'A' && letter <= 'Z') {
            initials += letter;
        }
        start = letter == ' ' || letter == '-';
    }
    return initials;
}

bool is_acronym(const std::string &letters, const std::string &initials) {
    return letters.size() >= 2 && letters == initials;
}

} // namespace gainsay
