#include "cli/io/run_report.h"

#include "base/diagnostics.h"

#include <ostream>
#include <unistd.h>

namespace gainsay {

RunReport::RunReport(std::ostream &errors) : errors_(&errors), is_terminal_(isatty(STDERR_FILENO) != 0) {}

ObservedItem *RunReport::take(ExtractItem &item) {
    if (const auto *failure = std::get_if<DocumentFailure>(&item)) {
        refuse(*failure);
        return nullptr;
    }
    auto &observed = std::get<ObservedItem>(item);
    accept(observed.diagnostics);
    return &observed;
}

IngestedDocument *RunReport::take(DocumentItem &item) {
    if (const auto *failure = std::get_if<DocumentFailure>(&item)) {
        refuse(*failure);
        return nullptr;
    }
    auto &read = std::get<IngestedDocument>(item);
    accept(read.diagnostics);
    return &read;
}

void RunReport::refuse(const DocumentFailure &failure) {
    ++refused_;
    say(failure.reason);
}

void RunReport::accept(const Diagnostics &diagnostics) {
    for (const Diagnostic &diagnostic : diagnostics.entries()) {
        if (diagnostic.severity != Severity::note) {
            say(diagnostic);
        }
    }
    ++done_;
    show_progress();
}

void RunReport::say(const Diagnostic &diagnostic) {
    *errors_ << (has_line_ ? "\n" : "") << "gainsay: " << format(diagnostic) << '\n';
    has_line_ = false;
}

void RunReport::show(const Diagnostics &remarks) {
    for (const Diagnostic &remark : remarks.entries()) {
        say(remark);
    }
}

void RunReport::show_progress() {
    if (is_terminal_) {
        *errors_ << '\r' << done_ << " documents" << std::flush;
        has_line_ = true;
    }
}

ExitStatus RunReport::finish() {
    if (has_line_) {
        *errors_ << '\n';
        has_line_ = false;
    }
    if (done_ == 0) {
        if (refused_ == 0) {
            *errors_ << "gainsay: there is no document in the inputs\n";
        }
        return ExitStatus::nothing_done;
    }
    return refused_ == 0 ? ExitStatus::done : ExitStatus::some_refused;
}

} // namespace gainsay
