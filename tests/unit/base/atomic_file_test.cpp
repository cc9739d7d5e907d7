#include "base/atomic_file.h"
#include "base/error.h"
#include "base/temporary_files.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/file.h>
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

TEST_CASE("a link to a file that is not there yet is followed, a ring of links refused") {
    const ScratchFolder folder;
    fs::create_directory(folder / "sub");
    fs::create_symlink("sub/second", folder / "first");
    fs::create_symlink("made", folder / "sub/second");
    write_file(folder / "first", "new");
    CHECK(fs::is_symlink(folder / "first"));
    CHECK(fs::is_symlink(folder / "sub/second"));
    CHECK(read_file(folder / "sub/made") == "new");
    fs::create_symlink("gone/made", folder / "nowhere");
    CHECK_THROWS_WITH(AtomicFile(folder / "nowhere"),
                      Catch::Matchers::Contains("nowhere: cannot create this file: No such"));
    CHECK(fs::is_symlink(folder / "nowhere"));
    fs::create_symlink("ring", folder / "ring");
    CHECK_THROWS_WITH(AtomicFile(folder / "ring"), Catch::Matchers::Contains("Too many levels of symbolic links"));
}

TEST_CASE("what killed processes left behind is removed, what living ones write is not") {
    const ScratchFolder folder;
    const auto touch = [&](const char *name) { write_file(folder / name, "x"); };
    for (const char *name :
         {"out.part99999999.0", "out.part12.7", "out.part", "out.part1", "out.partx.0", "other.part12.0"}) {
        touch(name);
    }
    fs::create_symlink("other.part12.0", folder / "out.part13.0");
    const int living = ::open((folder / "out.part12.7").c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(living >= 0);
    REQUIRE(::flock(living, LOCK_EX) == 0);
    write_file(folder / "out", "new");
    ::close(living);
    CHECK(read_file(folder / "out") == "new");
    CHECK_FALSE(fs::exists(folder / "out.part99999999.0"));
    for (const char *name :
         {"out.part12.7", "out.part", "out.part1", "out.partx.0", "other.part12.0", "out.part13.0"}) {
        INFO(name);
        CHECK(fs::exists(folder / name));
    }
}

TEST_CASE("files that are prepared appear only when they are committed") {
    const ScratchFolder folder;
    write_file(folder / "a", "old");
    AtomicFile a(folder / "a");
    AtomicFile b(folder / "b");
    a.write("new");
    b.write("new");
    a.prepare();
    b.prepare();
    CHECK_THROWS_AS(a.write("more"), OutputError);
    CHECK(read_file(folder / "a") == "old");
    CHECK_FALSE(fs::exists(folder / "b"));
    b.commit();
    CHECK(read_file(folder / "a") == "old");
    CHECK(read_file(folder / "b") == "new");
    { const AtomicFile given_up = std::move(a); }
    CHECK(read_file(folder / "a") == "old");
    CHECK(folder.count() == 2);
}

TEST_CASE("a signal removes what has a name") {
    const ScratchFolder folder;
    AtomicFile file(folder / "out");
    file.write("x");
    file.prepare();
    REQUIRE(folder.count() == 1);
    remove_temporaries();
    CHECK(folder.count() == 0);
    CHECK_THROWS_AS(file.commit(), OutputError);
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
