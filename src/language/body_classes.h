#pragma once

#include "base/lexicon_file.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Kinds of bodies: the common nouns that name them ("agency"), and the words in names that show them
/// ("Administration"). Const once made.
class BodyClasses {
  public:
    /// Columns: class, nouns, words in names ("*" for every name that shows no other class). Throws ModelError for a
    /// noun of two classes.
    explicit BodyClasses(const LexiconFile &file);

    /// The class that the noun (a lemma) names.
    std::optional<std::size_t> of_noun(const std::string &lemma) const;
    /// Whether a body of this name may be of that class: a word of the name shows it, or none shows another and the
    /// class asks for none.
    bool fits(std::size_t body_class, std::string_view name) const;

  private:
    struct Class {
        std::set<std::string> words;
        bool is_open = false;
    };
    std::vector<Class> classes_;
    std::map<std::string, std::size_t> nouns_;
    /// Words that show some class.
    std::set<std::string> shown_;
};

} // namespace gainsay
