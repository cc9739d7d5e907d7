#pragma once

#include "extract/mentions/name_use.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

/// Whether a name is that of a newspaper, an agency or the like: it is listed, ends as such names do or in a domain, or
/// stands behind a word for a medium.
bool is_outlet_name(const NameUse &use, const EntityBook &book);

/// The media that a document names in several words, by the last of them, which stands for them: "the Post". Refers to
/// the book, which must outlive it.
class ShortOutletNames {
  public:
    ShortOutletNames(const std::vector<NameUse> &uses, const EntityBook &book);

    /// The medium whose short name the word with "the" before it is: the one named last before it, or else first.
    std::optional<std::string> called_at(TokenIndex token) const;

  private:
    const EntityBook *book_;
    /// Where it is named, and how, in the order of the text.
    std::unordered_map<std::string, std::vector<std::pair<TokenIndex, std::string>>> by_last_word_;
};

} // namespace gainsay
