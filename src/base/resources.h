#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace gainsay {

/// Where the resources (the words of a language, the model) lie: what a user chose, or the usual places.
class Resources {
  public:
    /// `folder` stands alone where it is given: a silent second choice would hide a typing error. Else the
    /// environment's GAINSAY_RESOURCES, or else share/gainsay beside the running program's folder (which in a build
    /// tree links to src/resources) and where this library was configured to be installed. `model` is the model file;
    /// empty: the resource "en/english.model".
    explicit Resources(std::filesystem::path folder = {}, std::filesystem::path model = {});

    /// The first of the folders that exists; empty if none does.
    std::filesystem::path folder() const;
    /// The path of an existing resource, by its name under the folder: "en/reporting_verbs.tsv". Throws ModelError that
    /// names the places searched.
    std::filesystem::path path(std::string_view name) const;
    /// The folder that holds a language's files, which all lie together. Throws ModelError where there is none.
    std::filesystem::path words() const { return path("en/entity_words.tsv").parent_path(); }
    /// A model file that was chosen is returned as it is. Throws ModelError as path() does.
    std::filesystem::path model() const;

  private:
    /// In order of preference.
    std::vector<std::filesystem::path> folders_;
    std::filesystem::path model_;
};

} // namespace gainsay
