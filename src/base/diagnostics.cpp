#include "base/diagnostics.h"

#include "base/message.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gainsay {

namespace {

const char *severity_name(Severity severity) {
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        break;
    }
    return "error";
}

} // namespace

std::string format(const Diagnostic &diagnostic) {
    std::string text = diagnostic.source;
    if (diagnostic.line) {
        text += ":" + std::to_string(*diagnostic.line);
    }
    if (!text.empty()) {
        text += ": ";
    }
    if (diagnostic.offset) {
        text += "byte " + std::to_string(*diagnostic.offset) + ": ";
    }
    text += severity_name(diagnostic.severity);
    text += ": ";
    text += diagnostic.message;
    return one_line(text);
}

void Diagnostics::add(Diagnostic diagnostic) {
    entries_.push_back(std::move(diagnostic));
}

void Diagnostics::note(std::string source, std::string message, std::optional<std::size_t> offset) {
    add({Severity::note, std::move(source), offset, {}, std::move(message)});
}

void Diagnostics::warn(std::string source, std::string message, std::optional<std::size_t> offset) {
    add({Severity::warning, std::move(source), offset, {}, std::move(message)});
}

void Diagnostics::error(std::string source, std::string message, std::optional<std::size_t> offset) {
    add({Severity::error, std::move(source), offset, {}, std::move(message)});
}

void Diagnostics::append(Diagnostics other) {
    entries_.insert(entries_.end(), std::make_move_iterator(other.entries_.begin()),
                    std::make_move_iterator(other.entries_.end()));
}

std::size_t Diagnostics::count(Severity at_least) const {
    return static_cast<std::size_t>(std::count_if(
        entries_.begin(), entries_.end(), [at_least](const Diagnostic &entry) { return entry.severity >= at_least; }));
}

} // namespace gainsay
