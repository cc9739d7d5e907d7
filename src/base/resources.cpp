#include "base/resources.h"

#include "base/error.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace gainsay {

Resources::Resources(std::filesystem::path folder, std::filesystem::path model) : model_(std::move(model)) {
    if (!folder.empty()) {
        folders_.push_back(std::move(folder));
        return;
    }
    const char *from_environment = std::getenv("GAINSAY_RESOURCES"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (from_environment != nullptr && *from_environment != '\0') {
        folders_.emplace_back(from_environment);
        return;
    }
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        folders_.push_back(program.parent_path().parent_path() / "share" / "gainsay");
    }
    folders_.emplace_back(GAINSAY_INSTALLED_RESOURCES);
}

std::filesystem::path Resources::folder() const {
    std::error_code error;
    for (const std::filesystem::path &folder : folders_) {
        if (std::filesystem::is_directory(folder, error)) {
            return folder;
        }
    }
    return {};
}

std::filesystem::path Resources::path(std::string_view name) const {
    std::error_code error;
    std::string searched;
    for (const std::filesystem::path &folder : folders_) {
        std::filesystem::path path = folder / name;
        if (std::filesystem::exists(path, error)) {
            return path;
        }
        searched += (searched.empty() ? "" : " or ") + folder.string();
    }
    throw ModelError(std::string(name), "this resource in " + searched + " (GAINSAY_RESOURCES names another folder)",
                     "no such file");
}

std::filesystem::path Resources::model() const {
    return model_.empty() ? path("en/english.model") : model_;
}

} // namespace gainsay
