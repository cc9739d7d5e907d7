#include "base/atomic_file.h"
#include "base/error.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>
#include <string>

using namespace gainsay;
namespace fs = std::filesystem;

namespace {

/// An empty folder that goes away with the test.
class ScratchFolder {
  public:
    ScratchFolder() : path_(fs::temp_directory_path() / ("gainsay-atomic-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directory(path_);
    }
    ~ScratchFolder() { fs::remove_all(path_); }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    ScratchFolder(ScratchFolder &&) = delete;
    ScratchFolder &operator=(ScratchFolder &&) = delete;

    fs::path operator/(const char *name) const { return path_ / name; }
    std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

  private:
    fs::path path_;
};

} // namespace

TEST_CASE("a committed file has all bytes and leaves no temporary") {
    const ScratchFolder folder;
    const std::string bytes(300000, 'x');
    AtomicFile file(folder / "out");
    file.write(bytes);
    file.write("end");
    CHECK_FALSE(fs::exists(folder / "out"));
    file.commit();
    CHECK(read_file(folder / "out") == bytes + "end");
    CHECK(folder.count() == 1);
    CHECK_THROWS_AS(file.write("more"), OutputError);
    CHECK_THROWS_AS(file.commit(), OutputError);
}

TEST_CASE("without commit nothing changes") {
    const ScratchFolder folder;
    write_file(folder / "out", "old");
    {
        AtomicFile file(folder / "out");
        file.write(std::string(200000, 'y'));
        AtomicFile moved(std::move(file));
        moved.write("z");
    }
    CHECK(read_file(folder / "out") == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a file that is replaced keeps its permissions, a link its place") {
    const ScratchFolder folder;
    write_file(folder / "real", "old");
    fs::permissions(folder / "real", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("real", folder / "link");
    write_file(folder / "link", "new");
    CHECK(read_file(folder / "real") == "new");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(fs::status(folder / "real").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a full disk is an error with the target's name") {
    const auto fill = [] { write_file("/dev/full", std::string(200000, 'x')); };
    CHECK_THROWS_WITH(fill(), Catch::Matchers::Contains("/dev/full") && Catch::Matchers::Contains("No space left"));
    CHECK_THROWS_AS(write_file("/dev/full", "x"), OutputError);
}

TEST_CASE("targets that cannot be are refused at once") {
    const ScratchFolder folder;
    CHECK_THROWS_WITH(AtomicFile(folder / "missing/out"), Catch::Matchers::Contains("No such file or directory"));
    fs::create_directory(folder / "sub");
    CHECK_THROWS_WITH(AtomicFile(folder / "sub"), Catch::Matchers::Contains("Is a directory"));
    CHECK_THROWS_AS(read_file(folder / "missing"), InputError);
    CHECK_THROWS_AS(read_file(folder / "sub"), InputError);
}
