// The names network within the engine, with small models of random weights.

#include "nlp/language_engine.h"

#include "base/error.h"
#include "tiny_model.h"
#include "tiny_names_model.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace gainsay;
using test::TinyModel;
using test::TinyNamesModel;

namespace {

/// What the encoders of TinyModel give a token: states of all networks in both directions and the word's vector.
constexpr std::size_t tiny_states = TinyModel::networks * 2 * TinyModel::hidden + TinyModel::vector_size;

/// A folder with an engine's model, which goes away with the object.
class ModelFolder {
  public:
    ModelFolder()
        : path_(std::filesystem::temp_directory_path() / ("gainsay-engine-names-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
        TinyModel().write(engine());
    }
    ~ModelFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ModelFolder(const ModelFolder &) = delete;
    ModelFolder &operator=(const ModelFolder &) = delete;
    ModelFolder(ModelFolder &&) = delete;
    ModelFolder &operator=(ModelFolder &&) = delete;

    std::filesystem::path engine() const { return path_ / "english.model"; }
    std::filesystem::path names() const { return path_ / "names.model"; }

  private:
    std::filesystem::path path_;
};

Document document_of(std::string text) {
    Document document;
    document.meta.id = "test";
    document.text = std::move(text);
    return document;
}

const std::string story = "Anna Muster met the minister in Geneva. Muster said nothing. The agency left with Anna.";

} // namespace

TEST_CASE("A names network beside the engine's model says what is a name") {
    const ModelFolder folder;
    LanguageEngine::Scratch scratch;
    Document before = document_of(story);
    LanguageEngine::load(folder.engine()).annotate(before, scratch);
    TinyNamesModel(tiny_states).write(folder.names());
    const LanguageEngine engine = LanguageEngine::load(folder.engine());
    Document after = document_of(story);
    engine.annotate(after, scratch);
    CHECK(find_inconsistency(after) == std::nullopt);
    CHECK(before.tokens == after.tokens);
    CHECK(before.names != after.names);
    // The same tokens give the same names without the engine's own segmentation.
    Document again = after;
    engine.annotate_tokens(again, scratch);
    CHECK(again.names == after.names);
}

TEST_CASE("Documents annotated together get the names that they get alone") {
    const ModelFolder folder;
    TinyNamesModel(tiny_states).write(folder.names());
    const LanguageEngine engine = LanguageEngine::load(folder.engine());
    LanguageEngine::Scratch scratch;
    std::vector<Document> documents = {document_of(story), document_of("Nobody spoke."), document_of(""),
                                       document_of("Muster left Geneva for Geneva. " + story)};
    std::vector<Document> alone = documents;
    std::vector<Document *> all;
    all.reserve(documents.size());
    for (Document &document : documents) {
        all.push_back(&document);
    }
    engine.annotate(all, scratch);
    for (std::size_t d = 0; d < alone.size(); ++d) {
        LanguageEngine::Scratch fresh;
        engine.annotate(alone[d], fresh);
        CHECK(alone[d] == documents[d]);
    }
}

TEST_CASE("A names network for other states is refused") {
    const ModelFolder folder;
    TinyNamesModel(tiny_states + 4).write(folder.names());
    CHECK_THROWS_AS(LanguageEngine::load(folder.engine()), ModelError);
}
