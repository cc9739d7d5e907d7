#include "base/atomic_file.h"
#include "base/error.h"
#include "neural/model_file.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;

namespace {

/// A path in the temporary folder whose file goes away with the test.
class ScratchFile {
  public:
    explicit ScratchFile(const std::string &name = {})
        : path_(std::filesystem::temp_directory_path() / ("gainsay-model-" + std::to_string(::getpid()) + name)) {}
    ~ScratchFile() { std::filesystem::remove(path_); }
    ScratchFile(const ScratchFile &) = delete;
    ScratchFile &operator=(const ScratchFile &) = delete;
    ScratchFile(ScratchFile &&) = delete;
    ScratchFile &operator=(ScratchFile &&) = delete;

    const std::filesystem::path &path() const { return path_; }

  private:
    std::filesystem::path path_;
};

std::span<const std::byte> bytes(std::string_view text) {
    return std::as_bytes(std::span(text));
}

/// Hundreds of damaged files are written here: without waiting for the disk.
void write_plainly(const std::filesystem::path &path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

void write_sample(const std::filesystem::path &path) {
    const std::array<float, 3> weights = {0.5F, -1.0F, 2.0F};
    ModelFileWriter writer;
    writer.add("words", bytes("deny\nassert\n"));
    writer.add_numbers("weights", std::span<const float>(weights));
    writer.add("nothing", {});
    writer.write(path, R"({"recipe":"test"})");
}

/// Writes the sample with a change and gives the message of opening it.
template <class Change>
std::string message_after(Change change) {
    const ScratchFile file;
    write_sample(file.path());
    std::string content = read_file(file.path());
    change(content);
    write_plainly(file.path(), content);
    try {
        ModelFile::open(file.path());
    } catch (const ModelError &error) {
        CHECK_THAT(error.what(), Contains(file.path().string()));
        return error.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("a model file gives back what was put in") {
    const ScratchFile file;
    write_sample(file.path());
    ModelFile opened = ModelFile::open(file.path());
    const ModelFile model = std::move(opened);
    CHECK(model.header() == R"({"recipe":"test"})");
    CHECK(model.names() == std::vector<std::string_view>{"words", "weights", "nothing"});
    CHECK(model.has("weights"));
    CHECK_FALSE(model.has("weight"));
    const std::span<const char> words = model.section_as<char>("words");
    CHECK(std::string(words.begin(), words.end()) == "deny\nassert\n");
    const std::span<const float> weights = model.section_as<float>("weights");
    REQUIRE(weights.size() == 3);
    CHECK(weights[1] == -1.0F);
    CHECK(reinterpret_cast<std::uintptr_t>(weights.data()) % 64 == 0);
    CHECK(model.section("nothing").empty());
    CHECK_THROWS_WITH(model.section("heads"), Contains("expected a section 'heads'"));
    CHECK_THROWS_WITH(model.section_as<std::uint64_t>("weights"), Contains("expected a multiple of 8 bytes, found 12"));
}

TEST_CASE("the same sections give the same bytes") {
    const ScratchFile file;
    write_sample(file.path());
    const std::string first = read_file(file.path());
    write_sample(file.path());
    CHECK(read_file(file.path()) == first);
}

TEST_CASE("section names are unique and not empty") {
    ModelFileWriter writer;
    writer.add("a", {});
    CHECK_THROWS_AS(writer.add("a", {}), UsageError);
    CHECK_THROWS_AS(writer.add("", {}), UsageError);
}

TEST_CASE("a version that is not ours is named with ours") {
    CHECK_THAT(message_after([](std::string &content) { content[8] = 2; }),
               Contains("expected model format version 1, found version 2, made for a newer gainsay"));
    CHECK_THAT(message_after([](std::string &content) { content[8] = 0; }),
               Contains("expected model format version 1, found version 0, made by an older gainsay"));
}

TEST_CASE("damage is found at every single byte that means something") {
    const ScratchFile file;
    write_sample(file.path());
    const std::string sound = read_file(file.path());
    const ModelFile model = ModelFile::open(file.path());
    std::vector<bool> meaningful(sound.size(), false);
    const std::size_t layout_size =
        64 + model.header().size() + std::string_view("wordsweightsnothing").size() + std::size_t{3} * 28;
    for (std::size_t i = 0; i < layout_size; ++i) {
        meaningful[i] = true;
    }
    for (const std::string_view name : model.names()) {
        const auto section = model.section(name);
        const std::string text(reinterpret_cast<const char *>(section.data()), section.size());
        const std::size_t at = text.empty() ? 0 : sound.find(text, layout_size);
        for (std::size_t i = 0; i < text.size(); ++i) {
            meaningful[at + i] = true;
        }
    }
    for (std::size_t i = 0; i < sound.size(); ++i) {
        std::string content = sound;
        content[i] = static_cast<char>(content[i] ^ 0x10);
        const ScratchFile damaged;
        write_plainly(damaged.path(), content);
        INFO("byte " << i);
        if (meaningful[i]) {
            CHECK_THROWS_AS(ModelFile::open(damaged.path()), ModelError);
        } else {
            CHECK_NOTHROW(ModelFile::open(damaged.path()));
        }
    }
}

TEST_CASE("the message says what is damaged") {
    CHECK_THAT(message_after([](std::string &content) { content.pop_back(); }), Contains("(cut off)"));
    CHECK_THAT(message_after([](std::string &content) { content += 'x'; }), Contains("(something was added)"));
    CHECK_THAT(message_after([](std::string &content) { content[0] = 'g'; }),
               Contains("expected a gainsay model file, found a file of another kind"));
    CHECK_THAT(message_after([](std::string &content) { content[64] = '['; }),
               Contains("the checksum of its header and table"));
    CHECK_THAT(message_after([](std::string &content) { content[content.find("deny")] = 'D'; }),
               Contains("section 'words', bytes "));
    CHECK_THAT(message_after([](std::string &content) { content.resize(10); }), Contains("found 10 bytes"));
    CHECK_THAT(message_after([](std::string &content) { content.clear(); }), Contains("found 0 bytes"));
}

TEST_CASE("every truncation is refused") {
    const ScratchFile file;
    write_sample(file.path());
    const std::string sound = read_file(file.path());
    for (std::size_t size = 0; size < sound.size(); ++size) {
        write_plainly(file.path(), std::string_view(sound).substr(0, size));
        CHECK_THROWS_AS(ModelFile::open(file.path()), ModelError);
    }
}

TEST_CASE("what cannot be opened is a model error with the reason") {
    CHECK_THROWS_WITH(ModelFile::open("/nonexistent/en.model"), Contains("No such file or directory"));
    CHECK_THROWS_AS(ModelFile::open("/tmp"), ModelError);
    CHECK_THROWS_AS(ModelFile::open("/dev/null"), ModelError);
}

TEST_CASE("a model refuses the states of another model than its own, with both names") {
    const ScratchFile one("one.model");
    const ScratchFile other("other.model");
    const ScratchFile reader("reader.model");
    const ScratchFile without("without.model");
    ModelFileWriter writer;
    const std::vector<float> numbers = {1, 2, 3};
    writer.add_numbers("numbers", std::span<const float>(numbers));
    writer.write(one.path(), "{}");
    writer.write(without.path(), "{}");
    writer.write(other.path(), "{\"a\": 1}");
    add_states_of(writer, ModelFile::open(one.path()));
    writer.write(reader.path(), "{}");
    const ModelFile model = ModelFile::open(reader.path());
    CHECK_NOTHROW(check_states_of(model, ModelFile::open(one.path())));
    // The name does not matter, the contents do.
    CHECK_NOTHROW(check_states_of(model, ModelFile::open(without.path())));
    CHECK_THROWS_WITH(check_states_of(model, ModelFile::open(other.path())),
                      Contains("reader.model") && Contains("other.model"));
    CHECK_NOTHROW(check_states_of(ModelFile::open(without.path()), ModelFile::open(other.path())));
}
