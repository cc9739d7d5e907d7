#include "base/atomic_file.h"
#include "base/error.h"
#include "base/resources.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>

using namespace gainsay;

TEST_CASE("the build tree finds the source tree's resources") {
    CHECK(std::filesystem::is_directory(resource_path("en")));
}

TEST_CASE("a folder that is set stands alone") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("gainsay-resources-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    write_file(folder / "words.txt", "deny\n");
    set_resource_folder(folder);
    CHECK(resource_folder() == folder);
    CHECK(resource_path("words.txt") == folder / "words.txt");
    CHECK_THROWS_AS(resource_path("en"), ModelError);
    CHECK_THROWS_WITH(resource_path("en"), Catch::Matchers::Contains(folder.string()));
    set_resource_folder({});
    std::filesystem::remove_all(folder);
    CHECK(resource_folder() != folder);
}
