#pragma once

#include <filesystem>
#include <string_view>

namespace gainsay {

/// Where the resources (the words of a language, the model) lie: the folder set by `set_resource_folder`, else the
/// environment's GAINSAY_RESOURCES, else share/gainsay beside the running program's folder (which in a build tree links
/// to src/resources), else where this library was configured to be installed. Empty if none of them exists.
std::filesystem::path resource_folder();

/// Overrides all others for this process. Call it before threads start; an empty path takes it back.
void set_resource_folder(std::filesystem::path folder);

/// The path of an existing resource, by its name under the folder: "en/reporting_verbs.tsv". Throws ModelError that
/// names the places searched.
std::filesystem::path resource_path(std::string_view name);

} // namespace gainsay
