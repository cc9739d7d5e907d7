// A model that does not fit together is refused with a message that names the place. Damage of bytes is tested in
// model_file_test.cpp.

#include "nlp/language_engine.h"

#include "base/error.h"
#include "support/temporary_file.h"
#include "tiny_model.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;
using gainsay::test::TemporaryFile;
using gainsay::test::TinyModel;

namespace {

/// The message of loading a model after a change; "no error" if it loads.
template <class Change>
std::string message_after(Change change) {
    TinyModel model;
    change(model);
    const TemporaryFile file("engine");
    model.write(file.path());
    try {
        LanguageEngine::load(file.path());
    } catch (const ModelError &error) {
        return error.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("a sound model loads and shows its header") {
    const TemporaryFile file("engine");
    TinyModel().write(file.path());
    const LanguageEngine engine = LanguageEngine::load(file.path());
    CHECK(engine.model_header() == R"({"name":"tiny"})");
}

TEST_CASE("a missing section is named") {
    for (const std::string &name : TinyModel().names()) {
        // A model may have any number of networks, counted by this section.
        if (name == "network.1.shape") {
            continue;
        }
        INFO(name);
        const std::string message = message_after([&](TinyModel &model) { model.remove(name); });
        CHECK_THAT(message, Contains(name));
        CHECK_THAT(message, Contains("gainsay-engine-"));
    }
}

TEST_CASE("a section of another size is refused") {
    for (const std::string &name : TinyModel().names()) {
        // Lists of words may have any length.
        if (name == "names.known" || name.rfind("labels.", 0) == 0) {
            continue;
        }
        INFO(name);
        for (const std::size_t cut : {1U, 4U}) {
            const std::string message =
                message_after([&](TinyModel &model) { model.section(name).resize(model.section(name).size() - cut); });
            CHECK(message != "no error");
        }
    }
    const auto grown = [](const std::string &name, std::size_t bytes) {
        return message_after([&](TinyModel &model) { model.section(name).resize(model.section(name).size() + bytes); });
    };
    CHECK_THAT(grown("network.0.encoder.1.backward.recurrent.weights", 8),
               Contains("network.0.encoder.1.backward.recurrent.weights") &&
                   Contains("expected 256 weights, found 264"));
    CHECK_THAT(grown("network.1.arc.root", 4), Contains("network.1.arc.root") && Contains("12 numbers, found 13"));
    CHECK_THAT(grown("network.0.shape", 4), Contains("network.0.shape") && Contains("10 numbers"));
    CHECK_THAT(grown("network.0.embedding.glue", 1), Contains("network.0.embedding.glue"));
    CHECK_THAT(grown("vectors", 6), Contains("vectors"));
}

TEST_CASE("labels of another number than the networks have are refused") {
    const std::string more = message_after(
        [](TinyModel &model) { model.replace_text("labels.relations", "root\nnsubj\nobj\npunct\nobl:agent\nobl\n"); });
    CHECK_THAT(more, Contains("relation.scales") || Contains("relation.weights"));
    std::string many;
    for (int i = 0; i < 200; ++i) {
        many += "l;" + std::to_string(i) + "+;0+\n";
    }
    CHECK_THAT(message_after([&](TinyModel &model) { model.replace_text("labels.lemmas", many); }),
               Contains("heads.scales") && Contains("at least"));
}

TEST_CASE("labels without sense are named") {
    CHECK_THAT(message_after([](TinyModel &model) { model.replace_text("labels.upos", "NOUN\nVERBS\n"); }),
               Contains("labels.upos") && Contains("VERBS"));
    CHECK_THAT(message_after([](TinyModel &model) { model.replace_text("labels.names", "O\nB-DWARF\n"); }),
               Contains("labels.names") && Contains("B-DWARF"));
    CHECK_THAT(message_after([](TinyModel &model) { model.replace_text("names.known", "place\tGeneva\nGeneva\n"); }),
               Contains("names.known") && Contains("found Geneva"));
    CHECK_THAT(message_after([](TinyModel &model) { model.replace_text("names.known", "river\tGeneva\n"); }),
               Contains("names.known") && Contains("river"));
}

TEST_CASE("an empty list of labels is refused") {
    for (const std::string name : {"labels.upos", "labels.xpos", "labels.feats", "labels.lemmas", "labels.names",
                                   "labels.silver_names", "labels.relations"}) {
        INFO(name);
        CHECK_THAT(message_after([&](TinyModel &model) { model.replace_text(name, ""); }), Contains(name));
    }
}

TEST_CASE("a tokenizer of another version is refused with both versions") {
    const std::string message = message_after([](TinyModel &model) { model.section("tokenizer")[0] ^= std::byte{1}; });
    CHECK_THAT(message, Contains("tokenizer") && Contains("expected version") && Contains("found version"));
}

TEST_CASE("what is no model file is refused") {
    CHECK_THROWS_AS(LanguageEngine::load("/nonexistent/english.model"), ModelError);
    CHECK_THROWS_AS(LanguageEngine::load("/dev/null"), ModelError);
}
