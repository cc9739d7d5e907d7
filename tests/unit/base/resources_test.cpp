#include "base/atomic_file.h"
#include "base/error.h"
#include "base/resources.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>

using namespace gainsay;

TEST_CASE("the build tree finds the source tree's resources") {
    CHECK(std::filesystem::is_directory(Resources().path("en")));
    CHECK(Resources().words() == Resources().folder() / "en");
}

TEST_CASE("a folder that is given stands alone") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("gainsay-resources-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    write_file(folder / "words.txt", "deny\n");
    const Resources given(folder);
    CHECK(given.folder() == folder);
    CHECK(given.path("words.txt") == folder / "words.txt");
    CHECK_THROWS_AS(given.path("en"), ModelError);
    CHECK_THROWS_WITH(given.path("en"), Catch::Matchers::Contains(folder.string()));
    CHECK_THROWS_AS(given.model(), ModelError);
    std::filesystem::remove_all(folder);
    CHECK(Resources(folder).folder().empty());
}

TEST_CASE("a model that is given is taken as it is") {
    CHECK(Resources({}, "/x/y.model").model() == "/x/y.model");
    CHECK(Resources("/nonexistent", "/x/y.model").model() == "/x/y.model");
}
