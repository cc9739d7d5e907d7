#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

namespace gainsay {

/// The file of overrides that a served page reads and writes, as it is: lines that the page does not know stay. Any
/// number of threads may ask.
class CorrectionsFile {
  public:
    struct State {
        std::string text;
        /// Names the text: who writes says which text was meant to be changed.
        std::string version;
    };
    enum class Outcome { written, outdated };

    /// Without a path nothing is kept beyond the run. Throws InputError for a file that is there and cannot be read, or
    /// has lines that are no overrides.
    explicit CorrectionsFile(std::filesystem::path path);

    State state() const;
    /// Replaces the text, whole or not at all, unless it has another version by now. Throws InputError for lines that
    /// are no overrides, OutputError for a file that cannot be written; the old text stays.
    Outcome replace(const std::string &text, std::string_view version);

  private:
    std::string read() const;

    std::filesystem::path path_;
    mutable std::mutex mutex_;
    /// Where there is no file.
    std::string text_;
};

} // namespace gainsay
