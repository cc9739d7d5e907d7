#include "language/noun_classes.h"

#include "base/once_in_file.h"

#include <array>
#include <optional>
#include <string_view>

namespace gainsay {

namespace {

constexpr std::array<std::string_view, 18> class_names{
    "unknown", "act",    "animal", "artifact",   "attribute", "cognition", "communication", "event", "group",
    "object",  "person", "place",  "possession", "quantity",  "state",     "substance",     "thing", "time"};

std::optional<NounClass> parse_class(std::string_view name) {
    for (std::size_t i = 1; i < class_names.size(); ++i) {
        if (class_names[i] == name) {
            return static_cast<NounClass>(i);
        }
    }
    return std::nullopt;
}

std::optional<Gender> parse_gender(std::string_view name) {
    return name == "female" ? std::optional(Gender::female)
           : name == "male" ? std::optional(Gender::male)
                            : std::nullopt;
}

template <class Value>
Value find_or_unknown(const std::unordered_map<std::string, Value> &map, const std::string &word) {
    const auto found = map.find(word);
    return found == map.end() ? Value::unknown : found->second;
}

} // namespace

NounClasses::NounClasses(const LexiconFile &nouns, const LexiconFile &first_names) {
    OnceInFile once(nouns);
    for (const LexiconFile::Row &row : nouns.rows()) {
        const std::optional<NounClass> noun_class = parse_class(row.fields[0]);
        const std::optional<Gender> gender = parse_gender(row.fields[0]);
        if (!noun_class && !gender) {
            nouns.fail(row, "a class of nouns, female or male", row.fields[0]);
        }
        for (const std::string &word : split_list(row.fields[1], ';')) {
            once.add(row, (noun_class ? "class of " : "sex of ") + word);
            if (noun_class) {
                classes_.emplace(word, *noun_class);
            } else {
                noun_genders_.emplace(word, *gender);
            }
        }
    }
    OnceInFile name_once(first_names);
    for (const LexiconFile::Row &row : first_names.rows()) {
        const std::optional<Gender> gender = parse_gender(row.fields[0]);
        if (!gender) {
            first_names.fail(row, "female or male", row.fields[0]);
        }
        for (const std::string &name : split_list(row.fields[1], ';')) {
            name_once.add(row, name);
            name_genders_.emplace(name, *gender);
        }
    }
}

NounClass NounClasses::find(const std::string &lemma) const {
    return find_or_unknown(classes_, lemma);
}

Gender NounClasses::gender_of_noun(const std::string &lemma) const {
    return find_or_unknown(noun_genders_, lemma);
}

Gender NounClasses::gender_of_name(const std::string &first_name) const {
    return find_or_unknown(name_genders_, first_name);
}

} // namespace gainsay
