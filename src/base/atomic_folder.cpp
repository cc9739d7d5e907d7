#include "base/atomic_folder.h"

#include "base/error.h"
#include "base/folder_names.h"

#include <fcntl.h>
#include <stdio.h> // NOLINT(modernize-deprecated-headers): renameat2 is no part of <cstdio>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

namespace gainsay {

namespace {

/// "out/" and "out" are one.
std::filesystem::path without_slash(std::filesystem::path path) {
    if (!path.has_filename() && path.has_parent_path()) {
        return path.parent_path();
    }
    return path;
}

} // namespace

AtomicFolder::AtomicFolder(std::filesystem::path target) : target_(without_slash(std::move(target))) {
    std::error_code error;
    if (std::filesystem::exists(target_, error) && !std::filesystem::is_directory(target_, error)) {
        fail("make", ENOTDIR);
    }
    constexpr mode_t mode = 0777;
    const std::string base = target_.string() + ".part" + std::to_string(::getpid());
    for (unsigned attempt = 0;; ++attempt) {
        temporary_ = base + "." + std::to_string(attempt);
        if (::mkdir(temporary_.c_str(), mode) == 0) {
            return;
        }
        if (errno != EEXIST) {
            const int error_number = errno;
            temporary_.clear();
            fail("make", error_number);
        }
    }
}

AtomicFolder::~AtomicFolder() {
    if (!temporary_.empty()) {
        try {
            std::error_code error;
            std::filesystem::remove_all(temporary_, error);
        } catch (const std::bad_alloc &) { // NOLINT(bugprone-empty-catch): without memory it stays
        }
    }
}

std::filesystem::path AtomicFolder::file(const std::string &name) {
    names_.push_back(name);
    return temporary_ / name;
}

void AtomicFolder::check_replaceable() const {
    std::error_code error;
    for (const std::string &name : folder_names(target_, error)) {
        std::error_code status_error;
        if (!std::filesystem::is_regular_file(target_ / name, status_error) ||
            std::find(names_.begin(), names_.end(), name) == names_.end()) {
            throw OutputError(target_.string(), "a new folder, or one of an earlier run",
                              "one that holds '" + name + "'");
        }
    }
    if (error) {
        fail("read", error.value());
    }
}

void AtomicFolder::commit() {
    const int folder = ::open(temporary_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0) {
        temporary_.clear();
        return;
    }
    const int error_number = errno;
    std::error_code error;
    if (!std::filesystem::is_directory(target_, error)) {
        // A file system that cannot promise to replace nothing: there is nothing to replace.
        if (error_number == EINVAL && ::rename(temporary_.c_str(), target_.c_str()) == 0) {
            temporary_.clear();
            return;
        }
        fail("rename the temporary folder to", error_number);
    }
    check_replaceable();
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) {
        // No exchange here: the old one steps aside first.
        const std::filesystem::path old = temporary_.string() + ".old";
        if (::rename(target_.c_str(), old.c_str()) != 0 || ::rename(temporary_.c_str(), target_.c_str()) != 0) {
            fail("replace", errno);
        }
        temporary_ = old;
    }
    // What has the temporary's name now is the old folder.
    std::filesystem::remove_all(temporary_, error);
    temporary_.clear();
}

void AtomicFolder::fail(const std::string &action, int error_number) const {
    throw OutputError(target_.string(), "cannot " + action + " this folder: " + system_message(error_number));
}

} // namespace gainsay
