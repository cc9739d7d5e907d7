// A library to be loaded before all others (LD_PRELOAD) that makes the n-th call of something fail. What, and which, is
// said by the environment:
//
//     FAULT_ALLOCATION=n   the n-th allocation of memory gives nothing
//     FAULT_OUTPUT=n       the n-th of write, fsync, rename and linkat fails for want of room
//     FAULT_NO_TMPFILE=1   the file system knows no files without names
//     FAULT_COUNTS=FILE    at the end the numbers of both kinds of calls are written there
//
// Calls count from the beginning of main().

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

// NOLINTBEGIN(readability-identifier-naming,bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the C library's
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *pointer, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

std::atomic<bool> started = false;
std::atomic<long> allocations = 0;
std::atomic<long> outputs = 0;
long failing_allocation = 0;
long failing_output = 0;
bool no_tmpfile = false;
const char *counts = nullptr;
int (*real_main)(int, char **, char **) = nullptr;

bool allocation_fails() {
    return started && ++allocations == failing_allocation;
}

bool output_fails() {
    if (started && ++outputs == failing_output) {
        errno = ENOSPC;
        return true;
    }
    return false;
}

template <class Function>
Function *real(const char *name) {
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

long number(const char *name) {
    const char *text = std::getenv(name);
    return text == nullptr ? 0 : std::atol(text);
}

void write_counts() {
    started = false;
    if (counts == nullptr) {
        return;
    }
    if (std::FILE *file = std::fopen(counts, "w")) {
        std::fprintf(file, "%ld %ld\n", allocations.load(), outputs.load());
        std::fclose(file);
    }
}

int counted_main(int argc, char **argv, char **environment) {
    failing_allocation = number("FAULT_ALLOCATION");
    failing_output = number("FAULT_OUTPUT");
    no_tmpfile = number("FAULT_NO_TMPFILE") != 0;
    counts = std::getenv("FAULT_COUNTS");
    started = true;
    const int status = real_main(argc, argv, environment);
    write_counts();
    return status;
}

bool makes_file(int flags) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

int open_file(const char *name, int flags, mode_t mode) {
    if (no_tmpfile && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP;
        return -1;
    }
    static auto *const real_open = real<int(const char *, int, ...)>("open");
    return real_open(name, flags, mode);
}

} // namespace

extern "C" {

int __libc_start_main(int (*main)(int, char **, char **), int argc, char **argv, void (*initialize)(), void (*end)(),
                      void (*unload)(), void *stack_end) {
    real_main = main;
    return real<int(int (*)(int, char **, char **), int, char **, void (*)(), void (*)(), void (*)(), void *)>(
        "__libc_start_main")(counted_main, argc, argv, initialize, end, unload, stack_end);
}

void *malloc(std::size_t size) noexcept {
    return allocation_fails() ? nullptr : __libc_malloc(size);
}
void *calloc(std::size_t count, std::size_t size) noexcept {
    return allocation_fails() ? nullptr : __libc_calloc(count, size);
}
void *realloc(void *pointer, std::size_t size) noexcept {
    return allocation_fails() ? nullptr : __libc_realloc(pointer, size);
}
void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    return allocation_fails() ? nullptr : __libc_memalign(alignment, size);
}
void *memalign(std::size_t alignment, std::size_t size) noexcept {
    return allocation_fails() ? nullptr : __libc_memalign(alignment, size);
}
int posix_memalign(void **pointer, std::size_t alignment, std::size_t size) noexcept {
    if (allocation_fails()) {
        return ENOMEM;
    }
    *pointer = __libc_memalign(alignment, size);
    return *pointer == nullptr ? ENOMEM : 0;
}

ssize_t write(int descriptor, const void *bytes, std::size_t size) {
    // Messages are no output.
    if (descriptor != STDERR_FILENO && output_fails()) {
        return -1;
    }
    static auto *const real_write = real<ssize_t(int, const void *, std::size_t)>("write");
    return real_write(descriptor, bytes, size);
}
int fsync(int descriptor) {
    static auto *const real_fsync = real<int(int)>("fsync");
    return output_fails() ? -1 : real_fsync(descriptor);
}
int rename(const char *from, const char *to) noexcept {
    static auto *const real_rename = real<int(const char *, const char *)>("rename");
    return output_fails() ? -1 : real_rename(from, to);
}
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) noexcept {
    static auto *const real_linkat = real<int(int, const char *, int, const char *, int)>("linkat");
    return output_fails() ? -1 : real_linkat(from_folder, from, to_folder, to, flags);
}

int open(const char *name, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = makes_file(flags) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return open_file(name, flags, mode);
}
int open64(const char *name, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = makes_file(flags) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return open_file(name, flags, mode);
}
}
// NOLINTEND(readability-identifier-naming,bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
