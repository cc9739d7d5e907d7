#include "base/folder_names.h"

#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

using namespace gainsay;
using gainsay::test::TemporaryFile;

TEST_CASE("a folder's names are sorted, hidden ones too") {
    const TemporaryFile place("folder-names");
    std::filesystem::create_directories(place.path() / "c");
    for (const char *name : {"b", "a", ".d"}) {
        std::ofstream(place.path() / name) << "x";
    }
    std::error_code error;
    CHECK(folder_names(place.path(), error) == std::vector<std::string>{".d", "a", "b", "c"});
    CHECK(!error);
    std::filesystem::remove_all(place.path());
}

TEST_CASE("what is no folder is an error") {
    std::error_code error;
    CHECK(folder_names("/nowhere/at all", error).empty());
    CHECK(error == std::errc::no_such_file_or_directory);
    CHECK(folder_names("/dev/null", error).empty());
    CHECK(error == std::errc::not_a_directory);
}
