#include "nlp/names/name_features.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "support/temporary_file.h"
#include "words_document.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;
using test::document;

namespace {

NameLexicon some_lexicon() {
    using Kind = NameLexicon::Kind;
    return NameLexicon({{"Anna", NameLexicon::bit(Kind::given)},
                        {"Dr.", NameLexicon::bit(Kind::title)},
                        {"Agency", NameLexicon::bit(Kind::organization_ending)},
                        {"New Examplia", NameLexicon::bit(Kind::state)},
                        {"New", NameLexicon::bit(Kind::place)}});
}

/// How many flags differ between the same word in two documents.
std::size_t changed_flags(const std::string &before, const std::string &after, std::size_t token) {
    const NameFeatures a(document(before), some_lexicon());
    const NameFeatures b(document(after), some_lexicon());
    std::size_t changed = 0;
    for (std::size_t f = 0; f < NameFeatures::flag_count; ++f) {
        const std::size_t at = token * NameFeatures::flag_count + f;
        changed += a.flags()[at] != b.flags()[at] ? 1U : 0U;
    }
    return changed;
}

bool has(const NameFeatures &features, std::size_t token, NameLexicon::Kind kind) {
    return features.flags()[token * NameFeatures::flag_count + static_cast<std::size_t>(kind)] != 0;
}

} // namespace

TEST_CASE("The longest entry of the lexicon counts, for words with capitals alone") {
    using Kind = NameLexicon::Kind;
    const NameFeatures features(document("Anna saw New Examplia and New York . anna left ."), some_lexicon());
    CHECK(has(features, 0, Kind::given));
    CHECK(has(features, 2, Kind::state));
    CHECK(has(features, 3, Kind::state));
    CHECK_FALSE(has(features, 2, Kind::place));
    CHECK(has(features, 5, Kind::place));
    CHECK_FALSE(has(features, 6, Kind::place));
    CHECK_FALSE(has(features, 8, Kind::given));
}

TEST_CASE("Tokens know where their form stands again") {
    const NameFeatures features(document("Muster spoke . Then Muster left with Anna . The muster went on ."),
                                some_lexicon());
    CHECK(features.group_count() == 1);
    CHECK(features.groups()[0] == features.groups()[4]);
    CHECK(features.groups()[0] != NameFeatures::no_group);
    CHECK(features.groups()[7] == NameFeatures::no_group);
    CHECK(features.groups()[10] == NameFeatures::no_group);
}

TEST_CASE("What a document says elsewhere of a form is seen") {
    // A title or a given name before it, small letters, a run that it ends or begins.
    CHECK(changed_flags("Muster spoke . He met someone .", "Muster spoke . Dr. Muster left .", 0) > 1);
    CHECK(changed_flags("Muster spoke . Dr. Muster left .", "Muster spoke . Anna Muster left .", 0) > 0);
    CHECK(changed_flags("Muster spoke . The agency left .", "Muster spoke . The muster left .", 0) == 1);
    CHECK(changed_flags("Muster spoke . A Muster Hall .", "Muster spoke . A Muster Agency .", 0) == 1);
    CHECK(changed_flags("The MWA spoke . Many were angry .", "The MWA spoke . Muster Water Agency .", 1) == 1);
    // Its own place is not elsewhere.
    CHECK(changed_flags("Dr. Muster spoke .", "No Muster spoke .", 1) == 0);
}

TEST_CASE("Fields are below their number of values") {
    const NameFeatures features(document("Ünal met \"MWA\" in 2014 . I ."), some_lexicon());
    const auto &values = NameFeatures::field_values();
    REQUIRE(features.fields().size() % NameFeatures::field_count == 0);
    for (std::size_t i = 0; i < features.fields().size(); ++i) {
        CHECK(features.fields()[i] < values[i % NameFeatures::field_count]);
    }
    const Document empty;
    CHECK(NameFeatures(empty, some_lexicon()).fields().empty());
}

TEST_CASE("A lexicon is read as it was written, and a broken one is refused") {
    const test::TemporaryFile path("lexicon");
    ModelFileWriter writer;
    some_lexicon().write(writer);
    writer.write(path.path(), "{}");
    const ModelFile file = ModelFile::open(path.path());
    const NameLexicon lexicon(file);
    CHECK(lexicon.find("Anna") == NameLexicon::bit(NameLexicon::Kind::given));
    CHECK(lexicon.find("Nobody") == 0);
    CHECK(lexicon.longest({"New", "Examplia", "said"}).second == 2);
    CHECK(lexicon.longest({"New", "York"}).second == 1);
    CHECK(lexicon.longest({"York"}).second == 0);
    for (const std::string text : {"x\tAnna\n", "1 Anna\n", "1\t\n", "999\tAnna\n"}) {
        ModelFileWriter broken;
        broken.add("names.lexicon", std::as_bytes(std::span(text)));
        broken.write(path.path(), "{}");
        const ModelFile other = ModelFile::open(path.path());
        CHECK_THROWS_AS(NameLexicon(other), ModelError);
    }
}
