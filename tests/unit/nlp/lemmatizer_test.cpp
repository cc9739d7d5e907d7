#include "nlp/analysis/lemmatizer.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;
using gainsay::test::TemporaryFile;

namespace {

const LabelList rules = {"l;0+;0+", "k;0+;0+", "l;0+;1+", "l;0+;3+y", "l;0+;2+", "l;=go"};

/// A file with these words and known forms; kept open as long as the object.
class Sample {
  public:
    explicit Sample(const std::function<void(ModelFileWriter &)> &forms) : file_(open(forms)), lemmatizer_(file_) {}
    Sample()
        : Sample([](ModelFileWriter &writer) {
              Lemmatizer::write(writer, {{"left", Upos::VERB, 5}, {"May", Upos::AUX, 0}, {"US", Upos::PROPN, 1}});
          }) {}

    std::string lemma(std::string_view form, Upos upos, const std::vector<float> &scores) const {
        return lemmatizer_.lemma(form, upos, scores);
    }
    std::optional<std::string> known_lemma(std::string_view form, Upos upos) const {
        return lemmatizer_.known_lemma(form, upos);
    }
    std::size_t rule_count() const { return lemmatizer_.rule_count(); }

  private:
    static ModelFile open(const std::function<void(ModelFileWriter &)> &forms) {
        const TemporaryFile path("lemmatizer");
        ModelFileWriter writer;
        write_labels(writer, "labels.lemmas", rules);
        WordTable::write(writer, "words", {"city", "cities", "report", "reports", "go", "class", "classes", "left"});
        forms(writer);
        writer.write(path.path(), "{}");
        return ModelFile::open(path.path());
    }

    ModelFile file_;
    Lemmatizer lemmatizer_;
};

} // namespace

TEST_CASE("a form that always has one lemma needs no scores") {
    const Sample sample;
    CHECK(sample.known_lemma("left", Upos::VERB) == "go");
    CHECK(sample.known_lemma("Left", Upos::VERB) == "go");
    CHECK_FALSE(sample.known_lemma("left", Upos::ADJ));
    CHECK_FALSE(sample.known_lemma("cities", Upos::NOUN));
}

TEST_CASE("the likeliest rule makes the lemma") {
    const Sample sample;
    CHECK(sample.rule_count() == rules.size());
    CHECK(sample.lemma("Reports", Upos::NOUN, {0, 0, 9, 0, 0, 0}) == "report");
    CHECK(sample.lemma("Cities", Upos::NOUN, {0, 0, 0, 9, 0, 0}) == "city");
    CHECK(sample.lemma("Moscow", Upos::PROPN, {0, 9, 0, 0, 0, 0}) == "Moscow");
}

TEST_CASE("a form that is always the same has its own rule") {
    const Sample sample;
    const std::vector<float> keep = {9, 0, 0, 0, 0, 0};
    CHECK(sample.lemma("left", Upos::VERB, keep) == "go");
    CHECK(sample.lemma("Left", Upos::VERB, keep) == "go");
    // As another part of speech it is another word; a name is known in its own writing only.
    CHECK(sample.lemma("left", Upos::ADJ, keep) == "left");
    CHECK(sample.lemma("US", Upos::PROPN, keep) == "US");
    CHECK(sample.lemma("Us", Upos::PROPN, keep) == "us");
}

TEST_CASE("a likely rule that makes a word wins over one that makes none") {
    const Sample sample;
    // "citie" is no word, "city" is.
    CHECK(sample.lemma("cities", Upos::NOUN, {-9, -9, 2, 1, -9, -9}) == "city");
    CHECK(sample.lemma("classes", Upos::NOUN, {-9, -9, 2, -9, 1, -9}) == "class");
    // Not one that is unlikely.
    CHECK(sample.lemma("cities", Upos::NOUN, {-9, -9, 12, 1, -9, -9}) == "citie");
    // Of unknown forms and of names the list knows nothing.
    CHECK(sample.lemma("blarties", Upos::NOUN, {-9, -9, 2, 1, -9, -9}) == "blartie");
    CHECK(sample.lemma("Cities", Upos::PROPN, {-9, -9, 2, 1, -9, -9}) == "citie");
}

TEST_CASE("rules of known forms that do not fit together are refused") {
    const auto with = [](const std::vector<std::uint16_t> &numbers) {
        return [numbers](ModelFileWriter &writer) {
            WordTable::write(writer, "lemmas", {"left\tVERB", "may\tAUX"});
            writer.add_numbers("lemmas.rules", std::span<const std::uint16_t>(numbers));
        };
    };
    CHECK_NOTHROW(Sample(with({0, 1})));
    CHECK_THROWS_WITH(Sample(with({0})), Contains("lemmas.rules"));
    CHECK_THROWS_WITH(Sample(with({0, 6})), Contains("lemmas.rules"));
    CHECK_THROWS_AS(Sample([](ModelFileWriter &) {}), ModelError);
}
