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

/// The model file: the one set by `set_model_path`, else the resource "en/english.model". Throws ModelError as
/// `resource_path` does; a path that was set is returned as it is.
std::filesystem::path model_path();

/// Overrides the resource for this process. Call it before threads start; an empty path takes it back.
void set_model_path(std::filesystem::path path);

} // namespace gainsay
