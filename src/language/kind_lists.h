#pragma once

#include "base/lexicon_file.h"
#include "language/kinds.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// A kind, by its enumerator or by its name in the table. A name is looked up while the program is compiled: one that
/// the kinds do not have does not compile.
template <class Kind>
class KindName {
  public:
    constexpr KindName(Kind kind)
        : kind_(kind) {} // NOLINT(google-explicit-constructor): either may stand for the other
    consteval KindName(const char *name) : kind_(find(name)) {} // NOLINT(google-explicit-constructor): the same

    constexpr Kind kind() const { return kind_; }

  private:
    static consteval Kind find(std::string_view name) {
        std::size_t i = 0;
        while (kind_names<Kind>[i] != name) { // past the end there is nothing to read, and no constant expression
            ++i;
        }
        return static_cast<Kind>(i);
    }

    Kind kind_;
};

/// The kind whose name was made while the program runs; nothing where the kinds do not have it.
template <class Kind>
std::optional<Kind> find_kind(std::string_view name) {
    const auto found = std::find(kind_names<Kind>.begin(), kind_names<Kind>.end(), name);
    return found == kind_names<Kind>.end()
               ? std::nullopt
               : std::optional(static_cast<Kind>(static_cast<std::size_t>(found - kind_names<Kind>.begin())));
}

/// Lists of words by the number of their kind: what KindLists is made of.
class NumberedLists {
  public:
    NumberedLists(const LexiconFile &file, std::span<const std::string_view> kinds);

    bool has(std::size_t kind, const std::string &word) const { return lists_[kind].set.contains(word); }
    const std::vector<std::string> &words(std::size_t kind) const { return lists_[kind].ordered; }

  private:
    struct List {
        std::vector<std::string> ordered;
        std::unordered_set<std::string> set;
    };
    std::vector<List> lists_;
};

/// Lists of words by kind. Words are looked up in lookup_form(). Const once loaded.
template <class Kind>
class KindLists {
  public:
    /// Rows "kind TAB word; word; …"; a long list may go on in the next row. Throws ModelError with file and line for a
    /// kind that is unknown, missing, empty or in two places, and for a word that stands twice in a list.
    explicit KindLists(const LexiconFile &file) : lists_(file, kind_names<Kind>) {}

    /// Whether the word (in lookup form) is of the kind.
    bool has(KindName<Kind> kind, const std::string &word) const { return lists_.has(number(kind), word); }
    /// In the order of the file, in lookup form.
    const std::vector<std::string> &words(KindName<Kind> kind) const { return lists_.words(number(kind)); }

  private:
    static std::size_t number(KindName<Kind> kind) { return static_cast<std::size_t>(kind.kind()); }

    NumberedLists lists_;
};

using FactualityCues = KindLists<FactualityCue>;
using GrammarWords = KindLists<GrammarWord>;
using OrganizationWords = KindLists<OrganizationWord>;
using OutletWords = KindLists<OutletWord>;
using PersonWords = KindLists<PersonWord>;
using StatementWords = KindLists<StatementWord>;

} // namespace gainsay
