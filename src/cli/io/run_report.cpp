#include "cli/io/run_report.h"

#include "base/diagnostics.h"
#include "cli/query/answer_parts.h"

#include <ostream>
#include <unistd.h>

namespace gainsay {

RunReport::RunReport(std::ostream &errors, bool quiet)
    : errors_(&errors), is_quiet_(quiet), is_terminal_(isatty(STDERR_FILENO) != 0) {}

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
    refused_remarks_.add(failure.reason);
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

void RunReport::pass_over(const Diagnostics &remarks) {
    show(remarks);
    passed_over_remarks_.append(remarks);
}

void RunReport::show_progress() {
    if (is_terminal_ && !is_quiet_) {
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
    return refused_ == 0 && passed_over_remarks_.empty() ? ExitStatus::done : ExitStatus::some_refused;
}

void RunReport::sum_up(const std::string &made, const std::string &next) {
    if (is_quiet_) {
        return;
    }
    *errors_ << "gainsay: " << counted(done_, "article", "articles");
    if (refused_ > 0) {
        *errors_ << " (" << refused_ << " left out)";
    }
    *errors_ << (made.empty() ? "" : ", ") << made << (next.empty() ? "" : "; ") << next << '\n';
}

} // namespace gainsay
