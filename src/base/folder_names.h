#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace gainsay {

/// The names of what lies in a folder, sorted, without "." and ".."; with `error` set, those read until then. Throws
/// std::bad_alloc where memory runs out, which ends the program in std::filesystem's iterators of GCC 12.
std::vector<std::string> folder_names(const std::filesystem::path &folder, std::error_code &error);

} // namespace gainsay
