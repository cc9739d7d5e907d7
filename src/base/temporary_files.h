#pragma once

#include <filesystem>
#include <string>

namespace gainsay {

/// Names that are to be removed where the process is ended by a signal. At most 64 at a time; what comes beyond has no
/// room and is left behind by a signal (never by an error). Thread-safe; a longer path than the system's has no room
/// either.
void remember_temporary(const std::filesystem::path &path);
void forget_temporary(const std::filesystem::path &path);

/// Removes what is remembered. May be called in a signal's handler.
void remove_temporaries() noexcept;

/// Makes SIGINT, SIGTERM and SIGHUP remove what is remembered before they end the process as they do, and SIGBUS (a
/// file that was cut short while it is mapped: the model) say so on standard error and end it with status 3. Signals
/// that are ignored stay ignored. For programs, not for libraries: call it once, before there are threads.
void remove_temporaries_on_signals();

/// The name of a temporary file beside `target`: "TARGET.part1234.0".
std::filesystem::path temporary_name(const std::filesystem::path &target, unsigned attempt);

/// Removes temporary files of the target whose process is gone, however it ended: those that nobody has locked (an
/// owner holds a lock by flock() as long as it lives). Errors are passed over.
void remove_stale_temporaries(const std::filesystem::path &target);

} // namespace gainsay
