#include "base/atomic_file.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/generated_files.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace gainsay;

TEST_CASE("the committed files are what the tables make") {
    for (const GeneratedFile &file : generated_files()) {
        CAPTURE(file.name);
        // If this fails: build the target schema_files and review the difference.
        CHECK(file.make() == read_file(std::filesystem::path(GAINSAY_SOURCE_DIR) / "graph_schema" / file.name));
    }
}

TEST_CASE("every kind of edge stands in schema and page") {
    for (const EdgeKindRow &kind : edge_kinds()) {
        CAPTURE(kind.name);
        CHECK(graph_json_schema().find("\"" + std::string(kind.name) + "\"") != std::string::npos);
        CHECK(schema_page().find("| `" + std::string(kind.name) + "` |") != std::string::npos);
    }
}
