#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// JSON Schema (draft 7) of what `gainsay build` writes.
std::string graph_json_schema();

/// JSON Schema (draft 7) of one line of what `gainsay extract` writes.
std::string observations_json_schema();

/// The tables of kinds and attributes for people, in Markdown.
std::string schema_page();

/// A file of graph_schema/ that is made from the tables and committed.
struct GeneratedFile {
    std::string_view name;
    std::string (*make)();
};
const std::vector<GeneratedFile> &generated_files();

} // namespace gainsay
