#include "resolve/entity/merge_reason.h"

namespace gainsay {

const char *text_of(MergeRule rule) {
    switch (rule) {
    case MergeRule::override_same:
        return "the override file says so";
    case MergeRule::dictionary:
        return "names of one actor in a dictionary";
    case MergeRule::same_state:
        return "words for one state";
    case MergeRule::same_name:
        return "the same name";
    case MergeRule::spelling:
        return "spellings of one name";
    case MergeRule::same_person:
        return "names that one person can bear";
    case MergeRule::only_bearer:
        return "nobody else in the documents bears the surname";
    case MergeRule::bearer_in_story:
        return "nobody else in articles on the same affair bears the surname";
    case MergeRule::best_known_bearer:
        return "the bearer of the surname of whom far more is told";
    case MergeRule::office_holder:
        return "nobody else there holds the office";
    case MergeRule::known_alias:
        return "known names of one body";
    case MergeRule::alias_in_text:
        return "a document gives both names";
    case MergeRule::initials:
        return "its initials, in articles on the same affair";
    case MergeRule::part_of_name:
        return "part of a name that only one body bears";
    case MergeRule::same_description:
        return "descriptions that fit, in articles on the same affair";
    case MergeRule::other_kind:
        return "the same name, taken for another kind";
    }
    return "";
}

int sureness_of(MergeRule rule) {
    // Read: tests/quality/README.md, "Sureness of merges".
    switch (rule) {
    case MergeRule::override_same:
    case MergeRule::dictionary:
    case MergeRule::same_state:
    case MergeRule::same_name:
    case MergeRule::known_alias:
        return 100;
    case MergeRule::initials:
    case MergeRule::other_kind:
        return 95;
    case MergeRule::spelling:
    case MergeRule::same_person:
    case MergeRule::alias_in_text:
    case MergeRule::bearer_in_story:
        return 90;
    case MergeRule::only_bearer:
        return 86;
    case MergeRule::part_of_name:
        return 82;
    case MergeRule::same_description:
        return 75;
    case MergeRule::best_known_bearer:
        return 65;
    case MergeRule::office_holder:
        return 60;
    }
    return 100;
}

} // namespace gainsay
