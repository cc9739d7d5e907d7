#pragma once

#include "ingest/sources/ingest_options.h"

#include "base/diagnostics.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gainsay {

/// A file to be read. The path "-" stands for standard input.
struct InputFile {
    std::filesystem::path path;
    /// What the name says, without .gz or .zst; nothing for other names.
    std::optional<InputFormat> format;

    /// The name without folder and without the endings of format and compression: the document's id by default.
    std::string stem() const;
};

/// What a file name's ending says: .txt .text .md .markdown .html .htm .xhtml .jsonl .ndjson .json, each also with .gz,
/// .zst or .zstd after it.
std::optional<InputFormat> format_by_name(const std::filesystem::path &path);

/// The file of metadata beside an article: NAME.json for NAME.txt, NAME.html.gz and so on.
std::filesystem::path metadata_path(const InputFile &file);

/// Goes through files and folders in a fixed order: as given, folders by their entries' names in byte order,
/// sub-folders in place. In a folder it takes the files whose name tells their format and counts the others by kind;
/// hidden entries are left out, and links to folders are not followed. A NAME.json beside an article is its metadata
/// and no input. Holds the names of the folders it is in. One object a thread.
class FileWalk {
  public:
    explicit FileWalk(std::vector<std::string> inputs);

    /// The next file, or what is wrong with an input that is none; nothing at the end. Never throws InputError.
    std::optional<std::variant<InputFile, Diagnostic>> next();

    /// Whether `next` will give standard input.
    bool is_at_standard_input() const;

    /// What was passed over, one warning for each folder among the inputs.
    const Diagnostics &diagnostics() const { return diagnostics_; }

  private:
    struct Folder {
        std::filesystem::path path;
        /// Names, sorted; those before `next` are done.
        std::vector<std::string> names;
        std::size_t next = 0;
        /// An input given by the user, that has to yield something.
        bool is_input = false;
        std::size_t files_found = 0;
    };
    /// A kind of thing by its name for one and for more.
    struct KindName {
        std::string one;
        std::string many;
    };
    struct PassedOver {
        KindName kind;
        std::string first;
        std::size_t count = 0;
    };

    std::optional<Diagnostic> enter(const std::filesystem::path &path, bool is_input);
    std::optional<std::variant<InputFile, Diagnostic>> next_input();
    std::optional<std::variant<InputFile, Diagnostic>> next_in_folder();
    static KindName kind_of(const std::filesystem::path &path, bool is_regular_file);
    void pass_over(KindName kind, const std::filesystem::path &path);

    std::vector<std::string> inputs_;
    std::size_t next_input_ = 0;
    std::vector<Folder> folders_;
    /// Below the input that is walked, in the order in which the kinds were met.
    std::vector<PassedOver> passed_over_;
    Diagnostics diagnostics_;
};

} // namespace gainsay
