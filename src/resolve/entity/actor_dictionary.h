#pragma once

#include "base/date.h"
#include "base/diagnostics.h"
#include "graph_schema/node_kind.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// A code of an actor with the time in which it holds: "RUSGOV" from 1999-08-09 on.
struct ActorCode {
    std::string code;
    std::optional<Date> first;
    std::optional<Date> last;
};

struct DictionaryActor {
    /// As the dictionary writes it; its label where the dictionary is the user's own.
    std::string name;
    std::optional<NodeKind> kind;
    /// ISO 3166 code of two letters; may be empty.
    std::string country;
    std::vector<ActorCode> codes;
};

/// Actors with all their names, from files of users. Const once filled.
///
/// Two formats. Lines of "name, kind, country, other names (separated by ;), codes (separated by ;)" with tabs between,
/// all but the name may be missing; or PETRARCH's: NAME_WITH_UNDERSCORES_ [CODE], other names in lines that begin with
/// "+", codes with their dates in lines that begin with white space ("[RUSGOV >990809]"), "#" and "<!-- -->" for
/// comments. A file with square brackets is PETRARCH's (Schrodt et al. 2014).
class ActorDictionary {
  public:
    /// `name` stands in messages; `countries` gives the code of two letters for one of three. Lines that make no sense
    /// are left out and named in `diagnostics`.
    void add(std::string_view text, const std::string &name,
             const std::unordered_map<std::string, std::string> &countries, Diagnostics &diagnostics);

    bool empty() const { return actors_.empty(); }
    std::size_t size() const { return actors_.size(); }
    const DictionaryActor &operator[](std::size_t index) const { return actors_[index]; }
    /// The actor of that name (see name_form()); nothing where no or several actors bear it.
    std::optional<std::size_t> find(const std::string &form) const;

  private:
    /// A file while it is read.
    struct Reading {
        const std::string *name = nullptr;
        const std::unordered_map<std::string, std::string> *countries = nullptr;
        Diagnostics *diagnostics = nullptr;
        /// From 1.
        std::size_t line = 0;
        /// Whether the lines that follow can speak of an actor of this file: it has named one, and the last is none
        /// that was left out.
        bool has_actor = false;

        void warn(std::string message) const;
    };

    void add_own(std::string_view line, const Reading &reading);
    void add_petrarch(std::string_view line, Reading &reading);
    void add_codes(std::string_view codes, const Reading &reading);
    void add_name(std::string_view name);

    std::vector<DictionaryActor> actors_;
    /// Several actors: `size_t(-1)`.
    std::unordered_map<std::string, std::size_t> by_name_;
};

/// Whether the code holds at the date: a code without dates holds always, and all do at an unknown date.
bool holds_at(const ActorCode &code, const std::optional<Date> &date);

} // namespace gainsay
