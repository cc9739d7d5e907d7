#include "base/folder_names.h"

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>

namespace gainsay {

namespace {

struct Close {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

} // namespace

std::vector<std::string> folder_names(const std::filesystem::path &folder, std::error_code &error) {
    error.clear();
    std::vector<std::string> names;
    const std::unique_ptr<DIR, Close> opened(::opendir(folder.c_str()));
    if (!opened) {
        error.assign(errno, std::generic_category());
        return names;
    }
    for (;;) {
        errno = 0;
        const dirent *entry = ::readdir(opened.get());
        if (entry == nullptr) {
            error.assign(errno, std::generic_category());
            break;
        }
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") {
            names.emplace_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace gainsay
