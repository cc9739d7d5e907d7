#include "ingest/sources/file_walk.h"

#include "ingest/sources/byte_stream.h"
#include "ingest/sources/foreign_kind.h"

#include "base/error.h"
#include "base/folder_names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

namespace gainsay {

namespace fs = std::filesystem;

namespace {

struct NameEnding {
    std::string_view ending;
    InputFormat format;
};

constexpr std::array<NameEnding, 10> name_endings = {{{".txt", InputFormat::plain_text},
                                                      {".text", InputFormat::plain_text},
                                                      {".md", InputFormat::markdown},
                                                      {".markdown", InputFormat::markdown},
                                                      {".html", InputFormat::html},
                                                      {".htm", InputFormat::html},
                                                      {".xhtml", InputFormat::html},
                                                      {".jsonl", InputFormat::json_lines},
                                                      {".ndjson", InputFormat::json_lines},
                                                      {".json", InputFormat::json}}};
constexpr std::array<std::string_view, 4> compressions = {"", ".gz", ".zst", ".zstd"};

std::string lower_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// The path without an ending that names a compression.
fs::path without_compression(const fs::path &path) {
    const std::string ending = lower_ascii(path.extension().string());
    const bool compressed =
        !ending.empty() && std::find(compressions.begin() + 1, compressions.end(), ending) != compressions.end();
    return compressed ? path.parent_path() / path.stem() : path;
}

/// Whether an article lies beside NAME.json that is NAME in another format.
bool has_article_beside(const fs::path &json) {
    const std::string stem = without_compression(json).stem().string();
    std::error_code error;
    return std::any_of(name_endings.begin(), name_endings.end(), [&](const NameEnding &row) {
        if (row.format == InputFormat::json || row.format == InputFormat::json_lines) {
            return false;
        }
        return std::any_of(compressions.begin(), compressions.end(), [&](std::string_view compression) {
            return fs::exists(json.parent_path() / (stem + std::string(row.ending) + std::string(compression)), error);
        });
    });
}

/// "a Word document" as it stands behind a number.
std::string without_article(std::string_view name) {
    for (const std::string_view article : {"a ", "an "}) {
        if (name.substr(0, article.size()) == article) {
            return std::string(name.substr(article.size()));
        }
    }
    return std::string(name);
}

Diagnostic failure(const fs::path &path, const std::string &message) {
    return {Severity::error, path.string(), {}, {}, message};
}

} // namespace

std::optional<InputFormat> format_by_name(const fs::path &path) {
    const std::string ending = lower_ascii(without_compression(path).extension().string());
    const auto *const found = std::find_if(name_endings.begin(), name_endings.end(),
                                           [&](const NameEnding &row) { return row.ending == ending; });
    return found == name_endings.end() ? std::nullopt : std::optional(found->format);
}

std::string InputFile::stem() const {
    if (path == "-") {
        return "stdin";
    }
    const fs::path plain = without_compression(path);
    return (format ? plain.stem() : plain.filename()).string();
}

fs::path metadata_path(const InputFile &file) {
    return file.path.parent_path() / (without_compression(file.path).stem().string() + ".json");
}

FileWalk::FileWalk(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {}

std::optional<std::variant<InputFile, Diagnostic>> FileWalk::next() {
    for (;;) {
        if (folders_.empty()) {
            if (next_input_ == inputs_.size()) {
                return std::nullopt;
            }
            if (auto item = next_input()) {
                return item;
            }
        } else if (auto item = next_in_folder()) {
            return item;
        }
    }
}

bool FileWalk::is_at_standard_input() const {
    return folders_.empty() && next_input_ < inputs_.size() && inputs_[next_input_] == "-";
}

std::optional<std::variant<InputFile, Diagnostic>> FileWalk::next_input() {
    const std::string &input = inputs_[next_input_++];
    if (input == "-") {
        return InputFile{input, std::nullopt};
    }
    const fs::path path(input);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        return failure(path, error && error != std::errc::no_such_file_or_directory
                                 ? "cannot open: " + system_message(error.value())
                                 : "no such file or folder");
    }
    if (fs::is_directory(status)) {
        if (std::optional<Diagnostic> problem = enter(path, true)) {
            return *std::move(problem);
        }
        return std::nullopt;
    }
    const std::optional<InputFormat> format = format_by_name(path);
    if (format == InputFormat::json && has_article_beside(path)) {
        return std::nullopt;
    }
    return InputFile{path, format};
}

std::optional<Diagnostic> FileWalk::enter(const fs::path &path, bool is_input) {
    Folder folder;
    folder.path = path;
    folder.is_input = is_input;
    std::error_code error;
    folder.names = folder_names(path, error);
    if (error) {
        return failure(path, "cannot read the folder: " + system_message(error.value()));
    }
    folders_.push_back(std::move(folder));
    return std::nullopt;
}

/// What a file is that no name of ours tells, by its content and then by its name.
FileWalk::KindName FileWalk::kind_of(const fs::path &path, bool is_regular_file) {
    if (!is_regular_file) {
        return {"device or pipe", "devices or pipes"};
    }
    const ForeignKind *kind = nullptr;
    try {
        ByteStream stream = ByteStream::open(path, path.string());
        kind = find_foreign_kind(stream.peek(foreign_kind_bytes));
    } catch (const InputError &) {
        // It is passed over anyway.
    }
    kind = kind == nullptr ? foreign_kind_by_name(path) : kind;
    if (kind != nullptr) {
        return {without_article(kind->name), std::string(kind->many)};
    }
    const std::string ending = path.extension().string();
    return ending.empty() ? KindName{"file without an ending", "files without an ending"}
                          : KindName{ending + " file", ending + " files"};
}

void FileWalk::pass_over(KindName kind, const fs::path &path) {
    auto found = std::find_if(passed_over_.begin(), passed_over_.end(),
                              [&](const PassedOver &seen) { return seen.kind.one == kind.one; });
    if (found == passed_over_.end()) {
        found = passed_over_.insert(found, {std::move(kind), path.string(), 0});
    }
    ++found->count;
}

std::optional<std::variant<InputFile, Diagnostic>> FileWalk::next_in_folder() {
    while (folders_.back().next < folders_.back().names.size()) {
        Folder &folder = folders_.back();
        const std::string &name = folder.names[folder.next++];
        if (name.front() == '.') {
            continue;
        }
        const fs::path path = folder.path / name;
        std::error_code error;
        const bool is_link = fs::is_symlink(fs::symlink_status(path, error));
        const fs::file_status status = fs::status(path, error);
        const std::optional<InputFormat> format = format_by_name(path);
        if (fs::is_directory(status)) {
            if (is_link) {
                pass_over({"link to a folder", "links to folders"}, path);
                continue;
            }
            if (std::optional<Diagnostic> problem = enter(path, false)) {
                return *std::move(problem);
            }
            return std::nullopt;
        }
        // A link that leads nowhere goes on, and opening it says so. Of what cannot be looked at nobody knows whether
        // it is an article or a folder of them.
        if (error && error != std::errc::no_such_file_or_directory && !format) {
            return failure(path, "cannot open: " + system_message(error.value()));
        }
        if (!format || (fs::exists(status) && !fs::is_regular_file(status))) {
            pass_over(kind_of(path, fs::is_regular_file(status)), path);
        } else if (format != InputFormat::json || !has_article_beside(path)) {
            ++folder.files_found;
            return InputFile{path, format};
        }
    }
    const Folder done = std::move(folders_.back());
    folders_.pop_back();
    if (!folders_.empty()) {
        folders_.back().files_found += done.files_found;
    }
    if (done.is_input && !passed_over_.empty()) {
        std::string list;
        for (const PassedOver &kind : passed_over_) {
            list += (list.empty() ? "" : ", ") + std::to_string(kind.count) + " " +
                    (kind.count == 1 ? kind.kind.one : kind.kind.many) + " (first: " + kind.first + ")";
        }
        diagnostics_.warn(done.path.string(), "passed over: " + list);
        passed_over_.clear();
    }
    if (done.is_input && done.files_found == 0) {
        return failure(done.path, "expected articles (.txt .md .html .jsonl .json, also .gz or .zst), found none");
    }
    return std::nullopt;
}

} // namespace gainsay
