#include "base/error.h"
#include "base/sha256.h"
#include "text/conllu.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>

using namespace gainsay;

namespace {

/// The columns stand with blanks between in these tests, which are easier to read and write than tabs.
std::string tabbed(const std::string &text) {
    std::string result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.front() != '#') {
            std::istringstream columns(line);
            std::string joined;
            for (std::string column; columns >> column;) {
                joined += (joined.empty() ? "" : "\t") + column;
            }
            line = joined;
        }
        result += line + "\n";
    }
    return result;
}

const std::string two_documents = tabbed(R"(# newdoc id = morning
# meta::outlet = The Example
# sent_id = morning-1
# text = Oona Reyes didn't sign, she said.
1 Oona Oona PROPN NNP Number=Sing 5 nsubj _ NER=B-PER
2 Reyes Reyes PROPN NNP Number=Sing 1 flat _ NER=I-PER
3-4 didn't _ _ _ _ _ _ _ _
3 did do AUX VBD Tense=Past 5 aux _ _
4 n't not PART RB Polarity=Neg 5 advmod _ _
5 sign sign VERB VB VerbForm=Inf 8 ccomp _ SpaceAfter=No
6 , , PUNCT , _ 5 punct _ _
7 she she PRON PRP Person=3 8 nsubj _ _
8 said say VERB VBD Tense=Past 0 root 0:root SpaceAfter=No
9 . . PUNCT . _ 8 punct _ Note=x

# newpar
# sent_id = morning-2
# text = Yes.
1 Yes yes INTJ UH _ 0 root _ SpaceAfter=No
2 . . PUNCT . _ 1 punct _ _

# newdoc id = evening
# sent_id = evening-1
# text = Vell Harbour waits.
1 Vell Vell PROPN NNP _ 3 nsubj _ NER=B-GPE
2 Harbour Harbour PROPN NNP _ 1 flat _ NER=I-GPE
3 waits wait VERB VBZ _ 0 root _ SpaceAfter=No
4 . . PUNCT . _ 3 punct _ _

)");

std::vector<Document> read_all(const std::string &text, Diagnostics *diagnostics = nullptr) {
    std::istringstream input(text);
    ConlluReader reader(input, "folder/case.conllu");
    std::vector<Document> documents;
    while (std::optional<Document> document = reader.read_document()) {
        CHECK_FALSE(find_inconsistency(*document));
        documents.push_back(std::move(*document));
    }
    if (diagnostics != nullptr) {
        *diagnostics = reader.diagnostics();
    }
    return documents;
}

std::string only_text(const std::string &text) {
    return read_all(tabbed(text)).at(0).text;
}

std::string message(const std::string &text) {
    try {
        read_all(tabbed(text));
    } catch (const InputError &error) {
        return error.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("documents come with text, spans and layers") {
    Diagnostics diagnostics;
    const std::vector<Document> documents = read_all(two_documents, &diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(documents.size() == 2);
    const Document &morning = documents[0];
    CHECK(morning.meta.id == "morning");
    CHECK(morning.meta.outlet == "The Example");
    CHECK_FALSE(morning.meta.title);
    CHECK(morning.text == "Oona Reyes didn't sign, she said.\n\nYes.");
    CHECK(morning.meta.sha256 == sha256_hex(morning.text));
    REQUIRE(morning.tokens.size() == 11);
    for (const Token &token : morning.tokens) {
        CHECK(morning.slice(token.span) == token.form);
    }
    REQUIRE(morning.sentences.size() == 2);
    CHECK(morning.slice(morning.sentences[1].span) == "Yes.");
    CHECK(morning.sentences[1].new_paragraph);
    CHECK(morning.sentences[1].id == "morning-2");
    REQUIRE(morning.multiword_tokens.size() == 1);
    CHECK(morning.slice(morning.multiword_tokens[0].span) == "didn't");
    CHECK(morning.names == std::vector<Name>{{0, 2, NameType::PER}});
    CHECK(morning.slice(morning.span_of(morning.names[0])) == "Oona Reyes");
    const Token &said = morning.tokens[7];
    CHECK(said.upos == Upos::VERB);
    CHECK(said.head == Token::root_head);
    CHECK(said.deps == "0:root");
    CHECK_FALSE(said.space_after);
    CHECK(morning.tokens[8].misc == "Note=x");
    CHECK(morning.tokens[4].head == 7);
    CHECK(documents[1].names == std::vector<Name>{{0, 2, NameType::GPE}});
}

TEST_CASE("what is read is written back byte for byte") {
    std::ostringstream output;
    ConlluWriter writer(output);
    for (const Document &document : read_all(two_documents)) {
        writer.write(document);
    }
    CHECK(output.str() == two_documents);
}

TEST_CASE("Windows line ends and a byte order mark change nothing") {
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : two_documents) {
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    }
    CHECK(read_all(windows) == read_all(two_documents));
}

TEST_CASE("sentences can be read one by one") {
    std::istringstream input(two_documents);
    ConlluReader reader(input, "case.conllu");
    std::vector<std::string> seen;
    while (std::optional<Document> document = reader.read_sentence()) {
        CHECK_FALSE(find_inconsistency(*document));
        seen.push_back(document->meta.id + ": " + document->text);
    }
    CHECK(seen == std::vector<std::string>{"morning: Oona Reyes didn't sign, she said.", "morning: Yes.",
                                           "evening: Vell Harbour waits."});
}

TEST_CASE("without '# text' the text is made from forms and SpaceAfter") {
    CHECK(only_text("1 Go go VERB _ _ 0 root _ SpaceAfter=No\n2 ! ! PUNCT _ _ 1 punct _ _\n\n"
                    "1-2 Don't _ _ _ _ _ _ _ _\n1 Do do AUX _ _ _ _ _ _\n2 n't not PART _ _ _ _ _ _\n"
                    "3 go go VERB _ _ _ _ _ _\n") == "Go! Don't go");
}

TEST_CASE("a '# text' that its words do not make up is replaced, with a warning") {
    Diagnostics diagnostics;
    const std::vector<Document> documents =
        read_all(tabbed("# text = Something else.\n1 Go go VERB _ _ 0 root _ _\n"), &diagnostics);
    CHECK(documents.at(0).text == "Go");
    REQUIRE(diagnostics.entries().size() == 1);
    CHECK(diagnostics.entries()[0].line == 2);
}

TEST_CASE("words of a multiword token share its bytes where they do not add up to it") {
    const Document document = read_all(tabbed("# text = wanna\n1-2 wanna _ _ _ _ _ _ _ _\n1 want want VERB _ _ 0 root "
                                              "_ _\n2 to to PART _ _ 1 mark _ _\n"))
                                  .at(0);
    CHECK(document.tokens[0].span == ByteSpan{0, 5});
    CHECK(document.tokens[1].span == ByteSpan{0, 5});
}

TEST_CASE("a form with a blank matches any white space") {
    std::istringstream input("# text = 10\xC2\xA0"
                             "000 left\n1\t10 000\t_\tNUM\t_\t_\t_\t_\t_\t_\n2\tleft\t_\tVERB\t_\t_\t_\t_\t_\t_\n");
    ConlluReader reader(input, "x");
    const std::optional<Document> document = reader.read_document();
    REQUIRE(document);
    CHECK(reader.diagnostics().empty());
    CHECK(document->tokens[0].span == ByteSpan{0, 7});
}

TEST_CASE("empty nodes are left out and nothing else is lost") {
    const Document document =
        read_all(tabbed("1 A a X _ _ 0 root _ _\n1.1 ghost ghost X _ _ _ _ 1:dep _\n2 B b X _ _ 1 dep _ _\n")).at(0);
    REQUIRE(document.tokens.size() == 2);
    CHECK(document.text == "A B");
}

TEST_CASE("documents without a name take the file's") {
    const std::vector<Document> documents =
        read_all(tabbed("1 A a X _ _ 0 root _ _\n\n# newdoc\n1 B b X _ _ 0 root _ _\n"));
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].meta.id == "case");
    CHECK(documents[1].meta.id == "case-2");
}

TEST_CASE("names with odd labels are mended or left out") {
    Diagnostics diagnostics;
    const Document document =
        read_all(tabbed("1 A _ X _ _ _ _ _ NER=I-PER\n2 B _ X _ _ _ _ _ NER=I-ORG\n3 C _ X _ _ _ _ _ NER=B-ORG\n"
                        "4 D _ X _ _ _ _ _ NER=B-CARDINAL\n5 E _ X _ _ _ _ _ NER=O\n"),
                 &diagnostics)
            .at(0);
    CHECK(document.names == std::vector<Name>{{0, 1, NameType::PER}, {1, 2, NameType::ORG}, {2, 3, NameType::ORG}});
    CHECK(diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("broken lines are refused with file and line") {
    CHECK(message("1 A a X _ _ 0 root _\n") == "folder/case.conllu:1: expected 10 columns divided by tabs, found 9");
    CHECK(message("# c\n1 A a X _ _ 0 root _ _\n3 B b X _ _ 1 dep _ _\n") ==
          "folder/case.conllu:3: expected word number 2, found '3'");
    CHECK(message("x A a X _ _ 0 root _ _\n") == "folder/case.conllu:1: expected word number 1, found 'x'");
    CHECK(message("1 A a X _ _ one root _ _\n") ==
          "folder/case.conllu:1: expected the number of a head or 0 in column 7, found 'one'");
    CHECK(message("1 A a X _ _ 5 root _ _\n") ==
          "folder/case.conllu:1: expected heads up to 1 in the sentence before this line, found 5");
    CHECK(message("2-3 AB _ _ _ _ _ _ _ _\n1 A a X _ _ 0 root _ _\n") ==
          "folder/case.conllu:1: expected a range of words that starts at 1, found '2-3'");
    CHECK(message("1-3 AB _ _ _ _ _ _ _ _\n1 A a X _ _ 0 root _ _\n") ==
          "folder/case.conllu:2: expected words up to 3 of a multiword token, found a sentence of 1");
    CHECK(message("1-2 AB _ _ _ _ _ _ _ _\n1-2 AB _ _ _ _ _ _ _ _\n") ==
          "folder/case.conllu:2: expected ranges of words that do not overlap, found '1-2'");
    CHECK(message("1 A\xFF a X _ _ 0 root _ _\n") ==
          "folder/case.conllu:1: expected UTF-8, found a byte that is not, at column 4");
}

TEST_CASE("an empty input has no documents") {
    CHECK(read_all("").empty());
    CHECK(read_all("\n\n").empty());
    Diagnostics diagnostics;
    CHECK(read_all("# newdoc id = ghost\n", &diagnostics).empty());
    CHECK(diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("the writer keeps tabs and line ends out of columns") {
    Document document;
    document.text = "a\nb";
    Token token;
    token.span = {0, 3};
    token.form = "a\nb";
    token.space_after = false;
    document.tokens.push_back(token);
    document.sentences.push_back({{0, 3}, 0, 1, "", false, {}});
    CHECK(to_conllu(document) ==
          "# newdoc\n# sent_id = 1\n# text = a b\n1\ta b\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n");
}

TEST_CASE("a document without sentences is written as nothing") {
    Document document;
    document.meta.id = "empty";
    CHECK(to_conllu(document).empty());
}

TEST_CASE("a broken document ends alone") {
    const std::string row = "1 Yes yes INTJ UH _ 0 root _ _\n";
    std::istringstream input(tabbed("# newdoc id = one\n" + row + "\n# newdoc id = two\n1 x\n\n" + row +
                                    "\n# newdoc id = three\n" + row + "\n"));
    ConlluReader reader(input, "a.conllu");
    CHECK(reader.read_document()->meta.id == "one");
    CHECK_THROWS_WITH(reader.read_document(), Catch::Contains("a.conllu:5: expected 10 columns"));
    CHECK(reader.read_document()->meta.id == "three");
    CHECK_FALSE(reader.read_document());
}

TEST_CASE("where trees are required, others are refused") {
    const auto read = [](const std::string &heads) {
        std::string text;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            text += std::to_string(i + 1) + "\tword\t_\t_\t_\t_\t" + heads[i] + "\t_\t_\t_\n";
        }
        std::istringstream input(text + "\n");
        try {
            ConlluReader(input, "a", ConlluTrees::required).read_document();
        } catch (const InputError &error) {
            return error.found();
        }
        return std::string();
    };
    CHECK(read("20424").empty());
    CHECK(read("0").empty());
    CHECK(read("00") == "2 roots");
    CHECK(read("1") == "a cycle above word 1");
    CHECK(read("0342") == "a cycle above word 2");
    CHECK(read("231") == "a cycle above word 1");
    CHECK(read("2_") == "no head of word 2");
}
