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
    return english.nouns.gender_of_name(form.substr(0, form.find(' ')));
}

} // namespace gainsay
