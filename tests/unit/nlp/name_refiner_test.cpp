#include "nlp/names/name_refiner.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "support/temporary_file.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace gainsay;
using gainsay::test::TemporaryFile;

namespace {

/// A document word by word; a word with a type after a slash ("Kerry/PER") is tagged so, one with "/?" is a proper noun
/// that the tagger passed over. Words joined by "_" are one name.
class Article {
  public:
    explicit Article(const std::string &words) {
        std::istringstream input(words);
        for (std::string word; input >> word;) {
            const std::size_t slash = word.rfind('/');
            const std::string type = slash == std::string::npos ? "" : word.substr(slash + 1);
            const std::string forms = word.substr(0, slash);
            const auto first = static_cast<std::uint32_t>(document.tokens.size());
            std::istringstream parts(forms);
            for (std::string form; std::getline(parts, form, '_');) {
                add(form, type.empty() ? Upos::NOUN : Upos::PROPN);
            }
            if (const auto name_type = parse_name_type(type)) {
                TaggedName name;
                name.name = {first, static_cast<std::uint32_t>(document.tokens.size()), *name_type};
                name.support.fill(-3.0F);
                name.support[static_cast<std::size_t>(*name_type)] = -0.2F;
                tagged.push_back(name);
            }
        }
        document.sentences.push_back(
            {{0, document.text.size()}, 0, static_cast<std::uint32_t>(document.tokens.size()), "", false, {}});
    }

    Document document;
    std::vector<TaggedName> tagged;

  private:
    void add(const std::string &form, Upos upos) {
        Token token;
        token.form = form;
        token.span = {document.text.size(), document.text.size() + form.size()};
        token.upos = upos;
        document.text += form + " ";
        document.tokens.push_back(std::move(token));
    }
};

const std::string some_names = "place\tGeneva\nplace\tNew York\nstate\tExamplia\norganization\tFirst Example\n"
                               "organization-ending\tBank\npeople\tExamplians\n";

/// "PER Peter Nobody", "GPE Geneva", …
std::vector<std::string> refined(Article article, const std::string &known = some_names) {
    const TemporaryFile path("places");
    ModelFileWriter writer;
    writer.add("names.known", std::as_bytes(std::span(known)));
    writer.write(path.path(), "{}");
    const ModelFile file = ModelFile::open(path.path());
    NameRefiner(file).refine(article.tagged, article.document);
    CHECK(find_inconsistency(article.document) == std::nullopt);
    std::vector<std::string> names;
    for (const Name &name : article.document.names) {
        names.push_back(std::string(name_type_name(name.type)) + " " +
                        std::string(article.document.slice(article.document.span_of(name))));
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("names stay as they are where nothing speaks against it") {
    CHECK(refined(Article("Peter_Nobody/PER met Example_Bank/ORG on Tuesday/DATE")) ==
          Names{"PER Peter Nobody", "ORG Example Bank", "DATE Tuesday"});
    CHECK(refined(Article("nobody met nobody")).empty());
}

TEST_CASE("the mentions of a name vote on its type") {
    CHECK(refined(Article("Exampla/PER said Exampla/ORG and Exampla/ORG agreed")) ==
          Names{"ORG Exampla", "ORG Exampla", "ORG Exampla"});
}

TEST_CASE("a surname follows the full name") {
    CHECK(refined(Article("Anna_Muster/PER and Peter_Muster/PER and Ruth_Muster/PER met Muster/ORG")) ==
          Names{"PER Anna Muster", "PER Peter Muster", "PER Ruth Muster", "PER Muster"});
}

TEST_CASE("places with a government are GPE") {
    CHECK(refined(Article("in Geneva/LOC and in Nowhere/LOC and New_York/LOC")) ==
          Names{"GPE Geneva", "LOC Nowhere", "GPE New York"});
    // A person who bears a place's name stays a person where that is clear.
    CHECK(refined(Article("in Geneva/GPE")) == Names{"GPE Geneva"});
    CHECK(refined(Article("said Geneva/PER"), "").front() == "PER Geneva");
}

TEST_CASE("what is known of the world votes") {
    CHECK(refined(Article("said Examplia/ORG")) == Names{"GPE Examplia"});
    CHECK(refined(Article("at First_Example/PER")) == Names{"ORG First Example"});
    CHECK(refined(Article("at Muster_Bank/PER")) == Names{"ORG Muster Bank"});
    // The ending alone is no name of a body.
    CHECK(refined(Article("at Bank/PER")) == Names{"PER Bank"});
    CHECK(refined(Article("the Examplians/ORG left")) == Names{"NORP Examplians"});
}

TEST_CASE("an address is no name") {
    CHECK(refined(Article("see www.example.org/ORG or anna@example.org/PER")).empty());
}

TEST_CASE("a proper noun that is a name elsewhere is one here") {
    CHECK(refined(Article("Muster/PER spoke and Muster/? left")) == Names{"PER Muster", "PER Muster"});
    // Not a part of a longer proper name.
    CHECK(refined(Article("Muster/PER spoke at Muster_Hall/? today")) == Names{"PER Muster"});
    CHECK(refined(Article("Muster/PER spoke and muster left")) == Names{"PER Muster"});
}

TEST_CASE("what was in the document is replaced") {
    Article article("Muster/PER spoke");
    article.document.names.push_back({1, 2, NameType::ORG});
    CHECK(refined(article) == Names{"PER Muster"});
}

TEST_CASE("dates and peoples do not vote") {
    CHECK(refined(Article("May/DATE came and May/PER left")) == Names{"DATE May", "PER May"});
}

TEST_CASE("an acronym is no person unless the tagger is sure") {
    Article article("MWA/PER said so");
    article.tagged[0].support[static_cast<std::size_t>(NameType::PER)] = -0.7F;
    article.tagged[0].support[static_cast<std::size_t>(NameType::ORG)] = -1.0F;
    CHECK(refined(article) == Names{"ORG MWA"});
    CHECK(refined(Article("MWA/PER said so")) == Names{"PER MWA"});
    // A known body's acronym is no surname.
    CHECK(refined(Article("Pro-Examplia_MWA/PER said so"), "organization\tMWA\n") == Names{"ORG MWA"});
    CHECK(refined(Article("Anna_MWA/PER said so"), "") == Names{"PER Anna MWA"});
}

TEST_CASE("names joined by a hyphen are cut where they belong") {
    const auto glued = [](Article article) {
        for (std::size_t t = 0; t < article.document.tokens.size(); ++t) {
            if (article.document.tokens[t].form == "-") {
                article.document.tokens[t].space_after = article.document.tokens[t - 1].space_after = false;
            }
        }
        return article;
    };
    CHECK(refined(glued(Article("the Berg_-_Muster/PER talks of Anna_Berg/PER and Muster/PER"))) ==
          Names{"PER Berg", "PER Muster", "PER Anna Berg", "PER Muster"});
    // One person of two surnames.
    CHECK(refined(glued(Article("the Berg_-_Muster/PER talks of Muster/PER"))) ==
          Names{"PER Berg - Muster", "PER Muster"});
    CHECK(refined(glued(Article("the Examplia/GPE - Otherland_Trade_Commission/ORG met"))) ==
          Names{"ORG Examplia - Otherland Trade Commission"});
    CHECK(refined(glued(Article("the Examplia/GPE - Otherland/GPE talks"))) == Names{"GPE Examplia", "GPE Otherland"});
}

TEST_CASE("a known body's acronym that spells a pronoun is a name, but for text in capitals") {
    const std::string known = "organization\tWHO\n";
    const auto with_pronoun = [](const std::string &words) {
        Article article(words);
        for (Token &token : article.document.tokens) {
            token.upos = token.form == "WHO" || token.form == "Who" ? Upos::PRON : token.upos;
        }
        return article;
    };
    CHECK(refined(with_pronoun("WHO said on Monday that masks help"), known) == Names{"ORG WHO"});
    CHECK(refined(with_pronoun("Who said on Monday that masks help"), known).empty());
    CHECK(refined(with_pronoun("WHO SAID IT"), known).empty());
    CHECK(refined(with_pronoun("WHO said it"), "").empty());
}
