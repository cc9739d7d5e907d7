#include "base/temporary_files.h"

#include "base/folder_names.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>
#include <string>
#include <system_error>

namespace gainsay {

namespace {

/// A handler may neither lock nor allocate, so the names lie in places of their own.
struct Place {
    /// Only who takes it from free to filling writes the name; only a name that is set is removed.
    enum State : int { free, filling, set };
    std::atomic<int> state = free;
    std::array<char, PATH_MAX> name = {};
};

constexpr std::size_t most_names = 64;

std::array<Place, most_names> &places() {
    static std::array<Place, most_names> all;
    return all;
}

constexpr std::string_view mark = ".part";

/// Whether a file's name is that of a temporary of `base`: "base.part12.3".
bool is_temporary_of(std::string_view name, std::string_view base) {
    if (!name.starts_with(base) || !name.substr(base.size()).starts_with(mark)) {
        return false;
    }
    const std::string_view numbers = name.substr(base.size() + mark.size());
    const std::size_t dot = numbers.find('.');
    const auto is_number = [](std::string_view text) {
        return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return dot != std::string_view::npos && is_number(numbers.substr(0, dot)) && is_number(numbers.substr(dot + 1));
}

extern "C" void end_by_signal(int signal) {
    remove_temporaries();
    // The handler is gone by SA_RESETHAND: the signal now ends the process, as who sent it expects.
    ::raise(signal);
}

extern "C" void end_by_bus_error(int /*signal*/) {
    constexpr std::string_view message =
        "gainsay: a file was cut short or could not be read while it was in use (the model?)\n";
    remove_temporaries();
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
    constexpr int nothing_done = 3;
    ::_exit(nothing_done);
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction old = {};
    if (::sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_IGN) {
        return;
    }
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

void remember_temporary(const std::filesystem::path &path) {
    const std::string &name = path.native();
    if (name.size() >= PATH_MAX) {
        return;
    }
    for (Place &place : places()) {
        int expected = Place::free;
        if (place.state.compare_exchange_strong(expected, Place::filling)) {
            std::memcpy(place.name.data(), name.c_str(), name.size() + 1);
            place.state.store(Place::set);
            return;
        }
    }
}

void forget_temporary(const std::filesystem::path &path) {
    for (Place &place : places()) {
        if (place.state.load() == Place::set && path.native() == place.name.data()) {
            place.state.store(Place::free);
            return;
        }
    }
}

void remove_temporaries() noexcept {
    for (Place &place : places()) {
        if (place.state.load() == Place::set) {
            ::unlink(place.name.data());
        }
    }
}

void remove_temporaries_on_signals() {
    places(); // made before a handler needs it
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        handle(signal, end_by_signal);
    }
    handle(SIGBUS, end_by_bus_error);
}

std::filesystem::path temporary_name(const std::filesystem::path &target, unsigned attempt) {
    return target.native() + std::string(mark) + std::to_string(::getpid()) + "." + std::to_string(attempt);
}

void remove_stale_temporaries(const std::filesystem::path &target) {
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    const std::string base = target.filename().native();
    std::error_code error;
    for (const std::string &name : folder_names(folder, error)) {
        if (!is_temporary_of(name, base)) {
            continue;
        }
        const std::filesystem::path path = folder / name;
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
        if (descriptor < 0) {
            continue;
        }
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
            ::unlink(path.c_str());
        }
        ::close(descriptor);
    }
}

} // namespace gainsay
