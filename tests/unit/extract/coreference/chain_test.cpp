#include "extract/coreference/chain_ranker.h"
#include "extract/coreference/document_chains.h"
#include "extract/syntax/trees.h"

#include "base/error.h"
#include "unit/extract/tree_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

const char *const minister = R"(# text = Prime Minister Ana Belic resigned .
1 Prime prime ADJ _ Degree=Pos 2 amod _ _
2 Minister minister NOUN _ Number=Sing 3 nmod:desc _ _
3 Ana Ana PROPN _ Number=Sing 5 nsubj _ NER=B-PER
4 Belic Belic PROPN _ Number=Sing 3 flat _ NER=I-PER
5 resigned resign VERB _ Tense=Past|VerbForm=Fin 0 root _ _
6 . . PUNCT _ _ 5 punct _ _

# text = The prime minister thanked her party .
1 The the DET _ Definite=Def|PronType=Art 3 det _ _
2 prime prime ADJ _ Degree=Pos 3 amod _ _
3 minister minister NOUN _ Number=Sing 4 nsubj _ _
4 thanked thank VERB _ Tense=Past|VerbForm=Fin 0 root _ _
5 her her PRON _ Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs 6 nmod:poss _ _
6 party party NOUN _ Number=Sing 4 obj _ _
7 . . PUNCT _ _ 4 punct _ _
)";

} // namespace

TEST_CASE("Classes of nouns and the sex of names") {
    const NounClasses &nouns = test_english().nouns;
    CHECK(nouns.find("minister") == NounClass::person);
    CHECK(nouns.find("river") == NounClass::place);
    CHECK(nouns.find("qqqq") == NounClass::unknown);
    CHECK(nouns.gender_of_name("anna") == Gender::female);
    CHECK(nouns.gender_of_name("sergei") == Gender::male);
    CHECK(nouns.gender_of_name("zzyzx") == Gender::unknown);
    CHECK_THROWS_AS(
        NounClasses(LexiconFile::parse("colour\tred", "nouns.tsv", 2), LexiconFile::parse("", "names.tsv", 2)),
        ModelError);
    CHECK_THROWS_AS(
        NounClasses(LexiconFile::parse("", "nouns.tsv", 2), LexiconFile::parse("both\tkim", "names.tsv", 2)),
        ModelError);
}

TEST_CASE("Weights of the chains keep their values through bytes") {
    ChainRanker ranker;
    for (std::size_t k = 0; k < ChainRanker::width; ++k) {
        ranker.rows[5 * ChainRanker::width + k] = 0.5F;
        ranker.output[k] = 1.0F;
    }
    const std::vector<std::uint32_t> on{5};
    const std::vector<std::uint32_t> off{6};
    CHECK(ranker.score(on) == Approx(16.0));
    CHECK(ranker.score(off) == Approx(0.0));
    const std::string bytes = ranker.to_bytes();
    CHECK(bytes.size() < 1000);
    const ChainRanker copy = ChainRanker::from_bytes(bytes, "copy");
    CHECK(copy.score(on) == Approx(16.0).epsilon(0.01));
    CHECK(copy.to_bytes() == bytes);

    CHECK_THROWS_AS(ChainRanker::from_bytes("something else", "bad"), ModelError);
    CHECK_THROWS_AS(ChainRanker::from_bytes(bytes + "x", "bad"), ModelError);
    for (const std::size_t cut :
         {std::size_t{0}, std::size_t{10}, std::size_t{20}, bytes.size() / 2, bytes.size() - 1}) {
        CHECK_THROWS_AS(ChainRanker::from_bytes(bytes.substr(0, cut), "cut"), ModelError);
    }
    CHECK_THROWS_AS(ChainRanker::load("/nowhere/chains.model"), ModelError);
}

TEST_CASE("Choices are asked for offices, nouns and pronouns; who is chosen gets the mention") {
    const Document document = read_tree_text(minister);
    const Syntax syntax = read_trees(document, test_english());
    const Quotations quotations(syntax);
    EntityBook book(syntax, test_english());
    std::vector<std::string> asked;
    const ChainChooser latest = [&](const ChainChoice &choice, const DocumentChains &all) {
        const Phrase &phrase = all.phrases[choice.phrase];
        asked.push_back(document.tokens[phrase.head].form);
        CHECK(choice.features.size() == choice.candidates.size() + 1);
        for (const std::vector<std::uint32_t> &rows : choice.features) {
            CHECK(!rows.empty());
            CHECK(std::is_sorted(rows.begin(), rows.end()));
            CHECK(rows.back() < ChainRanker::row_count);
        }
        return std::size_t{is_pronoun(phrase.type) || asked.back() == "minister" ? 1U : 0U};
    };
    const DocumentChains chains = find_document_chains(book, quotations, latest);
    CHECK(asked == std::vector<std::string>{"minister", "party", "her"});
    add_chains(book, chains);
    book.finish();
    REQUIRE(!book.entities().empty());
    const Entity &person = book.entities().front();
    CHECK(person.name == "Ana Belic");
    REQUIRE(person.mentions.size() == 3);
    CHECK(person.mentions[1].text == "The prime minister");
    CHECK(person.mentions[1].kind == MentionKind::nominal);
    CHECK(person.mentions[2].text == "her");
    CHECK(person.mentions[2].kind == MentionKind::pronoun);
}

TEST_CASE("The book finds by every name, moves pronouns and joins entities") {
    const Document document = read_tree_text(minister);
    const Syntax syntax = read_trees(document, test_english());
    EntityBook book(syntax, test_english());
    Entity first;
    first.type = NodeKind::Organization;
    first.name = "Grain Board";
    const EntityIndex board = book.add_entity(first);
    first.name = "G.B.";
    const EntityIndex letters = book.add_entity(first);
    CHECK(book.find(NodeKind::Organization, "the grain board") == board);
    CHECK(book.find(NodeKind::Person, "Grain Board") == std::nullopt);
    book.add_mention(letters, MentionKind::name, 2, 3, 2, 3, 2);
    book.rename(board, "World Grain Board");
    CHECK(book.find(NodeKind::Organization, "Grain Board") == board);
    CHECK(book.find(NodeKind::Organization, "World Grain Board") == board);
    book.merge(letters, board);
    CHECK(book.find(NodeKind::Organization, "GB") == board);
    CHECK(book.at(2) == board);
    CHECK(book.covering(3) == board);

    Entity other;
    other.name = "Somebody";
    const EntityIndex somebody = book.add_entity(other);
    book.add_aside(board, MentionKind::pronoun, 10, 10, 10, 10, 10);
    CHECK(book.at(10) == std::nullopt);
    book.assign_pronoun(10, somebody);
    CHECK(book.at(10) == somebody);
    book.finish();
    REQUIRE(book.entities().size() == 2);
    CHECK(book.entities()[0].mentions.size() == 1);
    CHECK(book.entities()[1].mentions.front().text == "her");
}
