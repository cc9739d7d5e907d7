#pragma once

#include "cli/commands/commands.h"
#include "engine/engine.h"

#include <cstddef>
#include <iosfwd>

namespace gainsay {

/// Counts what became of the documents, names failures and oddities on an error stream, and shows progress where that
/// is a terminal.
class RunReport {
  public:
    explicit RunReport(std::ostream &errors);

    /// Null for a document that failed.
    ObservedItem *take(ExtractItem &item);
    /// The same for a document that was only read.
    IngestedDocument *take(DocumentItem &item);
    /// Prints all of them, notes too; they count for nothing.
    void show(const Diagnostics &remarks);
    /// Ends the line of progress.
    ExitStatus finish();

    std::size_t done() const { return done_; }

  private:
    void refuse(const DocumentFailure &failure);
    void accept(const Diagnostics &diagnostics);
    void say(const Diagnostic &diagnostic);
    void show_progress();

    std::ostream *errors_;
    std::size_t done_ = 0;
    std::size_t refused_ = 0;
    bool is_terminal_ = false;
    bool has_line_ = false;
};

} // namespace gainsay
