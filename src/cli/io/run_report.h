#pragma once

#include "cli/commands/commands.h"
#include "engine/engine.h"

#include <cstddef>
#include <iosfwd>
#include <string>

namespace gainsay {

/// Counts what became of the documents, names failures and oddities on an error stream, and shows progress where that
/// is a terminal.
class RunReport {
  public:
    /// Quiet: failures and oddities alone.
    explicit RunReport(std::ostream &errors, bool quiet = false);

    /// Null for a document that failed.
    ObservedItem *take(ExtractItem &item);
    /// The same for a document that was only read.
    IngestedDocument *take(DocumentItem &item);
    /// Prints all of them, notes too; they count for nothing.
    void show(const Diagnostics &remarks);
    /// Prints what was passed over, which counts as refused.
    void pass_over(const Diagnostics &remarks);
    /// Ends the line of progress.
    ExitStatus finish();
    /// Says in one line what was made of what: "11 articles, 40 statements; open affair.html". `made` are the results,
    /// `next` what the user finds where; each may be empty. Says nothing where it shall be quiet.
    void sum_up(const std::string &made, const std::string &next);

    std::size_t done() const { return done_; }
    /// Documents that failed, and what was passed over.
    const Diagnostics &refused() const { return refused_remarks_; }
    const Diagnostics &passed_over() const { return passed_over_remarks_; }

  private:
    void refuse(const DocumentFailure &failure);
    void accept(const Diagnostics &diagnostics);
    void say(const Diagnostic &diagnostic);
    void show_progress();

    std::ostream *errors_;
    std::size_t done_ = 0;
    std::size_t refused_ = 0;
    Diagnostics refused_remarks_;
    Diagnostics passed_over_remarks_;
    bool is_quiet_ = false;
    bool is_terminal_ = false;
    bool has_line_ = false;
};

} // namespace gainsay
