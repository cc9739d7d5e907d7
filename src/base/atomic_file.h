#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace gainsay {

/// Writes a file that appears whole under its name or not at all: bytes go to a temporary beside the target (without a
/// name, where the file system can), `commit` checks everything and renames it. Destroyed without `commit`, or with its
/// process, it leaves nothing; where a kill leaves a temporary after all, the next AtomicFile of the target removes it.
/// A symbolic link is followed, also one that leads to a file that is not there yet. A target that exists and is no
/// regular file (/dev/full, a pipe) is written directly. Errors throw OutputError with the target's name. One object a
/// thread.
class AtomicFile {
  public:
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&other) noexcept;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;

    void write(std::string_view bytes);
    /// Flushes, syncs and closes: everything that may fail but the renaming. Nothing may be written afterwards. For
    /// several files that are to appear together: prepare all, then commit all.
    void prepare();
    /// Prepares, if that was not done, renames, and syncs the folder.
    void commit();

    const std::filesystem::path &target() const { return target_; }

  private:
    void flush();
    void open_temporary();
    void lock_temporary();
    void discard() noexcept;
    /// Finds a free name beside the target for what `make` puts there.
    void name_temporary(const std::function<bool(const char *)> &make);
    [[noreturn]] void fail(const std::string &action, int error_number);

    std::filesystem::path target_;
    /// The file behind the links.
    std::filesystem::path place_;
    /// The name of the temporary; empty as long as it has none, and when the target is written directly.
    std::filesystem::path temporary_;
    bool is_temporary_ = false;
    bool is_prepared_ = false;
    int descriptor_ = -1;
    std::string buffer_;
};

/// The whole file at once, by AtomicFile.
void write_file(const std::filesystem::path &target, std::string_view bytes);

/// The bytes of a whole file. Throws InputError.
std::string read_file(const std::filesystem::path &source);

} // namespace gainsay
