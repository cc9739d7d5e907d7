#include "base/atomic_file.h"

#include "base/error.h"
#include "base/temporary_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace gainsay {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 16U;

/// The file behind symbolic links, so that renaming replaces the file and keeps the link. Links to files that are not
/// there are followed too, which std::filesystem::canonical() does not do.
std::filesystem::path resolve_links(const std::filesystem::path &path) {
    constexpr int most_links = 40; // as the system has it
    std::filesystem::path resolved = path;
    for (int links = 0;; ++links) {
        std::error_code error;
        const std::filesystem::path next = std::filesystem::read_symlink(resolved, error);
        if (error) {
            return resolved;
        }
        if (links == most_links) {
            throw OutputError(path.string(), "cannot open this file for writing: " + system_message(ELOOP));
        }
        resolved = resolved.parent_path() / next;
    }
}

std::filesystem::path folder_of(const std::filesystem::path &path) {
    return path.has_parent_path() ? path.parent_path() : ".";
}

/// Makes a renaming last. 0, or the error's number; a file system that knows no such thing, or a folder that may not be
/// read, is no error.
int sync_folder(const std::filesystem::path &folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return 0;
    }
    const int error_number = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error_number == EIO || error_number == ENOSPC || error_number == EDQUOT ? error_number : 0;
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path target) : target_(std::move(target)) {
    struct stat status = {};
    const bool exists = ::stat(target_.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        fail("open for writing", EISDIR);
    }
    if (exists && !S_ISREG(status.st_mode)) {
        descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) {
            fail("open for writing", errno);
        }
        return;
    }
    if (exists && ::access(target_.c_str(), W_OK) != 0) {
        fail("open for writing", errno);
    }
    is_temporary_ = true;
    place_ = resolve_links(target_);
    remove_stale_temporaries(place_);
    open_temporary();
    lock_temporary();
    if (exists && ::fchmod(descriptor_, status.st_mode & 07777U) != 0) {
        fail("set the permissions of", errno);
    }
}

void AtomicFile::open_temporary() {
    constexpr mode_t default_mode = 0666;
    // Where the system can, a file without a name: it is gone with the process, however that ends.
    if (::access("/proc/self/fd", X_OK) == 0) {
        descriptor_ = ::open(folder_of(place_).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, default_mode);
    }
    if (descriptor_ < 0) {
        name_temporary([&](const char *name) {
            descriptor_ = ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, default_mode);
            return descriptor_ >= 0;
        });
    }
}

/// Tells other processes that the file has an owner (see remove_stale_temporaries()).
void AtomicFile::lock_temporary() {
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) {
        return; // a file system without locks is written all the same
    }
    // Another process took it for left behind in the moment between its making and its lock: it has no name any more.
    discard();
    open_temporary();
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
}

void AtomicFile::name_temporary(const std::function<bool(const char *)> &make) {
    // The process and a counter name the temporary; make() fails where one of that name is there.
    for (unsigned attempt = 0;; ++attempt) {
        temporary_ = temporary_name(place_, attempt);
        remember_temporary(temporary_);
        if (make(temporary_.c_str())) {
            return;
        }
        const int error_number = errno;
        forget_temporary(temporary_);
        temporary_.clear();
        if (error_number != EEXIST) {
            fail("create", error_number);
        }
    }
}

AtomicFile::~AtomicFile() {
    discard();
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : target_(std::move(other.target_)), place_(std::move(other.place_)),
      temporary_(std::exchange(other.temporary_, {})), is_temporary_(other.is_temporary_),
      is_prepared_(other.is_prepared_), descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)) {}

AtomicFile &AtomicFile::operator=(AtomicFile &&other) noexcept {
    if (this != &other) {
        discard();
        target_ = std::move(other.target_);
        place_ = std::move(other.place_);
        temporary_ = std::exchange(other.temporary_, {});
        is_prepared_ = other.is_prepared_;
        is_temporary_ = other.is_temporary_;
        descriptor_ = std::exchange(other.descriptor_, -1);
        buffer_ = std::move(other.buffer_);
    }
    return *this;
}

void AtomicFile::write(std::string_view bytes) {
    if (descriptor_ < 0 || is_prepared_) {
        throw OutputError(target_.string(), "written to after it was closed");
    }
    buffer_.append(bytes);
    if (buffer_.size() >= buffer_bytes) {
        flush();
    }
}

void AtomicFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail("write", errno);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void AtomicFile::prepare() {
    if (descriptor_ < 0) {
        throw OutputError(target_.string(), "committed after it was closed");
    }
    flush();
    if (is_temporary_ && ::fsync(descriptor_) != 0) {
        fail("write", errno);
    }
    if (is_temporary_ && temporary_.empty()) {
        const std::string unnamed = "/proc/self/fd/" + std::to_string(descriptor_);
        name_temporary([&](const char *name) {
            return ::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
        });
    }
    is_prepared_ = true;
}

void AtomicFile::commit() {
    if (!is_prepared_) {
        prepare();
    }
    if (descriptor_ < 0) {
        throw OutputError(target_.string(), "committed after it was closed");
    }
    if (!temporary_.empty()) {
        if (::rename(temporary_.c_str(), place_.c_str()) != 0) {
            fail("rename the temporary file to", errno);
        }
        forget_temporary(temporary_);
        temporary_.clear();
    }
    // Closed last, as the lock goes with it.
    if (::close(std::exchange(descriptor_, -1)) != 0) {
        fail("close", errno);
    }
    if (is_temporary_) {
        if (const int error_number = sync_folder(folder_of(place_)); error_number != 0) {
            fail("write the folder of", error_number);
        }
    }
}

void AtomicFile::discard() noexcept {
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
        forget_temporary(temporary_);
        temporary_.clear();
    }
    if (descriptor_ >= 0) {
        ::close(std::exchange(descriptor_, -1));
    }
}

void AtomicFile::fail(const std::string &action, int error_number) {
    discard();
    throw OutputError(target_.string(), "cannot " + action + " this file: " + system_message(error_number));
}

void write_file(const std::filesystem::path &target, std::string_view bytes) {
    AtomicFile file(target);
    file.write(bytes);
    file.commit();
}

std::string read_file(const std::filesystem::path &source) {
    const int descriptor = ::open(source.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw InputError(source.string(), "cannot open this file: " + system_message(errno));
    }
    std::string bytes;
    struct stat status = {};
    if (::fstat(descriptor, &status) == 0 && status.st_size > 0) {
        bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
    }
    std::string chunk(buffer_bytes, '\0');
    for (;;) {
        const ssize_t got = ::read(descriptor, chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            const int error_number = errno;
            ::close(descriptor);
            throw InputError(source.string(), "cannot read this file: " + system_message(error_number));
        }
        if (got == 0) {
            break;
        }
        bytes.append(chunk, 0, static_cast<std::size_t>(got));
    }
    ::close(descriptor);
    return bytes;
}

} // namespace gainsay
