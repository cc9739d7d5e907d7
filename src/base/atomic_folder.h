#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Writes a folder of files that appears whole under its name or not at all: files go to a temporary folder beside the
/// target, `commit` renames it. A folder of that name is replaced where it holds nothing but files that are written
/// anew (an earlier run's); anything else in it is an error, and it stays as it was. Destroyed without `commit` it
/// leaves nothing. Errors throw OutputError with the target's name. One object a thread.
class AtomicFolder {
  public:
    /// Makes the temporary folder, so that a place that cannot be written shows before the work.
    explicit AtomicFolder(std::filesystem::path target);
    ~AtomicFolder();
    AtomicFolder(const AtomicFolder &) = delete;
    AtomicFolder &operator=(const AtomicFolder &) = delete;
    AtomicFolder(AtomicFolder &&) = delete;
    AtomicFolder &operator=(AtomicFolder &&) = delete;

    /// Where the caller writes a file of this name, which the folder then has. A name is no path.
    std::filesystem::path file(const std::string &name);
    /// Nothing may be written afterwards.
    void commit();

    const std::filesystem::path &target() const { return target_; }

  private:
    [[noreturn]] void fail(const std::string &action, int error_number) const;
    void check_replaceable() const;

    std::filesystem::path target_;
    /// Empty when it was renamed.
    std::filesystem::path temporary_;
    std::vector<std::string> names_;
};

} // namespace gainsay
