#include "extract/mentions/person_sex.h"

#include "base/utf8.h"

namespace gainsay {

Gender sex_by_word(const English &english, const std::string &word) {
    return english.people.has("female", word) ? Gender::female
           : english.people.has("male", word) ? Gender::male
                                              : english.nouns.gender_of_noun(word);
}

Gender sex_by_titles(const English &english, const Entity &person) {
    for (const std::string &title : person.titles) {
        const std::string form = lookup_form(title);
        const std::string last = form.substr(form.rfind(' ') == std::string::npos ? 0 : form.rfind(' ') + 1);
        for (const std::string &word : {form, last}) {
            if (const Gender gender = sex_by_word(english, word); gender != Gender::unknown) {
                return gender;
            }
        }
    }
    return Gender::unknown;
}

Gender sex_by_first_name(const English &english, const Entity &person) {
    const std::string form = lookup_form(person.name);
    const std::size_t end = form.find(' ');
    const Gender first = english.nouns.gender_of_name(form.substr(0, end));
    // "Iris John Berg" may be either.
    const std::size_t next = end == std::string::npos ? end : form.find(' ', end + 1);
    const Gender second =
        next == std::string::npos ? first : english.nouns.gender_of_name(form.substr(end + 1, next - end - 1));
    return second == Gender::unknown || second == first ? first : Gender::unknown;
}

} // namespace gainsay
