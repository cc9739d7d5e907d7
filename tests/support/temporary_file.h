#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace gainsay::test {

/// A path in the temporary folder whose file goes away with the object. Two of different names may live at once.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string &name)
        : path_(std::filesystem::temp_directory_path() / ("gainsay-" + name + "-" + std::to_string(::getpid()))) {}
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    TemporaryFile(TemporaryFile &&) = delete;
    TemporaryFile &operator=(TemporaryFile &&) = delete;

    const std::filesystem::path &path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace gainsay::test
