#pragma once

#include "graph_schema/node_kind.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// How a user names a thing: a node's id as a graph has it ("person:john-kerry"), or a name as documents write it
/// (case, accents and articles do not count), with "@document" behind it for that document's alone ("Kerry@rt").
struct EntityReference {
    std::string text;
    /// Id of the only document meant; empty for all.
    std::string document;

    bool is_id() const;
};

/// One line of an override file.
struct Override {
    enum class Action { same, different, kind, label };

    Action action = Action::same;
    EntityReference first;
    /// Of `same` and `different`.
    EntityReference second;
    /// Of `kind`.
    NodeKind kind = NodeKind::Person;
    /// Of `label`.
    std::string label;
    /// From 1.
    std::size_t line = 0;
};

/// What the user knows better, and keeps from build to build. Lines of fields separated by tabs or "|":
///
///     same      | Secretary Kerry  | person:john-kerry
///     different | John Smith@times | John Smith@herald
///     kind      | Politika         | Outlet
///     label     | person:kerry     | John Kerry
///
/// Empty lines and lines that begin with "#" are comments. Ids are those of a graph built without the file.
class Overrides {
  public:
    Overrides() = default;
    /// `name` stands in messages. Throws InputError that names every bad line, what was expected and what was found.
    static Overrides parse(std::string_view text, std::string name);

    const std::vector<Override> &entries() const { return entries_; }
    const std::string &name() const { return name_; }

  private:
    std::string name_;
    std::vector<Override> entries_;
};

} // namespace gainsay
