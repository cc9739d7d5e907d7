#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gainsay {

enum class Severity { note, warning, error };

/// One remark about odd but usable (note, warning) or refused (error) input.
struct Diagnostic {
    Severity severity = Severity::warning;
    /// File name or document id.
    std::string source;
    /// Byte offset in the source, from 0.
    std::optional<std::size_t> offset;
    /// Line in the source, from 1.
    std::optional<std::size_t> line;
    std::string message;

    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

/// "source:line: warning: message", "source: byte 17: warning: message" or "source: warning: message".
std::string format(const Diagnostic &diagnostic);

/// Collects diagnostics in the order in which they arose. A value: one a document, so no locking.
class Diagnostics {
  public:
    void add(Diagnostic diagnostic);
    void note(std::string source, std::string message, std::optional<std::size_t> offset = {});
    void warn(std::string source, std::string message, std::optional<std::size_t> offset = {});
    void error(std::string source, std::string message, std::optional<std::size_t> offset = {});
    /// Takes over the other's entries, after the present ones.
    void append(Diagnostics other);

    const std::vector<Diagnostic> &entries() const { return entries_; }
    bool empty() const { return entries_.empty(); }
    /// How many entries are at least as severe.
    std::size_t count(Severity at_least) const;

    friend bool operator==(const Diagnostics &, const Diagnostics &) = default;

  private:
    std::vector<Diagnostic> entries_;
};

} // namespace gainsay
