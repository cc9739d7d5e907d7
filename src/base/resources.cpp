#include "base/resources.h"

#include "base/error.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

std::filesystem::path &chosen_folder() {
    static std::filesystem::path folder;
    return folder;
}

std::filesystem::path &chosen_model() {
    static std::filesystem::path path;
    return path;
}

/// In order of preference. A folder that the user names stands alone: a silent second choice would hide a typing error.
std::vector<std::filesystem::path> candidate_folders() {
    if (!chosen_folder().empty()) {
        return {chosen_folder()};
    }
    const char *from_environment = std::getenv("GAINSAY_RESOURCES"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (from_environment != nullptr && *from_environment != '\0') {
        return {from_environment};
    }
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        folders.push_back(program.parent_path().parent_path() / "share" / "gainsay");
    }
    folders.emplace_back(GAINSAY_INSTALLED_RESOURCES);
    return folders;
}

} // namespace

std::filesystem::path resource_folder() {
    std::error_code error;
    for (const std::filesystem::path &folder : candidate_folders()) {
        if (std::filesystem::is_directory(folder, error)) {
            return folder;
        }
    }
    return {};
}

void set_resource_folder(std::filesystem::path folder) {
    chosen_folder() = std::move(folder);
}

std::filesystem::path resource_path(std::string_view name) {
    std::error_code error;
    std::string searched;
    for (const std::filesystem::path &folder : candidate_folders()) {
        std::filesystem::path path = folder / name;
        if (std::filesystem::exists(path, error)) {
            return path;
        }
        searched += (searched.empty() ? "" : " or ") + folder.string();
    }
    throw ModelError(std::string(name), "this resource in " + searched + " (GAINSAY_RESOURCES names another folder)",
                     "no such file");
}

std::filesystem::path model_path() {
    return chosen_model().empty() ? resource_path("en/english.model") : chosen_model();
}

void set_model_path(std::filesystem::path path) {
    chosen_model() = std::move(path);
}

} // namespace gainsay
