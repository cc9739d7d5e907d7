#pragma once

#include "base/span.h"
#include "graph_schema/edge_kind.h"
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

/// A statement by where it stands: the content of a piece of evidence, from its first to its last byte ("rt:310-402").
/// As long as the article keeps its text, that holds from build to build.
struct StatementReference {
    std::string document;
    ByteSpan content;
};

/// One line of an override file.
struct Override {
    enum class Action { same, different, kind, label, accept, drop, speaker, stance, apart };

    Action action = Action::same;
    EntityReference first;
    /// Of `same` and `different`.
    EntityReference second;
    /// Of `accept`, `drop`, `speaker`, `stance` and `apart`; of `same` and `different` where they are about claims.
    StatementReference statement;
    /// The second of `same` and `different` about claims.
    StatementReference other_statement;
    /// Of `kind`, and of a speaker who is new to the document.
    NodeKind kind = NodeKind::Person;
    /// Of `label` and `speaker`.
    std::string label;
    /// Of `stance`.
    Stance stance = Stance::asserts;
    /// From 1.
    std::size_t line = 0;

    bool is_of_statement() const { return !statement.document.empty(); }
    /// Whether two statements state the same.
    bool is_of_claims() const { return !other_statement.document.empty(); }
};

/// What the user knows better, and keeps from build to build. Lines of fields separated by tabs or "|":
///
///     same      | Secretary Kerry  | person:john-kerry
///     different | John Smith@times | John Smith@herald
///     kind      | Politika         | Outlet
///     label     | person:kerry     | John Kerry
///     accept    | rt:310-402                              (it is right as it stands)
///     drop      | rt:310-402                              (nobody said that)
///     speaker   | rt:310-402       | Ann Reed | Person    (who said it; the kind may be left out)
///     stance    | rt:310-402       | denies
///     apart     | rt:310-402                              (no statement of others is the same claim)
///     same      | rt:310-402       | dw:1921-1997         (they state the same; one may deny it)
///     different | rt:310-402       | dw:1921-1997         (they do not)
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
